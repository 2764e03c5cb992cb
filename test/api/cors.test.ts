import { Duration, Lazy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { apiIn, emptyApiIn, PUBLIC } from './api-under-test';
import { ApiCors, RouteAuth, SecureApi } from '../../src/api';
import { FLAG_MODES, newStack, templateOf } from '../harness/apps';

/** Emitted preflight methods of an API with these settings and one route. */
function preflightOf(cors: ApiCors, flags?: Record<string, unknown>): any {
  const stack = newStack(flags);
  apiIn(stack, { cors });
  return Object.values(templateOf(stack).findResources('AWS::ApiGateway::Method', { Properties: { HttpMethod: 'OPTIONS' } }));
}

function headersOf(preflight: any): Record<string, string> {
  return Object.fromEntries(Object.entries<string>(preflight.Properties.Integration.IntegrationResponses[0].ResponseParameters)
    .map(([name, value]) => [name.replace('method.response.header.Access-Control-', ''), value]));
}

describe.each(FLAG_MODES)('preflight requests %s', (_, flags) => {
  test('are answered without authorization and without a function', () => {
    const [preflight] = preflightOf({ allowOrigins: ['https://shop.example.com'] }, flags);
    expect(preflight.Properties).toMatchObject({ AuthorizationType: 'NONE', Integration: { Type: 'MOCK', PassthroughBehavior: 'NEVER' } });
    expect(headersOf(preflight)).toMatchObject({
      'Allow-Origin': "'https://shop.example.com'",
      'Allow-Headers': "'Content-Type,Authorization,X-Api-Key,X-Amz-Date,X-Amz-Security-Token'",
      'Allow-Methods': "'OPTIONS,GET'",
      'Max-Age': "'600'",
      'method.response.header.Vary': "'Origin'",
    });
    expect(headersOf(preflight)).toMatchObject({
      'method.response.header.Strict-Transport-Security': "'max-age=63072000; includeSubDomains'",
      'method.response.header.X-Content-Type-Options': "'nosniff'",
      'method.response.header.Content-Security-Policy': "'default-src 'none'; frame-ancestors 'none''",
      'method.response.header.Cache-Control': "'no-store'",
    });
    expect(headersOf(preflight)['Allow-Credentials']).toBeUndefined();
    expect(preflight.Properties.Integration.IntegrationResponses[0].ResponseTemplates).toBeUndefined();
  });
});

test('preflight requests are answered once per path, with the methods of its routes', () => {
  const stack = newStack();
  const { api, fn } = apiIn(stack, { cors: { allowOrigins: ['https://shop.example.com'] } });
  api.addRoute('DELETE', '/orders/{id}', fn, { auth: RouteAuth.iam() });
  const preflights = Object.values(templateOf(stack).findResources('AWS::ApiGateway::Method', { Properties: { HttpMethod: 'OPTIONS' } }));
  expect(preflights).toHaveLength(1);
  expect(headersOf(preflights[0])['Allow-Methods']).toBe("'OPTIONS,GET,DELETE'");
});

test('preflight requests from several origins are answered by the list, letter by letter', () => {
  const [preflight] = preflightOf({ allowOrigins: ['https://a.example.com', 'https://b.example.com'], allowCredentials: true, maxAge: Duration.hours(1) });
  expect(headersOf(preflight)).toMatchObject({ 'Allow-Origin': "'https://a.example.com'", 'Allow-Credentials': "'true'", 'Max-Age': "'3600'" });
  const template = preflight.Properties.Integration.IntegrationResponses[0].ResponseTemplates['application/json'];
  expect(template).toContain('#if($origin == "https://b.example.com")\n#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end');
});

test('errors of API Gateway name no origin where several are allowed', () => {
  const stack = newStack();
  apiIn(stack, { cors: { allowOrigins: ['https://a.example.com', 'https://b.example.com'] } });
  expect(JSON.stringify(templateOf(stack).findResources('AWS::ApiGateway::GatewayResponse'))).not.toContain('Access-Control-Allow-Origin');
});

test('every origin may call an API of public routes, without the Authorization header', () => {
  const stack = newStack();
  const { api, fn } = emptyApiIn(stack, { cors: { allowOrigins: ['*'] } });
  api.addRoute('GET', '/', fn, { auth: PUBLIC });
  const [preflight] = Object.values(templateOf(stack).findResources('AWS::ApiGateway::Method', { Properties: { HttpMethod: 'OPTIONS' } }));
  expect(headersOf(preflight)).toMatchObject({ 'Allow-Origin': "'*'", 'Allow-Headers': "'Content-Type'" });
  expect(headersOf(preflight)['method.response.header.Vary']).toBeUndefined();
});

test('an origin may be a token', () => {
  const [preflight] = preflightOf({ allowOrigins: [Lazy.string({ produce: () => 'https://d111111abcdef8.cloudfront.net' })] });
  expect(headersOf(preflight)['Allow-Origin']).toBe("'https://d111111abcdef8.cloudfront.net'");
});

describe('CORS is refused', () => {
  test.each<[ApiCors, string]>([
    [{ allowOrigins: [] }, 'cors.allowOrigins = []: no origin is allowed'],
    [{ allowOrigins: ['*'], allowCredentials: true }, 'cors.allowOrigins = "*": with allowCredentials every web page could act as the signed-in user'],
    [{ allowOrigins: ['*'], allowHeaders: ['authorization'] }, 'cors.allowOrigins = "*": every web page could send the Authorization header'],
    [{ allowOrigins: ['*'], allowHeaders: ['*'] }, 'cors.allowOrigins = "*": every web page could send the Authorization header'],
    [{ allowOrigins: ['*', 'https://a.example.com'] }, 'cors.allowOrigins = ["*","https://a.example.com"]: "*" makes the other origins meaningless'],
    [{ allowOrigins: ['https://a.example.com'], allowHeaders: ['X Id'] }, 'cors.allowHeaders = "X Id": this is no header name'],
  ])('for %j', (cors, message) => {
    expect(() => new SecureApi(newStack(), 'Api', { cors })).toThrow(`[Stack/Api] ${message}`);
  });

  test.each([
    'shop.example.com', 'https://shop.example.com/', 'https://Shop.example.com', 'https://*.example.com', 'null', 'https://shop.example.com/app',
    'https://user@shop.example.com', 'ftp://shop.example.com', 'https://shop.example.com" || true || "',
  ])('for the malformed origin %s', (origin) => {
    expect(() => new SecureApi(newStack(), 'Api', { cors: { allowOrigins: [origin] } }))
      .toThrow('an origin is a scheme, a host in lower case and perhaps a port, nothing else');
  });

  test('for pages without TLS, but for those of the own machine', () => {
    expect(() => new SecureApi(newStack(), 'Api', { cors: { allowOrigins: ['http://shop.example.com'] } }))
      .toThrow('cors.allowOrigins = "http://shop.example.com": pages that arrive without TLS can be rewritten on the way');
    expect(() => new SecureApi(newStack(), 'Api', { cors: { allowOrigins: ['http://localhost:5173'] } })).not.toThrow();
  });

  test('for a list that is a token', () => {
    const allowOrigins = Lazy.list({ produce: () => ['https://a.example.com'] });
    expect(() => new SecureApi(newStack(), 'Api', { cors: { allowOrigins } })).toThrow('cors.allowOrigins decides what is built');
  });

  test('for a list of headers that is a token', () => {
    const cors = { allowOrigins: ['https://a.example.com'], allowHeaders: Lazy.list({ produce: () => ['X-Id'] }) };
    expect(() => new SecureApi(newStack(), 'Api', { cors })).toThrow('cors.allowHeaders decides what is built');
  });

  test('for every origin beside a signed route, by name', () => {
    const { api, fn } = emptyApiIn(newStack(), { cors: { allowOrigins: ['*'] } });
    expect(() => api.addRoute('GET', '/me', fn, { auth: RouteAuth.iam() }))
      .toThrow('[Stack/Api] cors.allowOrigins = "*": the route GET /me needs authorization');
  });
});

test.each(['method.request.header.Origin', 'method.request.header.origin', 'method.request.multivalueheader.Origin'])(
  'a gateway response that reflects the origin by %s is refused at synth', (source) => {
    const stack = newStack();
    const { api } = apiIn(stack);
    api.restApi.addGatewayResponse('Reflecting', {
      type: apigateway.ResponseType.EXPIRED_TOKEN, responseHeaders: { 'Access-Control-Allow-Origin': source },
    });
    expect(() => templateOf(stack)).toThrow(/gateway response Stack\/Api\/Resource\/Reflecting\/Resource.*it reflects the origin of the request/);
  });
