import { leavesOf } from './leaves';
import type { Leaf } from './leaves';
import type { Row, Variant } from './variant';
import { most, withTemplates } from './written-templates';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import type { Situation } from '../rules/verdicts';

const MOST = 8;

/** Writes the value of a leaf in another way; undefined where it cannot be written so. */
type Way = (leaf: Leaf, situation: Situation) => Situation | undefined;

const WAYS: Readonly<Record<string, Way>> = {
  'imported from another stack': imported('of-another-stack'),
  'imported from another stack, the name of the export put together': imported({ 'Fn::Sub': ['${A}-stack', { A: 'of-another' }] }),
  'given by the stack that it is nested in': (leaf, situation) => {
    const { file, facts, nestedIn, body } = leaf.template;
    // parameters of its own, which the parent does not give, would have their defaults
    if (nestedIn !== undefined || (body as { Parameters?: object }).Parameters !== undefined) return undefined;
    const nested = { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { GivenByParent: leaf.value } } };
    const parent: TemplateInput = { file: `parent-of-${file}`, facts, body: { Resources: { NestedStack: nested } } };
    const child = leaf.templateWith({ Ref: 'GivenByParent' }, { Parameters: { GivenByParent: { Type: 'String' } } });
    return withTemplates(situation, leaf.template, [parent, { ...child, nestedIn: { file: parent.file, logicalId: 'NestedStack' } }]);
  },
  'from a mapping': ({ value, situationWith }) => situationWith({ 'Fn::FindInMap': ['Written', 'Top', 'Second'] }, { Mappings: { Written: { Top: { Second: value } } } }),
  'joined from two halves': ({ value, situationWith }) => ifDivisible(value, (first, second) => situationWith({ 'Fn::Join': ['', [first, second]] })),
  'put together from two halves': ({ value, situationWith }) => ifDivisible(value, (A, B) => situationWith({ 'Fn::Sub': ['${A}${B}', { A, B }] })),
  'one of a list': ({ value, situationWith }) => situationWith({ 'Fn::Select': ['1', ['another', value]] }),
  'as a text': ({ value, situationWith }) => (typeof value === 'boolean' || typeof value === 'number' ? situationWith(String(value)) : undefined),
  'the only value that a parameter may have': ({ value, situationWith }) =>
    situationWith({ Ref: 'OnlyValue' }, { Parameters: { OnlyValue: { Type: typeof value === 'number' ? 'Number' : 'String', Default: value, AllowedValues: [value] } } }),
  'in both branches of a condition': ({ value, situationWith }) => situationWith({ 'Fn::If': ['IsEither', value, value] }, {
    Parameters: { EitherOr: { Type: 'String' } },
    Conditions: { IsEither: { 'Fn::Equals': [{ Ref: 'EitherOr' }, 'a'] } },
  }),
};

const NAMES = Object.keys(WAYS);

/**
 * The same value, written in the other ways that CloudFormation knows: the verdict is the same. Each leaf of a row meets some of the ways, others
 * than in the row before.
 */
export function otherWays({ situation, verdict, index }: Row): Variant[] {
  const leaves = leavesOf(situation).filter(({ value }) => value !== null && !isDynamicReference(value));
  const tries = Math.min(most(MOST, situation), leaves.length * NAMES.length);
  return Array.from({ length: tries }, (_, number) => {
    const leaf = leaves[number % leaves.length];
    const name = NAMES[(index + number + Math.floor(number / leaves.length)) % NAMES.length];
    return { name: `${leaf.path} ${name}`, situation: WAYS[name](leaf, situation) };
  }).flatMap(({ name, situation: written }) => (written === undefined ? [] : [{ name, situation: written, expected: [verdict] }]));
}

function imported(name: unknown): Way {
  return ({ value, template, templateWith }, situation) => {
    const body = { Resources: {}, Outputs: { Value: { Value: value, Export: { Name: 'of-another-stack' } } } };
    return withTemplates(situation, template, [templateWith({ 'Fn::ImportValue': name }), { file: 'exports.json', facts: template.facts, body }]);
  };
}

/** CloudFormation replaces those to secrets in properties only, where they are written as one text. */
function isDynamicReference(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{resolve:');
}

function ifDivisible(value: unknown, write: (first: string, second: string) => Situation): Situation | undefined {
  if (typeof value !== 'string' || value.length < 2 || value.includes('${')) return undefined;
  const half = Math.floor(value.length / 2);
  return write(value.slice(0, half), value.slice(half));
}
