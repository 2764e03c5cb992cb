import { JsonSchemaVersion, type JsonSchema } from 'aws-cdk-lib/aws-apigateway';

/** Keywords that CDK's type writes without their dollar sign. */
const WITH_DOLLAR: Readonly<Record<string, string>> = { schema: '$schema', ref: '$ref' };

/** Keywords whose children have names of the user's: these are no keywords. */
const NAMED_CHILDREN = ['definitions', 'properties', 'patternProperties', 'dependencies'];

/** Keywords whose values are data, and no schemas. */
const DATA = ['enum', 'default', 'required'];

/** A schema as JSON, as models of WebSocket APIs take it; CDK's own conversion is for REST APIs only. */
export function jsonSchemaDocument(schema: JsonSchema): object {
  return { $schema: JsonSchemaVersion.DRAFT4, ...converted(schema) as object };
}

function converted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(converted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== undefined).map(([keyword, child]: [string, unknown]) => {
    if (DATA.includes(keyword)) return [keyword, child];
    if (NAMED_CHILDREN.includes(keyword)) return [keyword, eachConverted(child as object)];
    return [WITH_DOLLAR[keyword] ?? keyword, converted(child)];
  }));
}

function eachConverted(children: object): object {
  return Object.fromEntries(Object.entries(children).map(([name, child]) => [name, converted(child)]));
}
