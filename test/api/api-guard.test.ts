import { CfnResource, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { apiIn, emptyApiIn, functionIn, PUBLIC, SCHEMA, userPool } from './api-under-test';
import { RouteAuth, SecureApi } from '../../src/api';
import { inBothFlagModes, newApp, newStack, templateOf } from '../harness/apps';

/** The limit of the public route, as the stage has it. */
const LIMITED = { httpMethod: 'GET', resourcePath: '/~1health', loggingLevel: 'ERROR', throttlingRateLimit: 5, throttlingBurstLimit: 10 };

type Change = (api: SecureApi, stack: Stack) => void;

/** An API with a signed, a public and a body route, changed behind its back. */
function changed(change: Change): () => unknown {
  const stack = newStack();
  const { api, fn } = apiIn(stack, { cors: { allowOrigins: ['https://shop.example.com'] } });
  api.addRoute('GET', '/health', fn, { auth: PUBLIC, throttle: { rateLimit: 5, burstLimit: 10 } });
  api.addRoute('GET', '/mine', fn, { auth: RouteAuth.cognito([userPool(stack)], { scopes: ['orders/read'] }), apiKeyRequired: true });
  api.addUsagePlan('Plan', { quota: 1 }).addApiKey('Key');
  api.addRoute('POST', '/orders', fn, { auth: RouteAuth.iam(), body: SCHEMA });
  change(api, stack);
  return () => templateOf(stack);
}

const methodOf = (api: SecureApi, method: string, path: string): apigateway.CfnMethod =>
  api.restApi.methods.find(({ httpMethod, resource }) => httpMethod === method && resource.path === path)!.node.defaultChild as apigateway.CfnMethod;
const modelOf = (api: SecureApi): apigateway.CfnModel =>
  api.restApi.node.findAll().find((node): node is apigateway.CfnModel => node instanceof apigateway.CfnModel)!;
const stageOf = (api: SecureApi): apigateway.CfnStage => api.stage.node.defaultChild as apigateway.CfnStage;
const associationOf = (api: SecureApi): CfnWebACLAssociation => api.stage.node.findChild('WebFirewall') as CfnWebACLAssociation;
const apiOf = (api: SecureApi): apigateway.CfnRestApi => api.restApi.node.defaultChild as apigateway.CfnRestApi;

inBothFlagModes(() => {
  test('an API that nobody changed synthesizes', () => {
    expect(changed(() => undefined)).not.toThrow();
  });

  describe('a method added behind the API\'s back', () => {
    const lambdaOf = (stack: Stack): apigateway.LambdaIntegration => new apigateway.LambdaIntegration(functionIn(stack, 'Sneaky'));

    test.each<[string, Change]>([
      ['without authorization', (api, stack) => api.restApi.root.addMethod('GET', lambdaOf(stack))],
      ['for OPTIONS with a function', (api, stack) => api.restApi.root.addMethod('OPTIONS', lambdaOf(stack))],
      ['as an L1', (api, stack) => new apigateway.CfnMethod(stack, 'Raw', {
        restApiId: api.restApi.restApiId, resourceId: api.restApi.root.resourceId, httpMethod: 'GET', authorizationType: 'NONE',
      })],
      ['as a raw resource without any type', (api, stack) => new CfnResource(stack, 'Raw', {
        type: 'AWS::ApiGateway::Method',
        properties: { RestApiId: api.restApi.restApiId, ResourceId: api.restApi.root.resourceId, HttpMethod: 'GET' },
      })],
    ])('%s is refused', (_, change) => {
      expect(changed(change)).toThrow(/\[Stack\/Api\] method Stack\/.* AuthorizationType.*everybody can call this method, and no route says why/);
    });

    test('in another stack is refused', () => {
      const app = newApp();
      const stack = new Stack(app, 'Stack');
      const { api } = apiIn(stack);
      const other = new Stack(app, 'Other');
      new apigateway.CfnMethod(other, 'Raw', {
        restApiId: api.restApi.restApiId, resourceId: api.restApi.root.resourceId, httpMethod: 'GET', authorizationType: 'NONE',
      });
      expect(() => app.synth()).toThrow(/method Other\/Raw AuthorizationType/);
    });

    test.each<[string, Change]>([
      ['with authorization', (api, stack) => api.restApi.root.addMethod('GET', lambdaOf(stack), { authorizationType: apigateway.AuthorizationType.IAM })],
      ['as a preflight answer', (api) => api.restApi.root.addCorsPreflight({ allowOrigins: ['https://shop.example.com'] })],
      ['to another API', (_, stack) => new apigateway.RestApi(stack, 'Plain', { cloudWatchRole: false }).root.addMethod('GET', lambdaOf(stack))],
    ])('%s passes', (_, change) => {
      expect(changed(change)).not.toThrow();
    });
  });

  describe('a route', () => {
    test.each<[string, Change, RegExp]>([
      ['loses its authorization', (api) => { methodOf(api, 'POST', '/orders').authorizationType = 'NONE'; },
        /POST \/orders AuthorizationType = \\?"NONE\\?": the route was added with AWS_IAM/],
      ['loses its authorization by an override', (api) => methodOf(api, 'GET', '/orders/{id}').addPropertyOverride('AuthorizationType', 'NONE'),
        /GET \/orders\/\{id\} AuthorizationType/],
      ['loses its validator', (api) => methodOf(api, 'POST', '/orders').addPropertyDeletionOverride('RequestValidatorId'),
        /POST \/orders RequestValidatorId = \\?"absent\\?": the construct promises that requests are validated/],
      ['loses its schema', (api) => { methodOf(api, 'POST', '/orders').requestModels = undefined; }, /POST \/orders RequestModels = \\?"absent\\?"/],
      ['takes every body', (api) => { methodOf(api, 'POST', '/orders').requestModels = { $default: 'Empty' }; },
        /POST \/orders RequestModels = .*Empty.*requests are validated/],
      ['no longer asks for its parameters', (api) => { methodOf(api, 'GET', '/orders/{id}').requestParameters = undefined; },
        /GET \/orders\/\{id\} RequestParameters/],
      ['loses its scopes, so that ID tokens pass', (api) => methodOf(api, 'GET', '/mine').addPropertyDeletionOverride('AuthorizationScopes'),
        /GET \/mine AuthorizationScopes = \\?"absent\\?": the route was added with \[\\?"orders\/read\\?"\]/],
      ['gets another authorizer', (api) => { methodOf(api, 'GET', '/mine').authorizerId = 'abcdef'; },
        /GET \/mine AuthorizerId = \\?"abcdef\\?".*Choose another auth or apiKeyRequired in addRoute/],
      ['no longer asks for a key', (api) => { methodOf(api, 'GET', '/mine').apiKeyRequired = false; },
        /GET \/mine ApiKeyRequired = false: the route was added with true/],
      ['leads elsewhere', (api) => methodOf(api, 'GET', '/mine').addPropertyOverride('Integration', { Type: 'HTTP_PROXY', Uri: 'https://evil.example.com' }),
        /Integration\.Type = \\?"changed\\?": the construct promises that requests to GET \/mine reach the function/],
      ['leads to another function', (api) => methodOf(api, 'GET', '/mine').addPropertyOverride('Integration.Uri', 'arn:other'), /Integration\.Uri = .*Change the handler in addRoute/],
      ['leads to its function with others\' rights', (api) => methodOf(api, 'GET', '/mine').addPropertyOverride('Integration.Credentials', 'arn:aws:iam::*:user/*'),
        /Integration\.Credentials = .*reach the function/],
      ['says more than callers said', (api) => methodOf(api, 'GET', '/mine').addPropertyOverride('Integration.RequestParameters', { 'integration.request.header.x': "'y'" }),
        /Integration\.RequestParameters = .*as they are/],
      ['has an open schema', (api) => { modelOf(api).schema = { type: 'object' }; }, /Model Schema.*the body of POST \/orders is checked against its schema/],
    ])('that %s is refused', (_, change, message) => {
      expect(changed(change)).toThrow(message);
    });
  });

  describe('the stage and the API keep their promises', () => {
    const settings = (...more: object[]) => [
      { httpMethod: '*', resourcePath: '/*', loggingLevel: 'ERROR', throttlingRateLimit: 100, throttlingBurstLimit: 200 },
      ...more.map((entry) => ({ throttlingRateLimit: 1, throttlingBurstLimit: 1, ...entry })),
    ];

    test.each<[string, Change, RegExp]>([
      ['no access log', (api) => { stageOf(api).accessLogSetting = undefined; }, /AccessLogSetting\.DestinationArn.*every request is logged/],
      ['no tracing', (api) => { stageOf(api).tracingEnabled = false; }, /TracingEnabled = false.*requests are traced/],
      ['no method settings', (api) => { stageOf(api).methodSettings = []; }, /MethodSettings.*every method is throttled by default/],
      ['another access log', (api) => stageOf(api).addPropertyOverride('AccessLogSetting.DestinationArn', 'arn:aws:logs:eu-west-1:111122223333:log-group:other'),
        /AccessLogSetting\.DestinationArn.*every request is logged/],
      ['tokens in the access log', (api) => stageOf(api).addPropertyOverride('AccessLogSetting.Format', '{"token":"$context.authorizer.token"}'),
        /AccessLogSetting\.Format = \\?"changed\\?".*with nothing that lets others in/],
      ['a throttle of everything', (api) => stageOf(api).addPropertyOverride('MethodSettings.0.ThrottlingRateLimit', 1e9),
        /MethodSettings.*every method is throttled by default/],
      ['a higher burst', (api) => stageOf(api).addPropertyOverride('MethodSettings.0.ThrottlingBurstLimit', 201), /MethodSettings.*every method is throttled by default/],
      ['a higher limit of a route', (api) => stageOf(api).addPropertyOverride('MethodSettings.1.ThrottlingRateLimit', 100), /MethodSettings.*routes by limits of their own/],
      ['a route without its limit', (api) => { stageOf(api).methodSettings = settings(); }, /MethodSettings.*routes by limits of their own/],
      ['a route with a second limit', (api) => { stageOf(api).methodSettings = settings(LIMITED, { ...LIMITED, throttlingRateLimit: 100, throttlingBurstLimit: 200 }); },
        /MethodSettings.*routes by limits of their own/],
      ['a method with more than the stage', (api) => { stageOf(api).methodSettings = settings(LIMITED, { httpMethod: 'GET', resourcePath: '/mine', throttlingRateLimit: 101 }); },
        /MethodSettings.*routes by limits of their own/],
      ['a throttle of zero', (api) => { stageOf(api).methodSettings = [{ ...settings()[0], throttlingRateLimit: 0 }]; },
        /MethodSettings.*every method is throttled by default/],
      ['payloads in the log', (api) => { stageOf(api).methodSettings = settings({ httpMethod: 'GET', resourcePath: '/', loggingLevel: 'INFO', dataTraceEnabled: true }); },
        /MethodSettings.*logged, without payloads/],
      ['a method without log', (api) => { stageOf(api).methodSettings = settings({ httpMethod: 'GET', resourcePath: '/', loggingLevel: 'OFF' }); },
        /MethodSettings.*execution errors of every method are logged/],
      ['a cache in clear text', (api) => { stageOf(api).methodSettings = settings({ httpMethod: 'GET', resourcePath: '/', loggingLevel: 'ERROR', cachingEnabled: true }); },
        /MethodSettings.*no response is kept unencrypted in a cache/],
      ['TLS 1.0', (api) => { apiOf(api).securityPolicy = 'TLS_1_0'; }, /SecurityPolicy = \\?"TLS_1_0\\?".*TLS 1\.2 and later only/],
      ['a loose endpoint', (api) => apiOf(api).addPropertyOverride('EndpointAccessMode', 'BASIC'), /EndpointAccessMode = \\?"BASIC\\?"/],
      ['methods from elsewhere', (api) => { apiOf(api).body = { openapi: '3.0.1' }; },
        /RestApi Body = \\?"set\\?".*every method is a route that was added with its authorization/],
      ['a validator that looks away', (api) => {
        (api.restApi.node.findChild('Validator').node.defaultChild as apigateway.CfnRequestValidator).validateRequestBody = false;
      }, /RequestValidator ValidateRequestBody = false.*bodies are validated/],
      ['another firewall', (api) => { associationOf(api).webAclArn = 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/other/1'; },
        /WebACLAssociation WebACLArn.*the stage Stack\/Api\/Resource\/DeploymentStage\.live is behind this firewall/],
      ['no firewall', (api) => { api.stage.node.tryRemoveChild('WebFirewall'); },
        /stage Stack\/Api\/Resource\/DeploymentStage\.live: the firewall in front of it was taken away after construction\. Pass another WebFirewall/],
      ['a second stage', (api, stack) => new apigateway.Stage(stack, 'Second', { deployment: api.restApi.latestDeployment!, stageName: 'open' }),
        /stage Stack\/Second\/Resource: this second stage serves the same routes without the firewall, throttle and logs/],
      ['a stage made by a deployment', (api, stack) => new apigateway.CfnDeployment(stack, 'Raw', { restApiId: api.restApi.restApiId, stageName: 'open' }),
        /stage Stack\/Raw: this second stage/],
    ])('against %s', (_, change, message) => {
      expect(changed(change)).toThrow(message);
    });

    test('against a credential in a stage variable, without showing it', () => {
      const synth = changed((api) => { stageOf(api).variables = { dbPassword: 'pa55w0rd-Tr0ub4dor&3', region: 'eu-west-1' }; });
      expect(synth).toThrow(/\[Stack\/Api\] stage variable dbPassword: it looks like .*Keep it in Secrets Manager/);
      expect(synth).not.toThrow(/Tr0ub4dor|stage variable region/);
    });

    test('and let an encrypted cache be added', () => {
      expect(changed((api) => {
        stageOf(api).methodSettings = settings(LIMITED, { httpMethod: 'GET', resourcePath: '/', loggingLevel: 'ERROR', cachingEnabled: true, cacheDataEncrypted: true });
      })).not.toThrow();
    });
  });

  test('each finding says what to do', () => {
    const stack = newStack();
    const { api } = emptyApiIn(stack);
    api.restApi.root.addMethod('GET', new apigateway.LambdaIntegration(functionIn(stack, 'Sneaky')));
    expect(() => templateOf(stack)).toThrow(/Add it by addRoute\(method, path, fn, \{ auth: RouteAuth\.\.\. \}\)/);
  });
});
