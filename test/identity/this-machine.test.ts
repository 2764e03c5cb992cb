import { Fn } from 'aws-cdk-lib';
import { ClientAttributes, OAuthScope } from 'aws-cdk-lib/aws-cognito';
import { CLIENT, usersIn } from './pool-under-test';
import { AppClientOptions, ManagedRuleAction, ManagedRuleGroup, ManagedRuleOverride, Profile, WebFirewall } from '../../src';
import { ENV, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

const HERE = 'http://localhost:3000/callback';
const BOTH = ['EC2MetaDataSSRF_QUERYARGUMENTS', 'EC2MetaDataSSRF_BODY'];
const COUNTED = BOTH.map((Name) => ({ Name, ActionToUse: { Count: {} } }));

function preview() {
  const stack = newStack(undefined, ENV);
  Profile.set(stack, Profile.EPHEMERAL);
  return stack;
}

const overridesIn = (stack: ReturnType<typeof preview>): unknown =>
  only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties.Rules.find((rule: any) => rule.Name === 'AWSManagedRulesCommonRuleSet')
    .Statement.ManagedRuleGroupStatement.RuleActionOverrides.filter(({ Name }: any) => Name !== 'SizeRestrictions_BODY');

inBothFlagModes(() => {
  describe('sign-ins of apps on a developer\'s machine', () => {
    test.each<[string, Partial<AppClientOptions>]>([
      ['as callback', { callbackUrls: [HERE] }],
      ['with TLS', { callbackUrls: ['https://localhost:3000/callback'] }],
      ['after signing out', { logoutUrls: ['http://localhost:3000/'] }],
    ])('pass the pool\'s own firewall: %s', (_, options) => {
      const stack = preview();
      const users = usersIn(stack, { firewall: undefined });
      users.addClient('Web', { ...CLIENT, ...options });
      users.addClient('Other', { ...CLIENT, ...options });
      expect(overridesIn(stack)).toEqual(COUNTED);
      expect(users.firewall.testRequests.filter(({ rule }) => BOTH.includes(rule ?? ''))).toEqual([]);
    });

    test('that alone opens it', () => {
      const stack = preview();
      usersIn(stack, { firewall: undefined }).addClient('Web', CLIENT);
      expect(overridesIn(stack)).toEqual([]);
    });

    const withFirewall = (overrides: ManagedRuleOverride[]) => () => {
      const stack = preview();
      usersIn(stack, { firewall: new WebFirewall(stack, 'Shared', { overrides }) }).addClient('Web', { ...CLIENT, callbackUrls: [HERE] });
      templateOf(stack);
    };
    const override = (action: ManagedRuleAction, rules = BOTH) => rules.map((rule) => ManagedRuleGroup.COMMON.overrideRule(rule, action));

    test.each<[string, ManagedRuleOverride[]]>([
      ['refuses them', []],
      ['refuses requests for tokens', override(ManagedRuleAction.COUNT, BOTH.slice(0, 1))],
      ['shows puzzles to them', override(ManagedRuleAction.CHALLENGE)],
    ])('need another firewall where one that was passed %s', (_, overrides) => {
      expect(withFirewall(overrides)).toThrow(`[Stack/Users] Web callbackUrls = "${HERE}": the firewall Stack/Shared refuses requests that name this machine`);
      expect(withFirewall(overrides)).toThrow('Pass overrides: [ManagedRuleGroup.COMMON.overrideRule("EC2MetaDataSSRF_QUERYARGUMENTS", ManagedRuleAction.COUNT), '
        + 'ManagedRuleGroup.COMMON.overrideRule("EC2MetaDataSSRF_BODY", ManagedRuleAction.COUNT)] to it, or leave firewall of SecureUserPool out.');
    });

    test('pass one that was passed and counts them', () => {
      expect(withFirewall(override(ManagedRuleAction.COUNT))).not.toThrow();
    });

    test('are missed where a function hides them, which is an error at synth', () => {
      const stack = preview();
      usersIn(stack).addClient('Web', { ...CLIENT, callbackUrls: [Fn.join('', ['http://localhost:', Fn.importValue('Port')])] });
      expect(() => templateOf(stack)).toThrow(/CallbackURLs = .*the construct promises that the firewall lets its sign-ins through.*addClient.*or says what to write/);
    });

    test('are refused for clients that were made on the pool', () => {
      const stack = preview();
      usersIn(stack, { firewall: undefined }).userPool.addClient('Mine', {
        oAuth: { flows: { authorizationCodeGrant: true }, callbackUrls: [HERE], scopes: [OAuthScope.OPENID] },
        writeAttributes: new ClientAttributes().withStandardAttributes({ nickname: true }),
      });
      expect(() => templateOf(stack)).toThrow(/Mine\/Resource CallbackURLs = .*every client of this pool promises that the firewall lets its sign-ins through/);
    });
  });
});
