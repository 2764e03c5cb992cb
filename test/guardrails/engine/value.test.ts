import { attempt, inEachWorld, subjectValue, templateWith } from './possible-values';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import type { Value } from '../../../src/guardrails/engine/value';

const SECTIONS = {
  Parameters: { Given: { Type: 'String' }, Several: { Type: 'CommaDelimitedList' }, Choice: { Type: 'String' } },
  Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Choice' }, 'a'] } },
};
const RESOURCES = {
  Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'admin' } },
  Table: { Type: 'AWS::DynamoDB::Table' },
  Custom: { Type: 'Custom::Role' },
  Stack: { Type: 'AWS::CloudFormation::Stack' },
};
const NOTHING = { Ref: 'AWS::NoValue' };
const GIVEN = { Ref: 'Given' };
const UNKNOWN = expect.stringMatching(/^unknown: /);

function valueOf(raw: unknown): Value {
  return subjectValue(new AppModel([{ file: 't', body: templateWith(raw, SECTIONS, RESOURCES) }]));
}

function read<T>(raw: unknown, compute: (value: Value) => T): T | string {
  const value = valueOf(raw);
  return attempt(() => compute(value));
}

describe('is', () => {
  test.each<[unknown, string | number | boolean, unknown]>([
    ['a', 'a', true], ['a', 'b', false], ['a', 'A', false], ['', '', true],
    [true, true, true], [true, false, false], [false, false, true], [NOTHING, false, false], [true, 'yes', false], [false, 'true', false], ['true', true, true], ['True', true, true], [true, 'true', true], ['false', true, false], [1, true, UNKNOWN], ['yes', true, UNKNOWN], [[], false, UNKNOWN], [{ Ref: 'Role' }, true, UNKNOWN],
    [5, 5, true], ['5', 5, true], [5, '5', true], ['5.0', 5, false], [0, '', false], [0, false, UNKNOWN],
    [[], '', false], [['a'], 'a', false], [{}, '', false], [NOTHING, '', false],
    [{ Ref: 'Role' }, 'admin', false],
    [GIVEN, 'a', UNKNOWN], [null, 'a', UNKNOWN], ['{{resolve:ssm:a}}', 'a', UNKNOWN],
    [{ Ref: 'AWS::AccountId' }, '*', false], [{ Ref: 'AWS::AccountId' }, 111111111111, UNKNOWN], [{ Ref: 'AWS::Region' }, 'eu-west-1', UNKNOWN], [{ Ref: 'AWS::Region' }, 'us-gov-west-1', UNKNOWN],
    [{ Ref: 'AWS::Region' }, '*', false], [{ Ref: 'AWS::Partition' }, 'aws-us-gov', UNKNOWN], [{ Ref: 'AWS::URLSuffix' }, 'amazonaws.com', UNKNOWN],
    [{ Ref: 'AWS::StackName' }, 'prod', UNKNOWN], [{ Ref: 'AWS::StackId' }, '*', false], [{ Ref: 'AWS::NotificationARNs' }, '*', UNKNOWN],
    [{ 'Fn::Sub': 'a-${Given}' }, 'a-b', UNKNOWN], [{ 'Fn::Sub': 'a-${Given}' }, 'b', false], [{ 'Fn::Sub': '${Given}-z' }, 'a', false],
    [{ 'Fn::Sub': 'a${Given}a' }, 'a', false], [{ 'Fn::Sub': 'a${Given}b${Given}c' }, 'abc', UNKNOWN], [{ 'Fn::Sub': 'a${Given}b${Given}c' }, 'acb', false],
  ])('%j is %j: %j', (raw, literal, expected) => expect(read(raw, (value) => value.is(literal))).toEqual(expected));

  test('any of several', () => {
    expect(read('b', (value) => value.is('a', 'b'))).toBe(true);
    expect(read('b', (value) => value.is())).toBe(false);
    expect(read({ 'Fn::Sub': 'a-${Given}' }, (value) => value.is('b', 'a-b'))).toEqual(UNKNOWN);
    expect(read({ 'Fn::GetAtt': ['Elsewhere', 'Arn'] }, (value) => value.is('*', 'arn:aws:s3:::b'))).toEqual(UNKNOWN);
  });

  test('the ARN of what the template lacks is an ARN', () => {
    const arn = { 'Fn::GetAtt': ['Elsewhere', 'Arn'] };
    expect(read(arn, (value) => value.is('*', ''))).toBe(false);
    expect(read(arn, (value) => value.is('arn:aws:s3:::b'))).toEqual(UNKNOWN);
    expect(read({ 'Fn::GetAtt': ['Elsewhere', 'Value'] }, (value) => value.is('*'))).toEqual(UNKNOWN);
  });

  test('text of many open parts is compared at once', () => {
    const many = { 'Fn::Join': ['', [...Array(60).fill(GIVEN), 'x']] };
    const started = Date.now();
    expect(read(many, (value) => value.is('arn:aws:iam::aws:policy/AdministratorAccess'))).toBe(false);
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe('boolean', () => {
  test.each<[unknown, unknown]>([
    [true, true], [false, false], ['true', true], ['TRUE', true], ['False', false], [NOTHING, 'absent'],
    ['yes', UNKNOWN], [1, UNKNOWN], [0, UNKNOWN], ['', UNKNOWN], [[], UNKNOWN], [['true'], UNKNOWN], [{}, UNKNOWN], [null, UNKNOWN], [GIVEN, UNKNOWN],
    [{ Ref: 'Role' }, UNKNOWN], [{ 'Fn::Sub': 'tr${Given}' }, UNKNOWN],
  ])('%j: %j', (raw, expected) => {
    expect(read(raw, (value) => (value.isAbsent ? 'absent' : value.boolean(false)))).toEqual(expected);
  });
  test('of what is absent is what the caller says', () => {
    expect(read(NOTHING, (value) => value.boolean(true))).toBe(true);
    expect(read(NOTHING, (value) => value.boolean(false))).toBe(false);
  });
});

test.each<[unknown, unknown]>([
  [5, 5], ['5', 5], ['30', 30], ['1.25', 1.25], [' 5 ', 5], ['-1.5', -1.5], [0, 0], [NOTHING, undefined],
  ['', UNKNOWN], ['5 days', UNKNOWN], ['1e3', UNKNOWN], ['0x10', UNKNOWN], [true, UNKNOWN], [[5], UNKNOWN], [{}, UNKNOWN], [null, UNKNOWN], [GIVEN, UNKNOWN],
  [{ Ref: 'Role' }, UNKNOWN], [{ 'Fn::Sub': '1${Given}' }, UNKNOWN],
])('number of %j: %j', (raw, expected) => expect(read(raw, (value) => value.number())).toEqual(expected));

test.each<[unknown, unknown]>([
  ['a', 'a'], ['', ''], [5, '5'], [true, 'true'], [NOTHING, undefined],
  [[], UNKNOWN], [{}, UNKNOWN], [null, UNKNOWN], [GIVEN, UNKNOWN], [{ Ref: 'Role' }, UNKNOWN], [{ 'Fn::Sub': 'a${Role}' }, UNKNOWN],
])('text of %j: %j', (raw, expected) => expect(read(raw, (value) => value.text())).toEqual(expected));

test.each<[unknown, unknown]>([
  ['a', true], [0, true], [false, true], ['', false], [NOTHING, false], [[], false], [{}, false], [['a'], true], [{ a: 1 }, true],
  [[NOTHING], false], [{ a: NOTHING }, false], [[''], false], [['', 'a'], true], [[GIVEN], true],
  [{ Ref: 'Role' }, true], [GIVEN, UNKNOWN], [null, UNKNOWN], [{ 'Fn::Sub': 'a${Given}' }, true], [{ 'Fn::Sub': '${Given}${Choice}' }, UNKNOWN],
  [{ Ref: 'AWS::Region' }, true], ['{{resolve:ssm:a}}', true], [{ 'Fn::GetAtt': ['Elsewhere', 'Arn'] }, true], [{ 'Fn::GetAtt': ['Elsewhere', 'ArnOfIt'] }, true],
  [{ Ref: 'Elsewhere' }, UNKNOWN], [{ 'Fn::GetAtt': ['Stack', 'Outputs.A'] }, true], [{ 'Fn::GetAZs': '' }, true],
  [{ 'Fn::GetStackOutput': { StackName: 'Elsewhere', OutputName: 'A' } }, UNKNOWN],
])('isSet of %j: %j', (raw, expected) => expect(read(raw, (value) => value.isSet)).toEqual(expected));

describe('list', () => {
  const items = (raw: unknown) => read(raw, (value) => value.list().map((item) => item.textWith('?') ?? item.json));
  test.each<[unknown, unknown]>([
    [['a', 'b'], ['a', 'b']], [[], []], [NOTHING, []], ['a', ['a']], [{ a: 1 }, [{ a: 1 }]], [['a', NOTHING, 'b'], ['a', 'b']],
    [{ Ref: 'Role' }, ['?']], [GIVEN, ['?']], [{ Ref: 'Several' }, UNKNOWN], [null, UNKNOWN], [{ 'Fn::Sub': 'a${Given}' }, ['a?']],
    [{ 'Fn::If': ['Nothing'] }, UNKNOWN], [{ Ref: 'AWS::NotificationARNs' }, UNKNOWN], [{ 'Fn::GetAtt': ['Stack', 'Outputs.A'] }, ['?']],
    [{ 'Fn::GetAtt': ['Elsewhere', 'Arn'] }, ['?']], [{ 'Fn::GetAtt': ['Elsewhere', 'ArnOfIt'] }, UNKNOWN],
  ])('of %j: %j', (raw, expected) => expect(items(raw)).toEqual(expected));

  test('has other items in another world', () => {
    const app = new AppModel([{ file: 't', body: templateWith(['a', { 'Fn::If': ['Open', 'b', NOTHING] }], SECTIONS) }]);
    expect(inEachWorld(app, (value) => value.list().map((item) => item.text() ?? 'absent'))).toEqual([['a', 'b'], ['a']]);
  });

  test('keeps the places where its items are written', () => {
    expect(read([NOTHING, 'a'], (value) => value.list().map(({ location }) => location))).toEqual(['Properties.Value.1']);
    expect(read('a', (value) => value.list().map(({ location }) => location))).toEqual(['Properties.Value']);
  });
});

describe('entries', () => {
  const keys = (raw: unknown) => read(raw, (value) => value.entries().map(([key]) => key));
  test.each<[unknown, unknown]>([
    [{ a: 1, b: NOTHING, c: null }, ['a', 'c']], [{}, []], [NOTHING, []], [[], UNKNOWN], ['a', UNKNOWN], [GIVEN, UNKNOWN], [{ Ref: 'Role' }, UNKNOWN], [null, UNKNOWN],
  ])('of %j: %j', (raw, expected) => expect(keys(raw)).toEqual(expected));
});

describe('going on', () => {
  const at = (raw: unknown, path: string) => read(raw, (value) => {
    const found = value.get(path);
    return found.isAbsent ? 'absent' : found.whyUnknown === undefined ? found.json : 'open';
  });
  test.each<[unknown, string, unknown]>([
    [Array.from({ length: 12 }, (_, index) => index), '11', 11], [[0, 1], 'x1', 'open'], [{ a: { b: 1 } }, 'a.b', 1], [{ a: [5, 6] }, 'a.1', 6], [{ a: [NOTHING, 6] }, 'a.0', 6], [{ a: [] }, 'a.0', 'absent'], [{ a: 1 }, 'b', 'absent'],
    [{ a: 1 }, 'b.c.d', 'absent'], [NOTHING, 'a', 'absent'], [{ a: 1 }, 'constructor', 'absent'], [{ a: 1 }, 'a.b', 'open'], [{ a: [1] }, 'a.b', 'open'],
    ['text', 'a', 'open'], [GIVEN, 'a.b', 'open'], [{ Ref: 'Role' }, 'a', 'open'], [null, 'a', 'open'],
    [{ 'Fn::If': ['Open', { a: 1 }, { a: 1 }] }, 'a', 1],
  ])('%j at %s: %j', (raw, path, expected) => expect(at(raw, path)).toEqual(expected));

  test('what is below something unknown is not what is beside it', () => {
    const keyAt = (path: string) => read({ 'Fn::GetAtt': ['Custom', 'Settings'] }, (value) => value.get(path).key);
    expect(keyAt('a')).not.toEqual(keyAt('b'));
    expect(keyAt('a.b')).not.toEqual(keyAt('a'));
    expect(keyAt('a.b')).toEqual(keyAt('a.b'));
  });

  test('by a key with dots', () => expect(read({ 'a.b': 1 }, (value) => value.at('a.b').json)).toBe(1));
  test('remembers the place', () => expect(read({ a: ['x'] }, (value) => value.get('a.0').location)).toBe('Properties.Value.a.0'));
  test('sees another value in another world', () => {
    const app = new AppModel([{ file: 't', body: templateWith({ a: { 'Fn::If': ['Open', [1], NOTHING] } }, SECTIONS) }]);
    expect(inEachWorld(app, (value) => value.get('a').list().length)).toEqual([1, 0]);
    const other = new AppModel([{ file: 't', body: templateWith({ 'Fn::If': ['Open', { a: 1 }, { a: 2 }] }, SECTIONS) }]);
    expect(inEachWorld(other, (value) => value.get('a').json)).toEqual([1, 2]);
  });
});

describe('what kind of value it is', () => {
  const kinds = (raw: unknown) => read(raw, (value) => (['isAbsent', 'isKnown', 'isObject', 'isList', 'isDynamicReference'] as const).filter((kind) => value[kind]));
  test.each<[unknown, string[]]>([
    ['a', ['isKnown']], [0, ['isKnown']], [[], ['isKnown', 'isList']], [{}, ['isKnown', 'isObject']], [NOTHING, ['isAbsent']], [GIVEN, []], [{ Ref: 'Role' }, []],
    [null, []], ['{{resolve:ssm:a}}', ['isDynamicReference']], ['a{{resolve:ssm:a}}', ['isDynamicReference']],
    [{ 'Fn::Sub': 'a{{resolve:secretsmanager:${Given}}}b' }, ['isDynamicReference']], [{ 'Fn::Sub': '{{resolve:ssm:${Given}}}' }, ['isDynamicReference']], [{ 'Fn::Sub': 'a${Given}' }, []],
  ])('%j: %j', (raw, expected) => expect(kinds(raw)).toEqual(expected));
});

describe('references', () => {
  const role = { 'Fn::GetAtt': ['Role', 'Arn'] };
  const targets = (raw: unknown) => read(raw, (value) => value.targets().map(({ logicalId }) => logicalId));
  test.each<[unknown, string[]]>([[role, ['Role']], [{ 'Fn::Sub': '${Role}/${Role.Arn}' }, ['Role', 'Role']], ['admin', []], [GIVEN, []], [[role], []], [NOTHING, []]])(
    '%j refers to %j', (raw, expected) => expect(targets(raw)).toEqual(expected));
  const firstStep = { 'Fn::Select': [0, { 'Fn::Split': ['/', role] }] };
  test.each<[string, unknown, string[]]>([
    ['itself', role, ['Role']],
    ['text around it', { 'Fn::Sub': 'a${Role.Arn}b${Given}' }, ['Role']],
    ['what is cut out of it', firstStep, ['Role']],
    ['text around what is cut out of it', { 'Fn::Sub': ['a${Cut}', { Cut: firstStep }] }, ['Role']],
    ['what is cut out of several', { 'Fn::Select': [{ Ref: 'Given' }, [role, { Ref: 'Stack' }]] }, ['Role', 'Stack']],
    ['what is cut twice', { 'Fn::Split': ['-', firstStep] }, ['Role']],
    ['what is put together of a list that is not known', { 'Fn::Join': [',', { 'Fn::Split': ['/', role] }] }, ['Role']],
    ['a part of a range of addresses', { 'Fn::Select': [0, { 'Fn::Cidr': [{ 'Fn::GetAtt': ['Stack', 'Range'] }, 6, 5] }] }, ['Stack']],
    ['what depends on it only', { 'Fn::Transform': { Name: 'A', Parameters: { P: role } } }, []],
    ['a parameter', GIVEN, []],
    ['text', 'admin', []],
    ['nothing', NOTHING, []],
  ])('what a value comes from, where it is %s: %j', (_, raw, ids) => {
    expect(read(raw, (value) => value.sources().map(({ logicalId }) => logicalId))).toEqual(ids);
  });
  test('the attribute is that of a reference alone', () => {
    expect(read(role, (value) => value.attribute)).toBe('Arn');
    expect(read({ 'Fn::Sub': '${Role.Arn}/x' }, (value) => value.attribute)).toBeUndefined();
  });
  test.each<[unknown, unknown]>([
    [role, true], [{ Ref: 'Role' }, true], ['admin', true], ['arn:aws:iam::123456789012:role/admin', true], ['other', false], ['arn:aws:iam::1:role/xadmin', false],
    [{ 'Fn::Sub': '${Role.Arn}/x' }, true], [{ 'Fn::Sub': '${Stack}/admin' }, false], [{ 'Fn::Sub': '${Stack}/${Role}' }, true],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, false], [{ Ref: 'Custom' }, UNKNOWN],
    [GIVEN, UNKNOWN], [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/admin' }, true],
    [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/other' }, false], [{ 'Fn::Sub': 'arn:aws:iam::1:role/${Given}' }, UNKNOWN], [NOTHING, false], [[role], false],
  ])('%j means the role: %j', (raw, expected) => {
    const value = valueOf(raw);
    expect(attempt(() => value.refersTo(new AppModel([]).declared()[0] ?? roleOf(value)))).toEqual(expected);
  });
});

test.each<[unknown, unknown, unknown]>([
  ['a', 'a', true], ['a', 'b', false], [GIVEN, GIVEN, true], [GIVEN, 'a', UNKNOWN], ['a', GIVEN, UNKNOWN], [{ 'Fn::Sub': 'a${Given}' }, 'b', false],
  [{ Ref: 'Role' }, { Ref: 'Role' }, true], [['a'], 'a', false], ['a', ['a'], false],
])('%j is the same text as %j: %j', (one, other, expected) => {
  expect(read([one, other], (value) => value.list()[0].isSameAs(value.list()[1]))).toEqual(expected);
});

function roleOf(value: Value) {
  // the role of the very app that the value is in
  return (value as unknown as { template: { resources: Map<string, never> } }).template.resources.get('Role')!;
}
