import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import { emptyWebSocketApiIn, webSocketApiIn } from './web-socket-api-under-test';
import { WebSocketRouteOptions } from '../../../src/api';
import { FLAG_MODES, newApp, newStack, only, templateOf } from '../../harness/apps';
import { functionIn, SCHEMA } from '../api-under-test';

const ROUTE = 'AWS::ApiGatewayV2::Route';
const MODEL = 'AWS::ApiGatewayV2::Model';
const INTEGRATION = 'AWS::ApiGatewayV2::Integration';

/** The message of adding one route to an API without any. */
function messageOf(key: string, options: Partial<WebSocketRouteOptions> | undefined): string {
  const { api, fn } = emptyWebSocketApiIn(newStack());
  try {
    api.addRoute(key, fn, options as WebSocketRouteOptions);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

/** The model of a route with this schema. */
function modelOf(body: JsonSchema): any {
  const stack = newStack();
  webSocketApiIn(stack, {}, { body });
  return only(templateOf(stack), MODEL).resource.Properties;
}

describe.each(FLAG_MODES)('routes of a WebSocket API %s', (_, flags) => {
  const routeIn = (stack: Stack, key: string): any => Object.values(templateOf(stack).findResources(ROUTE, { Properties: { RouteKey: key } }))[0];

  test('take messages that name them and match their schema', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack);
    const { id, resource } = only(templateOf(stack), MODEL);
    expect(resource.Properties).toMatchObject({ ContentType: 'application/json', Name: expect.stringMatching(/^order[0-9a-f]{8}$/) });
    expect(resource.Properties.Schema).toEqual({
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      required: ['action', 'sku'],
      properties: { action: { type: 'string', enum: ['order'] }, sku: { type: 'string' } },
      additionalProperties: false,
    });
    const route = routeIn(stack, 'order');
    // only what named the route finds its model; API Gateway refuses what finds none
    expect(route.Properties).toMatchObject({
      ModelSelectionExpression: '$request.body.action', RequestModels: { order: resource.Properties.Name }, AuthorizationType: 'NONE',
    });
    expect(route.DependsOn).toEqual([id]);
    expect(route.Properties).not.toHaveProperty('RouteResponseSelectionExpression');
  });

  test('answer where they are asked to', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack, {}, { returnResponse: true });
    const route = routeIn(stack, 'order');
    expect(route.Properties.RouteResponseSelectionExpression).toBe('$default');
    const [id] = Object.keys(templateOf(stack).findResources(ROUTE, { Properties: { RouteKey: 'order' } }));
    templateOf(stack).hasResourceProperties('AWS::ApiGatewayV2::RouteResponse', { RouteId: { Ref: id }, RouteResponseKey: '$default' });
  });

  test('send messages of unknown actions, and what is no JSON, to an error and to no code', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack);
    const template = templateOf(stack);
    const route = routeIn(stack, '$default');
    expect(route.Properties.RouteResponseSelectionExpression).toBe('$default');
    const integrationId = route.Properties.Target['Fn::Join'][1][1].Ref as string;
    expect(template.findResources(INTEGRATION)[integrationId].Properties).toEqual({
      ApiId: expect.anything(),
      IntegrationType: 'MOCK',
      RequestTemplates: { $default: '{"statusCode":200}' }, // reads nothing of the message
      TemplateSelectionExpression: '\\$default',
      PassthroughBehavior: 'NEVER',
    });
    const answers = Object.values(template.findResources('AWS::ApiGatewayV2::IntegrationResponse', { Properties: { IntegrationId: { Ref: integrationId } } }));
    expect(answers.map(({ Properties }) => Properties.IntegrationResponseKey).sort()).toEqual(['$default', '/2\\d\\d/']);
    for (const { Properties } of answers) {
      expect(Properties.TemplateSelectionExpression).toBe('\\$default');
      expect(JSON.parse(Properties.ResponseTemplates.$default as string)).toEqual({
        message: 'Unknown action', connectionId: '$context.connectionId', requestId: '$context.requestId',
      });
    }
  });

  test('of one function share one integration and one permission, bound to the stage of this API', () => {
    const stack = newStack(flags);
    const { api, fn } = webSocketApiIn(stack);
    api.addRoute('cancel', fn, { body: SCHEMA });
    const template = templateOf(stack);
    const { Properties } = only(template, 'AWS::Lambda::Permission').resource;
    expect(Properties).toMatchObject({ Principal: 'apigateway.amazonaws.com', Action: 'lambda:InvokeFunction' });
    expect(JSON.stringify(Properties.SourceArn)).toMatch(/:execute-api:.*"Ref":"Api[0-9A-F]{8}"\},"\/live\/\*"\]/);
    expect(Object.values(template.findResources(INTEGRATION, { Properties: { IntegrationType: 'AWS_PROXY' } }))).toHaveLength(1);
  });

  test('tell a function of connections and of their end', () => {
    const stack = newStack(flags);
    const presence = functionIn(stack, 'Presence');
    webSocketApiIn(stack, { onConnect: presence, onDisconnect: presence });
    expect(routeIn(stack, '$connect').Properties.Target).toEqual(routeIn(stack, '$disconnect').Properties.Target);
    expect(routeIn(stack, '$connect').Properties).not.toHaveProperty('RouteResponseSelectionExpression');
    expect(JSON.stringify(templateOf(stack).findResources(INTEGRATION))).toContain(JSON.stringify({ 'Fn::GetAtt': [stack.getLogicalId(presence.node.defaultChild as any), 'Arn'] }));
  });

  test('accept connections without a function, and hear of no end', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack);
    const integrationId = routeIn(stack, '$connect').Properties.Target['Fn::Join'][1][1].Ref as string;
    const template = templateOf(stack);
    expect(template.findResources(INTEGRATION)[integrationId].Properties.IntegrationType).toBe('MOCK');
    expect(Object.values(template.findResources('AWS::ApiGatewayV2::IntegrationResponse', { Properties: { IntegrationId: { Ref: integrationId } } }))
      .some(({ Properties }) => 'ResponseTemplates' in Properties)).toBe(false);
    expect(Object.keys(template.findResources(ROUTE, { Properties: { RouteKey: '$disconnect' } }))).toEqual([]);
  });

  test('invoke functions of other stacks without a cycle', () => {
    const app = newApp(flags);
    const functions = new Stack(app, 'Functions');
    const fn = functionIn(functions);
    const { api } = emptyWebSocketApiIn(new Stack(app, 'Api'));
    api.addRoute('order', fn, { body: SCHEMA });
    expect(() => app.synth()).not.toThrow();
  });

  test('may say why nobody checks their messages', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack, {}, { body: undefined, unvalidatedBody: 'the function parses drawings by their own grammar' });
    const route = routeIn(stack, 'order');
    expect(route.Properties).not.toHaveProperty('ModelSelectionExpression');
    expect(route.Properties).not.toHaveProperty('RequestModels');
    templateOf(stack).resourceCountIs(MODEL, 0);
  });
});

describe('the schema of messages', () => {
  test('keeps what it says of the property that chose the route', () => {
    const { Schema } = modelOf({
      type: JsonSchemaType.OBJECT, required: ['action'], properties: { action: { type: JsonSchemaType.STRING, pattern: '^order$' } },
    });
    expect(Schema).toMatchObject({ required: ['action'], properties: { action: { type: 'string', pattern: '^order$' } } });
  });

  test('is JSON: keywords get their dollar, names of properties and data do not', () => {
    const { Schema } = modelOf({
      type: JsonSchemaType.OBJECT,
      definitions: { ref: { type: JsonSchemaType.STRING, maxLength: 9 } },
      properties: {
        ref: { ref: '#/definitions/ref' },
        schema: { enum: [{ ref: 'data' }], default: { schema: 1 } },
        list: { type: JsonSchemaType.ARRAY, items: { ref: '#/definitions/ref' } },
      },
      dependencies: { ref: ['schema'] },
    });
    expect(Schema).toMatchObject({
      definitions: { ref: { type: 'string', maxLength: 9 } },
      properties: {
        ref: { $ref: '#/definitions/ref' },
        schema: { enum: [{ ref: 'data' }], default: { schema: 1 } },
        list: { type: 'array', items: { $ref: '#/definitions/ref' } },
      },
      dependencies: { ref: ['schema'] },
      additionalProperties: false,
    });
  });

  test('is closed over its branches, the property that chose the route among them', () => {
    const { Schema } = modelOf({
      type: JsonSchemaType.OBJECT,
      anyOf: [{ required: ['a'], properties: { a: { type: JsonSchemaType.STRING } } }, { required: ['b'], properties: { b: { type: JsonSchemaType.STRING } } }],
    });
    expect(Schema).toMatchObject({ properties: { action: { enum: ['order'] }, a: {}, b: {} }, additionalProperties: false });
  });

  test('of routes of like names has names of its own', () => {
    const stack = newStack();
    const { api, fn } = emptyWebSocketApiIn(stack);
    for (const key of ['a.b', 'a/b', 'a-b', 'ab', 'Response', 'Resource', 'connect', 'Connect']) api.addRoute(key, fn, { body: SCHEMA });
    const names = Object.values(templateOf(stack).findResources(MODEL)).map(({ Properties }) => Properties.Name as string);
    expect(new Set(names).size).toBe(8);
    expect(names.every((name) => /^[A-Za-z0-9]{1,128}$/.test(name))).toBe(true);
  });
});

describe('a route of a WebSocket API is refused', () => {
  test.each<[string, string, Partial<WebSocketRouteOptions> | undefined, RegExp]>([
    ['without options', 'send', undefined, /\[Stack\/Api\] send body: without a schema everything that a client sends reaches the function\. Give body a JSON Schema, or say in unvalidatedBody/],
    ['without a schema', 'send', {}, /send body: without a schema/],
    ['with a schema and a reason for none', 'send', { body: SCHEMA, unvalidatedBody: 'why' }, /send unvalidatedBody = "why": the route has a body schema too\. Keep either/],
    ['with an empty reason', 'send', { unvalidatedBody: ' ' }, /send unvalidatedBody = " ": a message that nobody checks needs a reason\. Write why/],
    ['with a schema of a list', 'send', { body: { type: JsonSchemaType.ARRAY } }, /send body\.type = "array": a message that takes a route is an object, with the property action\. Write/],
    ['with a schema of nothing', 'send', { body: {} }, /send body\.type = "absent"/],
    ['with a schema that lets all in', 'send', { body: { type: JsonSchemaType.OBJECT, additionalProperties: true } }, /send body\.additionalProperties = true: it lets unknown properties in/],
    ['with a throttle of zero', 'send', { body: SCHEMA, throttle: { rateLimit: 0, burstLimit: 1 } }, /send throttle\.rateLimit = 0/],
    ['for connections', '$connect', { body: SCHEMA }, /addRoute key = "\$connect": keys with a dollar sign are those of API Gateway itself\. Use onConnect and onDisconnect/],
    ['for all other messages', '$default', { body: SCHEMA }, /addRoute key = "\$default": .*Messages of unknown actions are answered with an error/],
    ['with a blank', 'send it', { body: SCHEMA }, /addRoute key = "send it": a key is 1 to 128 letters, digits and _ \. \/ -.*Write for example "send"/],
    ['with a wildcard', '*', { body: SCHEMA }, /addRoute key = "\*"/],
    ['with what a variable would be', 'send${x}', { body: SCHEMA }, /addRoute key/],
    ['without a key', '', { body: SCHEMA }, /addRoute key = ""/],
    ['with a key too long', 'a'.repeat(129), { body: SCHEMA }, /addRoute key/],
  ])('%s', (_, key, options, message) => {
    expect(messageOf(key, options)).toMatch(message);
  });

  test('twice', () => {
    const { api, fn } = webSocketApiIn(newStack());
    expect(() => api.addRoute('order', fn, { body: SCHEMA })).toThrow(/addRoute key = "order": this route exists already\. Drop one/);
  });
});

test('more routes than an API has by default are a warning', () => {
  const stack = newStack();
  const { api, fn } = emptyWebSocketApiIn(stack);
  for (let number = 0; number < 299; number += 1) api.addRoute(`r${number}`, fn, { unvalidatedBody: 'test' });
  Annotations.fromStack(stack).hasWarning('/Stack/Api', Match.stringLikeRegexp('A WebSocket API has 300 routes by default'));
});
