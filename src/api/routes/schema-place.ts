import { JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { fail } from '../../private/misuse';

/** Where a schema stands, and in whose name errors speak. */
export interface SchemaPlace {
  readonly scope: IConstruct;
  /** Prop of the caller with the path inside the schema: `POST /orders body.properties.items`. */
  readonly prop: string;
  readonly definitions: Record<string, JsonSchema>;
}

/** Keywords whose branches apply to the same value: a branch names properties, but cannot close the object for the others. */
export const COMBINATORS = ['allOf', 'anyOf', 'oneOf'] as const;

/** What a reference of the schema stands for. */
export function definitionOf(place: SchemaPlace, ref: string): JsonSchema {
  const name = /^#\/definitions\/([^/]+)$/.exec(ref)?.[1];
  const definition = name === undefined ? undefined : place.definitions[name];
  return definition ?? fail(place.scope, {
    prop: `${place.prop}.ref`,
    value: ref,
    problem: 'this refers to nothing in definitions of the body\'s own schema, and what lies outside cannot be closed to unknown properties',
    instead: 'Put the schema into definitions and refer to it as "#/definitions/<name>".',
  });
}

/** The schema itself, or what it refers to. */
export function meantBy(place: SchemaPlace, schema: JsonSchema, followed: JsonSchema[] = []): JsonSchema {
  if (schema.ref === undefined) return schema;
  if (followed.includes(schema)) {
    fail(place.scope, { prop: `${place.prop}.ref`, value: schema.ref, problem: 'this reference leads back to itself', instead: 'Write out what it stands for.' });
  }
  return meantBy(place, definitionOf(place, schema.ref), [...followed, schema]);
}

/** Whether the schema speaks of objects, by itself, in its branches or by what it refers to. */
export function isObject(place: SchemaPlace, of: JsonSchema, seen: JsonSchema[] = []): boolean {
  const schema = meantBy(place, of);
  if (schema.type !== undefined) return typesOf(schema).includes(JsonSchemaType.OBJECT);
  if (schema.properties !== undefined || schema.required !== undefined || schema.patternProperties !== undefined) return true;
  return !seen.includes(schema) && COMBINATORS.some((keyword) => schema[keyword]?.some((branch) => isObject(place, branch, [...seen, schema])));
}

/** The types that a schema names. */
export function typesOf({ type }: JsonSchema): JsonSchemaType[] {
  return type === undefined ? [] : [type].flat();
}
