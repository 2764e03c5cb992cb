import { possible, possibleIn, templateWith } from './possible-values';

const TABLE = { Table: { Type: 'AWS::DynamoDB::Table', Properties: {} } };
const GIVEN = { Parameters: { Given: { Type: 'String' }, Listed: { Type: 'CommaDelimitedList', Default: 'a, b', AllowedValues: ['a, b'] } } };
const OPEN = '<parameter t:Given>';

/** The one thing that a value comes to. */
function only(raw: unknown, sections: object = {}, others = {}): unknown {
  const all = possible(raw, sections, others);
  expect(all).toHaveLength(1);
  return all[0];
}

describe('what is written down', () => {
  test.each([['text', 'a'], ['empty text', ''], ['a number', 5], ['zero', 0], ['a boolean', false], ['a list', [1, 'a']], ['an object', { a: { b: [] } }]])(
    '%s is itself', (_, raw) => expect(only(raw)).toEqual(raw));

  test('null is not known', () => expect(only(null)).toBe('<t:null>'));
});

describe('Ref', () => {
  test('of a resource is a reference to it', () => expect(only({ Ref: 'Table' }, {}, { resources: TABLE })).toBe('<t:Table.Ref>'));
  test('of a parameter without default is open', () => expect(only({ Ref: 'Given' }, GIVEN)).toBe(OPEN));
  test('of NoValue is absent', () => expect(only({ Ref: 'AWS::NoValue' })).toBeUndefined());
  test('of what the template lacks is open', () => expect(only({ Ref: 'Nothing' })).toMatch(/^<t:.*Nothing/));
  test.each(['Custom::Lookup', 'AWS::CloudFormation::CustomResource', 'Octo::Identity::Role'])('of %s, which others provide, is open: it is what they say', (Type) => {
    const raw = [{ Ref: 'C' }, { 'Fn::Sub': 'arn:aws:iam::${C}:root' }];
    expect(only(raw, {}, { resources: { C: { Type } } })).toEqual([expect.stringMatching(/^<t:.*"C"/), expect.stringMatching(/^arn:aws:iam::<t:.*"C".*>:root$/)]);
  });
  test('of the custom resource by which CDK makes an identity provider is the provider', () => {
    expect(only({ Ref: 'P' }, {}, { resources: { P: { Type: 'Custom::AWSCDKOpenIdConnectProvider' } } })).toBe('<t:P.Ref>');
  });
  test.each([[1], [null], [{ Ref: 'Table' }], [['Table']]])('of %j makes no sense', (raw) => {
    expect(only({ Ref: raw }, {}, { resources: TABLE })).toBe(`<t:${JSON.stringify({ Ref: raw })}>`);
  });
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('of %s, which every object of JavaScript has, is open', (name) => {
    expect(only({ Ref: name })).toMatch(/^<t:/);
  });
  test('beside another key is no function', () => expect(only({ Ref: 'Table', a: 1 })).toEqual({ Ref: 'Table', a: 1 }));
});

describe('pseudo parameters', () => {
  const facts = { account: '123456789012', region: 'eu-central-1', stackName: 'shop' };
  test.each([
    ['AWS::AccountId', '123456789012'], ['AWS::Region', 'eu-central-1'], ['AWS::Partition', 'aws'], ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', 'shop'],
  ])('%s is what the stack says', (name, value) => {
    expect(only({ Ref: name }, {}, { facts })).toBe(value);
    expect(only({ Ref: name })).toBe(`<t:${name}>`);
  });
  test.each([['cn-north-1', 'aws-cn', 'amazonaws.com.cn'], ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'], ['xx-new-place-1', '<t:AWS::Partition>', 'amazonaws.com']])(
    'in %s', (region, partition, suffix) => {
      expect(only([{ Ref: 'AWS::Partition' }, { Ref: 'AWS::URLSuffix' }], {}, { facts: { region } })).toEqual([partition, suffix]);
    });
  test('the id of a stack is never known', () => expect(only({ Ref: 'AWS::StackId' }, {}, { facts })).toBe('<t:AWS::StackId>'));

  test('a nested stack has account and region of its parent, and a name of its own', () => {
    const raw = [{ Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }, { Ref: 'AWS::StackName' }];
    expect(possibleIn(nested(raw, {}, {}, facts))).toEqual([['eu-central-1', '123456789012', '<child:AWS::StackName>']]);
    expect(possibleIn(nested({ Ref: 'AWS::StackId' }))).toEqual(['<child:AWS::StackId>']);
    expect(possibleIn(nested(raw))).toEqual([['<parent:AWS::Region>', '<parent:AWS::AccountId>', '<child:AWS::StackName>']]);
  });
});

describe('Fn::GetAtt', () => {
  test.each([[['Table', 'Arn']], ['Table.Arn']])('%j is a reference', (argument) => {
    expect(only({ 'Fn::GetAtt': argument }, {}, { resources: TABLE })).toBe('<t:Table.Arn>');
  });
  test.each([['Table.A.B'], [['Table', 'A.B']], [['Table', 'A', 'B']]])('%j names an attribute with a dot', (argument) => {
    expect(only({ 'Fn::GetAtt': argument }, {}, { resources: TABLE })).toBe('<t:Table.A.B>');
  });
  test.each([[[]], [['Table']], ['Table'], [['Table', { Ref: 'Given' }]], [[1, 2]], [null], [{}]])('%j makes no sense', (argument) => {
    expect(only({ 'Fn::GetAtt': argument }, GIVEN, { resources: TABLE })).toMatch(/^<t:\{"Fn::GetAtt"/);
  });
  test.each([
    ['Custom::Lookup', 'Value'], ['AWS::CloudFormation::CustomResource', 'Arn'], ['Octo::Identity::Role', 'Arn'], ['AWS::CloudFormation::WaitCondition', 'Data'],
    ['AWS::ServiceCatalog::CloudFormationProvisionedProduct', 'Outputs.RoleArn'], ['AWS::Serverless::Application', 'Outputs.RoleArn'],
    ['Custom::AWSCDKOpenIdConnectProvider', 'Value'],
  ])('of %s that others fill in, %s, is open', (Type, attribute) => {
    expect(only({ 'Fn::GetAtt': ['C', attribute] }, {}, { resources: { C: { Type } } })).toMatch(/^<t:.*"C"/);
  });
  test.each([['AWS::CloudFormation::WaitCondition', 'Arn'], ['AWS::Serverless::Function', 'Arn']])('of %s, %s, is a reference', (Type, attribute) => {
    expect(only({ 'Fn::GetAtt': ['C', attribute] }, {}, { resources: { C: { Type } } })).toBe(`<t:C.${attribute}>`);
  });
  test('of a value of another resource is a reference, whatever its properties are', () => {
    expect(only({ 'Fn::GetAtt': ['It', 'Value'] }, {}, { resources: { It: { Type: 'AWS::X::Y', Properties: { Value: 'a' } } } })).toBe('<t:It.Value>');
  });
  test('of the value of an SSM parameter is what is written there', () => {
    const parameter = (properties: unknown) => ({ resources: { P: { Type: 'AWS::SSM::Parameter', Properties: properties } } });
    expect(only({ 'Fn::GetAtt': 'P.Value' }, {}, parameter({ Value: { 'Fn::Sub': 'a-${AWS::Region}' } }))).toBe('a-<t:AWS::Region>');
    expect(only({ 'Fn::GetAtt': 'P.Value' }, {}, parameter({}))).toMatch(/^<t:/);
    expect(only({ 'Fn::GetAtt': 'P.Value' }, {}, parameter({ 'Fn::Transform': {} }))).toMatch(/^<t:/);
    expect(only({ 'Fn::GetAtt': 'P.Name' }, {}, parameter({ Value: 'a' }))).toBe('<t:P.Name>');
  });
});

describe('Fn::Sub', () => {
  const sub = (argument: unknown, facts = {}) => only({ 'Fn::Sub': argument }, GIVEN, { resources: TABLE, facts });
  test('fills references, attributes and pseudo parameters in', () => {
    expect(sub('${Table}/${Table.Arn}/${AWS::Region}/${Given}')).toBe('<t:Table.Ref>/<t:Table.Arn>/<t:AWS::Region>/<parameter t:Given>');
    expect(sub('a${AWS::Region}b', { region: 'eu-west-1' })).toBe('aeu-west-1b');
  });
  test('takes variables first, which may be functions', () => {
    expect(sub(['${Table}-${B}', { Table: 'own', B: { 'Fn::Join': ['', ['x', 'y']] } }])).toBe('own-xy');
    expect(sub(['${A}', {}])).toMatch(/^<t:/);
  });
  test('leaves ${!Literal} as ${Literal}', () => expect(sub('${!Table} ${!aws:username}')).toBe('${Table} ${aws:username}'));
  test('of one reference alone is that reference', () => expect(sub('${Table}')).toBe('<t:Table.Ref>'));
  test('of empty text is empty', () => expect(sub('')).toBe(''));
  test('of a variable that is absent, a list or an object is open there', () => {
    expect(sub(['a${X}', { X: { Ref: 'AWS::NoValue' } }])).toBe('a<t:"X">');
    expect(sub(['a${X}', { X: ['b'] }])).toBe('a<t:"X">');
    expect(sub('a${Listed}')).toBe('a<t:"Listed">');
  });
  test.each([[{}], [null], [1], [[]], [[{}, {}]]])('%j makes no sense', (argument) => expect(sub(argument)).toMatch(/^<t:\{"Fn::Sub"/));
  test('with unclosed or empty braces is text, or open', () => {
    expect(sub('${Table')).toBe('${Table');
    expect(sub('${}')).toMatch(/^<t:/);
  });
});

describe('Fn::Join', () => {
  const join = (argument: unknown) => only({ 'Fn::Join': argument }, GIVEN, { resources: TABLE });
  test('of literals is text', () => expect(join(['-', ['a', 1, true]])).toBe('a-1-true'));
  test('of nothing is empty', () => expect(join(['-', []])).toBe(''));
  test('keeps references in place', () => expect(join([':', ['a', { Ref: 'Table' }, 'b']])).toBe('a:<t:Table.Ref>:b'));
  test('leaves absent items out', () => expect(join(['-', ['a', { Ref: 'AWS::NoValue' }, 'b']])).toBe('a-b'));
  test('takes a list from a function', () => {
    expect(join(['+', { Ref: 'Listed' }])).toBe('a+b');
    expect(join(['+', { 'Fn::Split': [',', 'x,y'] }])).toBe('x+y');
  });
  test.each([[['-', { Ref: 'Given' }]], [[1, ['a']]], [['-', [['a']]]], [['-', [{ a: 1 }]]], ['a'], [['-']], [null]])('%j is open', (argument) => {
    expect(join(argument)).toMatch(/^<t:\{"Fn::Join"/);
  });
});

describe('Fn::Split and Fn::Select', () => {
  test('split text', () => expect(only({ 'Fn::Split': ['/', 'a/b'] })).toEqual(['a', 'b']));
  test('do not split what is partly open: the delimiter may be in it', () => {
    expect(only({ 'Fn::Split': ['/', { 'Fn::Sub': 'a/${Given}' }] }, GIVEN)).toMatch(/^<t:/);
    expect(only({ 'Fn::Split': ['', 'ab'] })).toMatch(/^<t:/);
    expect(only({ 'Fn::Split': 'ab' })).toMatch(/^<t:/);
  });
  test('split beside references at what their ids, ARNs and URLs do not hold', () => {
    expect(only({ 'Fn::Split': ['||', { 'Fn::Sub': 'a||${Table}||${Table.Arn}/b' }] }, {}, { resources: TABLE }))
      .toEqual(['a', '<t:Table.Ref>', '<t:Table.Arn>/b']);
    expect(only({ 'Fn::Split': ['/', { 'Fn::Sub': 'a/${Table}' }] }, {}, { resources: TABLE })).toMatch(/^<t:/);
  });
  test.each([[0, 'a'], ['1', 'b']])('select item %j', (index, item) => expect(only({ 'Fn::Select': [index, ['a', 'b']] })).toBe(item));
  test('select from split text and list parameters', () => {
    expect(only({ 'Fn::Select': [1, { 'Fn::Split': [':', 'x:y'] }] })).toBe('y');
    expect(only({ 'Fn::Select': [1, { Ref: 'Listed' }] }, GIVEN)).toBe('b');
  });
  test('select one of many', () => {
    expect(only({ 'Fn::Select': ['11', Array.from({ length: 12 }, (_, index) => `i${index}`)] })).toBe('i11');
  });
  test.each([[2], [-1], ['x'], ['x1'], ['1x'], [''], [null], [{ Ref: 'Given' }], [[]], [1.5]])('select nothing by %j', (index) => {
    expect(only({ 'Fn::Select': [index, ['a', 'b']] }, GIVEN)).toMatch(/^<t:\{"Fn::Select"/);
  });
  test('select nothing of no list', () => {
    expect(only({ 'Fn::Select': [0, 'a'] })).toMatch(/^<t:/);
    expect(only({ 'Fn::Select': 0 })).toMatch(/^<t:/);
  });
});

describe('Fn::FindInMap', () => {
  const Mappings = { M: { a: { x: 1, l: ['p', 'q'] }, b: { x: 2, l: ['p'] } }, Same: { a: { x: 7 }, b: { x: 7 } } };
  const find = (...argument: unknown[]) => possible({ 'Fn::FindInMap': argument }, { Mappings, ...GIVEN });
  test('of known keys is the value', () => {
    expect(find('M', 'b', 'x')).toEqual([2]);
    expect(find('M', 'a', 'l')).toEqual([['p', 'q']]);
    expect(find('M', { 'Fn::Join': ['', ['b']] }, 'x')).toEqual([2]);
  });
  test('of a key that is not known may be each of the values', () => {
    expect(find('M', { Ref: 'Given' }, 'x')).toEqual([1, 2]);
    expect(find('M', 'b', { Ref: 'Given' })).toEqual([2, ['p']]);
  });
  test('of a key that is not known is known where all values are the same', () => expect(find('Same', { Ref: 'Given' }, 'x')).toEqual([7]));
  test('of keys that the map lacks is open, or the default', () => {
    expect(find('M', 'c', 'x')[0]).toMatch(/^<t:/);
    expect(find('M', 'a', 'y')[0]).toMatch(/^<t:/);
    expect(find('M', 'constructor', 'name')[0]).toMatch(/^<t:/);
    expect(find('M', 'a', 'y', { DefaultValue: 9 })).toEqual([9]);
  });
  test('of a key that is not known may be the default too', () => expect(find('Same', { Ref: 'Given' }, 'x', { DefaultValue: 9 })).toEqual([7, 9]));
  test.each([[['Nothing', 'a', 'x']], [[{ Ref: 'Given' }, 'a', 'x']], [[]], ['M']])('of %j is open', (argument) => {
    expect(possible({ 'Fn::FindInMap': argument }, { Mappings, ...GIVEN })).toEqual([expect.stringMatching(/^<t:/)]);
  });
});

describe('other functions', () => {
  test('Fn::Base64 is judged for what it says', () => expect(only({ 'Fn::Base64': { 'Fn::Sub': 'a${!b}' } })).toBe('a${b}'));
  test('Fn::Length counts what is deployed', () => {
    expect(only({ 'Fn::Length': ['a', { Ref: 'AWS::NoValue' }] })).toBe(1);
    expect(only({ 'Fn::Length': { Ref: 'Given' } }, GIVEN)).toMatch(/^<t:/);
  });
  test('Fn::ToJsonString is text, its open parts in place', () => {
    const json = { 'a"': [1, true, { Ref: 'Table' }, { Ref: 'AWS::NoValue' }, 'q"'], 'b': { Ref: 'AWS::NoValue' }, 'c': {} };
    expect(only({ 'Fn::ToJsonString': json }, {}, { resources: TABLE })).toBe('{"a\\"":[1,true,"<t:Table.Ref>","q\\""],"c":{}}');
    expect(only({ 'Fn::ToJsonString': 'a' })).toMatch(/^<t:/);
  });
  test.each(['Fn::Cidr', 'Fn::Transform', 'Fn::Nonsense', 'Fn::ForEach::X'])('%s is open', (name) => expect(only({ [name]: ['a'] })).toBe(`<t:{"${name}":["a"]}>`));
  test('Fn::GetAZs is open', () => expect(only({ 'Fn::GetAZs': '' })).toMatch(/^<t:/));
  test.each([[['A', 1]], [[]], [['A', 1, 2, 3]], [[{}, 1, 2]], ['A'], [null]])('Fn::If of %j is open', (argument) => {
    expect(only({ 'Fn::If': argument }, { Conditions: { A: { 'Fn::Equals': ['a', 'a'] } } })).toMatch(/^<t:\{"Fn::If"/);
  });
});

describe('dynamic references', () => {
  const secret = '{{resolve:secretsmanager:db:SecretString:password}}';
  test('alone and inside text are only known to CloudFormation', () => {
    expect(only(secret)).toBe(`<${secret}>`);
    expect(only(`user:${secret}@host`)).toBe(`user:<${secret}>@host`);
    expect(only('{{resolve:secretsmanager:{db}::password}}')).toBe('<{{resolve:secretsmanager:{db}::password}}>');
  });
  test('put together by Fn::Sub and Fn::Join are dynamic references too', () => {
    expect(only({ 'Fn::Sub': `a ${secret}` })).toBe(`a <${secret}>`);
    expect(only({ 'Fn::Join': ['', ['{{resolve:ssm:', 'name', '}}']] })).toBe('<{{resolve:ssm:name}}>');
    expect(only({ 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Table' }, ':SecretString}}!']] }, {}, { resources: TABLE }))
      .toBe('<{{resolve:secretsmanager:?:SecretString}}>!');
  });
  test('that do not end are text', () => expect(only('a {{resolve:ssm:x')).toBe('a {{resolve:ssm:x'));
  test('other double braces are text', () => expect(only('{{name}}')).toBe('{{name}}'));
});

describe('exports and imports', () => {
  const exporting = (file: string, value: unknown, facts = {}, name: unknown = 'shared') => (
    { file, facts, body: { Resources: TABLE, Outputs: { O: { Value: value, Export: { Name: name } } } } });
  const importing = (name: unknown = 'shared', facts = {}) => ({ file: 't', facts, body: templateWith({ 'Fn::ImportValue': name }) });

  test('what another stack of the app exports is followed', () => {
    expect(possibleIn([exporting('a', { 'Fn::GetAtt': ['Table', 'Arn'] }), importing()])).toEqual(['<a:Table.Arn>']);
    expect(possibleIn([exporting('a', 'x', {}, { 'Fn::Join': ['', ['sha', 'red']] }), importing({ 'Fn::Sub': 'shared' })])).toEqual(['x']);
  });
  test('what no stack exports is open', () => expect(possibleIn([importing('other')])).toEqual(['<import other>']));
  test('what several stacks export comes from the account and region of the importing one', () => {
    const stacks = [exporting('a', 'one', { region: 'eu-west-1' }), exporting('b', 'two', { region: 'us-east-1' })];
    expect(possibleIn([...stacks, importing('shared', { region: 'us-east-1' })])).toEqual(['two']);
    expect(possibleIn([...stacks, importing('shared')])).toEqual(['<import shared>']);
  });
  test('names that are not known import nothing', () => {
    expect(possibleIn([importing({ Ref: 'Nothing' })])).toEqual([expect.stringMatching(/^<t:/)]);
    expect(possibleIn([exporting('a', 'x', {}, { Ref: 'Nothing' }), importing()])).toEqual(['<import shared>']);
  });
  test('exports that import each other are open', () => {
    const other = (file: string, own: string, its: string) => ({ file, body: { Outputs: { O: { Value: { 'Fn::ImportValue': its }, Export: { Name: own } } } } });
    expect(possibleIn([other('a', 'x', 'y'), other('b', 'y', 'x'), importing('x')])).toEqual([expect.stringMatching(/^</)]);
  });
  test('exports are found when a condition was read before', () => {
    const sections = { Parameters: { P: { Type: 'String' } }, Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] } } };
    const body = templateWith({ 'Fn::If': ['C', { 'Fn::ImportValue': 'shared' }, 'none'] }, sections);
    expect(possibleIn([exporting('a', 'x'), { file: 't', body }])).toEqual(['x', 'none']);
  });
});

describe('nested stacks', () => {
  test('pass parameters down and outputs up', () => {
    expect(possibleIn(nested({ Ref: 'P' }, { P: 'given' }, { Parameters: { P: { Type: 'String', Default: 'x' } } }))).toEqual(['given']);
    expect(possibleIn(nested({ Ref: 'P' }, { P: { Ref: 'Stack' } }, { Parameters: { P: { Type: 'String' } } }))).toEqual(['<parent:Stack.Ref>']);
    const up = [
      { file: 't', body: templateWith({ 'Fn::GetAtt': ['Stack', 'Outputs.O'] }, {}, { Stack: { Type: 'AWS::CloudFormation::Stack' } }) },
      { file: 'child', nestedIn: { file: 't', logicalId: 'Stack' }, body: { Outputs: { O: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] } } }, Resources: TABLE } },
    ];
    expect(possibleIn(up)).toEqual(['<child:Table.Arn>']);
    expect(possibleIn(up.slice(0, 1))).toEqual([expect.stringMatching(/^<t:.*Outputs.O/)]);
  });
  test('have the default of what the parent leaves out, for nobody else gives a value', () => {
    const declared = { Parameters: { P: { Type: 'String', Default: 'x' } } };
    expect(possibleIn(nested({ Ref: 'P' }, {}, declared))).toEqual(['x']);
    expect(possibleIn(nested({ Ref: 'P' }, { P: { Ref: 'AWS::NoValue' } }, declared))).toEqual(['x']);
  });
  test('know nothing of parameters that the parent computes', () => {
    const declared = { Parameters: { key: { Type: 'String', Default: 'x' } } };
    expect(possibleIn(nested({ Ref: 'key' }, { 'Fn::Transform': 'x' }, declared))).toEqual(['<parameter child:key>']);
  });
  test('that take their parameters from their own outputs are open', () => {
    const outputs = { Outputs: { O: { Value: { Ref: 'P' } } }, Parameters: { P: { Type: 'String' } } };
    expect(possibleIn(nested({ Ref: 'P' }, { P: { 'Fn::GetAtt': ['Stack', 'Outputs.O'] } }, outputs))).toEqual([expect.stringMatching(/^</)]);
    expect(possibleIn(nested({ Ref: 'P' }, { 'Fn::GetAtt': ['Stack', 'Outputs.O'] }, outputs))).toEqual([expect.stringMatching(/^</)]);
  });
  test('that are nested in each other belong to nobody', () => {
    const stack = { S: { Type: 'AWS::CloudFormation::Stack' } };
    expect(possibleIn([
      { file: 'a', nestedIn: { file: 'b', logicalId: 'S' }, body: templateWith({ Ref: 'AWS::Region' }, {}, stack) },
      { file: 'b', nestedIn: { file: 'a', logicalId: 'S' }, body: { Resources: stack } },
    ])).toEqual(['<b:AWS::Region>']);
  });
});

describe('what is written to take forever', () => {
  test('parameters of SSM that double each other end', () => {
    const resources = Object.fromEntries(Array.from({ length: 40 }, (_, n) => (
      [`P${n}`, { Type: 'AWS::SSM::Parameter', Properties: { Value: { 'Fn::Sub': `\${P${n + 1}.Value}\${P${n + 1}.Value}` } } }])));
    const started = Date.now();
    expect(typeof only({ 'Fn::GetAtt': 'P0.Value' }, {}, { resources })).toBe('string');
    expect(Date.now() - started).toBeLessThan(20_000); // without an end it takes days
  });

  test('text of JSON in text of JSON is not known once it is longer than a template, since each doubles the backslashes of the last', () => {
    const inside = (levels: number): unknown => (levels === 0 ? 'x' : { 'Fn::ToJsonString': [inside(levels - 1)] });
    expect(only(inside(3))).toBe(JSON.stringify([JSON.stringify([JSON.stringify(['x'])])]));
    expect(String(only(inside(18)))).toContain('x');
    expect(String(only(inside(18)))).not.toContain('<t:');
    expect(String(only(inside(19)))).toMatch(/^<t:/);
    expect(String(only(inside(20)))).toMatch(/^\["<t:/); // around what is not known goes on
  });
});

/** A parent and a child with the subject. */
function nested(raw: unknown, passed: unknown = {}, sections: object = {}, facts = {}) {
  return [
    { file: 'parent', facts, body: { Resources: { Stack: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: passed } } } } },
    { file: 'child', nestedIn: { file: 'parent', logicalId: 'Stack' }, body: templateWith(raw, sections) },
  ];
}
