import { type JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { formatWords } from './formats';
import { Part, partOf, refuse } from './read-document';
import { ReadOnly } from './read-only';
import { followWhile, Found } from './references';

/** Words that say nothing about which bodies are valid; what is only for answers is left out by name. */
const REMARKS = [
  'title', 'description', 'example', 'examples', 'default', 'deprecated', 'xml', 'externalDocs', 'discriminator', 'readOnly', 'writeOnly', '$comment',
];

/** Words that mean the same in draft 4, by which API Gateway checks bodies. */
const KEPT = [
  'enum', 'multipleOf', 'minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties',
];

const TYPES = [
  JsonSchemaType.OBJECT, JsonSchemaType.ARRAY, JsonSchemaType.STRING, JsonSchemaType.NUMBER, JsonSchemaType.INTEGER, JsonSchemaType.BOOLEAN,
  JsonSchemaType.NULL,
];

type Draft4 = { -readonly [keyword in keyof JsonSchema]: JsonSchema[keyword] };

/** What applies to one value, while it is converted. */
interface Converting {
  /** Components that it refers to; undefined while they are converted themselves. */
  readonly definitions: Map<string, JsonSchema | undefined>;
  /** Properties that only answers have, by another part of the same schema. */
  readonly hidden: readonly string[];
}

/** Schemas of a document as API Gateway understands them; what it would not check as meant is refused by name. */
export class Schemas {
  /** Formats that nobody is certain to check, each with a place where it stands. */
  public readonly uncheckedFormats = new Map<string, string>();

  private readonly readOnly: ReadOnly;

  constructor(private readonly scope: IConstruct, private readonly document: Part) {
    this.readOnly = new ReadOnly(scope, document);
  }

  /** The schema with all that it refers to; the name of the component that it is, if it is one. */
  public convert(value: unknown, at: string): { readonly schema: JsonSchema; readonly name?: string } {
    const { part, at: where, name } = this.follow(value, at);
    const definitions = new Map<string, JsonSchema | undefined>();
    const root = this.draft4(part, where, { definitions, hidden: [] });
    if (definitions.size === 0) return { schema: root, name };
    return { schema: { ...root, definitions: Object.fromEntries(definitions) as Record<string, JsonSchema> }, name };
  }

  private draft4(value: unknown, at: string, converting: Converting): JsonSchema {
    const part = partOf(this.scope, at, value);
    const inside = { ...converting, hidden: [...converting.hidden, ...this.readOnly.namesIn(part)] };
    if (part.$ref !== undefined) return this.reference(part, at, inside);
    const schema: Draft4 = {};
    for (const keyword of Object.keys(part).filter(isRule)) {
      Object.assign(schema, this.keyword(part, keyword, part[keyword], `${at}.${keyword}`, inside));
    }
    return schema;
  }

  private keyword(part: Part, keyword: string, value: unknown, at: string, converting: Converting): Draft4 {
    const convert = (child: unknown, step = '') => this.draft4(child, `${at}${step}`, { ...converting, hidden: [] });
    const convertBranch = (child: unknown, step: string) => this.draft4(child, `${at}${step}`, converting);
    const list = () => (Array.isArray(value) ? value : refuse(this.scope, at, value, 'this is no list', 'Correct the document.'));
    if (KEPT.includes(keyword)) return { [keyword]: value };
    switch (keyword) {
      case 'type': return { type: this.type(value, part.nullable === true, at) };
      case 'nullable': return {};
      case 'const': return { enum: [value] };
      case 'required': {
        const required = list().filter((name) => !converting.hidden.includes(String(name))) as string[];
        return required.length > 0 ? { required } : {}; // an empty list is none in draft 4
      }
      case 'properties': return {
        properties: Object.fromEntries(Object.entries(partOf(this.scope, at, value))
          .filter(([name]) => !converting.hidden.includes(name)).map(([name, child]) => [name, convert(child, `.${name}`)])),
      };
      case 'patternProperties': return {
        patternProperties: Object.fromEntries(Object.entries(partOf(this.scope, at, value)).map(([name, child]) => [name, convert(child, `.${name}`)])),
      };
      case 'additionalProperties': return { additionalProperties: typeof value === 'boolean' ? value : convert(value) };
      case 'additionalItems': return { additionalItems: typeof value === 'boolean' ? value : convert(value) };
      case 'items': return { items: Array.isArray(value) ? value.map((child, index) => convert(child, `.${index}`)) : convert(value) };
      case 'not': return { not: convert(value) };
      case 'allOf': case 'anyOf': case 'oneOf': return { [keyword]: list().map((child, index) => convertBranch(child, `.${index}`)) };
      case 'format': return this.format(part, at);
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

  private format(part: Part, at: string): JsonSchema {
    const { words, isUnchecked } = formatWords(part);
    if (isUnchecked && !this.uncheckedFormats.has(String(part.format))) this.uncheckedFormats.set(String(part.format), at);
    return words;
  }

  /** Definitions are written once, so that a schema may refer to itself. Draft 4 drops what stands beside a reference: it goes into a part of its own. */
  private reference({ $ref, ...beside }: Part, at: string, converting: Converting): JsonSchema {
    const { definitions } = converting;
    const { part, at: where, name } = this.follow({ $ref }, at) as Required<Found>;
    if (!definitions.has(name)) {
      definitions.set(name, undefined);
      definitions.set(name, this.draft4(part, where, { definitions, hidden: [] }));
    }
    const ref = `#/definitions/${name}`;
    const rule = Object.keys(beside).find(isRule);
    if (rule === undefined) return { ref };
    if (String(this.document.openapi).startsWith('3.0')) {
      refuse(this.scope, `${at}.${rule}`, beside[rule], 'version 3.0 ignores what stands beside $ref, so that nobody would check it',
        `Write allOf: [{ $ref: "${String($ref)}" }] beside it, or begin the document with openapi: 3.1.0.`);
    }
    return { allOf: [{ ref }, this.draft4(beside, at, converting)] };
  }

  /** Follows references as long as they are all that is said. */
  private follow(value: unknown, at: string): Found {
    return followWhile(this.scope, this.document, 'schemas', value, at, ({ $ref, ...beside }) => !Object.keys(beside).some(isRule));
  }
}

/** Whether a word decides which bodies are valid. */
function isRule(word: string): boolean {
  return !REMARKS.includes(word) && !word.startsWith('x-');
}

/** The stricter of the two lower limits that version 3.1 lets stand side by side. */
function atLeast({ minimum }: Part, exclusive: number): Draft4 {
  return typeof minimum === 'number' && minimum > exclusive ? { minimum } : { minimum: exclusive, exclusiveMinimum: true };
}

function atMost({ maximum }: Part, exclusive: number): Draft4 {
  return typeof maximum === 'number' && maximum < exclusive ? { maximum } : { maximum: exclusive, exclusiveMaximum: true };
}
