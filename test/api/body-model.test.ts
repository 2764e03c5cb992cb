import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { apiIn, emptyApiIn, functionIn, PUBLIC, SCHEMA } from './api-under-test';
import { BodyModel, SecureApi, ServiceIntegration } from '../../src/api';
import { SecureQueue } from '../../src/data';
import { inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

const MODEL = 'AWS::ApiGateway::Model';
const ORDER = BodyModel.of('Order', SCHEMA);

/** Two routes that share a model. */
function sharing(stack: Stack): SecureApi {
  const { api, fn } = emptyApiIn(stack);
  api.addRoute('POST', '/orders', fn, { auth: PUBLIC, bodyModel: ORDER });
  api.addRoute('PUT', '/orders/{id}', fn, { auth: PUBLIC, bodyModel: ORDER });
  return api;
}

const messageOf = (build: (api: SecureApi, stack: Stack) => unknown): string => {
  const stack = newStack();
  try {
    build(sharing(stack), stack);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
};

inBothFlagModes(() => {
  test('routes share one model, closed to what it does not name', () => {
    const stack = newStack();
    sharing(stack);
    const template = templateOf(stack);
    const model = only(template, MODEL);
    expect(model.resource.Properties.Schema).toMatchObject({ type: 'object', properties: { sku: { type: 'string' } }, additionalProperties: false });
    const methods = template.findResources('AWS::ApiGateway::Method', { Properties: { RequestModels: { $default: { Ref: model.id } } } });
    expect(Object.values(methods).map(({ Properties }) => Properties.HttpMethod).sort()).toEqual(['POST', 'PUT']);
  });

  test('routes to a service share it too, and each API has its own', () => {
    const stack = newStack();
    sharing(stack).addServiceRoute('POST', '/jobs', ServiceIntegration.sendMessage(new SecureQueue(stack, 'Jobs').queue), { auth: PUBLIC, bodyModel: ORDER });
    const other = new SecureApi(stack, 'Other');
    other.addRoute('POST', '/orders', functionIn(stack, 'OtherFn'), { auth: PUBLIC, bodyModel: ORDER });
    templateOf(stack).resourceCountIs(MODEL, 2);
  });

  test('a changed schema is deployed', () => {
    const idOf = (schema: apigateway.JsonSchema): string => {
      const stack = newStack();
      const { api, fn } = apiIn(stack);
      api.addRoute('POST', '/orders', fn, { auth: PUBLIC, bodyModel: BodyModel.of('Order', schema) });
      return only(templateOf(stack), 'AWS::ApiGateway::Deployment').id;
    };
    expect(idOf(SCHEMA)).not.toBe(idOf({ ...SCHEMA, required: [] }));
  });

  test('a model that was opened is refused at synth', () => {
    const stack = newStack();
    const api = sharing(stack);
    const model = api.restApi.node.findAll().find((node): node is apigateway.CfnModel => node instanceof apigateway.CfnModel)!;
    model.addPropertyOverride('Schema.additionalProperties', true);
    expect(() => templateOf(stack)).toThrow(/Model Schema = .*bodies are checked against the model Order.*Change the schema in BodyModel\.of/);
  });
});

describe('a shared model is refused', () => {
  test('beside a schema of the route, and beside a reason for none', () => {
    expect(messageOf((api, stack) => api.addRoute('POST', '/a', functionIn(stack, 'A'), { auth: PUBLIC, body: SCHEMA, bodyModel: ORDER })))
      .toContain('[Stack/Api] POST /a bodyModel = "Order": the route has a schema of its own too. Keep either body or bodyModel.');
    expect(messageOf((api, stack) => api.addRoute('POST', '/a', functionIn(stack, 'A'), { auth: PUBLIC, unvalidatedBody: 'upload', bodyModel: ORDER })))
      .toContain('POST /a unvalidatedBody = "upload": the route has a body schema too');
  });

  test('by the name of another', () => {
    expect(messageOf((api, stack) => api.addRoute('POST', '/a', functionIn(stack, 'A'), { auth: PUBLIC, bodyModel: BodyModel.of('Order', SCHEMA) })))
      .toContain('[Stack/Api] POST /a bodyModel = "Order": another model of this API has this name, and a route with the wrong schema');
  });

  test.each(['', 'an order', '../Order', 'x'.repeat(129)])('by the name %p', (name) => {
    expect(messageOf((api, stack) => api.addRoute('POST', '/a', functionIn(stack, 'A'), { auth: PUBLIC, bodyModel: BodyModel.of(name, SCHEMA) })))
      .toContain(`POST /a bodyModel = "${name}": a model is named by 1 to 128 letters and digits`);
  });

  test('where it accepts everything', () => {
    expect(messageOf((api, stack) => api.addRoute('POST', '/a', functionIn(stack, 'A'), { auth: PUBLIC, bodyModel: BodyModel.of('Any', {}) })))
      .toContain('[Stack/Api] BodyModel Any = {}: a schema without a type accepts every value');
  });

  test('on a route whose requests carry no body', () => {
    expect(messageOf((api, stack) => api.addRoute('GET', '/a', functionIn(stack, 'A'), { auth: PUBLIC, bodyModel: ORDER })))
      .toContain('GET /a body: GET requests carry no body');
  });
});
