import { replaced, valuesIn } from './places';
import type { Written } from './places';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import type { Situation } from '../rules/verdicts';

/** A value of an app, by its template, that could also be given at deployment. */
export interface OpenPlace extends Written {
  readonly template: number;
}

type Section = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/**
 * Everything that resources say, the values of outputs, the defaults of parameters, what conditions compare and what maps hold. CloudFormation
 * takes functions in some of these places only with a transform: what is written there is not known then either.
 */
export function openPlaces(templates: Situation['templates']): OpenPlace[] {
  return templates.flatMap(({ body }, template) => {
    const { Resources = {}, Outputs = {}, Parameters = {}, Conditions = {}, Mappings = {} } = body as Readonly<Record<string, Section | undefined>>;
    return [
      ...Object.entries(Resources).flatMap(([id, resource]) => Object.entries(resource ?? {}).filter(([name]) => !IDENTITY.has(name))
        .flatMap(([name, value]) => valuesIn(value, ['Resources', id, name]))),
      ...Object.entries(Outputs).flatMap(([id, output]) => valuesIn(output?.Value, ['Outputs', id, 'Value'])),
      ...Object.entries(Parameters).filter(([, parameter]) => parameter?.Default !== undefined)
        .map(([id, parameter]): Written => ({ place: ['Parameters', id, 'Default'], value: parameter?.Default })),
      ...valuesIn(Conditions, ['Conditions']).filter(({ place, value }) => place.at(-2) === 'Fn::Equals' && typeof value !== 'object'),
      ...below(valuesIn(Mappings, ['Mappings']), 3),
    ].map((written) => ({ ...written, template }));
  });
}

/** What makes a resource that resource: nothing of it can be given at deployment. */
const IDENTITY: ReadonlySet<string> = new Set(['Type', 'Condition', 'DependsOn']);

/** What only the deployment tells, by number: no two of them need be the same. */
const OPAQUE = {
  'a parameter without default': (number: number) => ({ Ref: `GivenText${number}` }),
  'a list parameter without default': (number: number) => ({ Ref: `GivenList${number}` }),
  'an import from elsewhere': (number: number) => ({ 'Fn::ImportValue': `export-${number}-of-another-app` }),
  'an attribute of a custom resource': (number: number) => ({ 'Fn::GetAtt': ['GivenResource', `Value${number}`] }),
  'the id of a custom resource': (number: number) => ({ Ref: `GivenId${number}` }),
  'no default': () => undefined,
};

export type OpaqueKind = keyof typeof OPAQUE;

/** A value, and how the deployment gives it. */
export type Given = readonly [OpenPlace, OpaqueKind];

/** The kinds that can stand in the place of a value. An attribute of a custom resource may be a text, a list or an object. */
export function kindsFor({ place, value }: OpenPlace): OpaqueKind[] {
  if (place[0] === 'Parameters') return ['no default'];
  // nothing that has to be made first can decide what is made
  const isReadBefore = place[0] === 'Conditions' || place[0] === 'Mappings' || place.includes('Fn::FindInMap');
  if (isReadBefore) return [Array.isArray(value) ? 'a list parameter without default' : 'a parameter without default'];
  if (Array.isArray(value)) return ['a list parameter without default', 'an attribute of a custom resource'];
  if (typeof value === 'object') return ['an attribute of a custom resource'];
  const kinds: OpaqueKind[] = ['a parameter without default', 'an import from elsewhere', 'an attribute of a custom resource'];
  return value === '' ? kinds : [...kinds, 'the id of a custom resource']; // CloudFormation takes no empty one
}

/** The templates with values given at deployment. */
export function withOpaque(templates: readonly TemplateInput[], given: readonly Given[]): TemplateInput[] {
  return templates.map((input, index) => {
    const body = given.reduce<unknown>((json, [{ template, place }, kind], number) =>
      (template === index ? replaced(json, place, OPAQUE[kind](number)) : json), input.body);
    return body === input.body ? input : { ...input, body: declaring(body, given.length) };
  });
}

const CUSTOM = { Type: 'Custom::Given', Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:given' } };

function declaring(body: unknown, count: number): object {
  const { Parameters, Resources, ...rest } = body as Readonly<Record<string, object>>;
  const numbers = [...Array(count).keys()];
  return {
    ...rest,
    Parameters: {
      ...Parameters,
      ...Object.fromEntries(numbers.map((number) => [`GivenText${number}`, { Type: 'String' }])),
      ...Object.fromEntries(numbers.map((number) => [`GivenList${number}`, { Type: 'CommaDelimitedList' }])),
    },
    Resources: {
      ...Resources,
      GivenResource: CUSTOM,
      ...Object.fromEntries(numbers.map((number) => [`GivenId${number}`, CUSTOM])),
    },
  };
}

function below(all: readonly Written[], depth: number): Written[] {
  return all.filter(({ place }) => place.length > depth);
}
