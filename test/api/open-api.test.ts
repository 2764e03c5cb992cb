import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { functionIn, PUBLIC, userPool } from './api-under-test';
import { JwtIssuer, OpenApiDefinition, OpenApiRoute, RouteAuth, SecureApi, ServiceIntegration } from '../../src/api';
import { SecureQueue } from '../../src/data';
import { inBothFlagModes, newStack, templateOf } from '../harness/apps';

const METHOD = 'AWS::ApiGateway::Method';
const MODEL = 'AWS::ApiGateway::Model';

const SHOP = `
openapi: 3.0.3
info: { title: Shop, version: "1" }
security: [{ token: [orders/read] }]
paths:
  /orders:
    parameters: [{ name: tenant, in: query, required: true, schema: { type: string } }]
    get:
      operationId: listOrders
      parameters:
        - { $ref: '#/components/parameters/Page' }
        - { name: X-Trace, in: header, schema: { type: string } }
    post:
      operationId: placeOrder
      security: [{ token: [orders/write] }]
      requestBody: { $ref: '#/components/requestBodies/Order' }
  /orders/{id}:
    put:
      operationId: changeOrder
      security: []
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
    delete:
      operationId: dropOrder
      security: []
  /jobs:
    post:
      operationId: startJob
      security: []
      requestBody: { content: { application/json: { schema: { type: object, properties: { report: { type: string, nullable: true } } } } } }
components:
  parameters: { Page: { name: page, in: query, required: true, schema: { type: integer } } }
  requestBodies: { Order: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
  securitySchemes: { token: { type: oauth2, flows: {} } }
  schemas:
    Order:
      type: object
      description: what is ordered
      required: [id, sku, lines]
      properties:
        id: { type: string, readOnly: true }
        sku: { type: string, maxLength: 24, example: A-1 }
        lines: { type: array, items: { $ref: '#/components/schemas/Line' }, maxItems: 9 }
    Line:
      type: object
      properties:
        quantity: { type: integer, minimum: 0, exclusiveMinimum: true }
        parts: { type: array, items: { $ref: '#/components/schemas/Line' } }
`;

type Routes = Record<string, OpenApiRoute>;

function routesOf(stack: Stack): Routes {
  const handler = functionIn(stack);
  const users = userPool(stack);
  return {
    listOrders: { auth: RouteAuth.cognito([users], { scopes: ['orders/read'] }), handler },
    placeOrder: { auth: RouteAuth.cognito([users], { scopes: ['orders/write'] }), handler, throttle: { rateLimit: 5, burstLimit: 5 } },
    changeOrder: { auth: RouteAuth.iam(), handler },
    dropOrder: { auth: PUBLIC, handler },
    startJob: { auth: RouteAuth.iam(), integration: ServiceIntegration.sendMessage(new SecureQueue(stack, 'Jobs').queue) },
  };
}

function importing(stack: Stack, text = SHOP, change: (routes: Routes, stack: Stack) => Routes = (routes) => routes): SecureApi {
  return SecureApi.fromOpenApi(stack, 'Api', { definition: OpenApiDefinition.fromText(text), routes: change(routesOf(stack), stack) });
}

/** A document with one operation, `op`, for errors. */
const document = (operation: object, more: object = {}): string => JSON.stringify({ openapi: '3.0.3', paths: { '/a': { post: { operationId: 'op', ...operation } } }, ...more });
const withSchema = (schema: object, more: object = {}): string => document({ requestBody: { content: { 'application/json': { schema } } } }, more);

function messageOf(text: string, route: Partial<OpenApiRoute> = {}): string {
  try {
    importing(newStack(), text, ({ changeOrder }) => ({ op: { ...changeOrder, ...route } }));
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

const methodOf = (template: Template, httpMethod: string, models: object = {}): any =>
  Object.values(template.findResources(METHOD, { Properties: { HttpMethod: httpMethod, ...models } }))[0].Properties;

inBothFlagModes(() => {
  test('all that a route can ask for, an operation can ask for', () => {
    const stack = newStack();
    const shop = SHOP.replace('operationId: dropOrder', 'operationId: dropOrder\n      parameters: [{ name: If-Match, in: header, required: true, schema: { type: string } }]');
    const api = importing(stack, shop, ({ dropOrder, ...others }) => ({
      ...others, dropOrder: { ...dropOrder, apiKeyRequired: true, rateLimitPerAddress: 100, throttle: { rateLimit: 2, burstLimit: 3 } },
    }));
    api.addUsagePlan('Partners', { quota: 1000 }).addApiKey('Acme');
    const template = templateOf(stack);
    expect(methodOf(template, 'DELETE')).toMatchObject({ ApiKeyRequired: true, RequestParameters: { 'method.request.header.If-Match': true } });
    const [{ Properties: { Rules } }] = Object.values(template.findResources('AWS::WAFv2::WebACL'));
    const limits = (Rules as any[]).filter(({ Statement }) => Statement.RateBasedStatement?.Limit === 100);
    expect(limits).toHaveLength(1);
    expect(JSON.stringify(limits)).toContain('orders');
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      MethodSettings: Match.arrayWith([Match.objectLike({ HttpMethod: 'DELETE', ThrottlingRateLimit: 2, ThrottlingBurstLimit: 3 })]),
    });
  });

  test('a document becomes ordinary routes, by the choices made for its operations', () => {
    const stack = newStack();
    importing(stack);
    const template = templateOf(stack);
    expect(methodOf(template, 'GET')).toMatchObject({
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizationScopes: ['orders/read'],
      RequestParameters: { 'method.request.querystring.tenant': true, 'method.request.querystring.page': true },
      Integration: { Type: 'AWS_PROXY' },
    });
    expect(methodOf(template, 'GET').RequestParameters).not.toHaveProperty(['method.request.header.X-Trace']);
    expect(methodOf(template, 'GET').ApiKeyRequired).toBe(false);
    expect(methodOf(template, 'PUT')).toMatchObject({ AuthorizationType: 'AWS_IAM', RequestParameters: { 'method.request.path.id': true } });
    expect(methodOf(template, 'DELETE').AuthorizationType).toBe('NONE');
    template.resourcePropertiesCountIs(METHOD, { Integration: { Type: 'AWS' } }, 1);
    const { MethodSettings } = Object.values(template.findResources('AWS::ApiGateway::Stage'))[0].Properties;
    expect(MethodSettings).toContainEqual(expect.objectContaining({ ResourcePath: '/~1orders', HttpMethod: 'POST', ThrottlingRateLimit: 5 }));
  });

  test('its schemas are closed, shared, and without what only answers have', () => {
    const stack = newStack();
    importing(stack);
    const models = Object.values(templateOf(stack).findResources(MODEL)).map(({ Properties }) => Properties);
    const line = {
      type: 'object',
      properties: { quantity: { type: 'integer', minimum: 0, exclusiveMinimum: true }, parts: { type: 'array', items: { $ref: '#/definitions/Line' } } },
      additionalProperties: false,
    };
    expect(models).toHaveLength(2);
    expect(models.find(({ Description }) => Description === 'Order').Schema).toEqual({
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      required: ['sku', 'lines'],
      properties: { sku: { type: 'string', maxLength: 24 }, lines: { type: 'array', items: { $ref: '#/definitions/Line' }, maxItems: 9 } },
      definitions: { Line: line },
      additionalProperties: false,
    });
    expect(models.find(({ Description }) => Description === 'Body of POST /jobs').Schema)
      .toMatchObject({ properties: { report: { type: ['string', 'null'] } }, additionalProperties: false });
  });

  test('a file is read, in JSON too, and words of version 3.1 are understood', () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'open-api-')), 'api.json');
    const schema = { type: ['object', 'null'], properties: { size: { const: 1 }, rank: { type: 'number', exclusiveMinimum: 0, minimum: -1, exclusiveMaximum: 9, maximum: 5 } } };
    fs.writeFileSync(file, withSchema(schema).replace('3.0.3', '3.1.0'));
    const stack = newStack();
    SecureApi.fromOpenApi(stack, 'Api', { definition: OpenApiDefinition.fromFile(file), routes: { op: { auth: RouteAuth.iam(), handler: functionIn(stack) } } });
    const [model] = Object.values(templateOf(stack).findResources(MODEL));
    expect(model.Properties.Schema.properties).toEqual({ size: { enum: [1] }, rank: { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 5 } });
  });
});

describe('a schema of a document', () => {
  const one = (components: object, root: object = { $ref: '#/components/schemas/Root' }, version = '3.1.0'): { readonly stack: Stack; readonly schema: any } => {
    const stack = newStack();
    const text = withSchema(root, { components: { schemas: components } }).replace('3.0.3', version);
    SecureApi.fromOpenApi(stack, 'Api', { definition: OpenApiDefinition.fromText(text), routes: { op: { auth: RouteAuth.iam(), handler: functionIn(stack) } } });
    const { $schema, ...schema } = Object.values(templateOf(stack).findResources(MODEL))[0].Properties.Schema;
    expect($schema).toBe('http://json-schema.org/draft-04/schema#');
    return { stack, schema };
  };
  const TEXT = { type: 'string' };

  test('keeps what version 3.1 says beside a reference', () => {
    const { schema } = one({
      Root: { type: 'object', properties: { sku: { $ref: '#/components/schemas/Sku', maxLength: 5 }, same: { $ref: '#/components/schemas/Sku', description: 'a' } } },
      Sku: TEXT,
    });
    expect(schema.properties).toEqual({ sku: { allOf: [{ $ref: '#/definitions/Sku' }, { maxLength: 5 }] }, same: { $ref: '#/definitions/Sku' } });
  });

  test('keeps it at its root, and in a component that is no more than a reference', () => {
    const objects = { Base: { type: 'object', properties: { a: TEXT, b: TEXT } }, Root: { $ref: '#/components/schemas/Base', required: ['a'] } };
    const open = { type: 'object', properties: { a: TEXT, b: TEXT } };
    expect(one(objects).schema).toMatchObject({ allOf: [open, { required: ['a'] }], additionalProperties: false });
    expect(one(objects, { $ref: '#/components/schemas/Root', minProperties: 2 }).schema).toMatchObject({
      allOf: [{ allOf: [open, { required: ['a'] }] }, { minProperties: 2 }], additionalProperties: false,
    });
  });

  test('of version 3.0 says nothing beside a reference, which is not dropped in silence', () => {
    const root = { type: 'object', properties: { sku: { $ref: '#/components/schemas/Sku', maxLength: 5 } } };
    expect(() => one({ Sku: TEXT }, root, '3.0.3')).toThrow(
      'schema.properties.sku.maxLength = 5: version 3.0 ignores what stands beside $ref, so that nobody would check it. Write allOf: [{ $ref: "#/components/schemas/Sku" }] beside it');
  });

  test('has nothing that only answers have, wherever that is said', () => {
    const { schema } = one({
      Root: {
        type: 'object',
        required: ['id', 'name', 'made', 'hash', 'plain'],
        properties: {
          id: { $ref: '#/components/schemas/Id' },
          name: TEXT,
          made: { allOf: [{ $ref: '#/components/schemas/Time' }, { readOnly: true }] },
          hash: { $ref: '#/components/schemas/Time', readOnly: true },
          plain: { $ref: '#/components/schemas/Time' },
        },
      },
      Id: { $ref: '#/components/schemas/Key' },
      Key: { type: 'string', readOnly: true },
      Time: TEXT,
    });
    expect(Object.keys(schema.properties)).toEqual(['name', 'plain']);
    expect(schema.required).toEqual(['name', 'plain']);
  });

  test('is converted behind the elements of a tuple, too', () => {
    const list = (additionalItems: unknown) => ({ Root: { type: 'object', properties: { list: { type: 'array', items: [TEXT], additionalItems } } }, Sku: TEXT });
    const { schema } = one(list({ $ref: '#/components/schemas/Sku' }));
    expect(schema.properties.list).toEqual({ type: 'array', items: [TEXT], additionalItems: { $ref: '#/definitions/Sku' } });
    expect(schema.definitions).toEqual({ Sku: TEXT });
    expect(one(list({ ...TEXT, nullable: true })).schema.properties.list.additionalItems).toEqual({ type: ['string', 'null'] });
    expect(() => one(list({ type: 'array', prefixItems: [] }))).toThrow('additionalItems.prefixItems = []: API Gateway checks bodies by JSON Schema draft 4');
  });

  test('has nothing of the kind in the parts of one object either', () => {
    const { schema } = one({
      Root: { allOf: [{ $ref: '#/components/schemas/Base' }, { required: ['id', 'name'], properties: { id: TEXT, size: TEXT } }] },
      Base: { type: 'object', properties: { id: { type: 'string', readOnly: true }, name: TEXT } },
    });
    expect(schema.allOf).toEqual([{ type: 'object', properties: { name: TEXT } }, { required: ['name'], properties: { size: TEXT } }]);
    expect(Object.keys(schema.properties)).toEqual(['name', 'size']);
  });

  describe('says its formats', () => {
    const written = (of: object): any => one({ Root: { type: 'object', properties: { a: of } } }).schema.properties.a;

    test.each<[string, string[], string[]]>([
      ['date', ['2026-11-30'], ['2026-13-01', '30.11.2026', '2026-11-30T00:00:00Z', 'x2026-11-30']],
      ['date-time', ['2026-11-30T23:59:60Z', '2026-11-30t01:02:03.4+01:00'], ['2026-11-30', '2026-11-30T25:00:00Z', '2026-11-30T01:02:03', '2026-11-30T01:02:03Z;']],
      ['uuid', ['123e4567-e89b-12d3-a456-426614174000'], ['123e4567e89b12d3a456426614174000', "123e4567-e89b-12d3-a456-42661417400'"]],
      ['ipv4', ['192.0.2.255', '0.0.0.0'], ['192.0.2.256', '192.0.2', '192.0.2.1.', '01.2.3.4']],
      ['byte', ['', 'AAAA', 'AAA=', 'AA=='], ['AAA', 'AA-_', 'A===']],
    ])('%s by a pattern', (format, good, bad) => {
      const { pattern, ...rest } = written({ type: 'string', format });
      expect(rest).toEqual({ type: 'string', format });
      expect([...good, ...bad].filter((text) => new RegExp(pattern as string).test(text))).toEqual(good);
    });

    test('of numbers by their limits, unless it has its own', () => {
      expect(written({ type: 'integer', format: 'int32' })).toEqual({ type: 'integer', minimum: -2147483648, maximum: 2147483647 });
      expect(written({ type: 'integer', format: 'int32', minimum: 1, exclusiveMaximum: 9 })).toEqual({ type: 'integer', minimum: 1, maximum: 9, exclusiveMaximum: true });
      expect(written({ type: 'integer', format: 'int64' })).toEqual({ type: 'integer' });
    });

    test('and which of them nobody promises to check', () => {
      const { stack, schema } = one({
        Root: { type: 'object', properties: { a: { type: 'string', format: 'email' }, b: { type: 'string', format: 'date', pattern: '^2' }, c: { type: 'string', format: 'email' } } },
      });
      expect(schema.properties).toMatchObject({ a: { type: 'string', format: 'email' }, b: { format: 'date', pattern: '^2' } });
      Annotations.fromStack(stack).hasWarning('/Stack/Api', Match.stringLikeRegexp(
        'does not promise to check these formats .*: email \\(components.schemas.Root.properties.a.format\\), date \\(components.schemas.Root.properties.b.format\\)\\. Give'));
    });
  });
});

describe('a document is refused', () => {
  test.each<[string, string, string]>([
    ['that is not there', 'openapi.yaml', 'definition = "text": it holds no object'],
    ['that cannot be parsed', '{ "a": ', 'definition = "text": it cannot be read'],
    ['with a key twice', 'openapi: 3.0.3\nopenapi: 3.0.3', 'definition = "text": it cannot be read: Map keys must be unique'],
    ['of Swagger 2', 'swagger: "2.0"', 'definition openapi = "2.0": this is no OpenAPI document of version 3.0 or 3.1. Convert it'],
    ['without operations', '{"openapi":"3.0.3","paths":{}}', 'definition paths = {}: there is no operation in it'],
    ['with orders for API Gateway', document({ 'x-amazon-apigateway-integration': { uri: 'arn:aws:evil' } }),
      'definition paths./a.post.x-amazon-apigateway-integration: it tells API Gateway what to do behind the API\'s back, and is not obeyed. Remove it'],
    ['with orders deep inside', document({}, { components: { securitySchemes: { a: { 'X-Amazon-Apigateway-authorizer': {} } } } }),
      'definition components.securitySchemes.a.X-Amazon-Apigateway-authorizer'],
    ['with an operation without id', document({ operationId: undefined }),
      'definition paths./a.post.operationId = "absent": without an id nobody can say who may call it. Give it one'],
    ['with an id twice', document({}, { paths: { '/a': { get: { operationId: 'op' }, put: { operationId: 'op' } } } }),
      'definition paths./a.put.operationId = "op": GET /a has this id too'],
    ['whose path refers to another document', document({}, { paths: { '/a': { $ref: 'other.yaml' } } }),
      'definition paths./a.$ref = "other.yaml": this is no operation that would become a route'],
    ['whose schema is elsewhere', withSchema({ $ref: 'https://example.com/order.json' }),
      'definition paths./a.post.requestBody.content.application/json.schema.$ref = "https://example.com/order.json": only components of the document itself'],
    ['whose schema is nowhere', withSchema({ $ref: '#/components/schemas/Order' }), 'schema.$ref = "#/components/schemas/Order": this refers to nothing in the document'],
    ['whose reference leads back', withSchema({ $ref: '#/components/schemas/A' }, { components: { schemas: { A: { $ref: '#/components/schemas/A' } } } }),
      'definition components.schemas.A = "#/components/schemas/A": this reference leads back to itself'],
    ['whose schema has words that nobody would check', withSchema({ type: 'object', properties: { a: { type: 'string', contentEncoding: 'base64' } } }),
      'schema.properties.a.contentEncoding = "base64": API Gateway checks bodies by JSON Schema draft 4, which does not know this word'],
    ['whose schema has an unknown type', withSchema({ type: 'file' }), 'schema.type = "file": there is no such type. Write one of object, array'],
    ['whose schema lets unknown properties in', withSchema({ type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true }),
      'POST /a body.additionalProperties = true: it lets unknown properties in'],
    ['whose schema accepts everything', withSchema({}), 'POST /a body = {}: a schema without a type accepts every value'],
    ['with two content types', document({ requestBody: { content: { 'application/json': { schema: { type: 'string' } }, 'text/csv': {} } } }),
      'definition paths./a.post.requestBody.content = ["application/json","text/csv"]: API Gateway has one schema for all bodies of op'],
    ['without a schema for a body', document({ requestBody: { content: { 'text/csv': {} } } }), 'POST /a body: POST requests carry a body'],
    ['with an operation for preflight requests', document({}, { paths: { '/a': { options: { operationId: 'op' } } } }), 'addRoute method = "OPTIONS"'],
    ['with an unknown security scheme', document({ security: [{ ghost: [] }] }), 'definition paths./a.post.security = "ghost": there is no such security scheme in the document'],
    ['with a security scheme of an unknown kind', document({ security: [{ a: [] }] }, { components: { securitySchemes: { a: { type: 'magic' } } } }),
      'definition components.securitySchemes.a.type = "magic": this kind of security scheme is unknown. Write one of apiKey'],
    ['that sends passwords', document({}, { security: [{ a: [] }], components: { securitySchemes: { a: { type: 'http', scheme: 'basic' } } } }),
      'definition components.securitySchemes.a.scheme = "basic": no choice of this library takes such credentials'],
    ['with a list that is none', document({ parameters: {} }), 'definition paths./a.post.parameters = {}: this is no list'],
    ['with an object that is none', document({}, { paths: { '/a': [] } }), 'definition paths./a = []: this is no object'],
  ])('%s', (_, text, message) => {
    expect(messageOf(text)).toContain(`[Stack/Api] ${message.startsWith('schema') ? '' : message}`);
    expect(messageOf(text)).toContain(message);
  });

  test('that lists a scope which the choice does not ask for', () => {
    const schemes = { components: { securitySchemes: { a: { type: 'oauth2' } } } };
    const auth = RouteAuth.cognito([userPool(newStack(), 'Others')], { scopes: ['orders/read'] });
    expect(messageOf(document({ security: [{ a: ['orders/write'] }] }, schemes), { auth }))
      .toContain('definition paths./a.post.security = [["orders/write"]]: routes lets in whoever has "orders/read", and by the document that is not enough');
  });

  describe('whose demands the choice does not meet', () => {
    const schemes = {
      components: {
        securitySchemes: {
          token: { type: 'oauth2' },
          key: { type: 'apiKey', in: 'header', name: 'x-api-key' },
          partner: { type: 'apiKey', in: 'header', name: 'X-Partner' },
          tls: { type: 'mutualTLS' },
        },
      },
    };
    const body = { requestBody: { content: { 'application/json': { schema: { type: 'string' } } } } };
    const demanding = (...security: object[]): string => document({ security, ...body }, schemes);
    const pool = [userPool(newStack(), 'Others')];
    const [scoped, unscoped] = [RouteAuth.cognito(pool, { scopes: ['a'] }), RouteAuth.cognito(pool, { acceptIdToken: true })];
    const anyToken = RouteAuth.jwt(JwtIssuer.at('https://login.example.com/', { audiences: ['a'] }), { withoutScopes: true });
    const asked = RouteAuth.lambdaRequest(functionIn(newStack()), { cacheTtl: Duration.seconds(0) });
    const [NO_SCOPES, NO_KEY, SEVERAL] = ['the document demands scopes, and routes lets in every token of the issuer', 'the document demands an API key',
      'the document demands several proofs at once'];

    test.each<[string, object[], Partial<OpenApiRoute>, string]>([
      ['scopes, of ID tokens', [{ token: ['a'] }], { auth: unscoped }, `definition paths./a.post.security = [["a"]]: ${NO_SCOPES}. Choose scopes`],
      ['scopes, of every token', [{ token: ['a'] }], { auth: anyToken }, NO_SCOPES],
      ['scopes, because a key would do instead', [{ token: ['a'] }, { partner: [] }], { auth: anyToken }, NO_SCOPES],
      ['a key besides', [{ key: [], token: ['a'] }], { auth: scoped },
        `definition paths./a.post.security = [["key","token"]]: ${NO_KEY}, and routes lets callers in without one. Write apiKeyRequired: true`],
      ['a key alone', [{ key: [] }], { auth: RouteAuth.iam() }, NO_KEY],
      ['a scope that is enough with a key only', [{ key: [], token: ['a'] }, { token: ['b'] }], { auth: scoped }, 'routes lets in whoever has "a"'],
      ['two proofs', [{ partner: [], token: ['a'] }], { auth: scoped }, `definition paths./a.post.security = [["partner","token"]]: ${SEVERAL}, and the auth`],
      ['a certificate besides', [{ tls: [], token: ['a'] }], { auth: scoped }, SEVERAL],
    ])('%s', (_, security, route, message) => expect(messageOf(demanding(...security), route)).toContain(message));

    test.each<[string, object[], Partial<OpenApiRoute>]>([
      ['a key and a scope', [{ key: [], token: ['a'] }], { auth: scoped, apiKeyRequired: true }],
      ['one of two ways', [{ key: [], token: ['a', 'b'] }, { token: ['a'] }], { auth: scoped }],
      ['tokens without scopes', [{ token: [] }], { auth: anyToken }],
      ['what a policy decides', [{ token: ['a'] }], { auth: RouteAuth.iam() }],
      ['what a function looks at', [{ key: [], partner: [], token: ['a'] }], { auth: asked }],
    ])('but not where it does: %s', (_, security, route) => expect(messageOf(demanding(...security), route)).toBe('no error'));

    test('but not where the domain asks for the certificate', () => {
      const stack = newStack();
      const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/a');
      expect(() => SecureApi.fromOpenApi(stack, 'Api', {
        definition: OpenApiDefinition.fromText(demanding({ tls: [], token: ['a'] })),
        routes: { op: { auth: scoped, handler: functionIn(stack) } },
        domain: { domainName: 'api.example.com', certificate, mutualTls: { truststore: Bucket.fromBucketName(stack, 'Trust', 'trust'), key: 'ca.pem' } },
      })).not.toThrow();
    });
  });

  test('that keeps out whom the choice lets in', () => {
    const text = document({ security: [{ a: [] }], requestBody: { content: { 'application/json': { schema: { type: 'string' } } } } },
      { components: { securitySchemes: { a: { type: 'http', scheme: 'Bearer' } } } });
    expect(messageOf(text, { auth: PUBLIC }))
      .toContain('definition paths./a.post.security = ["a"]: the document keeps out callers without these, and routes lets everybody in. Choose who may call');
    expect(messageOf(text)).toBe('no error');
  });

  test('that is missing, or known at deployment only', () => {
    const stack = newStack();
    expect(() => SecureApi.fromOpenApi(stack, 'A', { definition: undefined!, routes: {} })).toThrow('[Stack/A] definition = "absent": there is no document');
    expect(() => SecureApi.fromOpenApi(stack, 'B', { definition: OpenApiDefinition.fromText(new CfnParameter(stack, 'P').valueAsString), routes: {} }))
      .toThrow('definition decides what is built, so it must be known at synth, and this is a token');
    expect(() => SecureApi.fromOpenApi(stack, 'C', { definition: OpenApiDefinition.fromFile('/nowhere/api.yaml'), routes: {} }))
      .toThrow(/\[Stack\/C\] definition = "\/nowhere\/api\.yaml": it cannot be read: ENOENT/);
  });
});

describe('choices for operations are refused', () => {
  const without = (id: string, change: Partial<OpenApiRoute>): (() => unknown) => () =>
    importing(newStack(), SHOP, (routes) => ({ ...routes, [id]: { ...routes[id], ...change } }));

  test('where one is missing, by the name of the operation', () => {
    expect(() => importing(newStack(), SHOP, ({ dropOrder, ...others }) => (dropOrder ? others : {}))).toThrow(
      '[Stack/Api] routes.dropOrder.auth = "absent": every route says who may call it, and nobody does for DELETE /orders/{id}. Write routes: { dropOrder: { auth: RouteAuth...');
    expect(without('dropOrder', { auth: undefined })).toThrow('[Stack/Api] routes.dropOrder.auth = "absent"');
  });

  test('where nothing answers, or two things', () => {
    expect(without('dropOrder', { handler: undefined })).toThrow('[Stack/Api] routes.dropOrder.handler: nothing answers DELETE /orders/{id}. Give either');
    const stack = newStack();
    const handler = functionIn(stack, 'Other');
    expect(without('startJob', { handler })).toThrow('[Stack/Api] routes.startJob.handler: a route leads to a function or to a service, and this one to both');
  });

  test('where the document has no such operation', () => {
    expect(() => importing(newStack(), SHOP, (routes) => ({ ...routes, dropOrders: routes.dropOrder })))
      .toThrow('[Stack/Api] routes.dropOrders: the document has no operation by this id. Drop it, or write one of listOrders, placeOrder');
  });

  test('where a reason stands beside a schema', () => {
    expect(without('placeOrder', { unvalidatedBody: 'no' })).toThrow('POST /orders unvalidatedBody = "no": the route has a body schema too');
  });
});
