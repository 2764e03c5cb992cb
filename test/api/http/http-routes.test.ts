import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { emptyHttpApiIn, httpApiIn, LOGIN } from './http-api-under-test';
import { HttpRouteOptions, RouteAuth } from '../../../src/api';
import { FLAG_MODES, newApp, newStack, only, templateOf } from '../../harness/apps';
import { functionIn, PUBLIC, userPool } from '../api-under-test';

const ROUTE = 'AWS::ApiGatewayV2::Route';
const AUTHORIZER = 'AWS::ApiGatewayV2::Authorizer';
const PERMISSION = 'AWS::Lambda::Permission';
const SIGNATURE = apigateway.IdentitySource.header('X-Signature');

/** The message of adding one route to an API without any. */
function messageOf(method: string, path: string, options: Partial<HttpRouteOptions>): string {
  const { api, fn } = emptyHttpApiIn(newStack());
  try {
    api.addRoute(method, path, fn, options as HttpRouteOptions);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

describe.each(FLAG_MODES)('routes of an HTTP API %s', (_, flags) => {
  test('of several authorizations have each their own', () => {
    const stack = newStack(flags);
    const { api, fn } = emptyHttpApiIn(stack);
    api.addRoute('GET', '/iam', fn, { auth: RouteAuth.iam() });
    api.addRoute('GET', '/jwt', fn, { auth: RouteAuth.jwt(LOGIN, { scopes: ['orders/read'] }) });
    api.addRoute('POST', '/jwt', fn, { auth: RouteAuth.jwt(LOGIN, { scopes: ['orders/write'] }) });
    api.addRoute('GET', '/request', fn, { auth: RouteAuth.lambdaRequest(fn, { identitySources: [SIGNATURE] }) });
    api.addRoute('GET', '/public', fn, { auth: RouteAuth.public('list of opening hours') });
    const template = templateOf(stack);
    const route = (key: string): any => Object.values(template.findResources(ROUTE, { Properties: { RouteKey: key } }))[0];
    expect(route('GET /iam').Properties.AuthorizationType).toBe('AWS_IAM');
    expect(route('GET /jwt').Properties).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: ['orders/read'] });
    expect(route('POST /jwt').Properties).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: ['orders/write'] });
    expect(route('POST /jwt').Properties.AuthorizerId).toEqual(route('GET /jwt').Properties.AuthorizerId);
    expect(route('GET /request').Properties).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: expect.anything() });
    expect(route('GET /public')).toMatchObject({ Properties: { AuthorizationType: 'NONE' }, Metadata: { 'cdk-hardened:public-route': 'list of opening hours' } });
    template.resourceCountIs(AUTHORIZER, 2);
    template.hasResourceProperties(AUTHORIZER, {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://login.example.com/', Audience: ['orders'] },
    });
  });

  test('of one function share one integration and one permission, bound to the stage of this API', () => {
    const stack = newStack(flags);
    const { api, fn } = httpApiIn(stack);
    api.addRoute('GET', '/orders', fn, { auth: RouteAuth.iam() });
    api.addRoute('DELETE', '/orders/{id}', fn, { auth: RouteAuth.iam() });
    const template = templateOf(stack);
    expect(only(template, 'AWS::ApiGatewayV2::Integration').resource.Properties).toMatchObject({
      IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0', IntegrationUri: { 'Fn::GetAtt': [expect.stringMatching(/^Fn/), 'Arn'] },
    });
    const { Properties } = only(template, PERMISSION).resource;
    expect(Properties).toMatchObject({ Principal: 'apigateway.amazonaws.com', Action: 'lambda:InvokeFunction' });
    expect(JSON.stringify(Properties.SourceArn)).toMatch(/:execute-api:.*"Ref":"Api[0-9A-F]{8}"\},"\/\$default\/\*"\]/);
  });

  test('are too many for one template when their functions are', () => {
    const stack = newStack(flags);
    const { api } = emptyHttpApiIn(stack);
    const add = (count: number): void => {
      const arn = `arn:aws:lambda:eu-west-1:111122223333:function:f${count}`;
      api.addRoute('GET', `/f${count}`, Function.fromFunctionAttributes(stack, `F${count}`, { functionArn: arn, sameEnvironment: true }), { auth: RouteAuth.iam() });
    };
    const warnings = (): number => Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('more than 30 functions behind an HTTP API.*suppressTemplateIndentation')).length;
    for (let count = 1; count <= 30; count += 1) add(count);
    expect(warnings()).toBe(0);
    for (let count = 31; count <= 33; count += 1) add(count);
    expect(warnings()).toBe(1);
  });

  test('invoke and ask functions of other stacks without a cycle', () => {
    const app = newApp(flags);
    const stack = new Stack(app, 'Api');
    const functions = new Stack(app, 'Functions');
    const { api } = emptyHttpApiIn(stack);
    api.addRoute('GET', '/', functionIn(functions, 'Route'), {
      auth: RouteAuth.lambdaRequest(functionIn(functions, 'Authorizer'), { identitySources: [SIGNATURE] }),
    });
    const template = templateOf(stack);
    template.resourceCountIs(PERMISSION, 2);
    Template.fromStack(functions).resourceCountIs(PERMISSION, 0);
    const { id } = only(template, AUTHORIZER);
    expect(JSON.stringify(template.findResources(PERMISSION))).toContain(`"/authorizers/",{"Ref":"${id}"}`);
  });

  test('ask a function for simple answers, each kept for one route', () => {
    const stack = newStack(flags);
    const { api, fn } = emptyHttpApiIn(stack);
    const sources = [SIGNATURE, apigateway.IdentitySource.queryString('tenant'), apigateway.IdentitySource.context('identity.sourceIp'), apigateway.IdentitySource.stageVariable('a')];
    api.addRoute('GET', '/', fn, { auth: RouteAuth.lambdaRequest(fn, { identitySources: sources, cacheTtl: Duration.minutes(1) }) });
    expect(only(templateOf(stack), AUTHORIZER).resource.Properties).toMatchObject({
      AuthorizerType: 'REQUEST',
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
      AuthorizerResultTtlInSeconds: 60,
      IdentitySource: ['$request.header.X-Signature', '$request.querystring.tenant', '$context.identity.sourceIp', '$stageVariables.a', '$context.routeKey'],
    });
  });

  test('let a principal call one of them', () => {
    const stack = newStack(flags);
    const { api } = httpApiIn(stack);
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    api.grantInvoke(role, 'GET', '/orders/{id}').assertSuccess();
    const [statement] = only(templateOf(stack), 'AWS::IAM::Policy').resource.Properties.PolicyDocument.Statement;
    expect(statement).toMatchObject({ Action: 'execute-api:Invoke', Effect: 'Allow' });
    expect(JSON.stringify(statement.Resource)).toMatch(/"Ref":"Api[0-9A-F]{8}"\},"\/\$default\/GET\/orders\/\*"/);
  });
});

test('an authorizer that is asked for every request needs no identity source', () => {
  const stack = newStack();
  const { api, fn } = emptyHttpApiIn(stack);
  api.addRoute('GET', '/', fn, { auth: RouteAuth.lambdaRequest(fn, { cacheTtl: Duration.seconds(0) }) });
  const { Properties } = only(templateOf(stack), AUTHORIZER).resource;
  expect(Properties.AuthorizerResultTtlInSeconds).toBe(0);
  expect(Properties).not.toHaveProperty('IdentitySource');
});

test('ids of routes, integrations and authorizers stay when other routes come before them', () => {
  const idsWith = (before: boolean): string[] => {
    const stack = newStack();
    const { api, fn } = emptyHttpApiIn(stack);
    if (before) api.addRoute('GET', '/first', fn, { auth: RouteAuth.iam() });
    api.addRoute('GET', '/second', fn, { auth: RouteAuth.jwt(LOGIN, { scopes: ['x'] }) });
    return Object.keys(templateOf(stack).toJSON().Resources);
  };
  expect(idsWith(true)).toEqual(expect.arrayContaining(idsWith(false)));
});

describe('a route of an HTTP API is refused', () => {
  test.each<[string, string, string, Partial<HttpRouteOptions>, RegExp]>([
    ['without a choice of authorization', 'GET', '/a', {}, /\[Stack\/Api\] GET \/a auth = "absent": every route says who may call it/],
    ['public without a reason', 'GET', '/a', { auth: RouteAuth.public('') }, /GET \/a auth reason = "": .*needs a reason/],
    ['with another authorizer\'s type', 'GET', '/a', { auth: RouteAuth.lambdaToken(functionIn(newStack())) },
      /GET \/a auth = "RouteAuth\.lambdaToken": authorizers of type TOKEN are for REST APIs.*Write RouteAuth\.lambdaRequest\(fn, .*IdentitySource\.header\("Authorization"\)/],
    ['with a user pool', 'GET', '/a', { auth: RouteAuth.cognito([userPool(newStack())], { scopes: ['orders/read'] }) },
      /GET \/a auth = "RouteAuth\.cognito": HTTP APIs have no authorizer for user pools.*Write RouteAuth\.jwt\(JwtIssuer\.userPool.*\["orders\/read"\]/],
    ['with tokens but no scopes', 'GET', '/a', { auth: RouteAuth.jwt(LOGIN, {}) }, /GET \/a auth\.scopes = "absent": without scopes every token/],
    ['with an identity source of several values', 'GET', '/a',
      { auth: RouteAuth.lambdaRequest(functionIn(newStack()), { identitySources: ['method.request.multivalueheader.X'] }) },
      /GET \/a auth\.identitySources = "method\.request\.multivalueheader\.X": HTTP APIs have no identity sources of several values/],
    ['with an identity source that is a token', 'GET', '/a',
      { auth: RouteAuth.lambdaRequest(functionIn(newStack()), { identitySources: [Lazy.string({ produce: () => 'x' })] }) }, /GET \/a auth\.identitySources.*must be known at synth/],
    ['with a kept answer that nothing finds', 'GET', '/a', { auth: RouteAuth.lambdaRequest(functionIn(newStack())) },
      /GET \/a auth\.identitySources = \[\]: a cached answer needs something of the caller to be found by/],
    ['for all methods', 'ANY', '/a', { auth: RouteAuth.iam() }, /addRoute method = "ANY": ANY opens the route to methods that nobody decided about/],
    ['for preflight requests', 'OPTIONS', '/a', { auth: RouteAuth.iam() }, /addRoute method = "OPTIONS".*Set the cors prop/],
    ['as default of all others', 'GET', '$default', { auth: RouteAuth.iam() }, /addRoute path = "\$default": a path starts with "\/"/],
    ['with a throttle of zero', 'GET', '/a', { auth: RouteAuth.iam(), throttle: { rateLimit: 1, burstLimit: 0 } }, /GET \/a throttle\.burstLimit = 0/],
  ])('%s', (_, method, path, options, message) => {
    expect(messageOf(method, path, options)).toMatch(message);
  });

  test('that exists, under whatever names of parameters', () => {
    const { api, fn } = httpApiIn(newStack());
    const adding = (path: string) => () => api.addRoute('GET', path, fn, { auth: RouteAuth.iam() });
    expect(adding('/orders/{id}')).toThrow(/addRoute = "GET \/orders\/\{id\}": this route exists already\. Drop one of the two/);
    expect(adding('/orders/{number}')).toThrow(/addRoute = "GET \/orders\/\{number\}": GET \/orders\/\{id\} takes the same requests/);
  });

  test('for pages of every origin, unless it is public', () => {
    const { api, fn } = emptyHttpApiIn(newStack(), { cors: { allowOrigins: ['*'] } });
    expect(() => api.addRoute('GET', '/a', fn, { auth: RouteAuth.iam() })).toThrow(/cors\.allowOrigins = "\*": the route GET \/a needs authorization/);
  });
});

test('a parameter for the rest of the path is another route than one for a segment', () => {
  const { api, fn } = httpApiIn(newStack());
  expect(() => api.addRoute('GET', '/orders/{rest+}', fn, { auth: RouteAuth.iam() })).not.toThrow();
});

test('a grant is refused where it would change nothing', () => {
  const stack = newStack();
  const { api, fn } = httpApiIn(stack);
  api.addRoute('GET', '/hours', fn, { auth: PUBLIC });
  expect(() => api.grantInvoke(fn, 'GET', '/hours')).toThrow(/grantInvoke = "GET \/hours": the route does not ask for an AWS identity/);
  expect(() => api.grantInvoke(fn, 'PUT', '/orders')).toThrow(/grantInvoke = "PUT \/orders": there is no such route/);
});

test('many authorizers are a warning', () => {
  const stack = newStack();
  const { api, fn } = emptyHttpApiIn(stack);
  for (let index = 0; index < 11; index++) {
    api.addRoute('GET', `/${index}`, fn, { auth: RouteAuth.lambdaRequest(fn, { identitySources: [SIGNATURE], cacheTtl: Duration.seconds(index + 1) }) });
  }
  Annotations.fromStack(stack).hasWarning('/Stack/Api/Authorizers', Match.stringLikeRegexp('has 10 authorizers by default'));
});

test('many routes are a warning', () => {
  const stack = newStack();
  const { api, fn } = emptyHttpApiIn(stack);
  for (let index = 0; index < 301; index++) api.addRoute('GET', `/r${index}`, fn, { auth: RouteAuth.iam() });
  expect(stack.node.findChild('Api').node.metadata.map(({ data }) => String(data))).toEqual([expect.stringContaining('An HTTP API has 300 routes by default')]);
});
