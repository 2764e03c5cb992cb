import { CfnResource, Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { apiOf, httpApiIn, LOGIN, stageOf } from './http-api-under-test';
import { RouteAuth, SecureHttpApi } from '../../../src/api';
import { inBothFlagModes, newApp, newStack, templateOf } from '../../harness/apps';
import { functionIn, PUBLIC } from '../api-under-test';

type Change = (api: SecureHttpApi, stack: Stack) => void;

/** An API with a signed, a public and a token route, changed behind its back. */
function changed(change: Change): () => unknown {
  const stack = newStack();
  const { api, fn } = httpApiIn(stack, { cors: { allowOrigins: ['https://shop.example.com'] } });
  api.addRoute('GET', '/hours', fn, { auth: PUBLIC });
  api.addRoute('GET', '/mine', fn, { auth: RouteAuth.jwt(LOGIN, { scopes: ['orders/read'] }), throttle: { rateLimit: 1, burstLimit: 1 } });
  change(api, stack);
  return () => templateOf(stack);
}

const of = <T extends CfnResource>(api: SecureHttpApi, type: new (...args: any[]) => T, test: (found: T) => boolean = () => true): T =>
  api.node.findAll().find((node): node is T => node instanceof type && test(node))!;
const routeOf = (api: SecureHttpApi, key: string): apigatewayv2.CfnRoute => of(api, apigatewayv2.CfnRoute, ({ routeKey }) => routeKey === key);

inBothFlagModes(() => {
  test('an HTTP API that nobody changed synthesizes', () => {
    expect(changed(() => undefined)).not.toThrow();
  });

  describe('a route added behind the API\'s back', () => {
    const integration = (stack: Stack): HttpLambdaIntegration => new HttpLambdaIntegration('Sneaky', functionIn(stack, 'Sneaky'));

    test.each<[string, Change]>([
      ['without authorization', (api, stack) => api.httpApi.addRoutes({ path: '/sneaky', integration: integration(stack) })],
      ['for all that has no other', (api, stack) => new apigatewayv2.HttpRoute(stack, 'Default', {
        httpApi: api.httpApi, routeKey: apigatewayv2.HttpRouteKey.DEFAULT, integration: integration(stack),
      })],
      ['as an L1', (api, stack) => new apigatewayv2.CfnRoute(stack, 'Raw', { apiId: api.httpApi.apiId, routeKey: 'GET /raw' })],
      ['as a raw resource without any type', (api, stack) => new CfnResource(stack, 'Raw', {
        type: 'AWS::ApiGatewayV2::Route', properties: { ApiId: api.httpApi.apiId, RouteKey: 'GET /raw' },
      })],
    ])('%s is refused', (_, change) => {
      expect(changed(change)).toThrow(/\[Stack\/Api\] route Stack\/.* AuthorizationType = \\?"NONE\\?": everybody can call this route, and nothing says why\. Add it by addRoute/);
    });

    test('in another stack is refused', () => {
      const app = newApp();
      const { api } = httpApiIn(new Stack(app, 'Stack'));
      new apigatewayv2.CfnRoute(new Stack(app, 'Other'), 'Raw', { apiId: api.httpApi.apiId, routeKey: 'GET /raw' });
      expect(() => app.synth()).toThrow(/route Other\/Raw AuthorizationType/);
    });

    test.each<[string, Change]>([
      ['with authorization', (api, stack) => new apigatewayv2.CfnRoute(stack, 'Raw', {
        apiId: api.httpApi.apiId, routeKey: 'GET /raw', authorizationType: 'AWS_IAM',
      })],
      ['to another API', (_, stack) => new apigatewayv2.HttpApi(stack, 'Plain').addRoutes({ path: '/sneaky', integration: integration(stack) })],
    ])('%s passes', (_, change) => {
      expect(changed(change)).not.toThrow();
    });
  });

  describe('a route', () => {
    test.each<[string, Change, RegExp]>([
      ['loses its authorization', (api) => { routeOf(api, 'GET /mine').authorizationType = 'NONE'; },
        /GET \/mine AuthorizationType = \\?"NONE\\?": the route was added with JWT.*Choose another method, path, handler or auth in addRoute/],
      ['loses its authorization by an override', (api) => routeOf(api, 'GET /orders/{id}').addPropertyOverride('AuthorizationType', 'NONE'),
        /GET \/orders\/\{id\} AuthorizationType = \\?"NONE\\?": the route was added with AWS_IAM/],
      ['loses its scopes', (api) => routeOf(api, 'GET /mine').addPropertyDeletionOverride('AuthorizationScopes'),
        /GET \/mine AuthorizationScopes = \\?"absent\\?": the route was added with \[\\?"orders\/read\\?"\]/],
      ['gets another authorizer', (api) => { routeOf(api, 'GET /mine').authorizerId = 'abcdef'; }, /GET \/mine AuthorizerId = \\?"abcdef\\?"/],
      ['gets another path', (api) => { routeOf(api, 'GET /hours').routeKey = '$default'; }, /GET \/hours RouteKey = \\?"\$default\\?": the route was added with GET \/hours/],
      ['leads elsewhere', (api) => { routeOf(api, 'GET /mine').target = 'integrations/other'; }, /GET \/mine Target = \\?"integrations\/other\\?"/],
    ])('that %s is refused', (_, change, message) => {
      expect(changed(change)).toThrow(message);
    });
  });

  describe('the API keeps its promises', () => {
    test.each<[string, Change, RegExp]>([
      ['no access log', (api) => { stageOf(api).accessLogSettings = undefined; }, /AccessLogSettings\.DestinationArn.*every request is logged/],
      ['no throttle', (api) => { stageOf(api).defaultRouteSettings = undefined; }, /DefaultRouteSettings.*every route is throttled by default/],
      ['a throttle of zero', (api) => stageOf(api).addPropertyOverride('DefaultRouteSettings.ThrottlingRateLimit', 0), /DefaultRouteSettings.*throttled by default/],
      ['a route without throttle', (api) => { stageOf(api).routeSettings = { 'GET /mine': { DetailedMetricsEnabled: true } }; },
        /RouteSettings.*routes with limits of their own are throttled by these/],
      ['another access log', (api) => stageOf(api).addPropertyOverride('AccessLogSettings.DestinationArn', 'arn:aws:logs:eu-west-1:111122223333:log-group:other'),
        /AccessLogSettings\.DestinationArn.*every request is logged/],
      ['query strings in the access log', (api) => stageOf(api).addPropertyOverride('AccessLogSettings.Format', '{"path":"$context.path"}'),
        /AccessLogSettings\.Format = \\?"changed\\?".*with nothing that lets others in/],
      ['a throttle of everything', (api) => stageOf(api).addPropertyOverride('DefaultRouteSettings.ThrottlingRateLimit', 1e9), /DefaultRouteSettings.*throttled by default/],
      ['a route without its limit', (api) => { stageOf(api).routeSettings = undefined; }, /RouteSettings.*throttled by these/],
      ['a route with a higher limit', (api) => stageOf(api).addPropertyOverride('RouteSettings.GET /mine.ThrottlingRateLimit', 2), /RouteSettings.*throttled by these/],
      ['another route with more than the stage', (api) => stageOf(api).addPropertyOverride('RouteSettings.GET /hours', { ThrottlingRateLimit: 1e9, ThrottlingBurstLimit: 1 }),
        /RouteSettings.*throttled by these/],
      ['another kind of integration', (api) => { of(api, apigatewayv2.CfnIntegration).integrationType = 'HTTP_PROXY'; }, /IntegrationType = \\?"HTTP_PROXY\\?".*routes lead to functions/],
      ['functions called with others\' rights', (api) => { of(api, apigatewayv2.CfnIntegration).credentialsArn = 'arn:aws:iam::*:user/*'; },
        /Integration CredentialsArn.*functions get what clients send, as it is/],
      ['deployments by hand', (api) => { stageOf(api).autoDeploy = false; }, /AutoDeploy = false.*what is deployed is what the template says/],
      ['routes from elsewhere', (api) => { apiOf(api).body = { openapi: '3.0.1' }; }, /Api Body = \\?"set\\?".*every route was added with its authorization/],
      ['the route of quick create', (api) => { apiOf(api).target = 'https://example.com'; }, /Api Target = \\?"set\\?"/],
      ['pages of every origin', (api) => apiOf(api).addPropertyOverride('CorsConfiguration.AllowOrigins', ['*']),
        /CorsConfiguration\.AllowOrigins.*pages of listed origins may call, and no others/],
      ['another issuer', (api) => of(api, apigatewayv2.CfnAuthorizer).addPropertyOverride('JwtConfiguration.Issuer', 'https://evil.example.com'),
        /Authorizer JwtConfiguration\.Issuer.*the authorizer asks for what the auth of its routes says/],
      ['another audience', (api) => of(api, apigatewayv2.CfnAuthorizer).addPropertyOverride('JwtConfiguration.Audience', ['orders', 'any']),
        /Authorizer JwtConfiguration\.Audience.*Choose another RouteAuth in addRoute/],
      ['another function', (api) => { of(api, apigatewayv2.CfnIntegration).integrationUri = 'arn:aws:lambda:eu-west-1:111122223333:function:other'; },
        /Integration IntegrationUri.*routes lead to the function that they were added with/],
      ['answers without headers', (api) => { of(api, apigatewayv2.CfnIntegration).responseParameters = undefined; },
        /Integration ResponseParameters = \\?"absent\\?".*answers carry security headers/],
      ['a second stage', (api, stack) => new apigatewayv2.HttpStage(stack, 'Second', { httpApi: api.httpApi, stageName: 'open' }),
        /stage Stack\/Second\/Resource: this second stage serves the same routes without the throttle and logs/],
      ['a stage made by a deployment', (api, stack) => new apigatewayv2.CfnDeployment(stack, 'Raw', { apiId: api.httpApi.apiId, stageName: 'open' }),
        /stage Stack\/Raw: this second stage/],
      ['overrides of what API Gateway made', (api, stack) => new apigatewayv2.CfnApiGatewayManagedOverrides(stack, 'Raw', {
        apiId: api.httpApi.apiId, route: { authorizationType: 'NONE' },
      }), /overrides Stack\/Raw: it changes routes and stages that API Gateway made by itself/],
    ])('against %s', (_, change, message) => {
      expect(changed(change)).toThrow(message);
    });

    test('against a credential in a stage variable, without showing it', () => {
      const synth = changed((api) => { stageOf(api).stageVariables = { dbPassword: 'pa55w0rd-Tr0ub4dor&3', region: 'eu-west-1' }; });
      expect(synth).toThrow(/\[Stack\/Api\] stage variable dbPassword: it looks like .*Keep it in Secrets Manager/);
      expect(synth).not.toThrow(/Tr0ub4dor|stage variable region/);
    });
  });
});
