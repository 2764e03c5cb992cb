import { type JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { Part, partOf, refuse } from './read-document';
import { componentName, follow } from './references';

/** Words that say nothing about which bodies are valid. */
const REMARKS = ['title', 'description', 'example', 'examples', 'default', 'deprecated', 'xml', 'externalDocs', 'discriminator', 'writeOnly', '$comment', 'format'];

/** Words that mean the same in draft 4, by which API Gateway checks bodies. */
const KEPT = [
  'enum', 'multipleOf', 'minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'additionalItems',
];

const TYPES = [
  JsonSchemaType.OBJECT, JsonSchemaType.ARRAY, JsonSchemaType.STRING, JsonSchemaType.NUMBER, JsonSchemaType.INTEGER, JsonSchemaType.BOOLEAN,
  JsonSchemaType.NULL,
];

type Draft4 = { -readonly [keyword in keyof JsonSchema]: JsonSchema[keyword] };

/** Schemas of a document as API Gateway understands them; what it would not check as meant is refused by name. */
export class Schemas {
  constructor(private readonly scope: IConstruct, private readonly document: Part) {}

  /** The schema with all that it refers to; the name of the component that it is, if it is one. */
  public convert(value: unknown, at: string): { readonly schema: JsonSchema; readonly name?: string } {
    const { part, at: where, name } = follow(this.scope, this.document, 'schemas', value, at);
    const definitions = new Map<string, JsonSchema | undefined>();
    const root = this.draft4(part, where, definitions);
    if (definitions.size === 0) return { schema: root, name };
    return { schema: { ...root, definitions: Object.fromEntries(definitions) as Record<string, JsonSchema> }, name };
  }

  private draft4(value: unknown, at: string, definitions: Map<string, JsonSchema | undefined>): JsonSchema {
    const part = partOf(this.scope, at, value);
    if (part.$ref !== undefined) return this.reference(part.$ref, at, definitions);
    const schema: Draft4 = {};
    for (const [keyword, of] of Object.entries(part)) {
      if (REMARKS.includes(keyword) || keyword.startsWith('x-') || keyword === 'readOnly') continue;
      Object.assign(schema, this.keyword(part, keyword, of, `${at}.${keyword}`, definitions));
    }
    return schema;
  }

  private keyword(part: Part, keyword: string, value: unknown, at: string, definitions: Map<string, JsonSchema | undefined>): Draft4 {
    const convert = (child: unknown, step = '') => this.draft4(child, `${at}${step}`, definitions);
    const list = () => (Array.isArray(value) ? value : refuse(this.scope, at, value, 'this is no list', 'Correct the document.'));
    if (KEPT.includes(keyword)) return { [keyword]: value };
    switch (keyword) {
      case 'type': return { type: this.type(value, part.nullable === true, at) };
      case 'nullable': return {};
      case 'const': return { enum: [value] };
      case 'required': {
        const required = list().filter((name) => !this.isReadOnly(part, String(name))) as string[];
        return required.length > 0 ? { required } : {}; // an empty list is none in draft 4
      }
      case 'properties': return {
        properties: Object.fromEntries(Object.entries(partOf(this.scope, at, value))
          .filter(([name]) => !this.isReadOnly(part, name)).map(([name, child]) => [name, convert(child, `.${name}`)])),
      };
      case 'patternProperties': return {
        patternProperties: Object.fromEntries(Object.entries(partOf(this.scope, at, value)).map(([name, child]) => [name, convert(child, `.${name}`)])),
      };
      case 'additionalProperties': return { additionalProperties: typeof value === 'boolean' ? value : convert(value) };
      case 'items': return { items: Array.isArray(value) ? value.map((child, index) => convert(child, `.${index}`)) : convert(value) };
      case 'not': return { not: convert(value) };
      case 'allOf': case 'anyOf': case 'oneOf': return { [keyword]: list().map((child, index) => convert(child, `.${index}`)) };
      case 'minimum': return part.exclusiveMinimum !== undefined && typeof part.exclusiveMinimum === 'number' ? {} : { minimum: value as number };
      case 'maximum': return part.exclusiveMaximum !== undefined && typeof part.exclusiveMaximum === 'number' ? {} : { maximum: value as number };
      case 'exclusiveMinimum': return typeof value === 'number' ? { ...atLeast(part, value) } : { exclusiveMinimum: value as boolean };
      case 'exclusiveMaximum': return typeof value === 'number' ? { ...atMost(part, value) } : { exclusiveMaximum: value as boolean };
      default: return refuse(this.scope, at, value, 'API Gateway checks bodies by JSON Schema draft 4, which does not know this word',
        'Say it in words of draft 4, or leave it to the function and take it out of the document.');
    }
  }

  private type(value: unknown, nullable: boolean, at: string): JsonSchema['type'] {
    const types = [value].flat() as JsonSchemaType[];
    const unknown = types.find((type) => !TYPES.includes(type));
    if (unknown !== undefined) refuse(this.scope, at, unknown, 'there is no such type', `Write one of ${TYPES.join(', ')}.`);
    return nullable ? [...types, JsonSchemaType.NULL] : value as JsonSchemaType;
  }

  /** A property that only answers have must not be in a request, however well it is named there. */
  private isReadOnly(part: Part, name: string): boolean {
    const properties = partOf(this.scope, 'properties', part.properties);
    if (!Object.hasOwn(properties, name)) return false;
    return partOf(this.scope, `properties.${name}`, properties[name]).readOnly === true;
  }

  /** Definitions are written once, so that a schema may refer to itself. */
  private reference(ref: unknown, at: string, definitions: Map<string, JsonSchema | undefined>): JsonSchema {
    const name = componentName(this.scope, 'schemas', ref, at);
    if (!definitions.has(name)) {
      definitions.set(name, undefined);
      const { part, at: where } = follow(this.scope, this.document, 'schemas', { $ref: ref }, at);
      definitions.set(name, this.draft4(part, where, definitions));
    }
    return { ref: `#/definitions/${name}` };
  }
}

/** The stricter of the two lower limits that version 3.1 lets stand side by side. */
function atLeast({ minimum }: Part, exclusive: number): Draft4 {
  return typeof minimum === 'number' && minimum > exclusive ? { minimum } : { minimum: exclusive, exclusiveMinimum: true };
}

function atMost({ maximum }: Part, exclusive: number): Draft4 {
  return typeof maximum === 'number' && maximum < exclusive ? { maximum } : { maximum: exclusive, exclusiveMaximum: true };
}
