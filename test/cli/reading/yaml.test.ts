import { read, refusal } from './written';

/** The value of the only property of the only resource. */
function property(yaml: string): unknown {
  const lines = `P: ${yaml}`.split('\n').map((line) => `      ${line}`).join('\n');
  return read(`Resources:\n  R:\n    Type: A::B::C\n    Properties:\n${lines}\n`).body.Resources.R.Properties.P;
}

describe('short forms of functions', () => {
  test.each([
    ['!Ref Bucket', { Ref: 'Bucket' }],
    ['!Condition IsProd', { Condition: 'IsProd' }],
    ['!GetAtt Bucket.Arn', { 'Fn::GetAtt': ['Bucket', 'Arn'] }],
    ['!GetAtt Nested.Outputs.Arn', { 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }],
    ['!GetAtt [Bucket, Arn]', { 'Fn::GetAtt': ['Bucket', 'Arn'] }],
    ['!Sub "${A}-x"', { 'Fn::Sub': '${A}-x' }],
    ['!Sub ["${A}", {A: !Ref B}]', { 'Fn::Sub': ['${A}', { A: { Ref: 'B' } }] }],
    ['!Sub |\n  a\n  ${B}\n', { 'Fn::Sub': 'a\n${B}\n' }],
    ['!Join ["", [a, !Ref B]]', { 'Fn::Join': ['', ['a', { Ref: 'B' }]] }],
    ['!Select [0, !GetAZs ""]', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
    ['!GetAZs', { 'Fn::GetAZs': '' }],
    ['!Split [",", "a,b"]', { 'Fn::Split': [',', 'a,b'] }],
    ['!FindInMap [A, !Ref "AWS::Region", C]', { 'Fn::FindInMap': ['A', { Ref: 'AWS::Region' }, 'C'] }],
    ['!ImportValue\n  Fn::Sub: "${A}"', { 'Fn::ImportValue': { 'Fn::Sub': '${A}' } }],
    ['!Base64 yes', { 'Fn::Base64': 'yes' }],
    ['!Cidr [!GetAtt V.CidrBlock, 6, 8]', { 'Fn::Cidr': [{ 'Fn::GetAtt': ['V', 'CidrBlock'] }, 6, 8] }],
    ['!If [C, a, !Ref "AWS::NoValue"]', { 'Fn::If': ['C', 'a', { Ref: 'AWS::NoValue' }] }],
    ['!And [!Condition A, !Not [!Condition B]]', { 'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ Condition: 'B' }] }] }],
    ['!Or [!Equals [a, true]]', { 'Fn::Or': [{ 'Fn::Equals': ['a', true] }] }],
    ['!Transform {Name: X}', { 'Fn::Transform': { Name: 'X' } }],
    ['!Length [a]', { 'Fn::Length': ['a'] }],
    ['!ToJsonString {a: 1}', { 'Fn::ToJsonString': { a: 1 } }],
    ['!Fn::Sub a', { 'Fn::Sub': 'a' }],
    ['!Ref 012345678901', { Ref: '012345678901' }],
    ['!SomethingNew a', { 'Fn::SomethingNew': 'a' }],
  ])('%s is written out', (yaml, longForm) => {
    expect(property(yaml)).toEqual(longForm);
  });
});

describe('plain scalars', () => {
  test.each([
    ['2012-10-17', '2012-10-17'],
    ['012345678901', '012345678901'],
    ['012345670123', '012345670123'],
    ['123456789012', 123456789012],
    ['12345678901234567890', '12345678901234567890'],
    ['1.10', '1.10'],
    ['1.5', 1.5],
    ['-3', -3],
    ['+15551234567', '+15551234567'],
    ['0x1F', '0x1F'],
    ['1_000', '1_000'],
    ['5e10', '5e10'],
    ['22:22', '22:22'],
    ['10.0.0.0/16', '10.0.0.0/16'],
    ['.inf', '.inf'],
    ['y', 'y'],
    ['yes', true],
    ['On', true],
    ['TRUE', true],
    ['no', false],
    ['off', false],
    ['False', false],
    ['"yes"', 'yes'],
    ["'12'", '12'],
    ['~', null],
    ['', null],
    ['null', null],
    ['*.example.com', undefined],
    ['"*"', '*'],
    ['!!str 12', '12'],
    ['!!int "12"', 12],
    ['!!bool "yes"', true],
    ['!!binary aGVsbG8=', 'aGVsbG8='],
    ['! 12', '12'],
  ])('%s', (yaml, value) => {
    if (value === undefined) expect(() => property(yaml)).toThrow(/alias/);
    else expect(property(yaml)).toBe(value);
  });

  test('keys are texts, whatever they look like', () => {
    expect(property('{on: 1, 012345678901: 2, null: 3, 1.10: 4, ~: 5}')).toEqual({ 'on': 1, '012345678901': 2, 'null': 3, '1.10': 4, '~': 5 });
  });

  test('a key named __proto__ is a key like others', () => {
    const value = property('{__proto__: {a: 1}}') as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(['__proto__']);
  });
});

describe('aliases and merges', () => {
  test('an alias is a copy of what its anchor names', () => {
    const { body } = read('Resources:\n  A: &a {Type: X, Properties: {B: !Ref C}}\n  D: *a\n');
    expect(body.Resources.D).toEqual({ Type: 'X', Properties: { B: { Ref: 'C' } } });
    expect(body.Resources.D).not.toBe(body.Resources.A);
  });

  test('an anchor that is given again means the last one before the alias', () => {
    expect(read('Resources: {}\nA: &a 1\nB: *a\nC: &a 2\nD: *a\n').body).toMatchObject({ B: 1, D: 2 });
  });

  test('a merge adds what the object does not have, the first source first', () => {
    const { body } = read('Resources: {}\nA: &a {x: 1, y: 1}\nB: &b {y: 2, z: 2}\nC:\n  <<: [*a, *b]\n  x: 3\n');
    expect(body.C).toEqual({ x: 3, y: 1, z: 2 });
  });

  test('"<<" in quotes is a key', () => {
    expect(read('Resources: {}\nC:\n  "<<": 1\n').body.C).toEqual({ '<<': 1 });
  });

  test.each([
    ['an alias without an anchor', 'Resources:\n  A: *nope\n', 'template.yaml:2: the alias *nope has no anchor before it'],
    ['an alias in its own anchor', 'Resources: &r\n  A: *r\n', 'template.yaml:2: its aliases lead deeper and deeper'],
    ['a merge of a text', 'Resources:\n  A:\n    <<: x\n', 'template.yaml:3: "<<" merges mappings only'],
  ])('%s is refused', (_, yaml, message) => {
    expect(refusal(yaml)).toBe(message);
  });

  test('aliases that multiply are refused, not followed', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`);
    const began = Date.now();
    expect(refusal(`a0: &a0 x\n${lines.join('\n')}\nResources: {}\n`)).toMatch(/^template.yaml:\d+: its aliases stand for more than 100000 values$/);
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  test('merges that multiply are made once each', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `m${i + 1}: &m${i + 1} {<<: [*m${i}, *m${i}], k${i + 1}: 1}`);
    expect(Object.keys(read(`m0: &m0 {k0: 1}\n${lines.join('\n')}\nResources: {}\n`).body.m40)).toHaveLength(41);
  });

  test('an object that merges itself has what it has', () => {
    expect(read('Resources: {}\nA: &a\n  x: 1\n  <<: *a\n').body.A).toEqual({ x: 1 });
  });
});

describe('documents', () => {
  test.each([
    ['a marker before it', '---\nResources: {}\n'],
    ['a directive before it', '%YAML 1.1\n---\nResources: {}\n'],
    ['an empty one after it', 'Resources: {}\n---\n'],
    ['an end marker', 'Resources: {}\n...\n'],
    ['Windows line ends', 'Resources: {}\r\nMetadata: {}\r\n'],
    ['a byte order mark', '\uFEFFResources: {}\n'],
  ])('%s does not matter', (_, yaml) => {
    expect(read(yaml).body.Resources).toEqual({});
  });

  test('a second one is refused', () => {
    expect(refusal('Resources: {}\n---\nResources: {}\n')).toBe('template.yaml:3: a second YAML document starts here: a template is one');
  });
});
