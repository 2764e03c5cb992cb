import { withServerlessGlobals } from '../../../src/guardrails/engine/serverless-globals';

/** The properties of a function of SAM, given defaults for functions. */
function propertiesOf(defaults: unknown, resource: object = {}): unknown {
  const { Resources } = withServerlessGlobals({ Globals: { Function: defaults }, Resources: { F: { Type: 'AWS::Serverless::Function', ...resource } } });
  return (Resources as { F: { Properties?: unknown } }).F.Properties;
}

test.each<[string, unknown, unknown, unknown]>([
  ['a default that the resource leaves out', { Timeout: 3 }, { Handler: 'a' }, { Timeout: 3, Handler: 'a' }],
  ['a value of its own', { Timeout: 3 }, { Timeout: 9 }, { Timeout: 9 }],
  ['maps are joined', { Tags: { a: '1', b: '2' } }, { Tags: { b: '3' } }, { Tags: { a: '1', b: '3' } }],
  ['an empty map adds nothing', { Tags: { a: '1' } }, { Tags: {} }, { Tags: { a: '1' } }],
  ['lists are put together, the defaults first', { Layers: ['a'] }, { Layers: ['b'] }, { Layers: ['a', 'b'] }],
  ['a function of CloudFormation instead of a list', { Layers: ['a'] }, { Layers: { Ref: 'A' } }, { Layers: { Ref: 'A' } }],
  ['a function of CloudFormation is one value', { KmsKeyArn: { Ref: 'A' } }, { KmsKeyArn: { 'Fn::GetAtt': ['B', 'Arn'] } }, { KmsKeyArn: { 'Fn::GetAtt': ['B', 'Arn'] } }],
  ['a function of CloudFormation instead of a map', { Tags: { a: '1' } }, { Tags: { 'Fn::If': [] } }, { Tags: { 'Fn::If': [] } }],
  ['a map instead of a function of CloudFormation', { Tags: { Ref: 'A' } }, { Tags: { a: '1' } }, { Tags: { a: '1' } }],
  ['another kind', { CodeUri: 's3://a/b' }, { CodeUri: { Bucket: 'a', Key: 'b' } }, { CodeUri: { Bucket: 'a', Key: 'b' } }],
])('%s', (_, defaults, own, expected) => {
  expect(propertiesOf(defaults, { Properties: own })).toEqual(expected);
});

test('a resource without properties gets the defaults', () => {
  expect(propertiesOf({ Timeout: 3 })).toEqual({ Timeout: 3 });
});

test.each<[string, unknown, unknown]>([
  ['out of all defaults', '*', { Handler: 'a' }],
  ['out of some', ['Timeout'], { MemorySize: 1, Handler: 'a' }],
  ['out of none, with an odd value', 7, { Timeout: 3, MemorySize: 1, Handler: 'a' }],
])('a resource is taken %s', (_, ignored, expected) => {
  expect(propertiesOf({ Timeout: 3, MemorySize: 1 }, { IgnoreGlobals: ignored, Properties: { Handler: 'a' } })).toEqual(expected);
});

test('other resources and the template that is given stay as they are', () => {
  const others = { A: { Type: 'AWS::Serverless::Api', Properties: { Name: 'a' } }, B: { Type: 'AWS::Lambda::Function' }, C: { Type: 7 }, D: null };
  const template = { Globals: { Function: { Timeout: 3 } }, Resources: { ...others, F: { Type: 'AWS::Serverless::Function', Properties: {} } } };
  const before = JSON.stringify(template);
  expect(withServerlessGlobals(template).Resources).toMatchObject(others);
  expect(JSON.stringify(template)).toBe(before);
});

test.each<[string, object]>([
  ['none', { Resources: { F: { Type: 'AWS::Serverless::Function' } } }],
  ['defaults of an odd kind', { Globals: 7, Resources: { F: { Type: 'AWS::Serverless::Function' } } }],
  ['no resources', { Globals: { Function: { Timeout: 3 } } }],
])('%s: the very template', (_, template) => {
  expect(withServerlessGlobals({ ...template })).toEqual(template);
});

test.each<[string, unknown, unknown]>([
  ['defaults that are no map', 'x', { Timeout: 1 }],
  ['properties that are no map', { Timeout: 3 }, ['x']],
])('%s change nothing', (_, defaults, own) => {
  expect(propertiesOf(defaults, { Properties: own })).toEqual(own);
});
