import { CfnResource, Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { apiOf, LOGIN, routeOf, stageOf, webSocketApiIn } from './web-socket-api-under-test';
import { ConnectToken, RouteAuth, SecureWebSocketApi } from '../../../src/api';
import { inBothFlagModes, newApp, newStack, templateOf } from '../../harness/apps';
import { functionIn } from '../api-under-test';

type Change = (api: SecureWebSocketApi, stack: Stack) => void;

/** An API whose clients show tokens, with a route that has limits of its own, changed behind its back. */
function changed(change: Change): () => unknown {
  const stack = newStack();
  const { api } = webSocketApiIn(
    stack, { auth: RouteAuth.jwt(LOGIN, { scopes: ['chat'] }), token: ConnectToken.queryString() }, { throttle: { rateLimit: 1, burstLimit: 1 } },
  );
  change(api, stack);
  return () => templateOf(stack);
}

const of = <T extends CfnResource>(api: SecureWebSocketApi, type: new (...args: any[]) => T, test: (found: T) => boolean = () => true): T =>
  api.node.findAll().find((node): node is T => node instanceof type && test(node))!;

inBothFlagModes(() => {
  test('a WebSocket API that nobody changed synthesizes', () => {
    expect(changed(() => undefined)).not.toThrow();
  });

  describe('a route added behind the API\'s back', () => {
    const integration = (stack: Stack): WebSocketLambdaIntegration => new WebSocketLambdaIntegration('Sneaky', functionIn(stack, 'Sneaky'));

    test.each<[string, Change]>([
      ['by the L2', (api, stack) => api.webSocketApi.addRoute('sneaky', { integration: integration(stack) })],
      ['with authorization, of which messages know nothing', (api, stack) => new apigatewayv2.CfnRoute(stack, 'Raw', {
        apiId: api.webSocketApi.apiId, routeKey: 'raw', authorizationType: 'AWS_IAM',
      })],
      ['as a raw resource', (api, stack) => new CfnResource(stack, 'Raw', {
        type: 'AWS::ApiGatewayV2::Route', properties: { ApiId: api.webSocketApi.apiId, RouteKey: 'raw' },
      })],
    ])('%s is refused', (_, change) => {
      expect(changed(change)).toThrow(/\[Stack\/Api\] route Stack\/.* RouteKey = \\?"(sneaky|raw)\\?": every connected client can send to this route, and nothing says what\. Add it by addRoute\(key, fn, \{ body \}\)/);
    });

    test('in another stack is refused', () => {
      const app = newApp();
      const { api } = webSocketApiIn(new Stack(app, 'Stack'));
      new apigatewayv2.CfnRoute(new Stack(app, 'Other'), 'Raw', { apiId: api.webSocketApi.apiId, routeKey: 'raw' });
      expect(() => app.synth()).toThrow(/route Other\/Raw RouteKey = \\?"raw\\?"/);
    });

    test('to another API passes', () => {
      expect(changed((_, stack) => new apigatewayv2.WebSocketApi(stack, 'Plain').addRoute('sneaky', { integration: integration(stack) }))).not.toThrow();
    });
  });

  describe('a route', () => {
    test.each<[string, Change, RegExp]>([
      ['loses its authorization', (api) => { routeOf(api, '$connect').authorizationType = 'NONE'; },
        /\$connect AuthorizationType = \\?"NONE\\?": the route was added with CUSTOM.*Choose another key, handler or body in addRoute, or another auth of the API/],
      ['loses its authorization by an override', (api) => routeOf(api, '$connect').addPropertyOverride('AuthorizationType', 'NONE'), /\$connect AuthorizationType/],
      ['gets another authorizer', (api) => { routeOf(api, '$connect').authorizerId = 'abcdef'; }, /\$connect AuthorizerId = \\?"abcdef\\?"/],
      ['loses its schema', (api) => { routeOf(api, 'order').requestModels = undefined; }, /order RequestModels = \\?"absent\\?"/],
      ['is never asked for its schema', (api) => routeOf(api, 'order').addPropertyDeletionOverride('ModelSelectionExpression'), /order ModelSelectionExpression = \\?"absent\\?": the route was added with \$request\.body\.action/],
      ['gets another key', (api) => { routeOf(api, 'order').routeKey = 'admin'; }, /order RouteKey = \\?"admin\\?": the route was added with order/],
      ['answers what its function returns', (api) => routeOf(api, 'order').addPropertyOverride('RouteResponseSelectionExpression', '$default'), /order RouteResponseSelectionExpression = /],
      ['leads unknown messages to code', (api) => { routeOf(api, '$default').target = 'integrations/other'; }, /\$default Target = \\?"integrations\/other\\?"/],
    ])('that %s is refused', (_, change, message) => {
      expect(changed(change)).toThrow(message);
    });
  });

  describe('the API keeps its promises', () => {
    test.each<[string, Change, RegExp]>([
      ['no access log', (api) => { stageOf(api).accessLogSettings = undefined; }, /AccessLogSettings\.DestinationArn.*every request is logged/],
      ['no throttle', (api) => { stageOf(api).defaultRouteSettings = undefined; }, /DefaultRouteSettings.*every route is throttled by default/],
      ['no execution log', (api) => stageOf(api).addPropertyOverride('DefaultRouteSettings.LoggingLevel', 'OFF'), /DefaultRouteSettings.*errors of every route are logged, without what clients sent/],
      ['an execution log with all that is said', (api) => stageOf(api).addPropertyOverride('DefaultRouteSettings.LoggingLevel', 'INFO'), /without what clients sent/],
      ['an execution log with what clients sent', (api) => stageOf(api).addPropertyOverride('DefaultRouteSettings.DataTraceEnabled', true), /without what clients sent.*log what you need of a message in the function/],
      ['the same for one route', (api) => stageOf(api).addPropertyOverride('RouteSettings.order.DataTraceEnabled', true), /RouteSettings.*without what clients sent/],
      ['a route without throttle', (api) => stageOf(api).addPropertyDeletionOverride('RouteSettings.order.ThrottlingRateLimit'), /RouteSettings.*routes with limits of their own are throttled by these/],
      ['deployments by hand', (api) => { stageOf(api).autoDeploy = false; }, /AutoDeploy = false.*what is deployed is what the template says/],
      ['routes from elsewhere', (api) => { apiOf(api).body = { openapi: '3.0.1' }; }, /Api Body = \\?"set\\?".*every route was added with what its messages look like/],
      ['another choice of routes', (api) => { apiOf(api).routeSelectionExpression = '$request.body.other'; }, /RouteSelectionExpression.*a message takes the route that its schema was written for.*Choose an actionKey/],
      ['another schema', (api) => of(api, apigatewayv2.CfnModel).addPropertyOverride('Schema.additionalProperties', true), /Model Schema = \\?"changed\\?".*messages to order are checked against their schema/],
      ['another place of the token', (api) => of(api, apigatewayv2.CfnAuthorizer).addPropertyOverride('IdentitySource', ['route.request.header.X']), /Authorizer IdentitySource.*asks for what the auth of its routes says/],
      ['an authorizer that keeps answers', (api) => of(api, apigatewayv2.CfnAuthorizer).addPropertyOverride('AuthorizerResultTtlInSeconds', 300), /Authorizer AuthorizerResultTtlInSeconds = 300/],
      ['another function', (api) => { of(api, apigatewayv2.CfnIntegration, (each) => each.integrationType === 'AWS_PROXY').integrationUri = 'arn:aws:lambda:eu-west-1:111122223333:function:other'; },
        /Integration IntegrationUri.*routes lead to the function that they were added with/],
      ['an answer that becomes code', (api) => { of(api, apigatewayv2.CfnIntegration, (each) => each.integrationType === 'MOCK').integrationType = 'HTTP_PROXY'; },
        /Integration IntegrationType = \\?"HTTP_PROXY\\?".*API Gateway answers by itself, and no code is reached/],
      ['an answer that tells more', (api) => of(api, apigatewayv2.CfnIntegrationResponse).addPropertyOverride('ResponseTemplates', { $default: '$input.body' }),
        /IntegrationResponse ResponseTemplates.*clients are told the same whatever they sent/],
      ['an answer that repeats a header', (api) => of(api, apigatewayv2.CfnIntegrationResponse).addPropertyOverride('ResponseParameters', { x: 'route.request.header.x' }),
        /IntegrationResponse ResponseParameters.*clients are told the same whatever they sent/],
      ['a second stage', (api, stack) => new apigatewayv2.WebSocketStage(stack, 'Second', { webSocketApi: api.webSocketApi, stageName: 'open' }),
        /stage Stack\/Second\/Resource: this second stage serves the same routes without the throttle and logs/],
      ['a stage made by a deployment', (api, stack) => new apigatewayv2.CfnDeployment(stack, 'Raw', { apiId: api.webSocketApi.apiId, stageName: 'open' }), /stage Stack\/Raw: this second stage/],
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
