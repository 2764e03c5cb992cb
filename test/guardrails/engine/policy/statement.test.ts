import { appOf, resourceOf } from './app-of';
import { Statement, isEveryone, isEveryoneInEffect, isEveryResource } from '../../../../src/guardrails/engine/policy/statement';
import { attempt } from '../possible-values';

const UNKNOWN = expect.stringMatching(/^unknown: /);
const GIVEN = { Ref: 'Given' };
const FILLED = { Ref: 'Filled' };
const SECTIONS = { Parameters: { Given: { Type: 'String' }, Filled: { Type: 'String', MinLength: 1 }, Choice: { Type: 'String' } }, Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Choice' }, 'a'] } } };

function statement(written: object): Statement {
  const app = appOf({ Subject: { Type: 'Test::Subject', Properties: { Statement: written } }, Bucket: { Type: 'AWS::S3::Bucket' } }, SECTIONS);
  return new Statement(resourceOf(app, 'Subject').get('Statement'));
}

/** What is read of a statement, or why it gave up. */
function read<T>(written: object, ask: (read: Statement) => T): T | string {
  const subject = statement(written);
  return attempt(() => ask(subject));
}

test.each<[unknown, unknown]>([['Allow', true], ['Deny', false], ['allow', UNKNOWN], [undefined, UNKNOWN], [GIVEN, UNKNOWN]])('the effect %j: %j', (effect, allows) => {
  expect(read({ Effect: effect }, (subject) => subject.allows)).toEqual(allows);
});

test('an effect that differs between the branches of a condition is read in each', () => {
  const subject = statement({ Effect: { 'Fn::If': ['Open', 'Allow', 'Deny'] } });
  const { world } = subject.value.app;
  const effects = [];
  world.begin();
  do effects.push(subject.allows); while (world.next());
  expect(effects).toEqual([true, false]);
});

test('its parts are read as they are written', () => {
  const subject = statement({
    Sid: { 'Fn::Sub': 'A${Given}' }, Effect: 'Allow', NotAction: ['s3:Get*', 's3:Put*'], NotResource: 'arn:aws:s3:::a', NotPrincipal: { AWS: ['1', '2'] },
  });
  expect([subject.sid, subject.actions, subject.notActions]).toEqual(['A?', [], ['s3:Get*', 's3:Put*']]);
  expect([subject.hasNotAction, subject.hasNotResource, subject.hasNotPrincipal]).toEqual([true, true, true]);
  expect([subject.resources, subject.notResources.map((value) => value.json)]).toEqual([[], ['arn:aws:s3:::a']]);
  expect([subject.principals, subject.notPrincipals.map(({ kind, value }) => [kind, value.json])]).toEqual([[], [['AWS', '1'], ['AWS', '2']]]);
  expect(subject.location).toBe('Properties.Statement');
  const other = statement({ Effect: 'Allow', Action: 's3:*', Resource: ['a', 'b'], Principal: 'c' });
  expect([other.sid, other.actions, other.notActions, other.notResources, other.notPrincipals]).toEqual([undefined, ['s3:*'], [], [], []]);
  expect([other.hasNotAction, other.hasNotResource, other.hasNotPrincipal]).toEqual([false, false, false]);
  expect([other.resources.map((value) => value.json), other.principals.map(({ kind, value }) => [kind, value.json])]).toEqual([['a', 'b'], [['AWS', 'c']]]);
});

test('what is read is kept', () => {
  const subject = statement({ Resource: ['a'], Principal: { AWS: '1' }, Condition: { Bool: { 'aws:SecureTransport': 'true' } } });
  expect([subject.resources === subject.resources, subject.principals === subject.principals, subject.conditions === subject.conditions])
    .toEqual([true, true, true]);
});

test.each<[unknown, string[]]>([
  ['*', ['*']], [['*', '1'], ['*', 'AWS']], [{ AWS: '*' }, ['*']], [{ AWS: ['*', '1'] }, ['*', 'AWS']], [{ Service: '*' }, ['Service']],
  [{ Federated: 'a', CanonicalUser: 'b' }, ['Federated', 'CanonicalUser']], [GIVEN, ['AWS']], [{ AWS: GIVEN }, ['AWS']], [{ 'Fn::ImportValue': 'x' }, ['AWS']], [undefined, []],
])('the kinds of the principal %j: %j', (principal, kinds) => {
  const found = read({ Principal: principal }, ({ principals }) => principals.map(({ kind }) => kind));
  expect(typeof found === 'string' ? ['unknown'] : found).toEqual(kinds);
});

test('the keys of conditions are in small letters, operators as written', () => {
  const { conditions, isConditional } = statement({ Condition: { StringLike: { 'aws:SourceArn': ['a', 'b'], 'S3:Prefix': 'c' }, Bool: {} } });
  expect(conditions.map(({ operator, key, values }) => [operator, key, values.map((value) => value.json)]))
    .toEqual([['StringLike', 'aws:sourcearn', ['a', 'b']], ['StringLike', 's3:prefix', ['c']]]);
  expect([isConditional, statement({}).isConditional, statement({ Condition: { Bool: {} } }).isConditional]).toEqual([true, false, false]);
});

test.each<[object, string, unknown]>([
  [{ Action: 's3:*' }, 's3:GetObject', true],
  [{ Action: ['sqs:*', 'S3:get*'] }, 's3:GetObject', true],
  [{ Action: 's3:Put*' }, 's3:GetObject', false],
  [{ NotAction: 's3:Put*' }, 's3:GetObject', true],
  [{ NotAction: 's3:*' }, 's3:GetObject', false],
  [{ Action: [GIVEN, 's3:*'] }, 's3:GetObject', true],
  [{ Action: [GIVEN, 'sqs:*'] }, 's3:GetObject', UNKNOWN],
])('%j speaks of %s: %j', (written, action, expected) => {
  expect(read(written, (subject) => subject.covers(action))).toEqual(expected);
});

test.each<[object, unknown]>([
  [{ Principal: '*' }, true], [{ Principal: { AWS: '*' } }, true], [{ NotPrincipal: { AWS: '1' } }, true], [{ Principal: { AWS: '111122223333' } }, false],
  [{ Principal: { AWS: ['1', '*'] } }, true], [{ Principal: { Service: '*' } }, true], [{ Principal: { Service: '*.amazonaws.com' } }, true],
  [{ Principal: { Service: 'sns.amazonaws.com' } }, false], [{ Principal: { Service: { 'Fn::Sub': 'logs.${AWS::Region}.amazonaws.com' } } }, false], [{ Principal: { AWS: 'arn:aws:iam::*:root' } }, true],
  [{ Principal: { AWS: '11112222333?' } }, true], [{ Principal: { AWS: 'arn:aws:iam::1111*:root' } }, true], [{ Principal: { AWS: 'arn:aws:iam::111122223333:*' } }, false], [{ Principal: { AWS: GIVEN } }, UNKNOWN], [{ Principal: { AWS: FILLED } }, UNKNOWN],
  [{ Principal: { Service: FILLED } }, UNKNOWN], [{ Principal: { CanonicalUser: '*' } }, false], [{}, false],
])('%j speaks of everybody: %j', (written, expected) => {
  expect(read(written, ({ isForEveryone }) => isForEveryone)).toEqual(expected);
});

test('a statement that denies needs the star to speak of everybody', () => {
  const [principal] = statement({ Principal: { AWS: 'arn:aws:iam::*:root' } }).principals;
  const [star] = statement({ Principal: { AWS: '*' } }).principals;
  expect([isEveryone(principal), isEveryoneInEffect(principal), isEveryone(star), isEveryoneInEffect(star)]).toEqual([false, true, true, true]);
});

test.each<[unknown, unknown]>([
  ['*', true], ['**', true], ['arn:*', true], ['arn*', true], ['a*', true], ['?', false], ['arn:aws:s3:::*', true], ['arn:aws:sqs:*:*:*', true],
  ['arn:aws:sqs:eu-west-1:111122223333:*', true], ['arn:aws:logs:::*:*', true], ['arn:aws:s3:::*/*', true], ['arn:aws:iam::*', true], ['arn:aws:s3*', true],
  ['arn:aws:s3:::bucket', false], ['arn:aws:s3:::bucket/*', false], ['arn:aws:s3:::a*', false], ['arn:aws:s3:::*-logs', false], ['arn:aws:sqs:*:*:*/orders', false], ['arn:aws:iam::*:role/*', false], ['arn:aws:iam::1:role', false],
  ['xarn:aws:s3:::*', false], ['', false],
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:*' }, true], [{ 'Fn::Sub': 'arn:aws:s3:::${Given}' }, false],
  [{ 'Fn::Sub': 'arn:aws:s3:::${Given}*' }, false], [GIVEN, UNKNOWN], [FILLED, UNKNOWN], [{ Ref: 'Bucket' }, false], [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, false],
  [{ 'Fn::Sub': '${Bucket.Arn}/*' }, false], [[], false],
])('%j is every resource: %j', (resource, expected) => {
  const { value } = statement({ Resource: resource });
  expect(attempt(() => isEveryResource(value.at('Resource')))).toEqual(expected);
});

test.each<[object, unknown]>([
  [{ Resource: '*' }, true], [{ Resource: ['a', '*'] }, true], [{ Resource: 'a' }, false], [{ NotResource: 'a' }, true], [{}, false],
])('%j speaks of every resource: %j', (written, expected) => {
  expect(read(written, ({ isForEveryResource }) => isForEveryResource)).toEqual(expected);
});

test('it is narrowed to callers by any of its conditions that is', () => {
  const narrowed = (condition: object): unknown => read({ Condition: condition }, ({ isNarrowedToCallers }) => isNarrowedToCallers);
  expect(narrowed({ Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })).toBe(true);
  expect(narrowed({ Bool: { 'aws:SecureTransport': 'true' } })).toBe(false);
});
