import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { emptyHttpApiIn, httpApiIn, LOGIN } from './http-api-under-test';
import { RouteAuth, SecureHttpApi, SecureHttpApiProps } from '../../../src/api';
import { SecureTopic } from '../../../src/data';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../../harness/apps';
import { PUBLIC } from '../api-under-test';

const API = 'AWS::ApiGatewayV2::Api';
const STAGE = 'AWS::ApiGatewayV2::Stage';
const INTEGRATION = 'AWS::ApiGatewayV2::Integration';
const ORIGINS = ['https://shop.example.com'];

/** The message of an API with these props. */
function messageOf(props: SecureHttpApiProps): string {
  try {
    new SecureHttpApi(newStack(), 'Api', props);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

describe.each(FLAG_MODES)('an HTTP API %s', (_, flags) => {
  test('has one stage, deployed with the template, throttled and without a price for metrics', () => {
    const stack = newStack(flags);
    const { api, fn } = httpApiIn(stack, { throttle: { rateLimit: 50, burstLimit: 60 } });
    api.addRoute('POST', '/orders', fn, { auth: RouteAuth.iam(), throttle: { rateLimit: 5, burstLimit: 6 } });
    const template = templateOf(stack);
    const { Properties, DependsOn } = only(template, STAGE).resource;
    expect(Properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 60, DetailedMetricsEnabled: false },
      RouteSettings: { 'POST /orders': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 6, DetailedMetricsEnabled: false } },
    });
    // without the route the stage would be refused settings for it
    const [limited] = Object.entries(template.findResources('AWS::ApiGatewayV2::Route', { Properties: { RouteKey: 'POST /orders' } }))[0];
    expect(DependsOn).toEqual([limited]);
  });

  test('is throttled by default, and has no settings of routes where none has limits of its own', () => {
    const stack = newStack(flags);
    httpApiIn(stack);
    const { Properties } = only(templateOf(stack), STAGE).resource;
    expect(Properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
    expect(Properties).not.toHaveProperty('RouteSettings');
  });

  test('logs every request as JSON to an encrypted group, without anything to sign in with', () => {
    const stack = newStack(flags);
    httpApiIn(stack);
    const template = templateOf(stack);
    const { DestinationArn, Format } = only(template, STAGE).resource.Properties.AccessLogSettings;
    expect(template.findResources('AWS::Logs::LogGroup')[DestinationArn['Fn::GetAtt'][0]].Properties).toMatchObject({
      KmsKeyId: expect.anything(), RetentionInDays: 365,
    });
    const line = JSON.parse(Format) as Record<string, string>;
    expect(line).toMatchObject({ status: '$context.status', route: '$context.routeKey', error: '$context.error.responseType', requestId: '$context.extendedRequestId' });
    expect(Format).not.toMatch(/\$context\.path|userAgent|header|querystring|message|authorizer\.error/i);
  });

  test('writes security headers into the answers of functions, whatever their status', () => {
    const stack = newStack(flags);
    httpApiIn(stack);
    const { ResponseParameters } = only(templateOf(stack), INTEGRATION).resource.Properties;
    expect(Object.keys(ResponseParameters)).toEqual(expect.arrayContaining(['200', '204', '302', '404', '500']));
    expect(Object.keys(ResponseParameters).length).toBeGreaterThanOrEqual(30);
    for (const status of Object.keys(ResponseParameters)) {
      expect(ResponseParameters[status].ResponseParameters).toEqual([
        { Destination: 'overwrite:header.Cache-Control', Source: 'no-store' },
        { Destination: 'overwrite:header.Content-Security-Policy', Source: "default-src 'none'; frame-ancestors 'none'" },
        { Destination: 'overwrite:header.Referrer-Policy', Source: 'no-referrer' },
        { Destination: 'overwrite:header.Strict-Transport-Security', Source: 'max-age=63072000; includeSubDomains' },
        { Destination: 'overwrite:header.X-Content-Type-Options', Source: 'nosniff' },
        { Destination: 'overwrite:header.X-Frame-Options', Source: 'DENY' },
      ]);
    }
  });

  test('has alarms on the share of server errors, bursts of client errors and throttled requests', () => {
    const stack = newStack(flags);
    const topic = new SecureTopic(stack, 'Oncall').topic;
    const { api } = httpApiIn(stack, { alarmTopic: topic });
    const template = templateOf(stack);
    const apiId = { Ref: only(template, API).id };
    expect(api.alarms).toHaveLength(3);
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Threshold: 0.01,
      EvaluationPeriods: 3,
      Metrics: Match.arrayWith([
        Match.objectLike({ Expression: 'errors / requests' }),
        Match.objectLike({ Id: 'errors', MetricStat: Match.objectLike({ Stat: 'Sum', Metric: Match.objectLike({ MetricName: '5xx' }) }) }),
      ]),
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: '4xx', Statistic: 'Sum', Threshold: 200, Dimensions: [{ Name: 'ApiId', Value: apiId }, { Name: 'Stage', Value: '$default' }],
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ThrottledRequests', Threshold: 0, EvaluationPeriods: 3 });
    template.hasResourceProperties('AWS::Logs::MetricFilter', { FilterPattern: '{ (($.status = 429) || ($.status = "429")) && ($.error != "WAF_FILTERED") && ($.integrationStatus != "429") }' });
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [stack.resolve(topic.topicArn)], OKActions: [stack.resolve(topic.topicArn)], TreatMissingData: 'notBreaching',
    });
  });

  test('lets pages of listed origins call, with the methods of its routes', () => {
    const stack = newStack(flags);
    const { api, fn } = httpApiIn(stack, { cors: { allowOrigins: ORIGINS, allowCredentials: true, maxAge: Duration.minutes(1) } });
    api.addRoute('POST', '/orders', fn, { auth: RouteAuth.jwt(LOGIN, { scopes: ['orders/write'] }) });
    expect(only(templateOf(stack), API).resource.Properties.CorsConfiguration).toEqual({
      AllowOrigins: ORIGINS,
      AllowHeaders: ['Content-Type', 'Authorization', 'X-Api-Key', 'X-Amz-Date', 'X-Amz-Security-Token'],
      AllowMethods: ['GET', 'POST'],
      AllowCredentials: true,
      MaxAge: 60,
    });
  });

  test('has no CORS unless it is asked for', () => {
    const stack = newStack(flags);
    httpApiIn(stack);
    expect(only(templateOf(stack), API).resource.Properties).toMatchObject({ ProtocolType: 'HTTP', DisableExecuteApiEndpoint: false });
    expect(only(templateOf(stack), API).resource.Properties).not.toHaveProperty('CorsConfiguration');
  });
});

describe('headers of answers', () => {
  const headersWith = (responseHeaders: Record<string, string>): Record<string, string> => {
    const stack = newStack();
    httpApiIn(stack, { responseHeaders });
    const mapped = only(templateOf(stack), INTEGRATION).resource.Properties.ResponseParameters['200'].ResponseParameters as { Destination: string; Source: string }[];
    return Object.fromEntries(mapped.map(({ Destination, Source }) => [Destination, Source]));
  };

  test('of the user replace ours, however they are written, or come beside them', () => {
    const mapped = headersWith({ 'cache-control': 'private, max-age=60', 'Permissions-Policy': 'camera=()' });
    expect(mapped).toMatchObject({
      'overwrite:header.cache-control': 'private, max-age=60',
      'overwrite:header.Permissions-Policy': 'camera=()',
      'overwrite:header.X-Content-Type-Options': 'nosniff',
    });
    expect(mapped).not.toHaveProperty(['overwrite:header.Cache-Control']);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['is reserved', { Via: 'me' }, /\[Stack\/Api\] responseHeaders\.Via = "me": API Gateway reserves this header\. Let the function write it/],
    ['is for CORS', { 'Access-Control-Allow-Origin': '*' }, /Access-Control-Allow-Origin = "\*": API Gateway reserves this header\. Use the cors prop/],
    ['is no name', { 'X Y': 'a' }, /responseHeaders\.X Y.*no header name\. Write names such as "Cache-Control"/],
    ['is empty', { 'X-Y': '' }, /responseHeaders\.X-Y = "": a header has one line of text/],
    ['has two lines', { 'X-Y': 'a\nb' }, /responseHeaders\.X-Y.*a header has one line of text/],
    ['would hold what the request says', { 'X-Y': '$request.header.origin' }, /responseHeaders\.X-Y.*for a variable of the request\. Write a fixed value/],
  ])('are refused where one %s', (_, responseHeaders, message) => {
    expect(messageOf({ responseHeaders })).toMatch(message);
  });
});

describe('an HTTP API is refused', () => {
  test.each<[string, SecureHttpApiProps, RegExp]>([
    ['with a throttle of zero', { throttle: { rateLimit: 0, burstLimit: 1 } }, /\[Stack\/Api\] throttle\.rateLimit = 0: .*zero lets nothing through/],
    ['with half a burst', { throttle: { rateLimit: 1, burstLimit: 0.5 } }, /throttle\.burstLimit = 0\.5: a burst is a whole number/],
    ['for pages of every origin with credentials', { cors: { allowOrigins: ['*'], allowCredentials: true } }, /cors\.allowOrigins = "\*": with allowCredentials/],
    ['for pages of every origin with the Authorization header', { cors: { allowOrigins: ['*'], allowHeaders: ['authorization'] } },
      /cors\.allowOrigins = "\*": every web page could send the Authorization header/],
    ['for a malformed origin', { cors: { allowOrigins: ['https://shop.example.com/'] } }, /cors\.allowOrigins = "https:\/\/shop\.example\.com\/": an origin is a scheme/],
  ])('%s', (_, props, message) => {
    expect(messageOf(props)).toMatch(message);
  });

  test('without routes', () => {
    const stack = newStack();
    new SecureHttpApi(stack, 'Api');
    expect(() => templateOf(stack)).toThrow(/routes = \[\]: an API without routes answers nothing\. Call addRoute/);
  });
});

test('pages of every origin may call an API that everybody may call', () => {
  const stack = newStack();
  const { api, fn } = emptyHttpApiIn(stack, { cors: { allowOrigins: ['*'] } });
  api.addRoute('GET', '/hours', fn, { auth: PUBLIC });
  expect(only(templateOf(stack), API).resource.Properties.CorsConfiguration).toMatchObject({ AllowOrigins: ['*'], AllowHeaders: ['Content-Type'], AllowCredentials: false });
});

test('a throttle above what accounts have is a warning', () => {
  const stack = newStack();
  httpApiIn(stack, { throttle: { rateLimit: 20_000, burstLimit: 1 } });
  Annotations.fromStack(stack).hasWarning('/Stack/Api', Match.stringLikeRegexp('throttle.rateLimit = 20000 is above what accounts have'));
});

test('a throttle may be a token', () => {
  const stack = newStack();
  httpApiIn(stack, { throttle: { rateLimit: Lazy.number({ produce: () => 7 }), burstLimit: 1 } });
  expect(only(templateOf(stack), STAGE).resource.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBe(7);
});

test('where it starts, two deployments of one app differ by the stack in the name', () => {
  const app = newApp();
  const stack = new Stack(app, 'Stack', { stackName: 'orders-live', env: ENV });
  const { api } = httpApiIn(stack);
  expect(stack.resolve(api.url)).toEqual(expect.objectContaining({ 'Fn::Join': ['', ['https://', { Ref: 'Api9AF3637B' }, '.execute-api.eu-west-1.', { Ref: 'AWS::URLSuffix' }, '/']] }));
  expect(only(templateOf(stack), API).resource.Properties.Name).toBe('orders-live-Api');
});
