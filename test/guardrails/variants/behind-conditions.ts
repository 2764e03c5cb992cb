import type { Row, Variant } from './variant';
import { aloneIn, isOfManyWorlds, resourcesOf, rewritten } from './written-templates';
import type { Sections, WrittenResource } from './written-templates';

const EITHER: Sections = { Parameters: { Choice: { Type: 'String' } }, Conditions: { Either: { 'Fn::Equals': [{ Ref: 'Choice' }, 'a'] } } };

/** Every property of every resource behind a condition that does not matter: both branches are the same. */
export function always({ verdict, situation }: Row): Variant[] {
  if (isOfManyWorlds(situation)) return [];
  const templates = situation.templates.map((template) => rewritten(template, Object.fromEntries(
    Object.entries(resourcesOf(template)).map(([logicalId, resource]) => [logicalId, { ...resource, Properties: inBothBranches(resource) }]),
  ), EITHER));
  return [{ name: 'every property in both branches of a condition', situation: { ...situation, templates }, expected: [verdict] }];
}

function inBothBranches({ Properties: properties = {} }: WrittenResource): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, { 'Fn::If': ['Either', value, value] }]));
}

/** A violation in one branch is a violation, whatever is in the other. */
export function branches(violating: Row, complying: Row): Variant[] {
  const [template, ...others] = violating.situation.templates;
  const bad = aloneIn(violating.situation);
  const good = aloneIn(complying.situation);
  if (bad === undefined || good?.Type !== bad.Type || others.length > 0) return [];
  if (Object.keys(complying.situation.templates[0].body as object).length > 1) return []; // what its sections declare would be missing
  if ('Mappings' in (template.body as object)) return []; // which row is taken may be a guess, and the branches are not told apart then
  const keys = [...new Set([...Object.keys(bad.Properties ?? {}), ...Object.keys(good.Properties ?? {})])];
  const noValue = { Ref: 'AWS::NoValue' };
  const properties = Object.fromEntries(keys.map((key) =>
    [key, { 'Fn::If': ['Either', good.Properties?.[key] ?? noValue, bad.Properties?.[key] ?? noValue] }]));
  const [logicalId] = Object.keys(resourcesOf(template));
  return [{
    name: `${violating.name} in one branch, ${complying.name} in the other`,
    situation: { ...violating.situation, templates: [rewritten(template, { [logicalId]: { ...bad, Properties: properties } }, EITHER)] },
    expected: ['NON_COMPLIANT'],
  }];
}
