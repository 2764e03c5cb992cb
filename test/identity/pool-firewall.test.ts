import type { Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { usersIn } from './pool-under-test';
import {
  BotControlOptions, BotInspectionLevel, FirewallRule, ManagedRuleAction, ManagedRuleGroup, RequestMatch, StringMatch, WebFirewall, WebFirewallProps,
} from '../../src';
import { ENV, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';
import { apiFor, edgeStack, secretIn, siteIn } from '../site/site-under-test';

inBothFlagModes(() => {
  test('a firewall protects the pool that it is told to', () => {
    const stack = newStack(undefined, ENV);
    new WebFirewall(stack, 'Firewall').associateUserPool(new UserPool(stack, 'Mine'));
    const template = templateOf(stack);
    expect(readable(only(template, 'AWS::WAFv2::WebACLAssociation').resource.Properties).ResourceArn).toBe(`${only(template, 'AWS::Cognito::UserPool').id}.Arn`);
  });

  test('a second firewall of a pool is an error that says what to write', () => {
    const stack = newStack(undefined, ENV);
    const users = usersIn(stack);
    expect(() => new WebFirewall(stack, 'Second').associateUserPool(users.userPool))
      .toThrow(/\[Stack\/Second\] associate\(user pool\) = "Stack\/Users\/Resource": the user pool has a web firewall already.*pass it to SecureUserPool/);
  });

  test.each<[string, string, ManagedRuleGroup]>([
    ['on account takeover', 'AWSManagedRulesATPRuleSet', ManagedRuleGroup.accountTakeoverPrevention({ loginPath: '/login' })],
    ['on account takeover, by its name', 'AWSManagedRulesATPRuleSet', ManagedRuleGroup.of('AWS', 'AWSManagedRulesATPRuleSet', 50)],
    ['on bulk accounts', 'AWSManagedRulesACFPRuleSet', ManagedRuleGroup.accountCreationFraudPrevention({ registrationPagePath: '/new', creationPath: '/accounts' })],
  ])('the group %s is an error: Cognito refuses it', (_, name, group) => {
    const stack = newStack(undefined, ENV);
    const firewall = new WebFirewall(stack, 'Firewall', { extraRuleGroups: [group] });
    expect(() => usersIn(stack, { firewall })).toThrow(new RegExp(`extraRuleGroups = "${name}": Cognito takes no web ACL with this group.*threat protection`));
  });

  describe('one firewall before a pool and an API behind a site is an error, whichever comes first', () => {
    const shared = (...connect: ((stack: Stack, firewall: WebFirewall) => void)[]) => () => {
      const stack = edgeStack();
      const firewall = new WebFirewall(stack, 'Shared');
      connect.forEach((each) => each(stack, firewall));
    };
    const behindSite = (stack: Stack, firewall: WebFirewall) => { siteIn(stack).addApi('/api/*', apiFor(stack, { firewall }), { secret: secretIn(stack) }); };
    const pool = (stack: Stack, firewall: WebFirewall) => { usersIn(stack, { firewall }); };
    const instead = 'nobody could sign in. Give the user pool and the API a WebFirewall each: leave firewall of SecureUserPool out.';

    test('the pool', () => {
      expect(shared(pool, behindSite)).toThrow('[Stack/Shared] requireHeader(name) = "Stack/Users/Resource": the firewall refuses every request without the header');
      expect(shared(pool, behindSite)).toThrow(instead);
    });

    test('the API', () => {
      expect(shared(behindSite, pool)).toThrow('[Stack/Shared] associateUserPool(userPool) = "Stack/Users/Resource": the firewall refuses every request without the header');
      expect(shared(behindSite, pool)).toThrow(instead);
    });
  });

  describe('puzzles where users set up an authenticator app are an error', () => {
    const asked = RequestMatch.header('x-amzn-cognito-operation-name', StringMatch.present());
    const signUp = RequestMatch.path(StringMatch.exactly('/signup'));
    const named = (operation: string) => RequestMatch.header('X-Amzn-Cognito-Operation-Name', StringMatch.exactly(operation));
    const bots = (options: BotControlOptions): WebFirewallProps => ({
      extraRuleGroups: [ManagedRuleGroup.botControl({ inspectionLevel: BotInspectionLevel.TARGETED, ...options })],
    });
    const rule = (match: RequestMatch): WebFirewallProps => ({ rules: [FirewallRule.captcha('Puzzle', match)] });
    const override = (action: ManagedRuleAction): WebFirewallProps => ({ overrides: [ManagedRuleGroup.COMMON.overrideRule('NoUserAgent_HEADER', action)] });
    const before = (props: WebFirewallProps) => () => {
      const stack = newStack(undefined, ENV);
      usersIn(stack, { firewall: new WebFirewall(stack, 'Firewall', props) });
    };

    test.each<[string, string, WebFirewallProps]>([
      ['a rule on a page', 'Puzzle', rule(RequestMatch.path(StringMatch.exactly('/')))],
      ['a rule that leaves out one of the two requests', 'Puzzle', rule(RequestMatch.otherThan(named('AssociateSoftwareToken')))],
      ['a rule on these requests', 'Puzzle', rule(RequestMatch.anyOf(signUp, asked))],
      ['a rule on names that another way of writing could have', 'Puzzle', rule(RequestMatch.otherThan(
        RequestMatch.header('x-amzn-cognito-operation-name', StringMatch.contains('Software').ignoringCase())))],
      ['an override', 'AWSManagedRulesCommonRuleSet', override(ManagedRuleAction.CAPTCHA)],
      ['bot control that looks closely', 'AWSManagedRulesBotControlRuleSet', bots({})],
      ['bot control that does not say how closely', 'AWSManagedRulesBotControlRuleSet',
        { extraRuleGroups: [ManagedRuleGroup.of('AWS', 'AWSManagedRulesBotControlRuleSet', 50)] }],
      ['bot control of other requests', 'AWSManagedRulesBotControlRuleSet', bots({ requests: RequestMatch.otherThan(signUp) })],
    ])('%s', (_, name, props) => {
      expect(before(props)).toThrow(`[Stack/Firewall] associateUserPool(userPool) = "${name}": it can show puzzles to requests that the sign-in pages send themselves`);
      expect(before(props)).toThrow('RequestMatch.otherThan(RequestMatch.header("x-amzn-cognito-operation-name", StringMatch.present()))');
    });

    test.each<[string, WebFirewallProps]>([
      ['a rule that leaves these requests out', rule(RequestMatch.allOf(signUp, RequestMatch.otherThan(asked)))],
      ['a rule that names them', rule(RequestMatch.otherThan(RequestMatch.anyOf(named('AssociateSoftwareToken'), named('VerifySoftwareToken'))))],
      ['a rule on another request', rule(RequestMatch.anyOf(named('SignUp'), named('ForgotPassword')))],
      ['a rule on requests that ask for pages', rule(RequestMatch.allOf(RequestMatch.method('GET'), signUp))],
      ['a rule on a route of another method', rule(RequestMatch.route('GET', '/login'))],
      ['another override', override(ManagedRuleAction.COUNT)],
      ['bot control that leaves these requests out', bots({ requests: RequestMatch.otherThan(asked) })],
      ['bot control without puzzles', bots({ inspectionLevel: BotInspectionLevel.COMMON })],
      ['a rule that refuses', { rules: [FirewallRule.block('Refused', signUp)] }],
    ])('but not %s', (_, props) => {
      expect(before(props)).not.toThrow();
    });

    test('and when the pool comes first', () => {
      const { firewall } = usersIn(newStack(undefined, ENV));
      expect(() => firewall.addRule(FirewallRule.captcha('Later', signUp)))
        .toThrow('[Stack/Firewall] addRule(rule) = "Later": it can show puzzles to requests that the sign-in pages send themselves');
    });

    test('and not in front of an API alone', () => {
      expect(() => new WebFirewall(newStack(undefined, ENV), 'Firewall', bots({})).addRule(FirewallRule.captcha('Puzzle', signUp))).not.toThrow();
    });
  });
});
