import { Aws, NestedStack, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { CfnIPSet } from 'aws-cdk-lib/aws-wafv2';
import { plainApi } from './protected-stage';
import { FirewallRule } from '../../src/api/firewall/firewall-rule';
import { IpSet } from '../../src/api/firewall/ip-set';
import { ManagedRuleAction, ManagedRuleGroup } from '../../src/api/firewall/managed-rule-group';
import { RequestMatch } from '../../src/api/firewall/request-match';
import { StringMatch } from '../../src/api/firewall/string-match';
import { WebFirewall } from '../../src/api/firewall/web-firewall';
import type { WebFirewallProps } from '../../src/api/firewall/web-firewall-props';
import { SecureKey } from '../../src/data';
import { Profile } from '../../src/profile';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';

/** A firewall in front of a plain API. */
function firewallIn(stack: Stack, props: WebFirewallProps = {}): WebFirewall {
  const firewall = new WebFirewall(stack, 'Firewall', props);
  firewall.associate(plainApi(stack).deploymentStage);
  return firewall;
}

function webAclOf(stack: Stack): any {
  return only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties;
}

function ruleOf(stack: Stack, name: string): any {
  return webAclOf(stack).Rules.find((rule: any) => rule.Name === name);
}

const group = (rule: any) => rule.Statement.ManagedRuleGroupStatement;
const headersOf = ({ Action }: any) =>
  Object.fromEntries((Action.Block.CustomResponse.ResponseHeaders ?? []).map(({ Name, Value }: any) => [Name, Value]));

describe.each(FLAG_MODES)('WebFirewall %s', (_, flags) => {
  test('runs the four managed groups with their own actions, without pinning a version', () => {
    const stack = newStack(flags);
    firewallIn(stack);
    const groups = webAclOf(stack).Rules.filter(group);
    expect(groups.map((rule: any) => [rule.Priority, group(rule).Name])).toEqual([
      [400, 'AWSManagedRulesAmazonIpReputationList'],
      [1000, 'AWSManagedRulesCommonRuleSet'],
      [1300, 'AWSManagedRulesKnownBadInputsRuleSet'],
      [1400, 'AWSManagedRulesSQLiRuleSet'],
    ]);
    for (const rule of groups) {
      expect(rule.OverrideAction).toEqual({ None: {} });
      expect(group(rule)).toMatchObject({ VendorName: 'AWS' });
      expect(group(rule)).not.toHaveProperty('Version');
      expect(group(rule)).not.toHaveProperty('ExcludedRules');
    }
  });

  test('answers floods from one address with 429', () => {
    const stack = newStack(flags);
    firewallIn(stack);
    expect(ruleOf(stack, 'RateLimit')).toMatchObject({
      Priority: 300,
      Action: { Block: { CustomResponse: { ResponseCode: 429, CustomResponseBodyKey: 'TooManyRequests' } } },
      Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 2000, EvaluationWindowSec: 300 } },
    });
  });

  test('blocks the label of oversize bodies after the core rule set has counted them', () => {
    const stack = newStack(flags);
    firewallIn(stack);
    const common = ruleOf(stack, 'AWSManagedRulesCommonRuleSet');
    const oversize = ruleOf(stack, 'OversizeBodies');
    expect(group(common).RuleActionOverrides).toEqual([{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }]);
    expect(oversize.Statement).toEqual({
      LabelMatchStatement: { Scope: 'LABEL', Key: 'awswaf:managed:aws:core-rule-set:SizeRestrictions_Body' },
    });
    expect(oversize.Action.Block.CustomResponse.ResponseCode).toBe(403);
    expect(oversize.Priority).toBeGreaterThan(common.Priority);
  });

  test('says nothing about its rules to blocked clients', () => {
    const stack = newStack(flags);
    firewallIn(stack);
    const acl = webAclOf(stack);
    expect(acl.CustomResponseBodies).toEqual({
      Forbidden: { ContentType: 'APPLICATION_JSON', Content: '{"message":"Forbidden"}' },
      TooManyRequests: { ContentType: 'APPLICATION_JSON', Content: '{"message":"Too Many Requests"}' },
    });
    expect(headersOf(acl.Rules.find((rule: any) => rule.Name === 'OversizeBodies'))).toEqual({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  test.each<[number, string[]]>([
    [14, ['cache-control', 'x-content-type-options', 'strict-transport-security', 'content-security-policy', 'x-frame-options', 'referrer-policy']],
    [23, ['cache-control', 'x-content-type-options', 'strict-transport-security', 'content-security-policy']],
    [120, []],
  ])('sends as many headers to clients that %d own rules block as a web ACL has room for', (count, names) => {
    const stack = newStack(flags);
    const rules = Array.from({ length: count }, (__, index) => FirewallRule.block(`Mine${index}`, RequestMatch.method('PUT')));
    firewallIn(stack, { rules });
    const answers = webAclOf(stack).Rules.filter(({ Action }: any) => Action?.Block);
    for (const rule of answers) expect(Object.keys(headersOf(rule))).toEqual(names);
    expect(answers.length * names.length).toBeLessThanOrEqual(100);
    expect(answers.every(({ Action }: any) => Action.Block.CustomResponse.CustomResponseBodyKey !== undefined)).toBe(true);
  });

  test('leaves what no rule refuses to the API and counts and samples everything', () => {
    const stack = newStack(flags);
    firewallIn(stack);
    const acl = webAclOf(stack);
    expect(acl.Scope).toBe('REGIONAL');
    expect(acl.DefaultAction).toEqual({ Allow: {} });
    for (const { VisibilityConfig } of [acl, ...acl.Rules]) {
      expect(VisibilityConfig).toMatchObject({ CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true });
    }
  });

  test('logs to an encrypted, expiring group whose name no other stack can have', () => {
    const stack = newStack(flags);
    firewallIn(stack);
    const template = templateOf(stack);
    const logGroup = only(template, 'AWS::Logs::LogGroup');
    const key = only(template, 'AWS::KMS::Key');
    expect(logGroup.resource.Properties).toMatchObject({ RetentionInDays: 365, KmsKeyId: { 'Fn::GetAtt': [key.id, 'Arn'] } });
    expect(logGroup.resource.Properties.LogGroupName['Fn::Join'][1]).toEqual([
      expect.stringMatching(/^aws-waf-logs-Stack-Firewall/),
      { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] },
    ]);
    expect(JSON.stringify(key.resource.Properties.KeyPolicy)).toContain(':log-group:aws-waf-logs-*');
    const { LogDestinationConfigs: [destination], ResourceArn } = only(template, 'AWS::WAFv2::LoggingConfiguration').resource.Properties;
    expect(ResourceArn).toEqual({ 'Fn::GetAtt': [only(template, 'AWS::WAFv2::WebACL').id, 'Arn'] });
    expect(destination['Fn::Join'][1].slice(-2)).toEqual([':log-group:', { Ref: logGroup.id }]);
  });

  test('leaves no log behind whose name would be in the way of the next try', () => {
    const [production, ephemeral] = [newStack(flags), newStack(flags)];
    Profile.set(ephemeral, Profile.EPHEMERAL);
    for (const stack of [production, ephemeral]) firewallIn(stack);
    const logOf = (stack: Stack) => only(templateOf(stack), 'AWS::Logs::LogGroup').resource;
    expect(logOf(production)).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(logOf(ephemeral)).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  });

  test('hides secrets in the log and in samples', () => {
    const stack = newStack(flags);
    firewallIn(stack, { sensitiveHeaders: ['X-Partner-Token', 'Cookie'] });
    const template = templateOf(stack);
    const hidden = ['authorization', 'cookie', 'x-api-key', 'x-amz-security-token', 'referer', 'x-partner-token'];
    expect(only(template, 'AWS::WAFv2::LoggingConfiguration').resource.Properties.RedactedFields)
      .toEqual([...hidden.map((Name) => ({ SingleHeader: { Name } })), { QueryString: {} }]);
    expect(only(template, 'AWS::WAFv2::WebACL').resource.Properties.DataProtectionConfig.DataProtections).toEqual([
      { Field: { FieldType: 'SINGLE_HEADER', FieldKeys: hidden }, Action: 'SUBSTITUTION' },
      { Field: { FieldType: 'SINGLE_COOKIE' }, Action: 'SUBSTITUTION' },
      { Field: { FieldType: 'QUERY_STRING' }, Action: 'SUBSTITUTION' },
    ]);
  });

  test('shows query strings, and pages that repeat them, to who asks for it', () => {
    const stack = newStack(flags);
    firewallIn(stack, { logQueryStrings: true });
    const template = templateOf(stack);
    const hidden = ['authorization', 'cookie', 'x-api-key', 'x-amz-security-token'];
    expect(only(template, 'AWS::WAFv2::LoggingConfiguration').resource.Properties.RedactedFields)
      .toEqual(hidden.map((Name) => ({ SingleHeader: { Name } })));
    expect(only(template, 'AWS::WAFv2::WebACL').resource.Properties.DataProtectionConfig.DataProtections).toEqual([
      { Field: { FieldType: 'SINGLE_HEADER', FieldKeys: hidden }, Action: 'SUBSTITUTION' },
      { Field: { FieldType: 'SINGLE_COOKIE' }, Action: 'SUBSTITUTION' },
    ]);
  });

  test('protects the stage, not the API', () => {
    const stack = newStack(flags);
    firewallIn(stack);
    const template = templateOf(stack);
    const { ResourceArn, WebACLArn } = only(template, 'AWS::WAFv2::WebACLAssociation').resource.Properties;
    expect(WebACLArn).toEqual({ 'Fn::GetAtt': [only(template, 'AWS::WAFv2::WebACL').id, 'Arn'] });
    expect(ResourceArn['Fn::Join'][1].slice(-4)).toEqual([
      '::/restapis/', { Ref: only(template, 'AWS::ApiGateway::RestApi').id }, '/stages/', { Ref: only(template, 'AWS::ApiGateway::Stage').id },
    ]);
  });

  test('keeps addresses in IP sets of one version each', () => {
    const stack = newStack(flags);
    firewallIn(stack, {
      blockedIps: [IpSet.v4(['198.51.100.0/24']), IpSet.v6(['2001:db8::/32'])],
      allowedIps: [IpSet.v4(['203.0.113.0/24'])],
      trustedIps: [IpSet.existing('arn:aws:wafv2:eu-west-1:111122223333:regional/ipset/offices/1234')],
    });
    templateOf(stack).resourceCountIs('AWS::WAFv2::IPSet', 3);
    templateOf(stack).hasResourceProperties('AWS::WAFv2::IPSet', { Scope: 'REGIONAL', IPAddressVersion: 'IPV4', Addresses: ['198.51.100.0/24'] });
    templateOf(stack).hasResourceProperties('AWS::WAFv2::IPSet', { Scope: 'REGIONAL', IPAddressVersion: 'IPV6', Addresses: ['2001:db8::/32'] });
    expect(ruleOf(stack, 'BlockedIps').Statement.OrStatement.Statements).toHaveLength(2);
    expect(ruleOf(stack, 'BlockedIps').Priority).toBeLessThan(ruleOf(stack, 'AllowedIps').Priority);
    expect(ruleOf(stack, 'AllowedIps')).toMatchObject({
      Action: { Block: {} },
      Statement: { NotStatement: { Statement: { IPSetReferenceStatement: { Arn: expect.anything() } } } },
    });
  });

  test('exempts trusted addresses from rate and reputation, and from nothing else', () => {
    const stack = newStack(flags);
    const arn = 'arn:aws:wafv2:eu-west-1:111122223333:regional/ipset/offices/1234';
    firewallIn(stack, { trustedIps: [IpSet.existing(arn)] });
    const others = { NotStatement: { Statement: { IPSetReferenceStatement: { Arn: arn } } } };
    expect(ruleOf(stack, 'RateLimit').Statement.RateBasedStatement.ScopeDownStatement).toEqual(others);
    expect(group(ruleOf(stack, 'AWSManagedRulesAmazonIpReputationList')).ScopeDownStatement).toEqual(others);
    expect(JSON.stringify(webAclOf(stack)).split(arn)).toHaveLength(3);
  });
});

test('runs own rules before the groups that inspect content', () => {
  const stack = newStack();
  firewallIn(stack, {
    rules: [
      FirewallRule.block('OldClients', RequestMatch.allOf(
        RequestMatch.header('X-Client-Version', StringMatch.startsWith('1.')),
        RequestMatch.otherThan(RequestMatch.method('GET', 'HEAD')),
      )),
      FirewallRule.count('Debug', RequestMatch.anyOf(
        RequestMatch.queryParameter('Debug', StringMatch.present()),
        RequestMatch.queryString(StringMatch.contains('TRACE').ignoringCase()),
      )),
      FirewallRule.limit('Login', 100, RequestMatch.path(StringMatch.matches('/login$'))),
    ],
  });
  expect(ruleOf(stack, 'OldClients')).toMatchObject({
    Priority: 500,
    Action: { Block: {} },
    Statement: {
      AndStatement: {
        Statements: [
          { ByteMatchStatement: { FieldToMatch: { SingleHeader: { Name: 'x-client-version' } }, PositionalConstraint: 'STARTS_WITH', SearchString: '1.' } },
          {
            NotStatement: {
              Statement: {
                OrStatement: {
                  Statements: [
                    { ByteMatchStatement: { FieldToMatch: { Method: {} }, PositionalConstraint: 'EXACTLY', SearchString: 'GET' } },
                    { ByteMatchStatement: { SearchString: 'HEAD' } },
                  ],
                },
              },
            },
          },
        ],
      },
    },
  });
  expect(ruleOf(stack, 'Debug')).toMatchObject({
    Priority: 501,
    Action: { Count: {} },
    Statement: {
      OrStatement: {
        Statements: [
          { SizeConstraintStatement: { FieldToMatch: { SingleQueryArgument: { Name: 'debug' } }, ComparisonOperator: 'GE', Size: 0 } },
          {
            ByteMatchStatement: {
              FieldToMatch: { QueryString: {} },
              SearchString: 'trace',
              TextTransformations: [{ Priority: 0, Type: 'URL_DECODE' }, { Priority: 1, Type: 'LOWERCASE' }],
            },
          },
        ],
      },
    },
  });
  expect(ruleOf(stack, 'Login').Statement.RateBasedStatement).toMatchObject({
    Limit: 100,
    ScopeDownStatement: {
      RegexMatchStatement: {
        RegexString: '/login$', TextTransformations: [{ Priority: 0, Type: 'URL_DECODE' }, { Priority: 1, Type: 'NORMALIZE_PATH' }],
      },
    },
  });
});

test('overrides single rules of managed groups', () => {
  const stack = newStack();
  firewallIn(stack, {
    extraRuleGroups: [ManagedRuleGroup.LINUX],
    overrides: [
      ManagedRuleGroup.COMMON.overrideRule('NoUserAgent_HEADER', ManagedRuleAction.COUNT),
      ManagedRuleGroup.IP_REPUTATION.overrideRule('AWSManagedIPDDoSList', ManagedRuleAction.BLOCK),
    ],
  });
  expect(group(ruleOf(stack, 'AWSManagedRulesCommonRuleSet')).RuleActionOverrides).toEqual([
    { Name: 'NoUserAgent_HEADER', ActionToUse: { Count: {} } },
    { Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } },
  ]);
  expect(group(ruleOf(stack, 'AWSManagedRulesAmazonIpReputationList')).RuleActionOverrides)
    .toEqual([{ Name: 'AWSManagedIPDDoSList', ActionToUse: { Block: {} } }]);
  expect(ruleOf(stack, 'AWSManagedRulesLinuxRuleSet').Priority).toBe(1500);
});

test('keeps the priorities of its rules when others are added', () => {
  const [plain, full] = [newStack(), newStack()];
  firewallIn(plain);
  firewallIn(full, {
    blockedIps: [IpSet.v4(['198.51.100.0/24'])],
    rules: [FirewallRule.block('Trace', RequestMatch.method('TRACE'))],
    uploadRoutes: [{ method: 'PUT', path: '/documents/{id}', maxBytes: 20_000 }],
    extraRuleGroups: [ManagedRuleGroup.UNIX],
  });
  const priorities = new Map(webAclOf(full).Rules.map((rule: any) => [rule.Name, rule.Priority]));
  for (const rule of webAclOf(plain).Rules) expect(priorities.get(rule.Name)).toBe(rule.Priority);
  expect(new Set(priorities.values()).size).toBe(priorities.size);
});

describe('capacity', () => {
  test('is the sum of the published figures', () => {
    // 700 + 200 + 200 + 25 for the groups, 2 for the rate, 1 for the label
    expect(new WebFirewall(newStack(), 'Firewall').capacity).toBe(1128);
  });

  test.each<[string, RequestMatch, number]>([
    ['a method', RequestMatch.method('TRACE'), 2],
    ['a header that contains a string', RequestMatch.header('user-agent', StringMatch.contains('bot')), 10],
    ['the same ignoring case', RequestMatch.header('user-agent', StringMatch.contains('bot').ignoringCase()), 20],
    ['a regular expression over the decoded path', RequestMatch.path(StringMatch.matches('^/v0')), 23],
    ['a header that is missing', RequestMatch.otherThan(RequestMatch.header('x-id', StringMatch.present())), 1],
    ['either of two methods', RequestMatch.method('TRACE', 'CONNECT'), 4],
  ])('counts %s', (_, match, units) => {
    expect(new WebFirewall(newStack(), 'Firewall', { rules: [FirewallRule.block('Own', match)] }).capacity).toBe(1128 + units);
  });

  test('counts rate limits, IP sets and upload routes', () => {
    const firewall = new WebFirewall(newStack(), 'Firewall', {
      trustedIps: [IpSet.v4(['203.0.113.0/24'])], // 1 in the rate rule, 1 in the reputation rule
      rules: [FirewallRule.limit('Writes', 100, RequestMatch.method('POST'))], // 2 + 2
    });
    expect(firewall.capacity).toBe(1128 + 2 + 4);
    firewall.addUploadRoute({ method: 'PUT', path: '/documents/{id}', maxBytes: 16_384 }); // twice method 2 + two patterns 3, and the size 1
    expect(firewall.capacity).toBe(1128 + 2 + 4 + 17);
  });

  test('over 5,000 is an error', () => {
    expect(() => new WebFirewall(newStack(), 'Firewall', { extraRuleGroups: [ManagedRuleGroup.of('Vendor', 'Large', 4000)] }))
      .toThrow('[Stack/Firewall] rules = "5128 capacity units": a web ACL holds 5,000. Drop a managed group');
  });

  test('over 1,500 is a warning about the price', () => {
    const stack = newStack();
    firewallIn(stack, { extraRuleGroups: [ManagedRuleGroup.LINUX, ManagedRuleGroup.of('Vendor', 'Groß 1', 300)] });
    templateOf(stack);
    Annotations.fromStack(stack).hasWarning('/Stack/Firewall', Match.stringLikeRegexp('needs 1628 capacity units. Above 1500'));
  });

  test('up to 1,500 is none', () => {
    const stack = newStack();
    firewallIn(stack, { extraRuleGroups: [ManagedRuleGroup.LINUX] });
    templateOf(stack);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });
});

test('says so when it protects nothing', () => {
  const stack = newStack();
  new WebFirewall(stack, 'Firewall');
  templateOf(stack);
  Annotations.fromStack(stack).hasInfo('/Stack/Firewall', Match.stringLikeRegexp('protects nothing yet.*associate\\(stage\\)'));
});

test('serves an API of another stack, with metrics that stay its own', () => {
  const app = newApp();
  const [owner, user] = [new Stack(app, 'Owner', { env: ENV }), new Stack(app, 'User', { env: ENV })];
  const firewall = new WebFirewall(owner, 'Firewall');
  firewall.associate(plainApi(user).deploymentStage);
  firewall.metricBlockedRequests().createAlarm(user, 'Blocked', { threshold: 1, evaluationPeriods: 1 });
  templateOf(user).resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
  templateOf(owner).resourceCountIs('AWS::WAFv2::WebACLAssociation', 0);
  const alarm = only(templateOf(user), 'AWS::CloudWatch::Alarm').resource.Properties;
  const dimension = alarm.Dimensions.find(({ Name }: any) => Name === 'WebACL').Value;
  expect(JSON.stringify(dimension)).toMatch(/^\{"Fn::Join":\["",\["OwnerFirewall/);
  expect(JSON.stringify(dimension)).not.toContain('"Ref":"AWS::StackId"'); // of this stack it would be
  expect(alarm.Dimensions).toEqual(expect.arrayContaining([{ Name: 'Region', Value: 'eu-west-1' }, { Name: 'Rule', Value: 'ALL' }]));
});

test('takes a token where nothing needs to be known', () => {
  const stack = newStack();
  firewallIn(stack, {
    rateLimit: Token.asNumber({ Ref: 'Limit' }),
    blockedIps: [IpSet.v4([Aws.REGION]), IpSet.existing(Aws.REGION)],
    rules: [FirewallRule.block('Own', RequestMatch.otherThan(RequestMatch.header('x-origin', StringMatch.exactly(Aws.ACCOUNT_ID))))],
  });
  expect(ruleOf(stack, 'Own').Statement.NotStatement.Statement.ByteMatchStatement.SearchString).toEqual({ Ref: 'AWS::AccountId' });
});

test('works in a nested stack, with an alarm in its parent', () => {
  const stack = newStack();
  const firewall = new WebFirewall(new NestedStack(stack, 'Nested'), 'Firewall');
  firewall.associate(plainApi(stack).deploymentStage);
  firewall.metricBlockedRequests().createAlarm(stack, 'Blocked', { threshold: 1, evaluationPeriods: 1 });
  const alarm = only(templateOf(stack), 'AWS::CloudWatch::Alarm').resource.Properties;
  const nested = only(templateOf(stack), 'AWS::CloudFormation::Stack').id;
  expect(JSON.stringify(alarm.Dimensions)).toContain(`{"Fn::Split":["/",{"Ref":"${nested}"}]}`);
});

test('takes an own key and retention for its log', () => {
  const stack = newStack();
  const key = new SecureKey(stack, 'Key');
  firewallIn(stack, { encryptionKey: key.key, logRetention: 30 });
  templateOf(stack).hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30, KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] } });
});

describe('refuses', () => {
  const message = (props: WebFirewallProps) => {
    try {
      new WebFirewall(newStack(), 'Firewall', props);
    } catch (error) {
      return (error as Error).message;
    }
    return 'no error';
  };
  const rule = (match: RequestMatch, name = 'Own') => ({ rules: [FirewallRule.block(name, match)] });

  test.each<[string, WebFirewallProps, string]>([
    ['a malformed CIDR', { blockedIps: [IpSet.v4(['198.51.100.0/33'])] },
      '[Stack/Firewall] blockedIps = "198.51.100.0/33": it is no address range: an IPv4 or IPv6 address, "/", and a prefix length. Write for example'],
    ['a single address', { blockedIps: [IpSet.v4(['198.51.100.7'])] },
      'blockedIps = "198.51.100.7": it is a single address without a prefix length. Write "198.51.100.7/32".'],
    ['IPv6 among IPv4', { allowedIps: [IpSet.v4(['198.51.100.0/24', '2001:db8::/32'])] },
      'allowedIps = "2001:db8::/32": it is an IPv6 range in IpSet.v4: an IP set holds one IP version. Move it to a set of its own: IpSet.v6(["2001:db8::/32"]).'],
    ['IPv4 among IPv6', { trustedIps: [IpSet.v6(['198.51.100.0/24'])] }, 'trustedIps = "198.51.100.0/24": it is an IPv4 range in IpSet.v6'],
    ['all addresses', { blockedIps: [IpSet.v4(['0.0.0.0/0'])] }, 'AWS WAF takes no range of all addresses. Split it: "0.0.0.0/1" and "128.0.0.0/1"'],
    ['an empty IP set', { blockedIps: [IpSet.v4([])] }, 'blockedIps = "0 address ranges": an IP set holds 1 to 10000 address ranges. Name a range'],
    ['an empty list of IP sets', { allowedIps: [] }, 'allowedIps = []: there is no IP set in it'],
    ['an ARN of something else', { blockedIps: [IpSet.existing('arn:aws:wafv2:us-east-1:111122223333:global/ipset/a/b')] },
      'it is no ARN of a regional IP set. Write arn:aws:wafv2:'],
    ['a rate below what AWS WAF takes', { rateLimit: 9 }, '[Stack/Firewall] rateLimit = 9: AWS WAF limits rates of 10 to 2,000,000,000 requests in 5 minutes. Write a whole'],
    ['a fraction of a request', { rateLimit: 10.5 }, 'rateLimit = 10.5'],
    ['a rate of zero in a rule', { rules: [FirewallRule.limit('Login', 0, RequestMatch.method('POST'))] }, 'rules Login = 0: AWS WAF limits rates'],
    ['a malformed rule name', rule(RequestMatch.method('TRACE'), 'old clients'), 'rules = "old clients": the name of a rule is 1 to 128 letters'],
    ['a taken rule name', rule(RequestMatch.method('TRACE'), 'RateLimit'), 'rules = "RateLimit": another rule of this firewall has this name'],
    ['the name of a group of others as a rule name', { ...rule(RequestMatch.method('TRACE'), 'Vendor-Group'), extraRuleGroups: [ManagedRuleGroup.of('Vendor', 'Group', 50)] },
      'rules = "Vendor-Group": another rule of this firewall has this name'],
    ['two groups whose rules would have one name', { extraRuleGroups: [ManagedRuleGroup.of('A', 'B-C', 50), ManagedRuleGroup.of('A-B', 'C', 50)] },
      'extraRuleGroups = "C": the firewall has this group already, or another whose rule is A-B-C, too'],
    ['ten rate limits besides its own', { rules: [...Array(10).keys()].map((n) => FirewallRule.limit(`R${n}`, 100, RequestMatch.method('POST'))) },
      'rules = "11 rate limits": a web ACL holds 10 rate limits'],
    ['an unknown method', rule(RequestMatch.method('get')), 'rules Own = "get": there is no such HTTP method. Write one of GET, HEAD'],
    ['a malformed header', rule(RequestMatch.header('x client', StringMatch.present())), 'rules Own = "x client": it is no name of a header'],
    ['a malformed sensitive header', { sensitiveHeaders: ['x token'] }, 'sensitiveHeaders = "x token": it is no name of a header'],
    ['a query parameter with a long name', rule(RequestMatch.queryParameter('p'.repeat(31), StringMatch.present())),
      'AWS WAF finds query parameters by names of 1 to 30 characters. Use RequestMatch.queryString'],
    ['an empty string', rule(RequestMatch.header('x-id', StringMatch.exactly(''))),
      'AWS WAF compares with 1 to 200 bytes, and this has 0. Write StringMatch.present()'],
    ['a long string', rule(RequestMatch.header('x-id', StringMatch.endsWith('ä'.repeat(101)))), 'and this has 202. Shorten it'],
    ['a long regular expression', rule(RequestMatch.header('x-id', StringMatch.matches('a'.repeat(513)))), '1 to 512 characters, and this has 513'],
    ['a match of nothing', rule(RequestMatch.anyOf()), 'rules Own = []: there is nothing to match'],
    ['a rule that the group does not have', { overrides: [ManagedRuleGroup.COMMON.overrideRule('NoUserAgent_Header', ManagedRuleAction.COUNT)] },
      'overrides = "AWSManagedRulesCommonRuleSet NoUserAgent_Header": the group has no such rule, and AWS WAF would silently ignore the override. Write one of NoUserAgent_HEADER,'],
    ['an override of the body size', { overrides: [ManagedRuleGroup.COMMON.overrideRule('SizeRestrictions_BODY', ManagedRuleAction.COUNT)] },
      'bytes that AWS WAF does not inspect would reach every route. Name the routes that take larger bodies in uploadRoutes.'],
    ['an override of a group that it does not have', { overrides: [ManagedRuleGroup.LINUX.overrideRule('LFI_HEADER', ManagedRuleAction.COUNT)] },
      'overrides = "AWSManagedRulesLinuxRuleSet LFI_HEADER": the firewall does not have this group'],
    ['two overrides of one rule', { overrides: [ManagedRuleAction.COUNT, ManagedRuleAction.BLOCK].map((action) => ManagedRuleGroup.COMMON.overrideRule('GenericLFI_BODY', action)) },
      'there are two overrides of this rule'],
    ['a group twice', { extraRuleGroups: [ManagedRuleGroup.SQL_INJECTION] }, 'extraRuleGroups = "AWSManagedRulesSQLiRuleSet": the firewall has this group already'],
    ['a group without capacity', { extraRuleGroups: [ManagedRuleGroup.of('Vendor', 'Group', 0)] }, 'extraRuleGroups = "Group, 0 capacity units": a managed group takes'],
  ])('%s', (_, props, text) => {
    expect(message(props)).toContain(text);
  });

  const name = Aws.REGION; // any token
  test.each<[string, WebFirewallProps, string]>([
    ['a rule name', rule(RequestMatch.method('TRACE'), name), 'rules'],
    ['a header name', rule(RequestMatch.header(name, StringMatch.present())), 'rules Own'],
    ['the name of a query parameter', rule(RequestMatch.queryParameter(name, StringMatch.present())), 'rules Own'],
    ['a string whose case is ignored', rule(RequestMatch.header('x-id', StringMatch.contains(name).ignoringCase())), 'rules Own'],
    ['a sensitive header', { sensitiveHeaders: [name] }, 'sensitiveHeaders'],
  ])('a token as %s', (_, props, prop) => {
    expect(message(props)).toContain(`${prop} = <token {"Ref":"AWS::Region"}>: ${prop} decides what is built, so it must be known at synth`);
  });

  test('a rule that is added under the name of a group of others', () => {
    const firewall = new WebFirewall(newStack(), 'Firewall', { extraRuleGroups: [ManagedRuleGroup.of('Vendor', 'Group', 50)] });
    expect(() => firewall.addRule(FirewallRule.block('Vendor-Group', RequestMatch.method('TRACE'))))
      .toThrow('rules = "Vendor-Group": another rule of this firewall has this name. Give each rule a name of its own.');
  });

  test('a second firewall on a stage', () => {
    const stack = newStack();
    const { deploymentStage } = plainApi(stack);
    new WebFirewall(stack, 'First').associate(deploymentStage);
    expect(() => new WebFirewall(stack, 'Second').associate(deploymentStage))
      .toThrow('[Stack/Second] associate(stage) = "Stack/Api/DeploymentStage.prod": the stage has a web firewall already');
  });
});

describe('refuses at synth', () => {
  const synthAfter = (change: (firewall: WebFirewall) => void, props?: WebFirewallProps) => {
    const stack = newStack();
    change(firewallIn(stack, props));
    return () => templateOf(stack);
  };

  test('that a rule is taken out', () => {
    expect(synthAfter(({ webAcl }) => webAcl.addPropertyDeletionOverride('Rules.0'))).toThrow(/\[Stack\/Firewall\] AWS::WAFv2::WebACL Rules.*its rules stay as they were made/);
  });

  test('that a managed group only counts', () => {
    expect(synthAfter(({ webAcl }) => webAcl.addPropertyOverride('Rules.2.OverrideAction', { Count: {}, None: undefined }))).toThrow(/its rules stay as they were made/);
  });

  test('a rule that lets requests past the others', () => {
    expect(synthAfter(({ webAcl }) => {
      webAcl.rules = [...webAcl.rules as any[], {
        name: 'Open',
        priority: 1,
        action: { allow: {} },
        statement: { geoMatchStatement: { countryCodes: ['CH'] } },
        visibilityConfig: { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: 'Open' },
      }];
    })).toThrow(/no rule allows requests, which would end the inspection/);
  });

  test('that samples show a secret header', () => {
    expect(synthAfter(({ webAcl }) => webAcl.addPropertyDeletionOverride('DataProtectionConfig'))).toThrow(/logs and samples never show the headers authorization, cookie/);
  });

  test('that the log shows a secret header', () => {
    expect(synthAfter((firewall) => (firewall.node.findChild('Logging') as any).addPropertyOverride('RedactedFields', []))).toThrow(/the log never shows the headers authorization/);
  });

  test('that nothing is logged', () => {
    expect(synthAfter((firewall) => (firewall.node.findChild('Logging') as any).addPropertyOverride('LogDestinationConfigs', []))).toThrow(/LoggingConfiguration LogDestinationConfigs.*requests are logged/);
  });

  /** A change of the log's configuration, as an escape hatch makes it. */
  const logging = (path: string, value: unknown) => (firewall: WebFirewall) => (firewall.node.findChild('Logging') as any).addPropertyOverride(path, value);
  const protections = (change: (all: any[]) => any[]) => ({ webAcl }: WebFirewall) => webAcl.addPropertyOverride('DataProtectionConfig.DataProtections', change([
    { Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'cookie', 'x-api-key', 'x-amz-security-token', 'referer'] }, Action: 'SUBSTITUTION' },
    { Field: { FieldType: 'SINGLE_COOKIE' }, Action: 'SUBSTITUTION' },
    { Field: { FieldType: 'QUERY_STRING' }, Action: 'SUBSTITUTION' },
  ]));
  /** A rule beside those of the firewall. */
  const rule = (statement: object, overrideAction: object = { None: {} }) => ({ webAcl }: WebFirewall) => webAcl.addPropertyOverride('Rules', [
    ...webAcl.stack.resolve((webAcl as any)._toCloudFormation()).Resources[webAcl.stack.resolve(webAcl.logicalId)].Properties.Rules,
    { Name: 'Group', Priority: 1, Statement: statement, OverrideAction: overrideAction, VisibilityConfig: {} },
  ]);
  const OF_OTHERS = { RuleGroupReferenceStatement: { Arn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/rulegroup/theirs/1' } };
  const managed = (action: object) => ({
    ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesLinuxRuleSet', RuleActionOverrides: [{ Name: 'LFI_HEADER', ActionToUse: action }] },
  });
  const hidden = /logs and samples never show the headers authorization, .*, cookies and query strings/;
  const allows = /no rule allows requests, which would end the inspection/;

  test.each<[string, (firewall: WebFirewall) => void, RegExp]>([
    ['that requests are dropped from the log', logging('LoggingFilter', { DefaultBehavior: 'DROP', Filters: [] }), /LoggingFilter.*every request is logged/],
    ['that requests are logged elsewhere', logging('LogDestinationConfigs', ['arn:aws:s3:::aws-waf-logs-theirs']), /LogDestinationConfigs.*requests are logged/],
    ['that another web ACL is logged', logging('ResourceArn', 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/other/1'), /ResourceArn.*requests are logged/],
    ['that the log shows query strings', logging('RedactedFields', ['authorization', 'cookie', 'x-api-key', 'x-amz-security-token', 'referer']
      .map((Name) => ({ SingleHeader: { Name } }))), /the log never shows the headers .*query strings/],
    ['that samples show cookies', protections((all) => all.filter(({ Field }) => Field.FieldType !== 'SINGLE_COOKIE')), hidden],
    ['that samples show all cookies but one', protections((all) => all.map((each) => (each.Field.FieldType === 'SINGLE_COOKIE'
      ? { ...each, Field: { ...each.Field, FieldKeys: ['session'] } } : each))), hidden],
    ['that samples show query strings', protections((all) => all.slice(0, 2)), hidden],
    ['that matches show what is hidden', protections((all) => all.map((each) => ({ ...each, ExcludeRuleMatchDetails: true }))), hidden],
    ['that counts show what is hidden', protections((all) => all.map((each) => ({ ...each, ExcludeRateBasedDetails: true }))), hidden],
    ['a group of others, which may allow', rule(OF_OTHERS), allows],
    ['a managed group one of whose rules allows', rule(managed({ Allow: {} })), allows],
  ])('%s', (_, change, message) => {
    expect(synthAfter(change)).toThrow(message);
  });

  test.each<[string, (firewall: WebFirewall) => void]>([
    ['a group of others that only counts', rule(OF_OTHERS, { Count: {} })],
    ['a managed group one of whose rules counts', rule(managed({ Count: {} }))],
    ['more that is hidden', protections((all) => [...all, { Field: { FieldType: 'BODY' }, Action: 'HASH' }])],
    ['all headers hidden', protections((all) => [{ Field: { FieldType: 'SINGLE_HEADER' }, Action: 'SUBSTITUTION' }, ...all.slice(1)])],
  ])('nothing of %s', (_, change) => {
    expect(synthAfter(change)).not.toThrow();
  });

  test.each<[string, string, unknown]>([
    ['more addresses in an IP set', 'Addresses', ['203.0.113.0/24', '0.0.0.0/1', '128.0.0.0/1']],
    ['none in it', 'Addresses', undefined],
    ['an IP set of the other version', 'IPAddressVersion', 'IPV6'],
  ])('%s', (_, path, value) => {
    expect(synthAfter((firewall) => (firewall.node.findChild('AllowedIps1') as CfnIPSet).addPropertyOverride(path, value), { allowedIps: [IpSet.v4(['203.0.113.0/24'])] }))
      .toThrow(new RegExp(`AWS::WAFv2::IPSet ${path} = .*allowedIps has the address ranges that it was given, and something changed it.*IpSet.existing`));
  });

  test('that metrics are switched off', () => {
    expect(synthAfter(({ webAcl }) => webAcl.addPropertyOverride('VisibilityConfig.CloudWatchMetricsEnabled', false))).toThrow(/blocked requests are counted in CloudWatch/);
  });

  test('nothing of what its own props and methods do', () => {
    const firewall = (props: WebFirewallProps) => synthAfter((made) => {
      made.addUploadRoute({ method: 'POST', path: '/imports', maxBytes: 65_536 });
      new CfnIPSet(made, 'Unused', { scope: 'REGIONAL', ipAddressVersion: 'IPV4', addresses: [] });
    }, props);
    expect(firewall({
      blockedIps: [IpSet.v4(['198.51.100.0/24']), IpSet.v6(['2001:db8::/32'])],
      trustedIps: [IpSet.v4(['203.0.113.0/24'])],
      rules: [FirewallRule.limit('Login', 100, RequestMatch.path(StringMatch.endsWith('/login')))],
    })).not.toThrow();
  });
});
