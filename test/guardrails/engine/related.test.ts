import { AppModel } from '../../../src/guardrails/engine/app-model';
import { valuesAt } from '../../../src/guardrails/engine/related';

const PARAMETERS = { Given: { Type: 'String' }, Choice: { Type: 'String' }, Several: { Type: 'CommaDelimitedList' } };
const CONDITIONS = { Open: { 'Fn::Equals': [{ Ref: 'Choice' }, 'a'] } };
const SUBJECT = { Ref: 'Subject' };

function appWith(others: object, subject: object = { Type: 'AWS::S3::Bucket' }): AppModel {
  return new AppModel([{ file: 't', body: { Parameters: PARAMETERS, Conditions: CONDITIONS, Resources: { Subject: subject, ...others } } }]);
}

function policy(Bucket: unknown, others: object = {}): object {
  return { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket }, ...others };
}

/** Ids of the policies that name the subject in each world, and whether there may be more of them. */
function naming(app: AppModel, path = 'Bucket', type = 'AWS::S3::BucketPolicy'): [ids: string[], more: boolean][] {
  const subject = app.templates[0].resources.get('Subject')!;
  const found: [string[], boolean][] = [];
  app.world.begin();
  do {
    const { resources, maybeMore } = app.naming(subject, type, path);
    found.push([resources.map(({ logicalId }) => logicalId).sort(), maybeMore !== undefined]);
  } while (app.world.next());
  return found;
}

const NAMED = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } };
const OPENLY_NAMED = { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'orders-${Given}' } } };

test.each<[string, object, object | undefined, string[], boolean]>([
  ['nothing', {}, undefined, [], false],
  ['references', { A: policy(SUBJECT), B: policy({ 'Fn::GetAtt': ['Subject', 'Arn'] }), C: policy({ 'Fn::Sub': '${Subject}' }) }, undefined, ['A', 'B', 'C'], false],
  ['another resource', { Other: { Type: 'AWS::S3::Bucket' }, A: policy({ Ref: 'Other' }) }, undefined, [], false],
  ['its name', { A: policy('orders'), B: policy('invoices') }, NAMED, ['A'], false],
  ['its ARN, and those of what is in it', { A: policy('arn:aws:s3:::orders'), B: policy('arn:aws:s3:::orders/*'), C: policy('arn:aws:s3:::orders-eu') }, NAMED, ['A', 'B'], false],
  ['a name with slashes', { A: policy('arn:aws:s3:::a/b'), B: policy('b') }, { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'a/b' } }, ['A'], false],
  ['a name, where it has none', { A: policy('orders') }, undefined, [], false],
  ['a name that may be its own', { A: policy('orders-eu') }, OPENLY_NAMED, [], true],
  ['a name that cannot be', { A: policy('invoices-eu') }, OPENLY_NAMED, [], false],
  ['the same open name', { A: policy({ 'Fn::Sub': 'orders-${Given}' }) }, OPENLY_NAMED, ['A'], true],
  ['something unknown', { A: policy({ Ref: 'Given' }), B: policy(SUBJECT) }, undefined, ['B'], true],
  ['a list of nobody knows what', { A: policy({ Ref: 'Several' }) }, undefined, [], true],
  ['something that is no text', { A: policy({ 'Fn::ImportValue': 'x' }) }, undefined, [], true],
  ['an object', { A: policy({ a: 1 }) }, undefined, [], false],
])('a resource is named by %s', (_, others, subject, ids, more) => expect(naming(appWith(others, subject))).toEqual([[ids, more]]));

test('a resource that does not exist names nothing', () => {
  expect(naming(appWith({ A: policy(SUBJECT, { Condition: 'Open' }) }))).toEqual([[['A'], false], [[], false]]);
  expect(naming(appWith({ A: policy({ Ref: 'Given' }, { Condition: 'Open' }) }))).toEqual([[[], true], [[], false]]);
  expect(naming(appWith({ A: policy('orders', { Condition: 'Open' }) }, NAMED))).toEqual([[['A'], false], [[], false]]);
  expect(naming(appWith({ A: policy('orders-eu', { Condition: 'Open' }) }, OPENLY_NAMED))).toEqual([[[], true], [[], false]]);
});

describe('what names another resource in each branch of a condition', () => {
  const branches = (one: unknown, other: unknown): object => policy({ 'Fn::If': ['Open', one, other] });

  test.each<[string, object, object | undefined, [string[], boolean][]]>([
    ['a reference', { A: branches(SUBJECT, 'invoices') }, undefined, [[['A'], false], [[], false]]],
    ['a name', { A: branches('orders', 'invoices') }, NAMED, [[['A'], false], [[], false]]],
    ['a name that may be its own', { A: branches('orders-eu', 'invoices') }, OPENLY_NAMED, [[[], true], [[], false]]],
    ['one of several names', { A: branches(['invoices', 'orders'], 'invoices') }, NAMED, [[['A'], false], [[], false]]],
    ['several names of which one may be its own', { A: branches(['invoices', 'orders-eu'], 'invoices') }, OPENLY_NAMED, [[[], true], [[], false]]],
    ['something unknown', { A: branches({ Ref: 'Given' }, 'invoices') }, undefined, [[[], true], [[], false]]],
  ])('by %s', (_, others, subject, expected) => expect(naming(appWith(others, subject))).toEqual(expected));

  test('in a world in which it exists', () => {
    expect(naming(appWith({ A: { ...branches(SUBJECT, 'invoices'), Condition: 'Open' } }))).toEqual([[['A'], false], [[], false]]);
    expect(naming(appWith({ A: { ...branches('invoices', SUBJECT), Condition: 'Open' } }))).toEqual([[[], false], [[], false]]);
  });
});

test('a resource does not name itself, known or not', () => {
  const subject = (name: unknown): object => ({ Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: name }, QueueName: 'orders' } });
  const asked = (name: unknown): unknown => naming(appWith({}, subject(name)), 'RedrivePolicy.deadLetterTargetArn', 'AWS::SQS::Queue');
  expect(asked({ 'Fn::GetAtt': ['Subject', 'Arn'] })).toEqual([[[], false]]);
  expect(asked({ Ref: 'Given' })).toEqual([[[], false]]);
  expect(asked('arn:aws:sqs:eu-west-1:111122223333:orders')).toEqual([[[], false]]);
  expect(asked({ 'Fn::If': ['Open', { Ref: 'Given' }, 'arn:aws:sqs:eu-west-1:111122223333:orders'] })).toEqual([[[], false], [[], false]]);
});

test('one that names it twice counts once, and the index is kept', () => {
  const app = appWith({ A: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [SUBJECT, SUBJECT] } } });
  expect(naming(app, 'Queues', 'AWS::SQS::QueuePolicy')).toEqual([[['A'], false]]);
  expect(naming(app, 'Queues', 'AWS::SQS::QueuePolicy')).toEqual([[['A'], false]]);
});

test('the values on a path', () => {
  const app = appWith({}, { Type: 'Test::Subject', Properties: { List: [{ A: 1 }, { A: 2 }], One: { A: 3 }, Map: { x: { A: 4 }, y: { A: 5 } } } });
  const { properties } = app.templates[0].resources.get('Subject')!;
  const at = (path: string): unknown[] => valuesAt(properties, path).map((value) => value.json);
  expect([at('List.*.A'), at('One.*.A'), at('Map.{}.A'), at('List.{}.A'), at('One.A'), at('Missing.*.A'), at('Missing.{}'), at('Missing')])
    .toEqual([[1, 2], [3], [4, 5], [], [3], [], [], [undefined]]);
});
