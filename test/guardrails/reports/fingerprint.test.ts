import { fingerprintOf } from '../../../src/guardrails/reports/fingerprint';

const PLACE = { location: 'Properties.Statement.0.Action', content: { b: [1, { d: 1, c: 2 }], a: 'x' } };
const BUCKET = { type: 'AWS::S3::Bucket', logicalId: 'Orders' };
const HASH = '0123456789abcdef'.repeat(2);
const of = (change: object = {}, rule = 's3/a', resource = BUCKET, stack = 'Shop') => fingerprintOf(rule, { stack, resource }, { ...PLACE, ...change });
const calling = (logicalId: string) => of({}, 's3/a', { ...BUCKET, logicalId });

test('it is 16 hexadecimal digits', () => expect(of()).toMatch(/^[0-9a-f]{16}$/));

test.each([
  ['the position in a list', { location: 'Properties.Statement.12.Action' }],
  ['the order of keys', { content: { a: 'x', b: [1, { c: 2, d: 1 }] } }],
  ['the order of a list', { content: { b: [{ d: 1, c: 2 }, 1], a: 'x' } }],
  ['the message', { message: 'other words' }],
])('it stays the same whatever %s is', (_, change) => expect(of(change)).toBe(of()));

test.each<[string, string]>([
  ['another rule', of({}, 's3/b')],
  ['another type', of({}, 's3/a', { ...BUCKET, type: 'AWS::S3::AccessPoint' })],
  ['another resource', calling('Invoices')],
  ['another stack', of({}, 's3/a', BUCKET, 'Archive')],
  ['no resource', fingerprintOf('s3/a', { stack: 'Shop' }, PLACE)],
  ['no stack', fingerprintOf('s3/a', {}, PLACE)],
  ['another place', of({ location: 'Properties.Statement.0.NotAction' })],
  ['a name with a digit in it', of({ location: 'Properties.Statement.a0.Action' })],
  ['other content', of({ content: 'x' })],
  ['what else tells it apart', of({ about: 'this' })],
  ['null for content', of({ content: null })],
  ['no content', of({ content: undefined })],
])('it differs for %s', (_, other) => expect(other).not.toBe(of()));

test('functions of CloudFormation are given their arguments in order, lists among them in any', () => {
  const choosing = (...branches: unknown[]) => of({ content: { Action: { 'Fn::If': ['IsProd', ...branches] } } });
  expect(choosing('s3:*', 's3:GetObject')).not.toBe(choosing('s3:GetObject', 's3:*'));
  expect(choosing(['a', 'b'], 'c')).toBe(choosing(['b', 'a'], 'c'));
});

test('what is not there is told apart by its place, and by what else is said of it', () => {
  const absent = (about?: string, location = PLACE.location) => of({ content: undefined, about, location });
  expect(absent()).toBe(absent());
  expect(absent()).not.toBe(absent(undefined, 'Properties'));
  expect(absent('Errors')).not.toBe(absent('Throttles'));
  expect(absent()).not.toBe(of({ content: 'absent' }));
});

test('the hash that CDK appends to a logical id counts for nothing', () => {
  expect(calling(`Orders${HASH}`)).toBe(calling('Orders'));
  expect(calling(`Orders${HASH}`)).toBe(calling(`Orders${HASH.replace(/0/g, '1')}`));
  expect(calling(`Orders${HASH.slice(1)}`)).not.toBe(calling('Orders'));
  expect(calling(`${HASH}Orders`)).not.toBe(calling('Orders'));
});
