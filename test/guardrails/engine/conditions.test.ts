import { possible, possibleIn, templateWith } from './possible-values';

const P = { Parameters: { P: { Type: 'String' }, Q: { Type: 'String' } } };
const IF = { 'Fn::If': ['C', 'yes', 'no'] };

/** What `Fn::If` of the condition C comes to in each world. */
function branches(C: unknown, sections: object = P, facts = {}): unknown[] {
  return possible(IF, { ...sections, Conditions: { C } }, { facts });
}

describe('what a condition comes to', () => {
  const TRUE = { 'Fn::Equals': ['a', 'a'] };
  const FALSE = { 'Fn::Equals': ['a', 'b'] };
  const OPEN = { 'Fn::Equals': [{ Ref: 'P' }, 'a'] };
  test.each<[string, unknown, string[]]>([
    ['equal literals', TRUE, ['yes']],
    ['different literals', FALSE, ['no']],
    ['a number and the same text', { 'Fn::Equals': [1, '1'] }, ['yes']],
    ['a boolean and the same text', { 'Fn::Equals': [true, 'true'] }, ['yes']],
    ['case matters', { 'Fn::Equals': ['A', 'a'] }, ['no']],
    ['a parameter without default', OPEN, ['yes', 'no']],
    ['the same parameter on both sides', { 'Fn::Equals': [{ Ref: 'P' }, { Ref: 'P' }] }, ['yes']],
    ['two parameters', { 'Fn::Equals': [{ Ref: 'P' }, { Ref: 'Q' }] }, ['yes', 'no']],
    ['a function of literals', { 'Fn::Equals': [{ 'Fn::Join': ['', ['a', 'b']] }, 'ab'] }, ['yes']],
    ['text with an open part that cannot fit', { 'Fn::Equals': [{ 'Fn::Sub': 'x-${P}' }, 'prod'] }, ['no']],
    ['text with an open part that can fit', { 'Fn::Equals': [{ 'Fn::Sub': 'p${P}' }, 'prod'] }, ['yes', 'no']],
    ['a dynamic reference', { 'Fn::Equals': ['{{resolve:ssm:x}}', 'a'] }, ['yes', 'no']],
    ['a list', { 'Fn::Equals': [['a'], 'a'] }, ['yes', 'no']],
    ['the same list', { 'Fn::Equals': [['a'], ['a']] }, ['yes']],
    ['null', { 'Fn::Equals': [null, 'a'] }, ['yes', 'no']],
    ['three operands', { 'Fn::Equals': ['a', 'a', 'a'] }, ['yes', 'no']],
    ['and', { 'Fn::And': [TRUE, TRUE] }, ['yes']],
    ['and with a false one', { 'Fn::And': [FALSE, OPEN] }, ['no']],
    ['and with an open one', { 'Fn::And': [TRUE, OPEN] }, ['yes', 'no']],
    ['or', { 'Fn::Or': [FALSE, FALSE] }, ['no']],
    ['or with a true one', { 'Fn::Or': [TRUE, OPEN] }, ['yes']],
    ['or with an open one', { 'Fn::Or': [FALSE, OPEN] }, ['yes', 'no']],
    ['not', { 'Fn::Not': [TRUE] }, ['no']],
    ['not of an open one', { 'Fn::Not': [OPEN] }, ['no', 'yes']],
    ['a literal true', true, ['yes']],
    ['a literal false', false, ['no']],
    ['the text true', 'true', ['yes']],
    ['the text false', 'false', ['no']],
    ['and of nothing', { 'Fn::And': [] }, ['yes', 'no']],
    ['or of nothing', { 'Fn::Or': [] }, ['yes', 'no']],
    ['not of nothing', { 'Fn::Not': [] }, ['yes', 'no']],
    ['two functions at once', { 'Fn::Equals': ['a', 'a'], 'Fn::Not': [TRUE] }, ['yes', 'no']],
    ['an unknown function', { 'Fn::Nonsense': ['a'] }, ['yes', 'no']],
    ['junk', 7, ['yes', 'no']],
    ['null itself', null, ['yes', 'no']],
    ['a name that is not defined', { Condition: 'Nothing' }, ['yes', 'no']],
    ['a name that every object has', { Condition: 'constructor' }, ['yes', 'no']],
    ['a name that is no text', { Condition: 5 }, ['yes', 'no']],
    ['a mapping by literals', { 'Fn::Equals': [{ 'Fn::FindInMap': ['M', 'a', 'x'] }, 'a'] }, ['yes', 'no']],
  ])('%s', (_, condition, expected) => expect(branches(condition)).toEqual(expected));

  test('one that is not defined at all', () => expect(possible(IF)).toEqual(['yes', 'no']));
  test('another by its name', () => {
    expect(possible(IF, { Conditions: { C: { 'Fn::Not': [{ Condition: 'D' }] }, D: TRUE } })).toEqual(['no']);
  });
  test('what the stack says of its region decides', () => {
    const inFrankfurt = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] };
    expect(branches(inFrankfurt, {}, { region: 'eu-central-1' })).toEqual(['yes']);
    expect(branches(inFrankfurt, {}, { region: 'eu-west-1' })).toEqual(['no']);
    expect(branches(inFrankfurt, {})).toEqual(['yes', 'no']);
  });
});

describe('empty text', () => {
  const isEmpty = (parameter: object) => branches({ 'Fn::Equals': [{ Ref: 'P' }, ''] }, { Parameters: { P: parameter } });
  test('may be the value of a plain parameter', () => expect(isEmpty({ Type: 'String' })).toEqual(['yes', 'no']));
  test.each([[{ Type: 'String', MinLength: 1 }], [{ Type: 'String', MinLength: '3' }], [{ Type: 'Number' }], [{ Type: 'AWS::EC2::VPC::Id' }]])(
    'is no value of %j', (parameter) => expect(isEmpty(parameter)).toEqual(['no']));
  test('is not the region', () => expect(branches({ 'Fn::Equals': ['', { Ref: 'AWS::Region' }] })).toEqual(['no']));
});

describe('circular conditions', () => {
  test.each<[string, object]>([
    ['itself', { C: { Condition: 'C' } }],
    ['itself, negated', { C: { 'Fn::Not': [{ Condition: 'C' }] } }],
    ['each other', { C: { Condition: 'D' }, D: { Condition: 'C' } }],
    ['itself by Fn::If', { C: { 'Fn::Equals': [IF, 'yes'] } }],
    ['itself ten times', { C: { 'Fn::And': Array.from({ length: 10 }, () => ({ Condition: 'C' })) } }],
    ['each other many times', { C: { 'Fn::Or': Array(10).fill({ Condition: 'D' }) }, D: { 'Fn::And': Array(10).fill({ Condition: 'C' }) } }],
  ])('of %s come to both branches, or give up, and end', (_, Conditions) => {
    const started = Date.now();
    const all = possible(IF, { Conditions });
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((value) => value !== 'yes' && value !== 'no' && !/^</.test(String(value)))).toEqual([]);
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  test('definitions that double each other end', () => {
    const Conditions = Object.fromEntries(Array.from({ length: 40 }, (_, n) => (
      [n === 0 ? 'C' : `C${n}`, { 'Fn::And': [{ Condition: `C${n + 1}` }, { Condition: `C${n + 1}` }] }])));
    const started = Date.now();
    expect(possible(IF, { Conditions: { ...Conditions, C40: { 'Fn::Equals': ['a', 'a'] } } })).toContain('yes');
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe('correlation', () => {
  const both = [IF, { 'Fn::If': ['D', 'yes', 'no'] }];
  const pairs = (C: unknown, D: unknown, sections: object = P, facts = {}) => possible(both, { ...sections, Conditions: { C, D } }, { facts });
  const is = (value: string, name = 'P') => ({ 'Fn::Equals': [{ Ref: name }, value] });

  test('the same condition holds everywhere or nowhere', () => {
    expect(possible([IF, IF], { ...P, Conditions: { C: is('a') } })).toEqual([['yes', 'yes'], ['no', 'no']]);
  });
  test('two conditions of the same definition go together, in any order of operands', () => {
    expect(pairs(is('a'), { 'Fn::Equals': ['a', { Ref: 'P' }] })).toEqual([['yes', 'yes'], ['no', 'no']]);
  });
  test('a condition and its negation exclude each other', () => {
    expect(pairs(is('a'), { 'Fn::Not': [is('a')] })).toEqual([['yes', 'no'], ['no', 'yes']]);
  });
  test('a parameter has one value at a time', () => {
    expect(pairs(is('a'), is('b'))).toEqual([['yes', 'no'], ['no', 'yes'], ['no', 'no']]);
  });
  test('two equations of different parameters are independent', () => {
    const sections = { Parameters: { ...P.Parameters, R: { Type: 'String' }, S: { Type: 'String' } } };
    const same = (a: string, b: string) => ({ 'Fn::Equals': [{ Ref: a }, { Ref: b }] });
    expect(pairs(same('P', 'Q'), same('R', 'S'), sections)).toEqual([['yes', 'yes'], ['yes', 'no'], ['no', 'yes'], ['no', 'no']]);
    expect(pairs(same('P', 'Q'), same('Q', 'P'), sections)).toEqual([['yes', 'yes'], ['no', 'no']]);
  });
  test('what was equal once is equal again', () => {
    const isA = (imported: unknown) => ({ 'Fn::Equals': [imported, 'a'] });
    expect(pairs(isA({ 'Fn::ImportValue': 'x' }), isA({ 'Fn::ImportValue': 'x' }))).toEqual([['yes', 'yes'], ['no', 'no']]);
  });
  test('a region is one at a time', () => {
    expect(pairs(is('a', 'AWS::Region'), is('b', 'AWS::Region'))).toEqual([['yes', 'no'], ['no', 'yes'], ['no', 'no']]);
  });
  test('of two allowed values, what is not the one is the other', () => {
    const sections = { Parameters: { P: { Type: 'String', AllowedValues: ['a', 'b'] } } };
    expect(pairs(is('a'), is('b'), sections)).toEqual([['yes', 'no'], ['no', 'yes']]);
    expect(possible([...both, { Ref: 'P' }], { ...sections, Conditions: { C: is('a'), D: is('b') } })).toEqual([['yes', 'no', 'a'], ['no', 'yes', 'b']]);
    expect(pairs(is('a'), is('c'), sections)).toEqual([['yes', 'no'], ['no', 'no']]);
    expect(branches(is('a'), { Parameters: { P: { Type: 'String', AllowedValues: ['a'] } } })).toEqual(['yes']);
  });
  test('parameters of their own are independent', () => {
    expect(pairs(is('a'), is('a', 'Q'))).toEqual([['yes', 'yes'], ['yes', 'no'], ['no', 'yes'], ['no', 'no']]);
  });
  test('a value is the one that the condition asked for', () => {
    expect(possible([IF, { Ref: 'P' }], { ...P, Conditions: { C: is('a') } })).toEqual([['yes', 'a'], ['no', '<parameter t:P>']]);
    expect(possible([IF, { Ref: 'P' }], { Parameters: { P: { Type: 'String', Default: 'a' } }, Conditions: { C: is('a') } }))
      .toEqual([['yes', 'a'], ['no', '<parameter t:P>']]);
    expect(possible([{ Ref: 'P' }, IF], { Parameters: { P: { Type: 'String', Default: 'a' } }, Conditions: { C: is('a') } }))
      .toEqual([['a', 'yes'], ['a', 'yes'], ['<parameter t:P>', 'no']]);
  });
  test('conditions of two templates are independent, also of the same name', () => {
    const sections = { ...P, Conditions: { C: is('a') } };
    const other = { file: 'u', body: { ...sections, Outputs: { O: { Value: IF, Export: { Name: 'other' } } } } };
    expect(possibleIn([{ file: 't', body: templateWith([IF, { 'Fn::ImportValue': 'other' }], sections) }, other]))
      .toEqual([['yes', 'yes'], ['yes', 'no'], ['no', 'yes'], ['no', 'no']]);
  });
  test('a nested stack decides by what its parent passes', () => {
    const parent = {
      file: 'parent',
      body: {
        ...P,
        Conditions: { C: is('a') },
        Resources: {
          Stack: {
            Type: 'AWS::CloudFormation::Stack',
            Properties: { Parameters: { Own: { Ref: 'P' }, Said: IF } },
          },
        },
      },
    };
    const sections = { Parameters: { Own: { Type: 'String' }, Said: { Type: 'String' } }, Conditions: { C: is('a', 'Own'), D: is('yes', 'Said') } };
    const child = { file: 'child', nestedIn: { file: 'parent', logicalId: 'Stack' }, body: templateWith(both, sections) };
    expect(possibleIn([parent, child])).toEqual([['yes', 'yes'], ['no', 'no']]);
  });
  test('a nested stack decides by its default where its parent passes nothing', () => {
    const parent = { file: 'parent', body: { Resources: { Stack: { Type: 'AWS::CloudFormation::Stack' } } } };
    const sections = { Parameters: { P: { Type: 'String', Default: 'a' } }, Conditions: { C: is('a') } };
    expect(possibleIn([parent, { file: 'child', nestedIn: { file: 'parent', logicalId: 'Stack' }, body: templateWith(IF, sections) }])).toEqual(['yes']);
  });
});
