import { appOf, policy, resourceOf } from './app-of';
import { narrowsCallers } from '../../../../src/guardrails/engine/policy/callers';
import { statementsOf } from '../../../../src/guardrails/engine/policy/policies';
import { isNarrowedToResources } from '../../../../src/guardrails/engine/policy/resource-conditions';
import type { Statement } from '../../../../src/guardrails/engine/policy/statement';
import { Unknown } from '../../../../src/guardrails/engine/unknown';

const GIVEN = { Parameters: { Given: { Type: 'String' }, Owner: { Type: 'String' } } };

function statementWith(condition: object): Statement {
  const app = appOf({
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
    ['several, one of them given', { StringEquals: { 'aws:SourceVpc': ['vpc-1', REF] } }],
    ['a star, which is nobody\'s name', { StringEquals: { 'aws:PrincipalOrgID': '*' } }],
    ['the account of the resource', { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } }],
    ['a user by a name that the caller brings, in one account', { StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:user/${aws:username}' } }],
  ])('%s', (_, condition) => expect(narrows(condition)).toBe(true));
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

test('a role in the account of the caller belongs to anybody', () => {
  const { conditions: [condition], isNarrowedToCallers } = statementWith({ StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::${aws:PrincipalAccount}:role/a' } });
  expect([narrowsCallers(condition), isNarrowedToCallers]).toEqual([false, false]);
});

describe('an operator that takes patterns', () => {
  test.each<[string, object, boolean | 'unknown']>([
    ['a value that may be the star', { StringLike: { 'aws:PrincipalOrgID': REF } }, 'unknown'],
    ['an ARN that may be the star', { ArnEquals: { 'aws:SourceArn': REF } }, 'unknown'],
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
