import { isFunction, resourcesOf, rewritten, withTemplates } from './written-templates';
import type { Sections } from './written-templates';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import { replaced } from '../invariants/places';
import type { Place } from '../invariants/places';
import type { Situation } from '../rules/verdicts';

/** A literal in the properties of any resource. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
  readonly template: TemplateInput;
  /** The template with something else there, and with more in its sections. */
  readonly templateWith: (by: unknown, sections?: Sections) => TemplateInput;
  /** The situation with that template. */
  readonly situationWith: (by: unknown, sections?: Sections) => Situation;
}

/** The literals of the subject and of what stands beside it. */
export function leavesOf(situation: Situation): Leaf[] {
  return situation.templates.flatMap((template) => {
    const resources = resourcesOf(template);
    return Object.entries(resources).flatMap(([logicalId, resource]) => literalsIn(resource.Properties ?? {}, []).map(({ place, value }): Leaf => {
      const templateWith: Leaf['templateWith'] = (by, sections) => {
        const properties = replaced(resource.Properties, place, by) as Record<string, unknown>;
        return rewritten(template, { ...resources, [logicalId]: { ...resource, Properties: properties } }, sections);
      };
      return {
        path: [logicalId, ...place].join('.'),
        value,
        template,
        templateWith,
        situationWith: (by, sections) => withTemplates(situation, template, [templateWith(by, sections)]),
      };
    }));
  });
}

function literalsIn(json: unknown, place: Place): { place: Place; value: unknown }[] {
  if (json === undefined) return [];
  if (typeof json !== 'object' || json === null) return [{ place, value: json }];
  if (isFunction(json)) return [];
  return Object.entries(json).flatMap(([key, item]) => literalsIn(item, [...place, key]));
}

/** Some of many, from all over them, always the same. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor(index * items.length / count)]);
}
