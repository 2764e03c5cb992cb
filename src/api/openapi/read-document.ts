import * as fs from 'fs';
import type { IConstruct } from 'constructs';
import { OpenApiDefinition } from './open-api-definition';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** A part of a document, of which nothing is known yet. */
export type Part = Readonly<Record<string, unknown>>;

/** Extensions by which API Gateway takes orders from a document: integrations, authorizers, policies. */
const ORDERS = 'x-amazon-apigateway-';

/** Whether a value of a document is an object. */
export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object of the document, empty where there is none; anything else stops the synth. */
export function partOf(scope: IConstruct, at: string, value: unknown): Part {
  if (value === undefined) return {};
  return isPart(value) ? value : refuse(scope, at, value, 'this is no object', 'Correct the document; a linter for OpenAPI finds more such places.');
}

/** Stops the synth at a place in the document. */
export function refuse(scope: IConstruct, at: string, value: unknown, problem: string, instead: string): never {
  return fail(scope, { prop: `definition ${at}`, value, problem, instead });
}

/** The document, if it is one and takes no decisions that belong into the app. */
export function readDocument(scope: IConstruct, definition: OpenApiDefinition): Part {
  if (!(definition instanceof OpenApiDefinition)) {
    fail(scope, { prop: 'definition', value: definition ?? 'absent', problem: 'there is no document', instead: 'Write OpenApiDefinition.fromFile("api.yaml").' });
  }
  requireLiteral(scope, 'definition', definition.path ?? definition.text);
  const document = parse(scope, definition);
  if (typeof document.openapi !== 'string' || !/^3\.[01]\.\d+$/.test(document.openapi)) {
    refuse(scope, 'openapi', document.openapi ?? document.swagger ?? 'absent', 'this is no OpenAPI document of version 3.0 or 3.1',
      'Convert it, or begin it with openapi: 3.0.3.');
  }
  refuseOrders(scope, document, '', new Set());
  return document;
}

function parse(scope: IConstruct, { path, text }: OpenApiDefinition): Part {
  // loaded where a document is read: other apps need no YAML
  const yaml = require('yaml') as typeof import('yaml'); // eslint-disable-line @typescript-eslint/no-require-imports
  try {
    const document: unknown = yaml.parse(text ?? fs.readFileSync(path!, 'utf8'));
    if (isPart(document)) return document;
  } catch (error) {
    return fail(scope, {
      prop: 'definition',
      value: path ?? 'text',
      problem: `it cannot be read: ${(error as Error).message.split('\n')[0].replace(/[.:]$/, '')}`,
      instead: 'Pass JSON or YAML, by OpenApiDefinition.fromFile or .fromText.',
    });
  }
  return fail(scope, { prop: 'definition', value: path ?? 'text', problem: 'it holds no object', instead: 'Pass an OpenAPI document in JSON or YAML.' });
}

/** A document from elsewhere must not bring integrations, authorizers or policies along, which nobody here has decided. */
function refuseOrders(scope: IConstruct, value: unknown, at: string, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value); // YAML can refer back
  for (const [key, child] of Object.entries(value)) {
    const path = at === '' ? key : `${at}.${key}`;
    if (key.toLowerCase().startsWith(ORDERS)) {
      refuse(scope, path, undefined, 'it tells API Gateway what to do behind the API\'s back, and is not obeyed',
        'Remove it, and say the same in routes (auth, handler, integration) or in the props of the API.');
    }
    refuseOrders(scope, child, path, seen);
  }
}
