import { resolve } from './intrinsics';
import { Container, keyOf, partsOf } from './resolved';
import type { Resolved } from './resolved';
import { section } from './template';
import type { Template } from './template';

/** `Fn::FindInMap`: a key that is not known may be any of the map's, and each of them is a world. */
export function findInMap(argument: unknown, template: Template, depth: number): Resolved | null {
  if (!Array.isArray(argument)) return null;
  const [name, first, second, options] = argument as unknown[];
  const mapName = resolve(name, template, depth);
  if (typeof mapName !== 'string' || !Object.hasOwn(template.mappings, mapName)) return null;
  const fallback = section(options).DefaultValue;
  const mayMiss = fallback !== undefined;
  const inner = entry(section(template.mappings[mapName]), first, { template, depth, mayMiss, place: mapName });
  const value = inner && entry(section(inner), second, { template, depth, mayMiss, place: `${mapName}.${JSON.stringify(first)}` });
  if (value !== undefined) return Array.isArray(value) ? new Container(value as unknown[], template) : resolve(value, template, depth);
  return fallback === undefined ? null : resolve(fallback, template, depth);
}

interface Lookup {
  readonly template: Template;
  readonly depth: number;
  /** Whether a key that the map lacks is no mistake. */
  readonly mayMiss: boolean;
  readonly place: string;
}

/** What a map has under a key; undefined if nothing. */
function entry(map: Record<string, unknown>, key: unknown, { template, depth, mayMiss, place }: Lookup): unknown {
  const known = resolve(key, template, depth);
  if (typeof known === 'string' || typeof known === 'number') return Object.hasOwn(map, known) ? map[known] : undefined;
  const { world } = template.app;
  const asked = keyOfKey(known) ?? `${template.file}:${JSON.stringify(key)}`;
  // the region that one map was asked for is the region of the next: what the key came to there is all that it may be here
  const narrowed = world.narrowed(asked);
  const keys = Object.keys(map).filter((each) => narrowed?.has(each) ?? true);
  const byValue = new Map<string, string[]>();
  for (const each of keys) {
    const value = JSON.stringify(map[each]);
    byValue.set(value, [...byValue.get(value) ?? [], each]);
  }
  const groups = [...byValue.values(), ...mayMiss || keys.length === 0 ? [[]] : []];
  const choice = `${template.file}:${place}:${asked}`;
  const group = groups[groups.length > 1 ? world.choose(choice, groups.length) : 0];
  // a map lists what a key may be, as AllowedValues do for a parameter, and no condition says that the stack is meant for each of its regions:
  // one that violates is no violation of a stack that may never be there, but none can be said to comply
  if (groups.length > 1) world.leaveOpen(choice);
  if (group.length > 0) world.narrow(asked, group);
  return map[group[0]];
}

function keyOfKey(known: Resolved): string | undefined {
  const parts = partsOf(known);
  return parts && keyOf(parts);
}
