import { appOf, policy, resourceOf } from './app-of';
import { namesOneOwner, narrowsCallers } from '../../../../src/guardrails/engine/policy/callers';
import { statementsOf } from '../../../../src/guardrails/engine/policy/policies';
import { isNarrowedToResources } from '../../../../src/guardrails/engine/policy/resource-conditions';
import type { Statement } from '../../../../src/guardrails/engine/policy/statement';
import { Unknown } from '../../../../src/guardrails/engine/unknown';

const GIVEN = { Parameters: { Given: { Type: 'String' }, Owner: { Type: 'String' }, Several: { Type: 'CommaDelimitedList' } } };

function statementWith(condition: object): Statement {
  const app = appOf({
    Custom: { Type: 'Custom::Partner' },
    Policy: policy('AWS::SQS::QueuePolicy', { Queues: ['q'] }, { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*', Condition: condition }),
  }, GIVEN);
  return statementsOf(resourceOf(app, 'Policy'))[0];
}

/** What is asked, or that nobody can tell. */
function answer(ask: () => boolean): boolean | 'unknown' {
  try {
    return ask();
  } catch (signal) {
    if (signal instanceof Unknown) return 'unknown';
    throw signal;
  }
}

const narrows = (condition: object): boolean | 'unknown' => {
  const statement = statementWith(condition);
  const [first] = statement.conditions;
  const asked = answer(() => narrowsCallers(first));
  const named = answer(() => statement.isNarrowedToCallers);
  return asked === named ? asked : 'unknown';
};

const REF = { Ref: 'Given' };

describe('an operator that compares exactly narrows to callers whatever it compares with', () => {
  test.each<[string, object]>([
    ['an account that the deployment gives', { StringEquals: { 'aws:PrincipalAccount': REF } }],
    ['an organisation that the deployment gives', { StringEquals: { 'aws:PrincipalOrgID': REF } }],
    ['an ARN that the deployment gives', { 'ForAnyValue:StringEquals': { 'aws:SourceArn': REF } }],
    ['a role of an account that the deployment gives', { StringEquals: { 'aws:PrincipalArn': { 'Fn::Sub': 'arn:aws:iam::${Owner}:role/orders' } } }],
    ['a user of whatever letters', { StringEqualsIgnoreCase: { 'aws:userid': REF } }],
    ['an organisation of another app', { StringEquals: { 'aws:PrincipalOrgID': { 'Fn::ImportValue': 'organisation' } } }],
    ['several, one of them given', { StringEquals: { 'aws:SourceVpc': ['vpc-1', REF] } }],
    ['a star, which is nobody\'s name', { StringEquals: { 'aws:PrincipalOrgID': '*' } }],
    ['the account of the resource', { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } }],
    ['a user by a name that the caller brings, in one account', { StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:user/${aws:username}' } }],
  ])('%s', (_, condition) => expect(narrows(condition)).toBe(true));

  test('a list that may be empty is not known to narrow', () => {
    expect(narrows({ StringEquals: { 'aws:PrincipalOrgID': { Ref: 'Several' } } })).toBe('unknown');
    expect(narrows({ StringEquals: { 'aws:PrincipalOrgID': [] } })).toBe(false);
  });
});

describe('what the caller brings along is no bound', () => {
  test.each<[string, object]>([
    ['its own account', { StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } }],
    ['its own organisation or a default', { StringEquals: { 'aws:PrincipalOrgID': '${aws:PrincipalOrgID, \'o-1\'}' } }],
    ['a tag of its own', { StringLike: { 'aws:SourceVpce': '${aws:PrincipalTag/vpce}' } }],
    ['its own id', { StringEquals: { 'aws:userid': '${aws:userid}' } }],
    ['beside one that is', { StringEquals: { 'aws:PrincipalAccount': ['123456789012', '${aws:PrincipalAccount}'] } }],
  ])('%s', (_, condition) => expect(narrows(condition)).toBe(false));
});

test('a list that is not known hides no other condition', () => {
  expect(statementWith({ StringLike: { 'aws:PrincipalTag/team': { Ref: 'Several' } }, StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }).isNarrowedToCallers).toBe(true);
});

test('a role in the account of the caller belongs to anybody', () => {
  const { conditions: [condition], isNarrowedToCallers } = statementWith({ StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::${aws:PrincipalAccount}:role/a' } });
  expect([narrowsCallers(condition), isNarrowedToCallers]).toEqual([false, false]);
});

describe('an operator that takes patterns', () => {
  test.each<[string, object, boolean | 'unknown']>([
    ['a value that may be the star', { StringLike: { 'aws:PrincipalOrgID': REF } }, 'unknown'],
    ['an ARN that may be the star', { ArnEquals: { 'aws:SourceArn': REF } }, 'unknown'],
    ['values of which one may be the star', { StringLike: { 'aws:PrincipalOrgID': { Ref: 'Several' } } }, 'unknown'],
    ['a range that may be the internet', { IpAddress: { 'aws:SourceIp': REF } }, 'unknown'],
    ['the star', { StringLike: { 'aws:PrincipalOrgID': '*' } }, false],
    ['one of them', { StringLike: { 'aws:PrincipalOrgID': 'o-1234567890' } }, true],
  ])('%s', (_, condition, expected) => expect(narrows(condition)).toBe(expected));
});

test('conditions on resources narrow the same way', () => {
  const asked = (condition: object): boolean | 'unknown' => answer(() => isNarrowedToResources(statementWith(condition)));
  expect(asked({ StringEquals: { 'aws:ResourceTag/team': REF } })).toBe(true);
  expect(asked({ StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } })).toBe(true);
  expect(asked({ StringLike: { 'aws:ResourceTag/team': REF } })).toBe('unknown');
  expect(asked({ StringLike: { 'aws:ResourceTag/team': '*' } })).toBe(false);
});

describe('keys that say who calls', () => {
  test.each([
    'aws:PrincipalAccount', 'aws:PrincipalArn', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalServiceName', 'aws:PrincipalServiceNamesList',
    'aws:SourceAccount', 'aws:SourceArn', 'aws:SourceIp', 'aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:SourceOwner', 'aws:SourceVpc', 'aws:SourceVpcArn',
    'aws:SourceVpce', 'aws:userid', 'aws:VpceAccount', 'aws:VpceOrgID', 'aws:VpceOrgPaths', 'kms:CallerAccount', 'sns:Endpoint', 'lambda:SourceFunctionArn',
    'lambda:FunctionUrlAuthType', 'elasticfilesystem:AccessPointArn', 'token.actions.githubusercontent.com:sub', 'cognito-identity.amazonaws.com:aud',
  ])('%s', (key) => expect(narrowsCallers(statementWith({ StringEquals: { [key]: 'a' } }).conditions[0])).toBe(true));

  test.each([
    'aws:username', 'aws:SourceIdentity', 'aws:PrincipalTag/team', 'aws:SecureTransport', 'aws:ViaAWSService', 'kms:ViaService', 'accounts.google.com:aud',
    'cognito-identity.amazonaws.com:amr', 'xkms:callerAccount', 'kms:callerAccounts', 'a b:sub', 'x:subject', 'cognito-identityxamazonaws.com:aud',
  ])('but not %s', (key) => expect(narrows({ StringEquals: { [key]: 'a' } })).toBe(false));
});

test.each<[string, boolean]>([
  ['StringEquals', true], ['stringlike', true], ['StringEqualsIgnoreCase', true], ['ArnEquals', true], ['ArnLike', true], ['IpAddress', true], ['BinaryEquals', true],
  ['ForAnyValue:StringEquals', true], ['ForAllValues:StringEquals', false], ['StringEqualsIfExists', false], ['StringNotEquals', false], ['Null', false],
  ['Bool', false], ['XStringLike', false],
])('%s narrows: %j', (operator, expected) => expect(narrows({ [operator]: { 'aws:SourceVpc': 'vpc-1' } })).toBe(expected));

describe('what a condition compares with', () => {
  test.each<[string, object, boolean | 'unknown']>([
    ['nothing', { StringEquals: { 'aws:PrincipalOrgID': [] } }, false],
    ['what is no text', { StringEquals: { 'aws:PrincipalOrgID': [['o-1']] } }, false],
    ['what is no text, as an id', { StringLike: { 'aws:userid': [['AROAEXAMPLE:a']] } }, false],
    ['a session of any name', { StringLike: { 'aws:userid': '*:orders' } }, false],
    ['sessions of a role that the deployment gives', { StringLike: { 'aws:userid': { 'Fn::Sub': '${Given}:*' } } }, true],
    ['sessions of a role', { StringLike: { 'aws:userid': 'AROAEXAMPLE:*' } }, true],
    ['every role there is', { StringLike: { 'aws:userid': 'AROA*' } }, false],
    ['ids of one character more', { StringLike: { 'aws:userid': '?ROAEXAMPLE:orders' } }, false],
    ['an organisation of any id', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }, false],
    ['a network of any id', { StringLike: { 'aws:SourceVpc': 'vpc-*' } }, false],
    ['an endpoint of any id', { StringLike: { 'aws:SourceVpce': 'vpce-*' } }, false],
    ['any account', { StringLike: { 'aws:SourceAccount': '????????????' } }, false],
    ['half of all addresses', { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }, false],
    ['a network of the internet', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, true],
    ['the smallest that is no half of the internet', { IpAddress: { 'aws:SourceIp': '12.0.0.0/8' } }, true],
    ['a bit more', { IpAddress: { 'aws:SourceIp': '12.0.0.0/7' } }, false],
    ['a wide range of IPv6', { IpAddress: { 'aws:SourceIp': '2001:db8::/31' } }, false],
    ['a range of IPv6', { IpAddress: { 'aws:SourceIp': '2001:DB8::/32' } }, true],
    ['private ranges of IPv6', { IpAddress: { 'aws:SourceIp': 'fc00::/7' } }, true],
    ['other private ranges of IPv6', { IpAddress: { 'aws:SourceIp': 'FD00::/8' } }, true],
    ['the account of the stack', { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }, true],
    ['an account that a parameter gives, as a pattern', { StringLike: { 'aws:SourceAccount': REF } }, 'unknown'],
  ])('%s: %j narrows: %j', (_, condition, expected) => expect(narrows(condition)).toBe(expected));
});

describe('an account or organisation', () => {
  test.each<[string, object, boolean | 'unknown']>([
    ['an account', { StringLike: { 'aws:SourceAccount': '111122223333' } }, true],
    ['some accounts', { StringLike: { 'aws:SourceAccount': '1111*' } }, false],
    ['accounts that differ in one digit', { StringLike: { 'aws:PrincipalAccount': '11112222333?' } }, false],
    ['one of two', { StringLike: { 'aws:SourceAccount': ['111122223333', '1111*'] } }, false],
    ['an owner', { StringLike: { 'aws:SourceOwner': '1111*' } }, false],
    ['organisations', { StringLike: { 'aws:PrincipalOrgID': 'o-1*' } }, false],
    ['the paths of an organisation', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-12345/*' } }, true],
    ['the paths of many', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1*/r-1/*' } }, false],
    ['networks', { StringLike: { 'aws:SourceVpc': 'vpc-1*' } }, false],
    ['networks of eight signs', { StringLike: { 'aws:SourceVpc': 'vpc-????????' } }, false],
    ['endpoints whose ids begin so', { StringLike: { 'aws:SourceVpce': 'vpce-1*' } }, false],
    ['a network', { StringLike: { 'aws:SourceVpc': 'vpc-1' } }, true],
    ['an organisation whose id begins with what the deployment gives', { StringLike: { 'aws:PrincipalOrgID': { 'Fn::Sub': 'o-${Given}' } } }, 'unknown'],
    ['an endpoint of the app', { StringLike: { 'aws:SourceVpce': { Ref: 'Policy' } } }, true],
  ])('%s: %j says whose: %j', (_, condition, expected) => expect(answer(() => statementWith(condition).isNarrowedToCallers)).toBe(expected));
});

describe('the owner of what calls', () => {
  const GET_ATT = { 'Fn::GetAtt': ['Policy', 'Arn'] };
  test.each<[string, unknown, boolean | 'unknown']>([
    ['a resource of the app', GET_ATT, true],
    ['what is below it', { 'Fn::Join': ['', [GET_ATT, '/*']] }, true],
    ['a topic', 'arn:aws:sns:eu-west-1:111122223333:orders', true],
    ['the topics of an account', 'arn:aws:sns:*:111122223333:*', true],
    ['the account of the stack', { 'Fn::Sub': 'arn:aws:sns:*:${AWS::AccountId}:*' }, true],
    ['a topic of any account', 'arn:aws:sns:eu-west-1:*:orders', false],
    ['of some accounts', 'arn:aws:sns:eu-west-1:1111????????:orders', false],
    ['of an account that the deployment gives', { 'Fn::Sub': 'arn:aws:sns:eu-west-1:${Given}:orders' }, 'unknown'],
    ['a bucket', 'arn:aws:s3:::orders', true],
    ['buckets whose names begin so', 'arn:aws:s3:::orders*', false],
    ['a bucket, as AWS documents it', 'arn:aws:s3:*:*:orders', true],
    ['buckets, as AWS documents them', 'arn:aws:s3:*:*:orders?', false],
    ['a bucket whose name ends in what the deployment gives', { 'Fn::Sub': 'arn:aws:s3:::orders-${Given}' }, 'unknown'],
    ['what is named by the deployment in an account', { 'Fn::Sub': 'arn:aws:sns:eu-west-1:111122223333:${Given}' }, true],
    ['a bucket whose name the deployment gives', { 'Fn::Sub': 'arn:aws:s3:::${Given}' }, 'unknown'],
    ['an API, which has no account in its ARN', 'arn:aws:apigateway:eu-west-1::/restapis/a*', false],
    ['what is cut short', 'arn:aws:sns', false],
    ['no ARN', 'orders', true],
    ['no ARN, with a star', 'orders*', false],
    ['an ARN in question marks', 'a?n:aws:sns:eu-west-1:????????????:orders', false],
    ['anything', REF, 'unknown'],
    ['what a custom resource says', { Ref: 'Custom' }, 'unknown'],
    ['text that begins with anything', { 'Fn::Sub': '${Given}orders' }, 'unknown'],
    ['an account that the caller brings', 'arn:aws:sns:eu-west-1:${aws:PrincipalAccount}:orders', false],
  ])('%s: %j', (_, arn, expected) => expect(answer(() => statementWith({ ArnLike: { 'aws:SourceArn': arn } }).isNarrowedToCallers)).toBe(expected));

  test('what is empty, or no text, is of nobody', () => {
    const app = appOf({ Subject: { Type: 'Test::Subject', Properties: { Empty: '', List: ['a'] } } });
    const subject = resourceOf(app, 'Subject');
    expect([namesOneOwner(subject.get('Empty')), namesOneOwner(subject.get('Missing')), answer(() => namesOneOwner(subject.get('List')))]).toEqual([false, false, 'unknown']);
  });
});
