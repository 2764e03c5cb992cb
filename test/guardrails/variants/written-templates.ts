import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import type { Situation } from '../rules/verdicts';

/** A resource as templates have it. */
export interface WrittenResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
}

export type Resources = Readonly<Record<string, WrittenResource>>;

/** Sections of a template: `{ Parameters: { Given: ... } }`. */
export type Sections = Readonly<Record<string, object>>;

export function resourcesOf({ body }: TemplateInput): Resources {
  return (body as { Resources?: Resources }).Resources ?? {};
}

/** The template with other resources, and with more in its sections. */
export function rewritten(template: TemplateInput, resources: Resources, sections: Sections = {}): TemplateInput {
  const body = template.body as Sections;
  const merged = Object.entries(sections).map(([name, added]) => [name, { ...body[name], ...added }]);
  return { ...template, body: { ...body, ...Object.fromEntries(merged) as Sections, Resources: resources } };
}

/** The situation with something else in the place of one of its templates. */
export function withTemplates(situation: Situation, instead: TemplateInput, by: readonly TemplateInput[]): Situation {
  return { ...situation, templates: situation.templates.flatMap((template) => (template === instead ? by : [template])) };
}

export function isJudged(logicalId: string, { judged = 'Subject' }: Situation): boolean {
  return logicalId === judged;
}

/** The subject, where it is the only resource of the only template. */
export function aloneIn(situation: Situation): WrittenResource | undefined {
  const [only, ...others] = situation.templates;
  const [entry, ...more] = Object.entries(resourcesOf(only));
  if (others.length > 0 || more.length > 0 || entry === undefined || (only.body as Sections).Conditions !== undefined) return undefined;
  return isJudged(entry[0], situation) ? entry[1] : undefined;
}

/** Whether so many parameters say what is deployed that one more condition leaves more worlds than the engine tells apart. */
export function isOfManyWorlds({ templates }: Situation): boolean {
  return templates.some(({ body }) => Object.keys((body as Sections).Parameters ?? {}).length > 5);
}

/** How many variants of a situation are tried: to judge dozens of resources together takes many times as long as to judge one. */
export function most(count: number, { templates }: Situation): number {
  const resources = templates.reduce((sum, template) => sum + Object.keys(resourcesOf(template)).length, 0);
  return resources > 12 ? 1 : count;
}

/** Whether JSON calls a function of CloudFormation. */
export function isFunction(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const [key, ...more] = Object.keys(json);
  return more.length === 0 && (key === 'Ref' || key?.startsWith('Fn::') === true);
}
