import { inEachWorld, possible, possibleIn, templateWith } from './possible-values';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import type { Value } from '../../../src/guardrails/engine/value';

const OPEN = '<parameter t:P>';
const of = (declaration: unknown) => possible({ Ref: 'P' }, { Parameters: { P: declaration } });

test.each<[string, unknown, unknown[]]>([
  ['nothing but a type: open', { Type: 'String' }, [OPEN]],
  ['a default: that, or anything', { Type: 'String', Default: 'a' }, ['a', OPEN]],
  ['an empty default', { Type: 'String', Default: '' }, ['', OPEN]],
  ['a default of another type: as text', { Type: 'Number', Default: 5 }, ['5', OPEN]],
  ['a boolean default', { Type: 'String', Default: false }, ['false', OPEN]],
  ['a default that is no text', { Type: 'String', Default: ['a'] }, [OPEN]],
  ['allowed values: one of them', { Type: 'String', AllowedValues: ['a', 'b'] }, ['a', 'b']],
  ['allowed numbers: as text', { Type: 'Number', AllowedValues: [1, 2] }, ['1', '2']],
  ['a default that is allowed: once', { Type: 'String', Default: 'a', AllowedValues: ['a'] }, ['a']],
  ['a default and allowed values: the default first', { Type: 'String', Default: 'b', AllowedValues: ['a', 'b'] }, ['b', 'a']],
  ['one allowed value: that', { Type: 'String', AllowedValues: ['a'] }, ['a']],
  ['no allowed values: anything', { Type: 'String', AllowedValues: [] }, [OPEN]],
  ['allowed values that are none', { Type: 'String', AllowedValues: [{}, null] }, [OPEN]],
  ['NoEcho: its default is a value like any other', { Type: 'String', NoEcho: true, Default: 'a' }, ['a', OPEN]],
  ['a list by default', { Type: 'CommaDelimitedList', Default: 'a, b' }, [['a', 'b'], OPEN]],
  ['a list of numbers', { Type: 'List<Number>', AllowedValues: ['1,2'] }, [['1', '2']]],
  ['a name in Systems Manager: not the name', { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a', AllowedValues: ['/a'] }, [OPEN]],
  ['a list in Systems Manager', { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/a' }, [OPEN]],
  ['junk', 7, [OPEN]],
  ['null', null, [OPEN]],
])('%s', (_, declaration, expected) => expect(of(declaration)).toEqual(expected));

describe('whether an open parameter may be a list', () => {
  const list = (type: string) => inEachWorld(
    new AppModel([{ file: 't', body: templateWith({ Ref: 'P' }, { Parameters: { P: { Type: type } } }) }]), (value: Value) => value.list().length);
  test.each(['String', 'Number', 'AWS::EC2::VPC::Id', 'AWS::SSM::Parameter::Value<String>'])('%s is one text', (type) => expect(list(type)).toEqual([1]));
  test.each(['CommaDelimitedList', 'List<Number>', 'List<AWS::EC2::Subnet::Id>', 'AWS::SSM::Parameter::Value<List<String>>', 'AWS::SSM::Parameter::Value<CommaDelimitedList>'])(
    '%s is a list of nobody knows how many', (type) => expect(list(type)).toEqual([expect.stringMatching(/^unknown: the value of the parameter P/)]));
});

describe('whether an open parameter may be empty', () => {
  const isSet = (declaration: object) => inEachWorld(
    new AppModel([{ file: 't', body: templateWith({ Ref: 'P' }, { Parameters: { P: declaration } }) }]), (value: Value) => value.isSet);
  test.each([[{ Type: 'String', MinLength: 1 }], [{ Type: 'Number' }], [{ Type: 'AWS::EC2::VPC::Id' }], [{ Type: 'AWS::SSM::Parameter::Value<String>' }]])(
    'not %j', (declaration) => expect(isSet(declaration)).toEqual([true]));
  test.each([[{ Type: 'String' }], [{ Type: 'String', MinLength: 0 }], [{ Type: 'String', MinLength: '0' }]])('but %j', (declaration) => expect(isSet(declaration)).toEqual([expect.stringMatching(/^unknown/)]));
  test('an empty default is', () => expect(isSet({ Type: 'String', AllowedValues: [''] })).toEqual([false]));
  test('a list with an empty default is', () => expect(isSet({ Type: 'CommaDelimitedList', AllowedValues: [''] })).toEqual([false]));
});

describe('lists that a parent stack passes as text', () => {
  const passing = (passed: unknown, parameters: object = {}) => possibleIn([
    {
      file: 't',
      body: {
        Parameters: parameters,
        Resources: {
          Group: { Type: 'AWS::EC2::SecurityGroup' },
          Stack: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { P: passed } } },
        },
      },
    },
    { file: 'child', nestedIn: { file: 't', logicalId: 'Stack' }, body: templateWith({ Ref: 'P' }, { Parameters: { P: { Type: 'CommaDelimitedList' } } }) },
  ]);
  test('are split', () => expect(passing('a,b')).toEqual([['a', 'b']]));
  test('are split around references', () => expect(passing({ 'Fn::Join': [',', ['*', { Ref: 'Group' }, 'b']] })).toEqual([['*', '<t:Group.Ref>', 'b']]));
  test('are split without the blanks around their items', () => {
    expect(passing('a, b')).toEqual([['a', 'b']]);
    expect(passing({ 'Fn::Join': [' , ', ['*', { Ref: 'Group' }, 'b']] })).toEqual([['*', '<t:Group.Ref>', 'b']]);
  });
  test('are one reference', () => expect(passing({ Ref: 'Group' })).toEqual([['<t:Group.Ref>']]));
  test('are written as lists', () => expect(passing(['a', 'b'])).toEqual([['a', 'b']]));
  test('are open where a part may hold a comma', () => {
    expect(passing({ 'Fn::Sub': 'a,${Q}' }, { Q: { Type: 'String' } })).toEqual(['<a,<parameter t:Q>>']);
    expect(passing({ Ref: 'Q' }, { Q: { Type: 'String' } })).toEqual(['<parameter t:Q>']);
  });
});
