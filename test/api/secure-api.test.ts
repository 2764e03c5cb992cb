import { NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as sns from 'aws-cdk-lib/aws-sns';
import { apiIn, emptyApiIn, functionIn, PUBLIC, SCHEMA, userPool } from './api-under-test';
import { ApiAccess, ApiCloudWatchRole, ApiGatewayAccount, ApiTlsPolicy, RouteAuth, SecureApi, WebFirewall } from '../../src/api';
import { Profile } from '../../src/profile';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';

const REST_API = 'AWS::ApiGateway::RestApi';
const STAGE = 'AWS::ApiGateway::Stage';
const DEPLOYMENT = 'AWS::ApiGateway::Deployment';

describe.each(FLAG_MODES)('SecureApi %s', (_, flags) => {
  let template: Template;

  beforeAll(() => {
    const stack = newStack(flags);
    const { api, fn } = apiIn(stack, { cors: { allowOrigins: ['https://shop.example.com'] } });
    api.addRoute('POST', '/orders', fn, {
      auth: RouteAuth.cognito([userPool(stack)], { scopes: ['orders/write'] }), body: SCHEMA, throttle: { rateLimit: 5, burstLimit: 10 },
    });
    template = templateOf(stack);
  });

  test('takes TLS 1.2 and later only, by its own regional endpoint', () => {
    expect(only(template, REST_API).resource.Properties).toMatchObject({
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
      EndpointAccessMode: 'STRICT',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      DisableExecuteApiEndpoint: false,
    });
  });

  test('is traced and logs every request as JSON to an encrypted group', () => {
    const { AccessLogSetting, TracingEnabled } = only(template, STAGE).resource.Properties;
    expect(TracingEnabled).toBe(true);
    const [group] = AccessLogSetting.DestinationArn['Fn::GetAtt'];
    expect(template.findResources('AWS::Logs::LogGroup')[group].Properties).toMatchObject({ KmsKeyId: expect.anything(), RetentionInDays: 365 });
    expect(JSON.parse(AccessLogSetting.Format)).toMatchObject({
      requestId: '$context.extendedRequestId', ip: '$context.identity.sourceIp', status: '$context.status', subject: '$context.authorizer.claims.sub',
    });
  });

  test('logs nothing that a caller could sign in with', () => {
    const values: string[] = Object.values(JSON.parse(only(template, STAGE).resource.Properties.AccessLogSetting.Format));
    const leaking = /header|token|authorizer\.error|authorize\.error|\.apiKey$|accessKey|cognitoAuthenticationProvider|\$context\.path$|messageString|message$/;
    expect(values.filter((value) => leaking.test(value))).toEqual([]);
    expect(values.every((value) => /^\$context\.[a-zA-Z_.]+$/.test(value))).toBe(true);
  });

  test('throttles every method, and a route by its own limits, with errors logged and payloads not', () => {
    expect(only(template, STAGE).resource.Properties.MethodSettings).toEqual([
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        ThrottlingRateLimit: 100,
        ThrottlingBurstLimit: 200,
        LoggingLevel: 'ERROR',
        DataTraceEnabled: false,
        MetricsEnabled: false,
      },
      {
        HttpMethod: 'POST',
        ResourcePath: '/~1orders',
        ThrottlingRateLimit: 5,
        ThrottlingBurstLimit: 10,
        LoggingLevel: 'ERROR',
        DataTraceEnabled: false,
        MetricsEnabled: false,
      },
    ]);
  });

  test('makes the group of the execution log before the stage, encrypted and expiring', () => {
    const api = only(template, REST_API).id;
    const [id, group] = Object.entries(template.findResources('AWS::Logs::LogGroup')).find(([, { Properties }]) =>
      JSON.stringify(Properties.LogGroupName ?? '').includes('API-Gateway-Execution-Logs_'))!;
    expect(group.Properties).toMatchObject({
      LogGroupName: { 'Fn::Join': ['', ['API-Gateway-Execution-Logs_', { Ref: api }, '/live']] },
      KmsKeyId: expect.anything(),
      RetentionInDays: 365,
    });
    expect(only(template, STAGE).resource.DependsOn).toContain(id);
  });

  test('lets CloudWatch Logs use the key for the execution log', () => {
    const statements = only(template, 'AWS::KMS::Key').resource.Properties.KeyPolicy.Statement;
    expect(JSON.stringify(statements)).toContain('log-group:API-Gateway-Execution-Logs_*');
  });

  test('stands behind the web firewall', () => {
    const { ResourceArn } = only(template, 'AWS::WAFv2::WebACLAssociation').resource.Properties;
    expect(JSON.stringify(ResourceArn)).toContain(`"Ref":"${only(template, STAGE).id}"`);
  });

  test('has four alarms that reach the shared topic', () => {
    template.resourceCountIs('AWS::CloudWatch::Alarm', 4);
    const topic = only(template, 'AWS::SNS::Topic').id;
    template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [{ Ref: topic }] });
  });

  test('deploys after all that it deploys', () => {
    const { DependsOn } = only(template, DEPLOYMENT).resource;
    for (const type of ['Method', 'Resource', 'Model', 'RequestValidator', 'GatewayResponse']) {
      const ids = Object.keys(template.findResources(`AWS::ApiGateway::${type}`));
      expect(ids.length).toBeGreaterThan(0);
      expect(DependsOn).toEqual(expect.arrayContaining(ids));
    }
  });

  test('answers generically, with security headers, and never with the origin of the request', () => {
    const responses = Object.values(template.findResources('AWS::ApiGateway::GatewayResponse')).map(({ Properties }) => Properties);
    expect(responses.map(({ ResponseType }) => ResponseType).sort()).toEqual([
      'ACCESS_DENIED', 'BAD_REQUEST_BODY', 'BAD_REQUEST_PARAMETERS', 'DEFAULT_4XX', 'DEFAULT_5XX',
      'QUOTA_EXCEEDED', 'THROTTLED', 'UNAUTHORIZED', 'WAF_FILTERED',
    ]);
    for (const { ResponseParameters, ResponseTemplates } of responses) {
      expect(ResponseParameters).toMatchObject({
        'gatewayresponse.header.Strict-Transport-Security': "'max-age=63072000; includeSubDomains'",
        'gatewayresponse.header.X-Content-Type-Options': "'nosniff'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
        'gatewayresponse.header.Content-Security-Policy': "'default-src 'none'; frame-ancestors 'none''",
        'gatewayresponse.header.Access-Control-Allow-Origin': "'https://shop.example.com'",
      });
      expect(Object.keys(JSON.parse(ResponseTemplates['application/json']))).toEqual(['message', 'requestId']);
      expect(ResponseTemplates['application/json']).toContain('"requestId":"$context.extendedRequestId"');
      expect(JSON.stringify(ResponseTemplates)).not.toContain('$context.error');
      expect(JSON.stringify(ResponseParameters).toLowerCase()).not.toContain('request.header');
    }
  });
});

describe('the account-wide CloudWatch role', () => {
  test('is set once per stack, stays behind, and comes before the stage', () => {
    const stack = newStack();
    apiIn(stack);
    new SecureApi(stack, 'Second').addRoute('GET', '/', functionIn(stack, 'Other'), { auth: PUBLIC });
    const template = templateOf(stack);
    const account = only(template, 'AWS::ApiGateway::Account');
    expect(account.resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    for (const stage of Object.values(template.findResources(STAGE))) expect(stage.DependsOn).toContain(account.id);
    // an account that never had an API takes the setting only after one
    expect(account.resource.DependsOn).toHaveLength(1);
    expect(Object.keys(template.findResources(REST_API))).toContain(account.resource.DependsOn[0]);
  });

  test('stays behind in an ephemeral environment too, because other stacks use it', () => {
    const stack = newStack();
    Profile.set(stack, Profile.EPHEMERAL);
    apiIn(stack);
    const template = templateOf(stack);
    expect(only(template, 'AWS::ApiGateway::Account').resource.DeletionPolicy).toBe('Retain');
    const role = Object.values(template.findResources('AWS::IAM::Role', { Properties: { Policies: Match.anyValue() } }))[0];
    expect(role.DeletionPolicy).toBe('Retain');
  });

  test('has exact log actions on log groups of its account and region, in the role itself', () => {
    const stack = newStack();
    ApiGatewayAccount.of(stack);
    const { Properties } = only(templateOf(stack), 'AWS::IAM::Role').resource;
    expect(Properties.ManagedPolicyArns).toBeUndefined();
    const [statement] = Properties.Policies[0].PolicyDocument.Statement;
    expect(statement.Action.every((action: string) => /^logs:[A-Za-z]+$/.test(action))).toBe(true);
    expect(statement.Resource).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':logs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':log-group:*']],
    });
  });

  test('is left to others on request', () => {
    const stack = newStack();
    apiIn(stack, { cloudWatchRole: ApiCloudWatchRole.ALREADY_SET });
    const template = templateOf(stack);
    template.resourceCountIs('AWS::ApiGateway::Account', 0);
    expect(only(template, STAGE).resource.DependsOn).not.toEqual([]);
  });

  test('is not undone silently', () => {
    const stack = newStack();
    apiIn(stack);
    ApiGatewayAccount.of(stack).account.addPropertyDeletionOverride('CloudWatchRoleArn');
    expect(() => templateOf(stack)).toThrow(/CloudWatchRoleArn = \\?"absent\\?".*API Gateway can write logs/);
  });
});

test('has one stage name, firewall, topic, key and retention of the caller\'s choice', () => {
  const stack = newStack();
  const firewall = new WebFirewall(stack, 'Shared');
  const topic = new sns.Topic(stack, 'Topic');
  const key = new kms.Key(stack, 'Key');
  apiIn(stack, {
    stageName: 'v1',
    firewall,
    alarmTopic: topic,
    encryptionKey: key,
    logRetention: logs.RetentionDays.TWO_YEARS,
    tlsPolicy: ApiTlsPolicy.TLS_1_3,
    throttle: { rateLimit: 1, burstLimit: 2 },
    binaryMediaTypes: ['image/png'],
  });
  const template = templateOf(stack);
  template.hasResourceProperties(REST_API, { SecurityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09', BinaryMediaTypes: ['image/png'] });
  template.hasResourceProperties(STAGE, { StageName: 'v1', MethodSettings: [Match.objectLike({ ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 })] });
  template.resourceCountIs('AWS::WAFv2::WebACL', 1);
  template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [{ Ref: stack.getLogicalId(topic.node.defaultChild as sns.CfnTopic) }] });
  template.resourcePropertiesCountIs('AWS::Logs::LogGroup', {
    RetentionInDays: 731, KmsKeyId: { 'Fn::GetAtt': [stack.getLogicalId(key.node.defaultChild as kms.CfnKey), 'Arn'] },
  }, 2);
});

test('refuses a key of another region, also for the firewall', () => {
  const stack = newStack(undefined, ENV);
  const encryptionKey = kms.Key.fromKeyArn(stack, 'Far', 'arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012');
  const text = (id: string) => `[Stack/${id}] encryptionKey = "${encryptionKey.keyArn}": the key is in us-east-1, and this stack is deployed to eu-west-1. Pass a key of eu-west-1`;
  expect(() => new SecureApi(stack, 'Api', { encryptionKey })).toThrow(text('Api'));
  expect(() => new WebFirewall(stack, 'Firewall', { encryptionKey })).toThrow(text('Firewall'));
});

test('names the API by its stack, so that two deployments of one app do not share metrics', () => {
  const stack = new Stack(newApp(), 'Orders', { stackName: 'orders-blue' });
  apiIn(stack);
  expect(only(templateOf(stack), REST_API).resource.Properties.Name).toBe('orders-blue-Api');
});

test('synthesizes in a nested stack, with a setting of its own', () => {
  const stack = newStack();
  const nested = new NestedStack(stack, 'Nested');
  apiIn(nested);
  templateOf(stack);
  Template.fromStack(nested).resourceCountIs('AWS::ApiGateway::Account', 1);
});

test('with a custom domain name, the default endpoint is off and in no output', () => {
  const stack = newStack(undefined, ENV);
  const hostedZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  const { api } = apiIn(stack, { domain: { domainName: 'api.example.com', hostedZone } });
  expect(api.url).toBe('https://api.example.com/');
  const template = templateOf(stack);
  template.hasResourceProperties(REST_API, { DisableExecuteApiEndpoint: true });
  template.hasResourceProperties('AWS::ApiGateway::DomainName', { DomainName: 'api.example.com' });
  expect(JSON.stringify(template.findOutputs('*'))).not.toContain('execute-api');
});

test('with a custom domain name, the default endpoint stays off', () => {
  const stack = newStack(undefined, ENV);
  const hostedZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  const { api } = apiIn(stack, { domain: { domainName: 'api.example.com', hostedZone } });
  (api.restApi.node.defaultChild as apigateway.CfnRestApi).disableExecuteApiEndpoint = false;
  expect(() => templateOf(stack)).toThrow(/DisableExecuteApiEndpoint = false.*nobody goes around the custom domain name/);
});

describe('access', () => {
  test('brings its resource policy', () => {
    const stack = newStack();
    apiIn(stack, { access: ApiAccess.fromCidrs(['203.0.113.0/24']) });
    const { Policy } = only(templateOf(stack), REST_API).resource.Properties;
    expect(Policy.Statement.map(({ Effect }: { Effect: string }) => Effect).sort()).toEqual(['Allow', 'Deny']);
  });

  test('by VPC endpoints makes a private API, still behind firewall and TLS policy', () => {
    const stack = newStack();
    const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', { vpcEndpointId: 'vpce-0123456789abcdef0', port: 443 });
    apiIn(stack, { access: ApiAccess.fromVpcEndpoints([endpoint]) });
    const template = templateOf(stack);
    expect(only(template, REST_API).resource.Properties).toMatchObject({
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-0123456789abcdef0'] },
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
      EndpointAccessMode: 'STRICT',
    });
    template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
  });

  test('by VPC endpoints is not made public behind its back', () => {
    const stack = newStack();
    const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', { vpcEndpointId: 'vpce-0123456789abcdef0', port: 443 });
    const { api } = apiIn(stack, { access: ApiAccess.fromVpcEndpoints([endpoint]) });
    (api.restApi.node.defaultChild as apigateway.CfnRestApi).endpointConfiguration = { types: ['REGIONAL'] };
    expect(() => templateOf(stack)).toThrow(/EndpointConfiguration\.Types\.0 = \\?"REGIONAL\\?".*the API keeps its endpoint type/);
  });

  test('is not widened behind its back', () => {
    const stack = newStack();
    const { api } = apiIn(stack, { access: ApiAccess.fromCidrs(['203.0.113.0/24']) });
    api.restApi.grantInvokeFromVpcEndpointsOnly([]);
    expect(() => templateOf(stack)).toThrow(/RestApi Policy.*only those whom access names reach the API/);
  });

  test.each<[string, (policy: any) => void]>([
    ['loses its condition', (policy) => { delete policy.Statement[0].Condition; }],
    ['denies fewer', (policy) => { policy.Statement[1].Condition = { NotIpAddress: { 'aws:SourceIp': ['0.0.0.0/1'] } }; }],
    ['has a second statement of its name', (policy) => policy.Statement.push({ ...policy.Statement[0], Condition: undefined })],
  ])('is not widened under the names of its statements: %s', (_, change) => {
    const stack = newStack();
    const { api } = apiIn(stack, { access: ApiAccess.fromCidrs(['203.0.113.0/24']) });
    const policy = stack.resolve((api.restApi.node.defaultChild as apigateway.CfnRestApi).policy);
    change(policy);
    (api.restApi.node.defaultChild as apigateway.CfnRestApi).policy = policy;
    expect(() => templateOf(stack)).toThrow(/RestApi Policy.*only those whom access names reach the API/);
  });

  test('by organization is refused on a route without IAM', () => {
    const { api, fn } = emptyApiIn(newStack(), { access: ApiAccess.fromOrganization('o-abcdef1234') });
    expect(() => api.addRoute('GET', '/', fn, { auth: PUBLIC })).toThrow(/"GET \/".*organization.*RouteAuth\.iam\(\)/);
  });

  test('without access, no statement lets everybody in as an AWS identity', () => {
    const stack = newStack();
    const { api } = apiIn(stack);
    api.restApi.grantInvokeFromVpcEndpointsOnly([]);
    expect(() => templateOf(stack)).toThrow(/RestApi Policy.*no statement of its resource policy allows everybody/);
  });
});

describe('the deployment is replaced', () => {
  const deploymentOf = (change: (api: SecureApi, stack: Stack) => void): string => {
    const stack = newStack({});
    const { api } = apiIn(stack);
    change(api, stack);
    return only(templateOf(stack), DEPLOYMENT).id;
  };
  const unchanged = deploymentOf(() => undefined);

  test('only when something changed', () => {
    expect(deploymentOf(() => undefined)).toBe(unchanged);
  });

  test.each<[string, (api: SecureApi, stack: Stack) => void]>([
    ['a route was added', (api, stack) => api.addRoute('DELETE', '/orders/{id}', functionIn(stack, 'Delete'), { auth: RouteAuth.iam() })],
    ['the resource policy changed', (api) => { (api.restApi.node.defaultChild as apigateway.CfnRestApi).policy = { Statement: [] }; }],
    ['a gateway response was added', (api) => { api.restApi.addGatewayResponse('Expired', { type: apigateway.ResponseType.EXPIRED_TOKEN }); }],
    ['the TLS policy changed', (api) => { (api.restApi.node.defaultChild as apigateway.CfnRestApi).securityPolicy = ApiTlsPolicy.TLS_1_3; }],
  ])('when %s', (_, change) => {
    expect(deploymentOf(change)).not.toBe(unchanged);
  });

  test('when a schema or an authorizer changed, also without feature flags', () => {
    const withRoute = (tokenPattern: string, property: string): string => deploymentOf((api, stack) => {
      const fn = functionIn(stack, 'Other');
      api.addRoute('POST', '/orders', fn, {
        auth: RouteAuth.lambdaToken(fn, { tokenPattern }),
        body: { type: apigateway.JsonSchemaType.OBJECT, properties: { [property]: { type: apigateway.JsonSchemaType.STRING } } },
      });
    });
    const before = withRoute('^Bearer ', 'sku');
    expect(withRoute('^Bearer ', 'name')).not.toBe(before);
    expect(withRoute('^Token ', 'sku')).not.toBe(before);
    expect(withRoute('^Bearer ', 'sku')).toBe(before);
  });
});
