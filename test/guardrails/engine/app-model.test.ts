import { possibleIn, templateWith } from './possible-values';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import type { StackFacts, TemplateInput } from '../../../src/guardrails/engine/template-input';

const BUCKET = { Type: 'AWS::S3::Bucket' };
const TOPIC = { Type: 'AWS::SNS::Topic' };
const CHOICE = { Parameters: { Choice: { Type: 'String' } }, Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Choice' }, 'a'] } } };

function file(name: string, resources: object, others: Partial<TemplateInput> & { sections?: object } = {}): TemplateInput {
  const { sections, ...input } = others;
  return { file: name, body: { ...sections, Resources: resources }, ...input };
}

describe('the resources of an app', () => {
  const app = new AppModel([
    file('a', { A: BUCKET, B: TOPIC, C: { ...BUCKET, Condition: 'Open' } }, { sections: CHOICE }),
    file('b', { D: BUCKET, E: { Type: 7 }, F: 'x' }),
  ]);
  const idsOf = (found: readonly { logicalId: string }[]): string[] => found.map(({ logicalId }) => logicalId);

  test('are found by their types, in all templates', () => {
    expect(idsOf(app.declared('AWS::S3::Bucket'))).toEqual(['A', 'C', 'D']);
    expect(idsOf(app.declared('AWS::SNS::Topic', 'AWS::S3::Bucket'))).toEqual(['B', 'A', 'C', 'D']);
    expect(app.declared('AWS::SQS::Queue')).toEqual([]);
    expect(app.declared('AWS::SQS::Queue', 'AWS::SQS::QueuePolicy')).toEqual([]);
    expect(app.declared()).toEqual([]);
    expect([...app.types].sort()).toEqual(['AWS::S3::Bucket', 'AWS::SNS::Topic']);
  });

  test('those that exist differ from world to world', () => {
    const found: string[][] = [];
    app.world.begin();
    do found.push(idsOf(app.ofType('AWS::S3::Bucket', 'AWS::SNS::Topic'))); while (app.world.next());
    expect(found).toEqual([['A', 'C', 'D', 'B'], ['A', 'D', 'B']]);
  });
});

describe('nested stacks', () => {
  const stack = { Type: 'AWS::CloudFormation::Stack', Properties: {} };
  const nested = (name: string, parent: string, logicalId: string): TemplateInput =>
    file(name, { Nested: stack }, { nestedIn: { file: parent, logicalId } });

  test('are known to the resources that deploy them, however deep', () => {
    const app = new AppModel([file('a', { Nested: stack, Other: stack }), nested('b', 'a', 'Nested'), nested('c', 'b', 'Nested')]);
    const [a, b, c] = app.templates;
    expect(app.nestedIn(a.resources.get('Nested')!)).toBe(b);
    expect(app.nestedIn(b.resources.get('Nested')!)).toBe(c);
    expect(app.nestedIn(a.resources.get('Other')!)).toBeUndefined();
    expect([a.root.file, b.root.file, c.root.file]).toEqual(['a', 'a', 'a']);
  });

  test('in what is not there stand alone', () => {
    const [a, b, c] = new AppModel([file('a', {}), nested('b', 'a', 'Missing'), nested('c', 'missing', 'Nested')]).templates;
    expect([a.root.file, b.root.file, c.root.file]).toEqual(['a', 'b', 'c']);
  });

  test('in each other end', () => {
    const [a, b] = new AppModel([nested('a', 'b', 'Nested'), nested('b', 'a', 'Nested')]).templates;
    expect([a.root.file, b.root.file]).toEqual(['b', 'b']);
  });
});

describe('exports', () => {
  const exporting = (name: string, exported: unknown, value: unknown, facts: StackFacts = {}): TemplateInput =>
    file(name, {}, { facts, sections: { Parameters: { P: { Type: 'String' } }, Outputs: { Out: { Value: value, Export: { Name: exported } } } } });
  const imported = (facts: StackFacts, ...others: readonly TemplateInput[]): unknown[] =>
    possibleIn([{ file: 't', body: templateWith({ 'Fn::ImportValue': 'name' }), facts }, ...others]);
  const OPEN = [expect.stringMatching(/^(?!value)/)];

  test('are found by their names', () => {
    expect(imported({}, exporting('a', 'other', 'no'), exporting('b', 'name', 'value'))).toEqual(['value']);
    expect(imported({}, exporting('a', { 'Fn::Sub': 'name' }, 'value'))).toEqual(['value']);
  });

  test('of one name in several places: the one here', () => {
    const here = { account: '1', region: 'a' };
    expect(imported(here, exporting('a', 'name', 'value', here), exporting('b', 'name', 'no', { account: '1', region: 'b' }))).toEqual(['value']);
    expect(imported(here, exporting('a', 'name', 'no', { account: '2', region: 'a' }), exporting('b', 'name', 'value', here))).toEqual(['value']);
    expect(imported(here, exporting('a', 'name', 'value', here), exporting('b', 'name', 'value', {}))).toEqual(OPEN);
    expect(imported({}, exporting('a', 'name', 'no', here), exporting('b', 'name', 'value', {}))).toEqual(OPEN);
    expect(imported({}, exporting('a', 'name', 'value', here), exporting('b', 'name', 'value', { account: '2', region: 'b' }))).toEqual(OPEN);
  });

  test('that nobody can tell are open', () => {
    expect(imported({})).toEqual(OPEN);
    expect(imported({}, exporting('a', { Ref: 'P' }, 'value'))).toEqual(OPEN);
    expect(imported({}, exporting('a', 7, 'value'))).toEqual(OPEN);
    expect(imported({}, file('a', {}, { sections: { Outputs: { Out: 'x', Other: { Value: 'value' } } } }))).toEqual(OPEN);
  });
});

test('what is asked of it is kept by what is asked and by whom', () => {
  const app = new AppModel([file('a', { A: BUCKET, B: BUCKET })]);
  const [a, b] = app.declared('AWS::S3::Bucket');
  expect([app.once('x', a, () => 1), app.once('x', b, () => 2), app.once('y', a, () => 3), app.once('x', a, () => 4)]).toEqual([1, 2, 3, 1]);
});

test('who names whom is asked by type and path', () => {
  const app = new AppModel([file('a', { A: BUCKET, P: { Type: 'Test::Policy', Properties: { One: { Ref: 'A' } } }, Q: { Type: 'Test::Other', Properties: { Two: { Ref: 'A' } } } })]);
  const [a] = app.declared('AWS::S3::Bucket');
  const asked = (type: string, path: string): string[] => app.naming(a, type, path).resources.map(({ logicalId }) => logicalId);
  expect([asked('Test::Policy', 'One'), asked('Test::Policy', 'Two'), asked('Test::Other', 'Two'), asked('Test::Policy', 'One')]).toEqual([['P'], [], ['Q'], ['P']]);
});
