import { createHash } from 'crypto';
import { JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct, IConstruct } from 'constructs';
import { jsonSchemaDocument } from './json-schema-document';
import type { WebSocketRouteOptions } from './web-socket-route-options';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { seal, staysEqual } from '../../private/seal';
import { closeSchema } from '../routes/closed-schema';

/** The schema of a route's messages, closed, or undefined where the route says why there is none. */
export function messageSchema(
  scope: IConstruct, key: string, actionKey: string, { body, unvalidatedBody }: WebSocketRouteOptions,
): JsonSchema | undefined {
  requireLiteral(scope, `${key} unvalidatedBody`, unvalidatedBody);
  if (unvalidatedBody !== undefined && unvalidatedBody.trim() === '') {
    fail(scope, {
      prop: `${key} unvalidatedBody`, value: unvalidatedBody, problem: 'a message that nobody checks needs a reason', instead: 'Write why, for example "the function parses the message by its own grammar".',
    });
  }
  if (body && unvalidatedBody !== undefined) {
    fail(scope, {
      prop: `${key} unvalidatedBody`, value: unvalidatedBody, problem: 'the route has a body schema too', instead: 'Keep either body or unvalidatedBody.',
    });
  }
  if (!body && unvalidatedBody === undefined) {
    fail(scope, {
      prop: `${key} body`,
      problem: 'without a schema everything that a client sends reaches the function',
      instead: 'Give body a JSON Schema, or say in unvalidatedBody why API Gateway cannot check the message.',
    });
  }
  return body && closeSchema(scope, `${key} body`, withAction(scope, key, actionKey, body));
}

/** The property that chose the route is part of the message: closed without it, a schema would refuse every message. */
function withAction(scope: IConstruct, key: string, actionKey: string, schema: JsonSchema): JsonSchema {
  if (schema.type !== JsonSchemaType.OBJECT) {
    fail(scope, {
      prop: `${key} body.type`,
      value: isLiteral(schema.type) ? schema.type : 'absent',
      problem: `a message that takes a route is an object, with the property ${actionKey}`,
      instead: 'Write { type: JsonSchemaType.OBJECT, properties: { ... }, required: [ ... ] }.',
    });
  }
  return {
    ...schema,
    properties: { [actionKey]: { type: JsonSchemaType.STRING, enum: [key] }, ...schema.properties },
    required: [...new Set([actionKey, ...schema.required ?? []])],
  };
}

/** Makes the model of a route, by whose name the route finds it. */
export function defineMessageModel(scope: Construct, api: apigatewayv2.IApi, key: string, schema: JsonSchema): apigatewayv2.CfnModel {
  const model = new apigatewayv2.CfnModel(scope, 'Model', {
    apiId: api.apiId,
    name: modelName(key),
    description: `Messages to ${key}`,
    contentType: 'application/json',
    schema: jsonSchemaDocument(schema),
  });
  const made = model.schema as unknown; // as it is now
  seal(scope, model, [{
    ...staysEqual(model, 'Schema', made, `messages to ${key} are checked against their schema`, 'Change body in addRoute.'),
    shows: () => 'changed',
  }]);
  return model;
}

/** Letters and digits, as API Gateway takes them; another one for each key. */
function modelName(key: string): string {
  return `${key.replace(/[^A-Za-z0-9]/g, '').slice(0, 100)}${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}
