import { Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { emptyWebSocketApiIn, webSocketApiIn } from './web-socket-api-under-test';
import { ApiCloudWatchRole, RouteAuth, SecureWebSocketApiProps } from '../../../src/api';
import { SecureTopic } from '../../../src/data';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../../harness/apps';
import { functionIn } from '../api-under-test';

const API = 'AWS::ApiGatewayV2::Api';
const STAGE = 'AWS::ApiGatewayV2::Stage';
const LOG_GROUP = 'AWS::Logs::LogGroup';

/** The message of an API with these props. */
function messageOf(props: Partial<SecureWebSocketApiProps>): string {
  try {
    emptyWebSocketApiIn(newStack(), props);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

describe.each(FLAG_MODES)('a WebSocket API %s', (_, flags) => {
  test('has one stage, deployed with the template, throttled and without a price for metrics', () => {
    const stack = newStack(flags);
    const limits = { throttle: { rateLimit: 50, burstLimit: 60 }, connectThrottle: { rateLimit: 3, burstLimit: 4 } };
    webSocketApiIn(stack, limits, { throttle: { rateLimit: 5, burstLimit: 6 } });
    const { Properties } = only(templateOf(stack), STAGE).resource;
    const log = { LoggingLevel: 'ERROR', DataTraceEnabled: false, DetailedMetricsEnabled: false };
    expect(Properties).toMatchObject({ StageName: 'live', AutoDeploy: true });
    expect(Properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 60, ...log });
    expect(Properties.RouteSettings).toEqual({
      $connect: { ThrottlingRateLimit: 3, ThrottlingBurstLimit: 4, ...log }, order: { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 6, ...log },
    });
  });

  test('is throttled by default, and has no settings of routes where none has limits of its own', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack);
    const { Properties } = only(templateOf(stack), STAGE).resource;
    expect(Properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
    expect(Properties).not.toHaveProperty('RouteSettings');
  });

  test('serves nothing before all of it is there', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack, { onDisconnect: functionIn(stack, 'Bye') });
    const template = templateOf(stack);
    const { DependsOn } = only(template, STAGE).resource;
    for (const type of ['V2::Route', 'V2::RouteResponse', 'V2::Integration', 'V2::IntegrationResponse', 'V2::Model', '::Account']) {
      const ids = Object.keys(template.findResources(`AWS::ApiGateway${type}`));
      expect(ids).not.toHaveLength(0);
      expect(DependsOn).toEqual(expect.arrayContaining(ids));
    }
  });

  test('logs connections and messages as JSON to an encrypted group, without anything to sign in with', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack);
    const template = templateOf(stack);
    const { DestinationArn, Format } = only(template, STAGE).resource.Properties.AccessLogSettings;
    expect(template.findResources(LOG_GROUP)[DestinationArn['Fn::GetAtt'][0]].Properties).toMatchObject({
      KmsKeyId: expect.anything(), RetentionInDays: 365,
    });
    const line = JSON.parse(Format) as Record<string, string>;
    expect(line).toMatchObject({ status: '$context.status', route: '$context.routeKey', event: '$context.eventType', connectionId: '$context.connectionId', error: '$context.error.responseType' });
    // what clients wrote: headers, query strings, messages, and errors that quote them
    expect(Format).not.toMatch(/userAgent|header|querystring|\$context\.path|\$context\.error\.(message|validationErrorString)|authorizer\.error|apiKey"|\$input|\$stageVariables/i);
  });

  test('finds its execution log encrypted, before API Gateway makes one by itself', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack);
    const template = templateOf(stack);
    const [[id, group]] = Object.entries(template.findResources(LOG_GROUP, {
      Properties: { LogGroupName: { 'Fn::Join': ['', ['/aws/apigateway/', { Ref: only(template, API).id }, '/live']] } },
    }));
    expect(group.Properties).toMatchObject({ KmsKeyId: expect.anything(), RetentionInDays: 365 });
    expect(only(template, STAGE).resource.DependsOn).toContain(id);
    expect(JSON.stringify(template.findResources('AWS::KMS::Key'))).toContain('log-group:/aws/apigateway/*');
  });

  test('leaves the role for logs to whom it belongs', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack, { cloudWatchRole: ApiCloudWatchRole.ALREADY_SET });
    templateOf(stack).resourceCountIs('AWS::ApiGateway::Account', 0);
  });

  test('has alarms on failures of functions, bursts of client errors and what is throttled', () => {
    const stack = newStack(flags);
    const { topic } = new SecureTopic(stack, 'Ops');
    webSocketApiIn(stack, { alarmTopic: topic });
    const template = templateOf(stack);
    const apiId = { Ref: only(template, API).id };
    const dimensions = [{ Name: 'ApiId', Value: apiId }, { Name: 'Stage', Value: 'live' }];
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Threshold: 0.01,
      EvaluationPeriods: 3,
      Metrics: Match.arrayWith([
        Match.objectLike({ Expression: '(FILL(failed, 0) + FILL(broken, 0)) / (FILL(connects, 0) + FILL(messages, 0))' }),
        ...[['failed', 'IntegrationError'], ['broken', 'ExecutionError'], ['connects', 'ConnectCount'], ['messages', 'MessageCount']].map(([Id, MetricName]) =>
          Match.objectLike({ Id, MetricStat: Match.objectLike({ Stat: 'Sum', Metric: { Namespace: 'AWS/ApiGateway', MetricName, Dimensions: dimensions } }) })),
      ]),
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ClientError', Statistic: 'Sum', Threshold: 200, Dimensions: dimensions });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ThrottledRequests', Threshold: 0, EvaluationPeriods: 3 });
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [stack.resolve(topic.topicArn)], OKActions: [stack.resolve(topic.topicArn)], TreatMissingData: 'notBreaching',
    });
  });

  test('is reached by its stage, and functions reach connections there without waiting for it', () => {
    const stack = newStack(flags, ENV);
    const { api, fn } = webSocketApiIn(stack);
    fn.addEnvironment('CALLBACK_URL', api.callbackUrl); // the route leads to the function: a reference to the stage would be a cycle
    const host = (scheme: string) => ({ 'Fn::Join': ['', [`${scheme}://`, { Ref: 'Api9AF3637B' }, '.execute-api.eu-west-1.', { Ref: 'AWS::URLSuffix' }, '/live']] });
    expect([stack.resolve(api.url), stack.resolve(api.callbackUrl)]).toEqual([host('wss'), host('https')]);
    expect(() => templateOf(stack)).not.toThrow();
  });

  test('chooses routes by the property that it is told', () => {
    const stack = newStack(flags);
    webSocketApiIn(stack, { actionKey: 'kind' });
    const template = templateOf(stack);
    expect(only(template, API).resource.Properties).toMatchObject({ ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.kind' });
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: 'order', ModelSelectionExpression: '$request.body.kind' });
    expect(only(template, 'AWS::ApiGatewayV2::Model').resource.Properties.Schema.properties).toHaveProperty('kind');
  });
});

describe('a WebSocket API is refused', () => {
  test.each<[string, Partial<SecureWebSocketApiProps>, RegExp]>([
    ['with a throttle of zero', { throttle: { rateLimit: 0, burstLimit: 1 } }, /\[Stack\/Api\] throttle\.rateLimit = 0: .*zero lets nothing through/],
    ['with half a burst of connections', { connectThrottle: { rateLimit: 1, burstLimit: 0.5 } }, /connectThrottle\.burstLimit = 0\.5: a burst is a whole number/],
    ['with a path as action key', { actionKey: 'body.action' }, /\[Stack\/Api\] actionKey = "body\.action": it is the name of one property of messages.*Write for example "action"/],
    ['with an expression as action key', { actionKey: '${request.body.action}' }, /actionKey = .*one property of messages/],
    ['with an empty action key', { actionKey: '' }, /actionKey = ""/],
  ])('%s', (_, props, message) => {
    expect(messageOf(props)).toMatch(message);
  });

  test('without routes', () => {
    const stack = newStack();
    emptyWebSocketApiIn(stack);
    expect(() => templateOf(stack)).toThrow(/routes = \[\]: an API without routes answers every message with an error\. Call addRoute\(key, fn, \{ body \}\)/);
  });
});

test('a throttle above what accounts have is a warning', () => {
  const stack = newStack();
  webSocketApiIn(stack, { throttle: { rateLimit: 20_000, burstLimit: 1 } });
  Annotations.fromStack(stack).hasWarning('/Stack/Api', Match.stringLikeRegexp('throttle.rateLimit = 20000 is above what accounts have'));
});

test('a throttle may be a token', () => {
  const stack = newStack();
  webSocketApiIn(stack, { throttle: { rateLimit: Lazy.number({ produce: () => 7 }), burstLimit: 1 } });
  expect(only(templateOf(stack), STAGE).resource.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBe(7);
});

test('two deployments of one app differ by the stack in the name', () => {
  const stack = new Stack(newApp(), 'Stack', { stackName: 'chat-live', env: ENV });
  webSocketApiIn(stack);
  expect(only(templateOf(stack), API).resource.Properties.Name).toBe('chat-live-Api');
});

test('everybody may connect for a reason that stands in the template', () => {
  const stack = newStack();
  webSocketApiIn(stack, { auth: RouteAuth.public('ticker of public prices') });
  const [connect] = Object.values(templateOf(stack).findResources('AWS::ApiGatewayV2::Route', { Properties: { RouteKey: '$connect' } }));
  expect(connect).toMatchObject({ Properties: { AuthorizationType: 'NONE' }, Metadata: { 'cdk-hardened:public-route': 'ticker of public prices' } });
});
