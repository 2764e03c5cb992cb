import { JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { isTyped, refuseLeftOpen } from './left-open';
import { COMBINATORS, definitionOf, isObject, meantBy, SchemaPlace } from './schema-place';
import { fail } from '../../private/misuse';

const NAME_THEM = 'Name its properties, or for a map give additionalProperties the schema of its values.';

/**
 * The schema with every object closed to properties that it does not name.
 *
 * Draft 4 cannot close a combination from inside: a branch of `allOf` with `additionalProperties: false` refuses what the other
 * branches ask for. So the object around the branches is closed, over the names that it and its branches know. Branches of a
 * lone `anyOf` or `oneOf` are closed one by one.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html
 */
export function closeSchema(scope: IConstruct, prop: string, schema: JsonSchema): JsonSchema {
  return closeValue({ scope, prop, definitions: schema.definitions ?? {} }, schema);
}

/** Closes the schema of a value, about which nobody else says anything. */
function closeValue(place: SchemaPlace, schema: JsonSchema): JsonSchema {
  refuseLeftOpen(place, schema);
  return asObject(place, schema, close(place, schema));
}

/** What names properties means an object, but to the letter everything that is no object passes. */
function asObject(place: SchemaPlace, schema: JsonSchema, closed: JsonSchema): JsonSchema {
  return schema.ref === undefined && isObject(place, schema) && !isTyped(place, schema) ? { type: JsonSchemaType.OBJECT, ...closed } : closed;
}

function close(place: SchemaPlace, schema: JsonSchema): JsonSchema {
  if (schema.ref !== undefined) {
    definitionOf(place, schema.ref); // closed where it is defined
    return schema.definitions ? closeInside(place, schema) : schema;
  }
  if (!isObject(place, schema)) return closeInside(place, schema);
  if (schema.additionalProperties === true) {
    fail(place.scope, { prop: `${place.prop}.additionalProperties`, value: true, problem: 'it lets unknown properties in', instead: NAME_THEM });
  }
  if (schema.additionalProperties !== undefined) return closeInside(place, schema);
  if (isChoiceOnly(schema)) return closeInside(place, schema, close);
  const known = knownNames(place, schema);
  if (known.length === 0 && !schema.patternProperties) {
    fail(place.scope, { prop: place.prop, value: schema, problem: 'closed, an object without named properties could only be empty', instead: NAME_THEM });
  }
  const closed = closeInside(place, schema);
  const fromBranches = Object.fromEntries(known.filter((name) => !schema.properties?.[name]).map((name) => [name, {}]));
  return { ...closed, properties: { ...closed.properties, ...fromBranches }, additionalProperties: false };
}

/** Closes what is nested, and leaves the object itself as it is. */
function closeInside(place: SchemaPlace, schema: JsonSchema, closeBranch = openBranch): JsonSchema {
  const at = (step: string): SchemaPlace => ({ ...place, prop: `${place.prop}.${step}` });
  const each = (step: string, schemas: Record<string, JsonSchema>, closeEach = closeValue): Record<string, JsonSchema> =>
    Object.fromEntries(Object.entries(schemas).map(([name, child]) => [name, closeEach(at(`${step}.${name}`), child)]));
  const closed: { -readonly [keyword in keyof JsonSchema]: JsonSchema[keyword] } = { ...schema };
  if (schema.definitions) closed.definitions = each('definitions', schema.definitions, closeDefinition);
  if (schema.properties) closed.properties = each('properties', schema.properties);
  if (schema.patternProperties) closed.patternProperties = each('patternProperties', schema.patternProperties);
  if (typeof schema.additionalProperties === 'object') closed.additionalProperties = closeValue(at('additionalProperties'), schema.additionalProperties);
  if (Array.isArray(schema.items)) {
    closed.items = schema.items.map((item, index) => closeValue(at(`items.${index}`), item));
    closed.additionalItems = closedRest(at('additionalItems'), schema.additionalItems);
  } else if (schema.items) {
    closed.items = closeValue(at('items'), schema.items);
  }
  for (const keyword of COMBINATORS) {
    if (schema[keyword]) closed[keyword] = schema[keyword].map((branch, index) => closeBranch(at(`${keyword}.${index}`), branch));
  }
  if (schema.dependencies) {
    closed.dependencies = Object.fromEntries(Object.entries(schema.dependencies).map(([name, dependency]) =>
      [name, Array.isArray(dependency) ? dependency : openBranch(at(`dependencies.${name}`), dependency)]));
  }
  return closed;
}

/** A definition may be part of a value only: what it leaves open is looked at where it is all that is said of one. */
function closeDefinition(place: SchemaPlace, schema: JsonSchema): JsonSchema {
  return asObject(place, schema, close(place, schema));
}

/** What follows the elements of a tuple that have a schema of their own. */
function closedRest(place: SchemaPlace, rest: unknown): JsonSchema['additionalItems'] {
  if (rest === undefined || rest === false) return false;
  if (rest === true) {
    fail(place.scope, { prop: place.prop, value: true, problem: 'it lets elements of any kind in', instead: 'Give the schema of further elements, or leave it out.' });
  }
  return closeValue(place, rest as JsonSchema);
}

/** A branch whose object is closed around it: what is nested in the branch is closed, the branch itself is not. */
function openBranch(place: SchemaPlace, branch: JsonSchema): JsonSchema {
  const schema = meantBy(place, branch);
  if (!isObject(place, schema)) return close(place, branch);
  if (schema.additionalProperties !== undefined) {
    fail(place.scope, {
      prop: `${place.prop}.additionalProperties`,
      value: schema.additionalProperties,
      problem: 'it rules over the properties of the other branches too, so that little or nothing valid passes',
      instead: 'Leave it out: the object is closed over the properties of all its branches.',
    });
  }
  return closeInside(place, schema); // a definition is written out here, because where it is defined it is closed
}

/** Names that the object may have: its own, and those of the branches that apply to it. */
function knownNames(place: SchemaPlace, schema: JsonSchema, seen: JsonSchema[] = []): string[] {
  if (seen.includes(schema)) {
    fail(place.scope, { prop: place.prop, problem: 'a branch refers back to the schema it is part of', instead: 'Write its properties out.' });
  }
  const dependent = Object.values(schema.dependencies ?? {}).filter((dependency): dependency is JsonSchema => !Array.isArray(dependency));
  const branches = [...COMBINATORS.flatMap((keyword) => schema[keyword] ?? []), ...dependent]
    .map((branch) => meantBy(place, branch));
  return [...new Set([
    ...Object.keys(schema.properties ?? {}),
    ...branches.flatMap((branch) => knownNames(place, branch, [...seen, schema])),
  ])];
}

/** Whether all that the schema says of the object is said in `anyOf` or `oneOf`, so that each choice can be closed by itself. */
function isChoiceOnly(schema: JsonSchema): boolean {
  const choices = [schema.anyOf, schema.oneOf].filter((choice) => choice !== undefined);
  return choices.length === 1 && !schema.allOf && !schema.properties && !schema.patternProperties && !schema.dependencies;
}
