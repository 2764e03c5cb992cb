import { possible } from './possible-values';

const REGION = { Ref: 'AWS::Region' };
const MAPPINGS = {
  Layers: { 'eu-west-1': { arn: 'a1' }, 'us-east-1': { arn: 'a2' }, 'ap-south-1': { arn: 'a3' } },
  Others: { 'eu-west-1': { arn: 'b1' }, 'us-east-1': { arn: 'b2' }, 'ap-south-1': { arn: 'b2' } },
  Fewer: { 'eu-west-1': { arn: 'c1' } },
  Alien: { 'sa-east-1': { arn: 'd1' }, 'ca-west-1': { arn: 'd2' } },
};
const find = (map: string, key: unknown = REGION, ...options: unknown[]) => ({ 'Fn::FindInMap': [map, key, 'arn', ...options] });
const together = (...values: unknown[]) => possible({ 'Fn::Join': [' ', values] }, { Mappings: MAPPINGS, Parameters: { P: { Type: 'String' } } });

test.each<[string, unknown[], string[]]>([
  ['a key that is known', [find('Layers', 'us-east-1')], ['a2']],
  ['any key of the map', [find('Layers')], ['a1', 'a2', 'a3']],
  ['equal values count once', [find('Others')], ['b1', 'b2']],
  ['two maps are asked for the same region', [find('Layers'), find('Others')], ['a1 b1', 'a2 b2', 'a3 b2']],
  ['in the other order, where equal values were one', [find('Others'), find('Layers')], ['b1 a1', 'b2 a2', 'b2 a3']],
  ['three maps', [find('Others'), find('Layers'), find('Others')], ['b1 a1 b1', 'b2 a2 b2', 'b2 a3 b2']],
  ['a map with one of the regions only', [find('Fewer'), find('Layers')], ['c1 a1']],
  ['a parameter is another key', [find('Others'), find('Others', { Ref: 'P' })], ['b1 b1', 'b1 b2', 'b2 b1', 'b2 b2']],
  ['a default where the map may lack the key', [find('Fewer', REGION, { DefaultValue: 'none' })], ['c1', 'none']],
])('%s', (_, values, expected) => {
  expect(together(...values)).toEqual(expected);
});

test('the second keys of two maps are told apart by their maps', () => {
  const second = (map: string) => ({ 'Fn::FindInMap': [map, 'a', { Ref: 'P' }] });
  const sections = { Mappings: { One: { a: { x: 1, y: 2 } }, Two: { a: { x: 5, y: 6, z: 5 } } }, Parameters: { P: { Type: 'String' } } };
  const joined = (...values: unknown[]) => possible({ 'Fn::Join': [' ', values] }, sections);
  expect(joined(second('One'), second('Two'))).toEqual(['1 5', '2 6']);
  expect(joined(second('Two'), second('One'))).toEqual(['5 1', '6 2']);
});

test('a region that the second map does not have: nothing is known of it', () => {
  expect(together(find('Layers'), find('Alien'))).toEqual(['a1', 'a2', 'a3'].map((known) => expect.stringMatching(`^${known} <.*FindInMap`)));
});
