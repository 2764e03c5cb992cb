import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { plainApi } from './protected-stage';
import {
  BotInspectionLevel, FirewallPayloadType, FirewallRule, FirewallScope, ManagedRuleAction, ManagedRuleGroup, RequestMatch, StringMatch, WebFirewall,
  WebFirewallProps,
} from '../../src/api';
import { inBothFlagModes, newApp, newStack, only, templateOf } from '../harness/apps';

const EDGE = { account: '111122223333', region: 'us-east-1' };
const LOGIN = { loginPath: '/login' };

function rulesOf(props: WebFirewallProps, stack = newStack()): any[] {
  new WebFirewall(stack, 'Firewall', props);
  return only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties.Rules;
}

const named = (rules: any[], name: string) => rules.find((rule) => rule.Name === name);
const configOf = (rules: any[], name: string) => named(rules, name).Statement.ManagedRuleGroupStatement.ManagedRuleGroupConfigs;

inBothFlagModes(() => {
  describe('labels', () => {
    test('rules that ask for labels run after every group that gives them, the others before', () => {
      const rules = rulesOf({
        rules: [
          FirewallRule.count('Outdated', RequestMatch.header('x-client', StringMatch.startsWith('1.'))).labelled('client:outdated'),
          FirewallRule.block('OutdatedBots', RequestMatch.allOf(
            RequestMatch.label('client:outdated'),
            RequestMatch.otherThan(RequestMatch.labelNamespace('awswaf:managed:aws:bot-control:bot:verified:')),
          )),
        ],
        extraRuleGroups: [ManagedRuleGroup.botControl(), ManagedRuleGroup.LINUX],
      });
      expect(named(rules, 'Outdated')).toMatchObject({ Priority: 500, RuleLabels: [{ Name: 'client:outdated' }], Action: { Count: {} } });
      expect(named(rules, 'OutdatedBots')).toMatchObject({
        Priority: 3001,
        Statement: {
          AndStatement: {
            Statements: [
              { LabelMatchStatement: { Scope: 'LABEL', Key: 'client:outdated' } },
              { NotStatement: { Statement: { LabelMatchStatement: { Scope: 'NAMESPACE', Key: 'awswaf:managed:aws:bot-control:bot:verified:' } } } },
            ],
          },
        },
      });
      const last = Math.max(...rules.filter(({ Name }) => Name !== 'OutdatedBots').map(({ Priority }) => Priority));
      expect(last).toBeLessThan(3001);
    });

    test('a text that looks like a label match is none', () => {
      const [rule] = rulesOf({ rules: [FirewallRule.block('Own', RequestMatch.header('x', StringMatch.exactly('"labelMatchStatement"')))] })
        .filter(({ Name }) => Name === 'Own');
      expect(rule.Priority).toBe(500);
    });

    test('rate limits may be labelled, and count a label', () => {
      const rules = rulesOf({ rules: [FirewallRule.limit('Bots', 100, RequestMatch.labelNamespace('awswaf:managed:aws:bot-control:')).labelled('flood', 'bot')] });
      expect(named(rules, 'Bots')).toMatchObject({
        Priority: 3000, RuleLabels: [{ Name: 'flood' }, { Name: 'bot' }], Statement: { RateBasedStatement: { ScopeDownStatement: { LabelMatchStatement: {} } } },
      });
    });

    test('cost one capacity unit', () => {
      expect(new WebFirewall(newStack(), 'Firewall', { rules: [FirewallRule.block('Own', RequestMatch.label('a'))] }).capacity).toBe(1129);
    });
  });

  describe('challenges and puzzles', () => {
    test('are actions of rules, with a time for which they hold', () => {
      const rules = rulesOf({
        rules: [
          FirewallRule.challenge('Search', RequestMatch.path(StringMatch.exactly('/search')), Duration.hours(1)),
          FirewallRule.captcha('SignUp', RequestMatch.path(StringMatch.exactly('/sign-up')), Duration.minutes(1)),
          FirewallRule.captcha('Contact', RequestMatch.path(StringMatch.exactly('/contact'))),
        ],
      });
      expect(named(rules, 'Search')).toMatchObject({ Action: { Challenge: {} }, ChallengeConfig: { ImmunityTimeProperty: { ImmunityTime: 3600 } } });
      expect(named(rules, 'SignUp')).toMatchObject({ Action: { Captcha: {} }, CaptchaConfig: { ImmunityTimeProperty: { ImmunityTime: 60 } } });
      expect(named(rules, 'Contact')).not.toHaveProperty('CaptchaConfig');
    });

    test('are actions of managed rules', () => {
      const [{ Statement }] = rulesOf({
        overrides: [
          ManagedRuleGroup.IP_REPUTATION.overrideRule('AWSManagedIPDDoSList', ManagedRuleAction.CHALLENGE),
          ManagedRuleGroup.IP_REPUTATION.overrideRule('AWSManagedReconnaissanceList', ManagedRuleAction.CAPTCHA),
        ],
      }).filter(({ Name }) => Name === 'AWSManagedRulesAmazonIpReputationList');
      expect(Statement.ManagedRuleGroupStatement.RuleActionOverrides).toEqual([
        { Name: 'AWSManagedIPDDoSList', ActionToUse: { Challenge: {} } }, { Name: 'AWSManagedReconnaissanceList', ActionToUse: { Captcha: {} } },
      ]);
    });
  });

  describe('paid groups', () => {
    test('bot control has its level, and inspects what it is told to', () => {
      const rules = rulesOf({
        extraRuleGroups: [ManagedRuleGroup.botControl({
          inspectionLevel: BotInspectionLevel.TARGETED, machineLearning: true, requests: RequestMatch.path(StringMatch.startsWith('/search')),
        })],
      });
      expect(configOf(rules, 'AWSManagedRulesBotControlRuleSet')).toEqual([{ AWSManagedRulesBotControlRuleSet: { InspectionLevel: 'TARGETED', EnableMachineLearning: true } }]);
      expect(named(rules, 'AWSManagedRulesBotControlRuleSet')).toMatchObject({
        Priority: 1500,
        OverrideAction: { None: {} },
        Statement: { ManagedRuleGroupStatement: { ScopeDownStatement: { ByteMatchStatement: { SearchString: '/search' } } } },
      });
      expect(configOf(rulesOf({ extraRuleGroups: [ManagedRuleGroup.botControl()] }), 'AWSManagedRulesBotControlRuleSet'))
        .toEqual([{ AWSManagedRulesBotControlRuleSet: { InspectionLevel: 'COMMON' } }]);
    });

    test('account takeover prevention knows the login', () => {
      expect(configOf(rulesOf({ extraRuleGroups: [ManagedRuleGroup.accountTakeoverPrevention(LOGIN)] }), 'AWSManagedRulesATPRuleSet')).toEqual([{
        AWSManagedRulesATPRuleSet: {
          LoginPath: '/login',
          RequestInspection: { PayloadType: 'JSON', UsernameField: { Identifier: '/username' }, PasswordField: { Identifier: '/password' } },
        },
      }]);
    });

    test('account creation fraud prevention knows the form, and at CloudFront the answers', () => {
      const rules = rulesOf({
        scope: FirewallScope.CLOUDFRONT,
        extraRuleGroups: [ManagedRuleGroup.accountCreationFraudPrevention({
          registrationPagePath: '/register',
          creationPath: '/api/accounts',
          payloadType: FirewallPayloadType.FORM_ENCODED,
          usernameField: 'name',
          phoneNumberFields: ['country', 'phone'],
          addressFields: ['street'],
          responses: { successCodes: [201], failureCodes: [400, 409] },
        })],
      }, new Stack(newApp(), 'Stack', { env: EDGE }));
      expect(configOf(rules, 'AWSManagedRulesACFPRuleSet')).toEqual([{
        AWSManagedRulesACFPRuleSet: {
          RegistrationPagePath: '/register',
          CreationPath: '/api/accounts',
          RequestInspection: {
            PayloadType: 'FORM_ENCODED',
            UsernameField: { Identifier: 'name' },
            PasswordField: { Identifier: 'password' },
            EmailField: { Identifier: 'email' },
            PhoneNumberFields: [{ Identifier: 'country' }, { Identifier: 'phone' }],
            AddressFields: [{ Identifier: 'street' }],
          },
          ResponseInspection: { StatusCode: { SuccessCodes: [201], FailureCodes: [400, 409] } },
        },
      }]);
    });

    test('count their capacity, stay below the basic price together, and let their rules be overridden', () => {
      const stack = newStack();
      const bots = ManagedRuleGroup.botControl();
      const firewall = new WebFirewall(stack, 'Firewall', {
        extraRuleGroups: [
          bots, ManagedRuleGroup.accountTakeoverPrevention(LOGIN),
          ManagedRuleGroup.accountCreationFraudPrevention({ registrationPagePath: '/register', creationPath: '/accounts' }),
        ],
        overrides: [bots.overrideRule('CategoryHttpLibrary', ManagedRuleAction.COUNT)],
      });
      firewall.associate(plainApi(stack).deploymentStage);
      expect(firewall.capacity).toBe(1128 + 150);
      templateOf(stack);
      Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
    });
  });

  describe('refuses', () => {
    const message = (props: () => WebFirewallProps) => {
      try {
        new WebFirewall(newStack(), 'Firewall', props());
      } catch (error) {
        return (error as Error).message;
      }
      return 'no error';
    };
    const own = (match: RequestMatch, ...labels: string[]) => () => ({ rules: [FirewallRule.count('Own', match).labelled(...labels)] });
    const any = RequestMatch.method('GET');
    const groups = (make: () => ManagedRuleGroup) => () => ({ extraRuleGroups: [make()] });
    const login = (options: object) => groups(() => ManagedRuleGroup.accountTakeoverPrevention({ ...LOGIN, ...options }));
    const signUp = (options: object) => groups(() => ManagedRuleGroup.accountCreationFraudPrevention({ registrationPagePath: '/r', creationPath: '/c', ...options }));
    const immune = (rule: (immunity: Duration) => FirewallRule, immunity: Duration) => () => ({ rules: [rule(immunity)] });

    test.each<[string, () => WebFirewallProps, string]>([
      ['a label with a space', own(any, 'old client'), 'rules Own = "old client": a label is 1 to 1,024 letters'],
      ['a label that ends with a colon', own(any, 'client:'), 'a label neither starts nor ends with a colon'],
      ['a label with a word of AWS WAF', own(any, 'awswaf:managed:x'), 'AWS WAF keeps the words awswaf, aws'],
      ['too many labels', own(any, ...Array.from({ length: 101 }, (_, index) => `l${index}`)), 'rules Own = "101 labels": a rule adds at most 100'],
      ['a label that is a token', own(any, Aws.REGION), 'must be known at synth'],
      ['a match of a namespace by label', own(RequestMatch.label('awswaf:managed:')), 'does not end with a colon. Write for example "awswaf:managed:aws:bot-control:bot:unverified"'],
      ['a namespace without a colon', own(RequestMatch.labelNamespace('awswaf:managed')), 'a namespace of labels ends with a colon'],
      ['a match of a label that is a token', own(RequestMatch.label(Aws.REGION)), 'must be known at synth'],
      ['a challenge that holds for a minute', immune((time) => FirewallRule.challenge('Own', any, time), Duration.minutes(1)),
        'a passed challenge holds for 300 to 259,200 seconds. Write for example Duration.hours(1)'],
      ['a puzzle that holds for a second', immune((time) => FirewallRule.captcha('Own', any, time), Duration.seconds(1)), 'a passed captcha holds for 60 to'],
      ['a puzzle that holds for a week', immune((time) => FirewallRule.captcha('Own', any, time), Duration.days(7)), 'holds for 60 to 259,200 seconds'],
      ['machine learning at the common level', groups(() => ManagedRuleGroup.botControl({ machineLearning: true })), 'the level COMMON has no machine learning'],
      ['a login path without a slash', login({ loginPath: 'login' }), 'accountTakeoverPrevention loginPath = "login": a path starts with a slash'],
      ['a login path with a query', login({ loginPath: '/login?next=/' }), 'has no query string'],
      ['a login path that is a token', login({ loginPath: Aws.REGION }), 'must be known at synth'],
      ['a plain field in JSON', login({ usernameField: 'user' }), 'fields of a JSON body are JSON pointers, which start with a slash. Write for example "/login/username"'],
      ['a JSON pointer in a form', login({ payloadType: FirewallPayloadType.FORM_ENCODED, passwordField: '/password' }), 'fields of a form are plain names'],
      ['a look at the answers of an API', login({ responses: { successCodes: [200], failureCodes: [401] } }), 'AWS WAF sees the answers of distributions only'],
      ['a malformed field of an address', signUp({ addressFields: ['street'] }), 'accountCreationFraudPrevention addressFields = "street"'],
      ['a malformed path of a form', signUp({ creationPath: 'accounts' }), 'accountCreationFraudPrevention creationPath'],
      ['one group twice', () => ({ extraRuleGroups: [ManagedRuleGroup.botControl(), ManagedRuleGroup.botControl()] }), 'the firewall has this group already'],
    ])('%s', (_, props, text) => {
      expect(message(props)).toContain(text);
    });

    test.each([[[200], [200]], [[], [401]], [[200], [4]], [[200.5], [401]]])('answers %j and %j', (successCodes, failureCodes) => {
      const stack = new Stack(newApp(), 'Stack', { env: EDGE });
      const extraRuleGroups = [ManagedRuleGroup.accountTakeoverPrevention({ ...LOGIN, responses: { successCodes, failureCodes } })];
      expect(() => new WebFirewall(stack, 'Firewall', { scope: FirewallScope.CLOUDFRONT, extraRuleGroups })).toThrow('none is both. Write for example');
    });
  });
});
