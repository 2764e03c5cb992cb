import { Duration, Lazy, NestedStack, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { apiIn, emptyApiIn, functionIn, PUBLIC, SCHEMA, userPool } from './api-under-test';
import { RouteAuth, RouteOptions, SecureApi } from '../../src/api';
import { FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';

const METHOD = 'AWS::ApiGateway::Method';
const AUTHORIZER = 'AWS::ApiGateway::Authorizer';
const PERMISSION = 'AWS::Lambda::Permission';

/** The message of adding one route to an API without any. */
function messageOf(method: string, path: string, options: Partial<RouteOptions>): string {
  const { api, fn } = emptyApiIn(newStack());
  try {
    api.addRoute(method, path, fn, options as RouteOptions);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

describe.each(FLAG_MODES)('routes %s', (_, flags) => {
  test('of several authorizations have each their own', () => {
    const stack = newStack(flags);
    const { api, fn } = emptyApiIn(stack);
    api.addRoute('GET', '/iam', fn, { auth: RouteAuth.iam() });
    api.addRoute('GET', '/access', fn, { auth: RouteAuth.cognito([userPool(stack)], { scopes: ['orders/read'] }) });
    api.addRoute('GET', '/id', fn, { auth: RouteAuth.cognito([userPool(stack, 'Staff')], { acceptIdToken: true }) });
    api.addRoute('GET', '/token', fn, { auth: RouteAuth.lambdaToken(fn, { tokenPattern: '^Bearer ', header: 'X-Token', cacheTtl: Duration.minutes(1) }) });
    api.addRoute('GET', '/request', fn, {
      auth: RouteAuth.lambdaRequest(fn, { identitySources: [apigateway.IdentitySource.header('X-Signature'), apigateway.IdentitySource.queryString('id')] }),
    });
    api.addRoute('GET', '/public', fn, { auth: RouteAuth.public('list of opening hours') });
    const template = templateOf(stack);
    const typeOf = (path: string): any => Object.values(template.findResources(METHOD, {
      Properties: { HttpMethod: 'GET', ResourceId: { Ref: Match.stringLikeRegexp(`^Api${path}[0-9A-F]{8}$`) } },
    }))[0];
    expect(typeOf('iam').Properties.AuthorizationType).toBe('AWS_IAM');
    expect(typeOf('access').Properties).toMatchObject({ AuthorizationType: 'COGNITO_USER_POOLS', AuthorizationScopes: ['orders/read'] });
    expect(typeOf('id').Properties.AuthorizationType).toBe('COGNITO_USER_POOLS');
    expect(typeOf('id').Properties.AuthorizationScopes).toBeUndefined();
    expect(typeOf('token').Properties).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: expect.anything() });
    expect(typeOf('request').Properties).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: expect.anything() });
    expect(typeOf('public')).toMatchObject({
      Properties: { AuthorizationType: 'NONE' }, Metadata: { 'cdk-hardened:public-route': 'list of opening hours' },
    });
    template.hasResourceProperties(AUTHORIZER, {
      Type: 'TOKEN', IdentitySource: 'method.request.header.X-Token', IdentityValidationExpression: '^Bearer ', AuthorizerResultTtlInSeconds: 60,
    });
    template.hasResourceProperties(AUTHORIZER, {
      Type: 'REQUEST', IdentitySource: 'method.request.header.X-Signature,method.request.querystring.id', AuthorizerResultTtlInSeconds: 300,
    });
    template.resourcePropertiesCountIs(AUTHORIZER, { Type: 'COGNITO_USER_POOLS' }, 2);
  });

  test('validate parameters and bodies of every content type', () => {
    const stack = newStack(flags);
    const { api, fn } = emptyApiIn(stack);
    api.addRoute('PUT', '/orders/{id}', fn, { auth: RouteAuth.iam(), body: SCHEMA, requiredQuery: ['version'], requiredHeaders: ['X-Request-Id'] });
    const template = templateOf(stack);
    const validator = only(template, 'AWS::ApiGateway::RequestValidator');
    expect(validator.resource.Properties).toMatchObject({ ValidateRequestBody: true, ValidateRequestParameters: true });
    const model = only(template, 'AWS::ApiGateway::Model');
    expect(model.resource.Properties.Schema).toEqual({
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      required: ['sku'],
      properties: { sku: { type: 'string' } },
      additionalProperties: false,
    });
    template.hasResourceProperties(METHOD, {
      RequestValidatorId: { Ref: validator.id },
      RequestModels: { $default: { Ref: model.id } },
      RequestParameters: {
        'method.request.path.id': true, 'method.request.querystring.version': true, 'method.request.header.X-Request-Id': true,
      },
    });
  });

  test('of one function share one permission, bound to this API', () => {
    const stack = newStack(flags);
    const { api, fn } = apiIn(stack);
    api.addRoute('GET', '/orders', fn, { auth: RouteAuth.iam() });
    api.addRoute('DELETE', '/orders/{id}', fn, { auth: RouteAuth.iam() });
    const { Properties } = only(templateOf(stack), PERMISSION).resource;
    expect(Properties.Principal).toBe('apigateway.amazonaws.com');
    expect(JSON.stringify(Properties.SourceArn)).toMatch(/execute-api.*"Ref":"Api[0-9A-F]{8}"\},"\/\*\/\*\/\*"/);
  });

  test('invoke and ask functions of other stacks without a cycle', () => {
    const app = newApp(flags);
    const stack = new Stack(app, 'Api');
    const functions = new Stack(app, 'Functions');
    const { api } = emptyApiIn(stack);
    api.addRoute('GET', '/', functionIn(functions, 'Route'), { auth: RouteAuth.lambdaToken(functionIn(functions, 'Authorizer')) });
    const template = templateOf(stack);
    template.resourceCountIs(PERMISSION, 2);
    Template.fromStack(functions).resourceCountIs(PERMISSION, 0);
    expect(JSON.stringify(template.findResources(PERMISSION))).toContain('/authorizers/');
  });
});

test('ask an authorizer without identity sources for every request', () => {
  const stack = newStack();
  const { api, fn } = emptyApiIn(stack);
  api.addRoute('GET', '/', fn, { auth: RouteAuth.lambdaRequest(fn, { cacheTtl: Duration.seconds(0) }) });
  const { Properties } = only(templateOf(stack), AUTHORIZER).resource;
  expect(Properties.AuthorizerResultTtlInSeconds).toBe(0);
  expect(Properties).not.toHaveProperty('IdentitySource');
});

test('whose paths differ in a dot only have each their schema', () => {
  const stack = newStack();
  const { api, fn } = emptyApiIn(stack);
  for (const path of ['/a/b', '/a.b']) api.addRoute('POST', path, fn, { auth: PUBLIC, body: SCHEMA });
  templateOf(stack).resourceCountIs('AWS::ApiGateway::Model', 2);
});

test('invoke functions of nested stacks, and from them', () => {
  const stack = newStack();
  const [nested, sibling] = [new NestedStack(stack, 'Nested'), new NestedStack(stack, 'Sibling')];
  const outer = functionIn(stack, 'Outer');
  const inner = functionIn(sibling, 'Inner');
  for (const scope of [stack, nested]) {
    const api = new SecureApi(scope, 'Api');
    api.addRoute('GET', '/outer', outer, { auth: RouteAuth.lambdaToken(inner) });
    api.addRoute('GET', '/inner', inner, { auth: RouteAuth.lambdaToken(outer) });
  }
  templateOf(stack).resourceCountIs(PERMISSION, 4); // Template refuses cycles
  Template.fromStack(nested).resourceCountIs(PERMISSION, 4);
  Template.fromStack(sibling).resourceCountIs(PERMISSION, 0);
});

test('with the same authorization share an authorizer', () => {
  const stack = newStack();
  const { api, fn } = emptyApiIn(stack);
  const users = userPool(stack);
  api.addRoute('GET', '/a', fn, { auth: RouteAuth.cognito([users], { scopes: ['a'] }) });
  api.addRoute('GET', '/b', fn, { auth: RouteAuth.cognito([users], { scopes: ['b'] }) });
  api.addRoute('GET', '/c', fn, { auth: RouteAuth.lambdaToken(fn) });
  api.addRoute('GET', '/d', fn, { auth: RouteAuth.lambdaToken(fn) });
  api.addRoute('GET', '/e', fn, { auth: RouteAuth.lambdaToken(fn, { cacheTtl: Duration.seconds(0) }) });
  templateOf(stack).resourceCountIs(AUTHORIZER, 3);
});

test('keep their authorizer\'s logical id when other routes come before them', () => {
  const idOf = (before: (api: SecureApi, stack: Stack) => void): string[] => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api');
    before(api, stack);
    api.addRoute('GET', '/', functionIn(stack, 'Checked'), { auth: RouteAuth.lambdaToken(functionIn(stack, 'Checker')) });
    return Object.keys(templateOf(stack).findResources(AUTHORIZER));
  };
  const [alone] = idOf(() => undefined);
  expect(idOf((api, stack) => api.addRoute('GET', '/first', functionIn(stack), { auth: RouteAuth.lambdaToken(functionIn(stack, 'Other')) }))).toContain(alone);
});

test('above the quota of authorizers warn once', () => {
  const stack = newStack();
  const { api, fn } = emptyApiIn(stack);
  for (let minutes = 1; minutes <= 12; minutes += 1) {
    api.addRoute('GET', `/${minutes}`, fn, { auth: RouteAuth.lambdaToken(fn, { cacheTtl: Duration.minutes(minutes) }) });
  }
  expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('has 10 authorizers by default'))).toHaveLength(1);
});

describe('authorization is refused', () => {
  test.each([undefined, null, 'iam'])('where it is %p', (auth) => {
    expect(messageOf('GET', '/', { auth: auth as unknown as RouteAuth }))
      .toMatch(/\[Stack\/Api\] GET \/ auth.*: every route says who may call it, and this one does not\. Write auth: RouteAuth\.iam\(\)/);
  });

  test.each(['', '  '])('public for the reason %p', (reason) => {
    expect(messageOf('GET', '/', { auth: RouteAuth.public(reason) })).toContain(
      `[Stack/Api] GET / auth reason = "${reason}": a route that everybody may call needs a reason that a reviewer can judge`);
  });

  test('public for a reason that is a token', () => {
    expect(messageOf('GET', '/', { auth: RouteAuth.public(Lazy.string({ produce: () => 'x' })) })).toContain('this is a token');
  });

  test('of Cognito without a pool', () => {
    expect(messageOf('GET', '/', { auth: RouteAuth.cognito([], { scopes: ['a'] }) })).toContain('GET / auth.userPools = []: no user pool is named');
  });

  test.each([[{}], [{ scopes: [] }]])('of Cognito with %p', (options) => {
    expect(messageOf('GET', '/', { auth: RouteAuth.cognito([userPool(newStack())], options) }))
      .toMatch(/auth\.scopes = .*: without scopes API Gateway takes ID tokens of every signed-in user.*acceptIdToken: true/);
  });

  test('of Cognito with scopes and ID tokens', () => {
    expect(messageOf('GET', '/', { auth: RouteAuth.cognito([userPool(newStack())], { scopes: ['a'], acceptIdToken: true }) }))
      .toContain('with scopes API Gateway takes access tokens only, so acceptIdToken contradicts them');
  });

  test('of a request authorizer whose cache has no key', () => {
    expect(messageOf('GET', '/', { auth: RouteAuth.lambdaRequest(functionIn(newStack())) })).toContain('GET / auth.identitySources = []: a cached answer');
    for (const source of [apigateway.IdentitySource.context('resourcePath'), apigateway.IdentitySource.stageVariable('tenant')]) { // the same for all callers
      expect(messageOf('GET', '/', { auth: RouteAuth.lambdaRequest(functionIn(newStack()), { identitySources: [source] }) })).toContain('needs something of the caller');
      const uncached = { identitySources: [source], cacheTtl: Duration.seconds(0) };
      expect(messageOf('GET', '/', { auth: RouteAuth.lambdaRequest(functionIn(newStack()), uncached) })).toBe('no error');
    }
    const byAddress = { identitySources: [apigateway.IdentitySource.context('identity.sourceIp')] };
    expect(messageOf('GET', '/', { auth: RouteAuth.lambdaRequest(functionIn(newStack()), byAddress) })).toBe('no error');
    expect(messageOf('GET', '/', { auth: RouteAuth.lambdaRequest(functionIn(newStack()), { cacheTtl: Duration.seconds(0) }) })).toBe('no error');
  });

  test('of an authorizer that is cached for more than an hour', () => {
    expect(messageOf('GET', '/', { auth: RouteAuth.lambdaToken(functionIn(newStack()), { cacheTtl: Duration.hours(2) }) }))
      .toContain('GET / auth.cacheTtl = "7200 seconds": API Gateway keeps answers of an authorizer for whole seconds, one hour at most');
    expect(messageOf('GET', '/', { auth: RouteAuth.lambdaToken(functionIn(newStack()), { cacheTtl: Duration.millis(1500) }) }))
      .toContain('GET / auth.cacheTtl = "1.5 seconds"');
  });

  test('of an identity source that is nowhere in the request', () => {
    expect(messageOf('GET', '/', { auth: RouteAuth.lambdaRequest(functionIn(newStack()), { identitySources: ['X-Signature'] }) })).toContain(
      '[Stack/Api] GET / auth.identitySources = "X-Signature": it does not say where in the request it is. Write apigateway.IdentitySource.header("X-Signature")');
    const sources = [
      apigateway.IdentitySource.header('X-Signature'), apigateway.IdentitySource.queryString('id'),
      apigateway.IdentitySource.context('identity.sourceIp'), apigateway.IdentitySource.stageVariable('tenant'),
    ];
    expect(messageOf('GET', '/', { auth: RouteAuth.lambdaRequest(functionIn(newStack()), { identitySources: sources }) })).toBe('no error');
  });

  test('of a token header that is no bare name', () => {
    const header = 'method.request.header.Authorization';
    const text = `[Stack/Api] GET / auth.header = "${header}": it is no name of a header. Write the bare name, such as "Authorization"`;
    expect(messageOf('GET', '/', { auth: RouteAuth.lambdaToken(functionIn(newStack()), { header }) })).toContain(text);
    expect(messageOf('GET', '/', { auth: RouteAuth.cognito([userPool(newStack())], { scopes: ['a'], header }) })).toContain(text);
  });
});

describe('method and path are refused', () => {
  test.each([
    ['FETCH', 'there is no such HTTP method in API Gateway'],
    ['post', 'there is no such HTTP method in API Gateway (names are upper case)'],
    ['ANY', 'ANY opens the route to methods that nobody decided about'],
    ['OPTIONS', 'preflight requests are answered by API Gateway, without authorization. Set the cors prop'],
  ])('where the method is %s', (method, problem) => {
    expect(messageOf(method, '/', { auth: PUBLIC })).toContain(`[Stack/Api] addRoute method = "${method}": ${problem}`);
  });

  test.each([
    ['', 'a path starts with "/"'],
    ['orders', 'a path starts with "/"'],
    ['/orders/', 'a path has no empty segment and no "/" at its end'],
    ['//orders', 'a path has no empty segment'],
    ['/order s', 'the segment "order s" is neither plain'],
    ['/orders?id', 'the segment "orders?id" is neither plain'],
    ['/orders/v{id}', 'the segment "v{id}" is neither plain'],
    ['/orders/{}', 'the segment "{}" is neither plain'],
    ['/files/{key+}/meta', 'the greedy parameter "{key+}" takes the rest of the path and must come last'],
    ['/a/{id}/b/{id}', 'the parameter "id" occurs twice'],
  ])('where the path is %p', (path, problem) => {
    expect(messageOf('GET', path, { auth: PUBLIC })).toContain(`[Stack/Api] addRoute path = "${path}": ${problem}`);
  });

  test('where they are tokens', () => {
    const token = Lazy.string({ produce: () => 'x' });
    expect(messageOf(token, '/', { auth: PUBLIC })).toContain('addRoute method decides what is built, so it must be known at synth, and this is a token');
    expect(messageOf('GET', token, { auth: PUBLIC })).toContain('addRoute path decides what is built');
  });

  test.each(['/', '/orders', '/orders/{id}', '/files/{key+}', '/a.b/_c/~d'.replace('~', '$')])('but not where the path is %s', (path) => {
    expect(messageOf('GET', path, { auth: PUBLIC })).toBe('no error');
  });

  test('where the route exists', () => {
    const { api, fn } = apiIn(newStack());
    expect(() => api.addRoute('GET', '/orders/{id}', fn, { auth: PUBLIC })).toThrow('[Stack/Api] addRoute = "GET /orders/{id}": this route exists already');
  });

  test.each(['/orders/{orderId}/items', '/orders/{rest+}'])('where %s names a parameter anew', (path) => {
    const { api, fn } = apiIn(newStack());
    expect(() => api.addRoute('GET', path, fn, { auth: PUBLIC })).toThrow(
      `[Stack/Api] addRoute path = "${path}": "/orders/{id}" has another name for the parameter at the same place, and API Gateway takes one. Write {id} here too.`);
  });

  test('with a warning where there are more than 300 resources', () => {
    const stack = newStack();
    const { api, fn } = emptyApiIn(stack);
    api.addRoute('GET', '/s'.repeat(300), fn, { auth: PUBLIC });
    api.addRoute('GET', '/t', fn, { auth: PUBLIC });
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('has 300 resources by default'))).toHaveLength(1);
  });
});

describe('validation is refused', () => {
  test.each(['POST', 'PUT', 'PATCH'])('where a %s route has no schema', (method) => {
    expect(messageOf(method, '/orders', { auth: PUBLIC })).toContain(
      `[Stack/Api] ${method} /orders body: ${method} requests carry a body, and without a schema everything reaches the function`);
  });

  test('unless a reason is named, which the template shows', () => {
    const stack = newStack();
    const { api, fn } = emptyApiIn(stack);
    api.addRoute('POST', '/confirm', fn, { auth: PUBLIC, unvalidatedBody: 'the function reads no body' });
    templateOf(stack).hasResource(METHOD, { Metadata: { 'cdk-hardened:unvalidated-body': 'the function reads no body' } });
  });

  test.each([
    [{ unvalidatedBody: ' ' }, 'a body that nobody checks needs a reason'],
    [{ unvalidatedBody: 'upload', body: SCHEMA }, 'the route has a body schema too'],
  ])('for %p', (options, problem) => {
    expect(messageOf('POST', '/', { auth: PUBLIC, ...options })).toContain(problem);
  });

  test.each(['GET', 'HEAD'])('where a %s route has a schema', (method) => {
    expect(messageOf(method, '/', { auth: PUBLIC, body: SCHEMA })).toContain(`${method} / body: ${method} requests carry no body`);
  });

  test('where a parameter has no bare name', () => {
    expect(messageOf('GET', '/', { auth: PUBLIC, requiredQuery: ['page[size]'] })).toContain(
      '[Stack/Api] GET / requiredQuery = "page[size]": API Gateway takes names of letters, digits and . _ $ - only');
    expect(messageOf('GET', '/', { auth: PUBLIC, requiredHeaders: ['X Id'] })).toContain('GET / requiredHeaders = "X Id"');
  });
});

test('an API without routes is refused at synth', () => {
  const stack = newStack();
  emptyApiIn(stack);
  expect(() => templateOf(stack)).toThrow(/\[Stack\/Api\] routes = \[\]: an API without routes cannot be deployed\. Call addRoute/);
});

describe('grantInvoke', () => {
  test('allows one route of one stage', () => {
    const stack = newStack();
    const { api } = apiIn(stack);
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    api.grantInvoke(role, 'GET', '/orders/{id}');
    const { PolicyDocument } = only(templateOf(stack), 'AWS::IAM::Policy').resource.Properties;
    expect(PolicyDocument.Statement).toHaveLength(1);
    expect(PolicyDocument.Statement[0].Action).toBe('execute-api:Invoke');
    expect(JSON.stringify(PolicyDocument.Statement[0].Resource)).toMatch(/\{"Ref":"ApiDeploymentStagelive[0-9A-F]{8}"\},"\/GET\/orders\/\*"/);
  });

  test('is refused on a route that asks for no AWS identity, and on none', () => {
    const stack = newStack();
    const { api, fn } = apiIn(stack);
    api.addRoute('GET', '/', fn, { auth: PUBLIC });
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    expect(() => api.grantInvoke(role, 'GET', '/')).toThrow('grantInvoke = "GET /": the route does not ask for an AWS identity');
    expect(() => api.grantInvoke(role, 'GET', '/nowhere')).toThrow('grantInvoke = "GET /nowhere": there is no such route');
  });
});
