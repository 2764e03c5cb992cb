import { JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import { isObject, meantBy, SchemaPlace, typesOf } from './schema-place';
import { fail } from '../../private/misuse';

/** Stops the synth at the schema of a value that takes values nobody has described: any at all, or lists of anything. */
export function refuseLeftOpen(place: SchemaPlace, schema: JsonSchema): void {
  switch (leftOpen(place, schema)) {
    case 'type': return isObject(place, schema) ? undefined : fail(place.scope, {
      prop: place.prop,
      value: schema,
      problem: 'a schema without a type accepts every value',
      instead: 'Write its type, for an object { type: JsonSchemaType.OBJECT, properties: { ... } }, or say in unvalidatedBody why nothing is checked.',
    });
    case 'items': return fail(place.scope, {
      prop: `${place.prop}.items`,
      value: 'absent',
      problem: 'a list whose elements have no schema accepts every element',
      instead: 'Write items: { type: JsonSchemaType.STRING }, or whatever its elements are.',
    });
    default: return undefined;
  }
}

/** Whether the schema, with all that applies beside it, says which types a value may have. */
export function isTyped(place: SchemaPlace, schema: JsonSchema): boolean {
  return leftOpen(place, schema) !== 'type';
}

/** What nobody says of a value: its type, or if it may be a list, what is in it. */
type Unsaid = 'type' | 'items';

/**
 * What is unsaid by all that applies to a value: the schema, the schemas of its `allOf`, what they refer to, and `around`. What each branch of one
 * `anyOf` or `oneOf` says, is said.
 */
function leftOpen(place: SchemaPlace, schema: JsonSchema, around: readonly JsonSchema[] = []): Unsaid | undefined {
  const own = together(place, schema);
  const all = [...around, ...own];
  const unsaid = unsaidBy(all);
  if (unsaid === undefined) return undefined;
  const choices = own.flatMap(({ anyOf, oneOf }) => [anyOf ?? [], oneOf ?? []]).filter((branches) => branches.length > 0);
  return choices.some((branches) => branches.every((branch) => leftOpen(place, branch, all) === undefined)) ? undefined : unsaid;
}

function unsaidBy(all: readonly JsonSchema[]): Unsaid | undefined {
  if (all.some((schema) => schema.enum !== undefined)) return undefined; // a list of the values themselves
  const typed = all.filter(({ type }) => type !== undefined);
  if (typed.length === 0) return 'type';
  const mayBeList = typed.every((schema) => typesOf(schema).includes(JsonSchemaType.ARRAY));
  return mayBeList && !all.some(({ items }) => items !== undefined) ? 'items' : undefined;
}

/** The schema and those of its `allOf`, however deep. */
function together(place: SchemaPlace, schema: JsonSchema, seen: JsonSchema[] = []): JsonSchema[] {
  const meant = meantBy(place, schema);
  if (seen.includes(meant)) return [];
  return [meant, ...(meant.allOf ?? []).flatMap((branch) => together(place, branch, [...seen, meant]))];
}
