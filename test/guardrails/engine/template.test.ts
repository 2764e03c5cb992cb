import { AppModel } from '../../../src/guardrails/engine/app-model';
import { section, type Template } from '../../../src/guardrails/engine/template';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';

const OPEN = { Open: { 'Fn::Equals': [{ Ref: 'Choice' }, 'a'] } };
const STACK = { Type: 'AWS::CloudFormation::Stack' };

function templates(...inputs: readonly (Partial<TemplateInput> & { body: unknown })[]): readonly Template[] {
  return new AppModel(inputs.map((input, index) => ({ file: `${index}`, ...input }) as TemplateInput)).templates;
}

test('its sections are maps, whatever was written there', () => {
  const [whole] = templates({
    body: { Parameters: { A: {} }, Conditions: { B: true }, Mappings: { C: {} }, Outputs: { D: {} }, Metadata: { E: 1 }, Resources: { F: STACK } },
  });
  const { parameters, conditions, mappings, outputs, metadata } = whole;
  expect([parameters, conditions, mappings, outputs, metadata].map((each) => Object.keys(each))).toEqual([['A'], ['B'], ['C'], ['D'], ['E']]);
  expect([...whole.resources.keys()]).toEqual(['F']);
  for (const body of [undefined, null, [], 'text', { Parameters: [], Conditions: null, Resources: 'x' }]) {
    const [odd] = templates({ body });
    expect([odd.parameters, odd.conditions, odd.mappings, odd.outputs, odd.metadata, odd.facts]).toEqual([{}, {}, {}, {}, {}, {}]);
    expect(odd.resources.size).toBe(0);
  }
  expect([section({ a: 1 }), section([1]), section(null), section('x'), section(undefined)]).toEqual([{ a: 1 }, {}, {}, {}, {}]);
});

test('facts are those that are given', () => {
  expect(templates({ body: {}, facts: { account: '1' } })[0].facts).toEqual({ account: '1' });
});

test('a function comes to a value, the same in all worlds or not', () => {
  const [template] = templates({ body: { Parameters: { Choice: { Type: 'String' } }, Conditions: OPEN } });
  const same = { 'Fn::Join': ['-', ['a', 'b']] };
  expect([template.evaluated(same), template.evaluated(same)]).toEqual([{ value: 'a-b', isSame: true }, { value: 'a-b', isSame: true }]);
  const differs = { 'Fn::If': ['Open', 'a', 'b'] };
  const found: unknown[] = [];
  template.app.world.begin();
  do found.push(template.evaluated(differs)); while (template.app.world.next());
  expect(found).toEqual([{ value: 'a', isSame: false }, { value: 'b', isSame: false }]);
});

test('a condition of the stack may tell a parameter, or one of a stack nested in it', () => {
  const [own] = templates({ body: { Conditions: OPEN } });
  expect([own.isSettledByConditions('Choice'), own.isSettledByConditions('Other')]).toEqual([true, false]);
  const parent = { body: { Resources: { Nested: STACK } } };
  const child = (body: object): { body: object; nestedIn: TemplateInput['nestedIn'] } => ({ body, nestedIn: { file: '0', logicalId: 'Nested' } });
  expect(templates(parent, child({ Conditions: OPEN }))[0].isSettledByConditions('Other')).toBe(true);
  expect(templates(parent, child({}))[0].isSettledByConditions('Other')).toBe(false);
  expect(templates(parent, { body: { Conditions: OPEN } })[0].isSettledByConditions('Other')).toBe(false);
});
