import { JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { fail } from '../../private/misuse';

/** Where a schema stands, and in whose name errors speak. */
interface Place {
  readonly scope: IConstruct;
  /** Prop of the caller with the path inside the schema: `POST /orders body.properties.items`. */
  readonly prop: string;
  readonly definitions: Record<string, JsonSchema>;
}

/** Keywords whose branches apply to the same object: a branch names properties, but cannot close the object for the others. */
const COMBINATORS = ['allOf', 'anyOf', 'oneOf'] as const;

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
  if (schema.type === undefined && schema.ref === undefined && !schema.properties && !isCombined(schema)) {
    fail(scope, {
      prop,
      value: schema,
      problem: 'a schema without a type accepts every body',
      instead: 'Write { type: JsonSchemaType.OBJECT, properties: { ... }, required: [ ... ] }, or say in unvalidatedBody why nothing is checked.',
    });
  }
  return close({ scope, prop, definitions: schema.definitions ?? {} }, schema);
}

function close(place: Place, schema: JsonSchema): JsonSchema {
  if (schema.ref !== undefined) {
    definitionOf(place, schema.ref); // closed where it is defined
    return schema.definitions ? closeInside(place, schema) : schema;
  }
  if (!isObject(schema)) return closeInside(place, schema);
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
function closeInside(place: Place, schema: JsonSchema, closeBranch = openBranch): JsonSchema {
  const at = (step: string): Place => ({ ...place, prop: `${place.prop}.${step}` });
  const each = (step: string, schemas: Record<string, JsonSchema>): Record<string, JsonSchema> =>
    Object.fromEntries(Object.entries(schemas).map(([name, child]) => [name, close(at(`${step}.${name}`), child)]));
  const closed: { -readonly [keyword in keyof JsonSchema]: JsonSchema[keyword] } = { ...schema };
  if (schema.definitions) closed.definitions = each('definitions', schema.definitions);
  if (schema.properties) closed.properties = each('properties', schema.properties);
  if (schema.patternProperties) closed.patternProperties = each('patternProperties', schema.patternProperties);
  if (typeof schema.additionalProperties === 'object') closed.additionalProperties = close(at('additionalProperties'), schema.additionalProperties);
  if (Array.isArray(schema.items)) {
    closed.items = schema.items.map((item, index) => close(at(`items.${index}`), item));
    closed.additionalItems = schema.additionalItems ?? false;
  } else if (schema.items) {
    closed.items = close(at('items'), schema.items);
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

/** A branch whose object is closed around it: what is nested in the branch is closed, the branch itself is not. */
function openBranch(place: Place, branch: JsonSchema): JsonSchema {
  const schema = branch.ref === undefined ? branch : definitionOf(place, branch.ref);
  if (!isObject(schema)) return close(place, branch);
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
function knownNames(place: Place, schema: JsonSchema, seen: JsonSchema[] = []): string[] {
  if (seen.includes(schema)) {
    fail(place.scope, { prop: place.prop, problem: 'a branch refers back to the schema it is part of', instead: 'Write its properties out.' });
  }
  const dependent = Object.values(schema.dependencies ?? {}).filter((dependency): dependency is JsonSchema => !Array.isArray(dependency));
  const branches = [...COMBINATORS.flatMap((keyword) => schema[keyword] ?? []), ...dependent]
    .map((branch) => (branch.ref === undefined ? branch : definitionOf(place, branch.ref)));
  return [...new Set([
    ...Object.keys(schema.properties ?? {}),
    ...branches.flatMap((branch) => knownNames(place, branch, [...seen, schema])),
  ])];
}

function definitionOf(place: Place, ref: string): JsonSchema {
  const name = /^#\/definitions\/([^/]+)$/.exec(ref)?.[1];
  const definition = name === undefined ? undefined : place.definitions[name];
  return definition ?? fail(place.scope, {
    prop: `${place.prop}.ref`,
    value: ref,
    problem: 'this refers to nothing in definitions of the body\'s own schema, and what lies outside cannot be closed to unknown properties',
    instead: 'Put the schema into definitions and refer to it as "#/definitions/<name>".',
  });
}

/** Whether all that the schema says of the object is said in `anyOf` or `oneOf`, so that each choice can be closed by itself. */
function isChoiceOnly(schema: JsonSchema): boolean {
  const choices = [schema.anyOf, schema.oneOf].filter((choice) => choice !== undefined);
  return choices.length === 1 && !schema.allOf && !schema.properties && !schema.patternProperties && !schema.dependencies;
}

function isCombined(schema: JsonSchema): boolean {
  return COMBINATORS.some((keyword) => schema[keyword]);
}

/** Whether the schema speaks of objects, by itself or in its branches. */
function isObject(schema: JsonSchema): boolean {
  if (schema.type !== undefined) return [schema.type].flat().includes(JsonSchemaType.OBJECT);
  return schema.properties !== undefined || schema.required !== undefined || schema.patternProperties !== undefined
    || COMBINATORS.some((keyword) => schema[keyword]?.some((branch) => branch.ref !== undefined || isObject(branch)));
}
