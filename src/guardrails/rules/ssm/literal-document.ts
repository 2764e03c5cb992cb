import { REFERENCE } from '../../../private/literal-text';
import { secretInDocument } from '../../../private/secret-detection/detect';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { violation } from '../../engine/violation';
import { isCutFromHarmless } from '../cut-text';
import { isSecret } from '../secret-attributes';

/** Text of a document. */
interface Leaf {
  readonly value: Value;
  /** As it is written in the template, where that can be told. */
  readonly json: unknown;
}

/** A property with a document or a text has no credential written in it, and CloudFormation writes none into it. Gives up where part is not known. */
export function judgeLiterals(resource: Resource, property: string): Outcome {
  const value = resource.get(property);
  const leaves = new Map<string, Leaf>();
  const written = secretInDocument(literal({ value, json: resource.properties.raw(property) }, [], leaves));
  // the location alone: what is written there belongs in no report
  const found = written && violation(locationOf(written.path, value, leaves), `it holds ${written.kind}`, written.kind);
  const resolved = [...leaves.values()].filter((leaf) => leaf.value.parts()!.some(isSecret))
    .map((leaf) => violation(leaf.value.location, 'it holds the value of a secret, which CloudFormation writes there in clear text'));
  if (found !== undefined || resolved.length > 0) return [...found === undefined ? [] : [found], ...resolved];
  for (const leaf of leaves.values()) {
    const open = openPart(leaf.value.parts()!);
    if (open !== undefined && !isCutFromHarmless('', leaf.json, resource.template)) return unknown(open.why, leaf.value.location);
  }
  return 'COMPLIANT';
}

/** JSON with a mark for everything that is only known at deployment. */
function literal({ value, json }: Leaf, path: readonly (string | number)[], leaves: Map<string, Leaf>): unknown {
  if (value.isObject) {
    return Object.fromEntries(value.entries().map(([key, item]) => [key, literal({ value: item, json: value.raw(key) }, [...path, key], leaves)]));
  }
  if (value.isList) return value.list().map((item, index) => literal({ value: item, json: itemAsWritten(value, index) }, [...path, index], leaves));
  const parts = value.parts();
  if (parts === undefined) return undefined;
  leaves.set(path.join('.'), { value, json });
  return parts.map((part) => (typeof part === 'string' ? part : REFERENCE)).join('');
}

/** Items are counted without those that are absent: then it cannot be told. */
function itemAsWritten(list: Value, index: number): unknown {
  const { json } = list;
  return Array.isArray(json) && json.length === list.list().length ? json[index] as unknown : undefined;
}

/** A path may go on inside a text that is JSON, or end at a list: the lines of a script are searched as one. */
function locationOf(path: readonly (string | number)[], document: Value, leaves: ReadonlyMap<string, Leaf>): string {
  for (let length = path.length; length >= 0; length -= 1) {
    const leaf = leaves.get(path.slice(0, length).join('.'));
    if (leaf !== undefined) return leaf.value.location;
  }
  return [document.location, ...path].join('.');
}
