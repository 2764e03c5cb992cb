import * as path from 'path';
import { App, CfnParameter, CustomResource, Stack, Stage } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  ApiAccess, ApiCors, AwsService, IpSet, JwtIssuer, ManagedRuleGroup, ObjectLock, Profile, Retention, RouteAuth, RouteOptions, SecureApi,
  SecureBucket, SecureBucketProps, SecureFunction, SecureFunctionProps, SecureHttpApi, SecureTable, SecureVpc, SecureWebSocketApi, VpcEndpoints,
  VpcLambda, WebFirewall,
} from '../src';
import { ENV, FLAG_MODES, newApp } from './harness/apps';

/** An error in its four parts, each as it reads. */
interface Refused {
  readonly path: string;
  readonly prop: string;
  readonly value: string;
  readonly instead: string;
}

/** A warning, by the id under which it can be acknowledged. */
interface Warned {
  readonly path: string;
  readonly warning: string;
}

type Row = [title: string, build: (stack: Stack) => void, expected: Refused | Warned];

const code = lambda.Code.fromInline('exports.handler = async () => {}');
const partitionKey = { name: 'id', type: AttributeType.STRING };
const iam = RouteAuth.iam();
const ORIGINS = 'List the origins of your pages, such as ["https://shop.example.com"]';
const FOLDER = path.join(__dirname, 'functions', 'fixtures', 'entry');

const fn = (stack: Stack, props: SecureFunctionProps = { code }): SecureFunction => new SecureFunction(stack, 'Fn', props);
const route = (stack: Stack, options: Partial<RouteOptions>, method = 'GET', at = '/orders'): SecureApi => {
  const api = new SecureApi(stack, 'Api');
  api.addRoute(method, at, fn(stack).lambdaFunction, { auth: iam, ...options });
  return api;
};
const cors = (stack: Stack, props: Partial<ApiCors>): SecureApi => new SecureApi(stack, 'Api', { cors: { allowOrigins: ['*'], ...props } });
const bucket = (stack: Stack, props: SecureBucketProps = {}): SecureBucket => new SecureBucket(stack, 'Bucket', props);
const importedVpc = (stack: Stack, subnets: Partial<ec2.VpcAttributes> = {}): ec2.IVpc => ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
  vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['eu-west-1a', 'eu-west-1b'], ...subnets,
});
/** Managed groups of these capacities. */
const groups = (...units: number[]) => units.map((capacity, index) => ManagedRuleGroup.of('Vendor', `Group${index}`, capacity));

/** Everything that the library refuses to take or warns of at synth, at its smallest; finer tests are beside each construct's others. */
const ROWS: Row[] = [
  ['a route without auth choice', (stack) => route(stack, { auth: undefined }),
    { path: 'Stack/Api', prop: 'GET /orders auth', value: '"absent"', instead: 'Write auth: RouteAuth.iam(), .cognito(...)' }],
  ['a public route without reason', (stack) => route(stack, { auth: RouteAuth.public(' ') }),
    { path: 'Stack/Api', prop: 'GET /orders auth reason', value: '" "', instead: 'RouteAuth.public("' }],
  ['a * CORS origin with credentials', (stack) => cors(stack, { allowCredentials: true }),
    { path: 'Stack/Api', prop: 'cors.allowOrigins', value: '"*"', instead: ORIGINS }],
  ['a * CORS origin with the Authorization header', (stack) => cors(stack, { allowHeaders: ['Authorization'] }),
    { path: 'Stack/Api', prop: 'cors.allowOrigins', value: '"*"', instead: ORIGINS }],
  ['a * CORS origin with a route that asks for authorization', (stack) => cors(stack, {}).addRoute('GET', '/', fn(stack).lambdaFunction, { auth: iam }),
    { path: 'Stack/Api', prop: 'cors.allowOrigins', value: '"*"', instead: ORIGINS }],
  ['a route of an HTTP API by an authorizer of REST APIs', (stack) => {
    new SecureHttpApi(stack, 'Api').addRoute('GET', '/orders', fn(stack).lambdaFunction, { auth: RouteAuth.lambdaToken(fn(new Stack(stack, 'Auth')).lambdaFunction) });
  }, { path: 'Stack/Api', prop: 'GET /orders auth', value: '"RouteAuth.lambdaToken"', instead: 'Write RouteAuth.lambdaRequest(fn' }],
  ['a WebSocket API whose clients\' tokens are nowhere', (stack) => new SecureWebSocketApi(stack, 'Api', {
    auth: RouteAuth.jwt(JwtIssuer.at('https://login.example.com', { audiences: ['chat'] }), { scopes: ['chat'] }),
  }), { path: 'Stack/Api', prop: 'token', value: '"absent"', instead: 'Write ConnectToken.subprotocol("chat.v1") for browsers' }],
  ['a route of a WebSocket API for all other messages', (stack) => {
    new SecureWebSocketApi(stack, 'Api', { auth: iam }).addRoute('$default', fn(stack).lambdaFunction, { unvalidatedBody: 'test' });
  }, { path: 'Stack/Api', prop: 'addRoute key', value: '"$default"', instead: 'Messages of unknown actions are answered with an error' }],
  ['a response header that API Gateway reserves', (stack) => new SecureHttpApi(stack, 'Api', { responseHeaders: { Via: 'me' } }),
    { path: 'Stack/Api', prop: 'responseHeaders.Via', value: '"me"', instead: 'Let the function write it' }],
  ['an unknown HTTP method', (stack) => route(stack, {}, 'FETCH'),
    { path: 'Stack/Api', prop: 'addRoute method', value: '"FETCH"', instead: 'Write one of GET, HEAD, POST' }],
  ['a malformed path', (stack) => route(stack, {}, 'GET', 'orders'),
    { path: 'Stack/Api', prop: 'addRoute path', value: '"orders"', instead: 'Write a path such as "/orders/{id}"' }],
  ['a throttle of zero', (stack) => route(stack, { throttle: { rateLimit: 0, burstLimit: 1 } }),
    { path: 'Stack/Api', prop: 'GET /orders throttle.rateLimit', value: '0', instead: 'Write what the code behind it can serve' }],
  ['a negative throttle', (stack) => new SecureApi(stack, 'Api', { throttle: { rateLimit: 1, burstLimit: -1 } }),
    { path: 'Stack/Api', prop: 'throttle.burstLimit', value: '-1', instead: 'Write what the code behind it can serve' }],
  ['a throttle above the published default', (stack) => route(stack, { throttle: { rateLimit: 10_001, burstLimit: 1 } }),
    { path: '/Stack/Api', warning: 'cdk-hardened:throttle-above-account-rateLimit' }],
  ['a malformed CIDR of callers', (stack) => new SecureApi(stack, 'Api', { access: ApiAccess.fromCidrs(['203.0.113.0/33']) }),
    { path: 'Stack/Api', prop: 'ApiAccess.fromCidrs', value: '"203.0.113.0/33"', instead: 'Write for example "203.0.113.0/24"' }],
  ['a malformed CIDR of a firewall', (stack) => new WebFirewall(stack, 'Firewall', { blockedIps: [IpSet.v4(['203.0.113.7'])] }),
    { path: 'Stack/Firewall', prop: 'blockedIps', value: '"203.0.113.7"', instead: 'Write "203.0.113.7/32"' }],
  ['a malformed CIDR of a VPC', (stack) => new SecureVpc(stack, 'Vpc', { cidr: '10.0.0.0' }),
    { path: 'Stack/Vpc', prop: 'cidr', value: '"10.0.0.0"', instead: 'Write "10.0.0.0/32"' }],
  ['mixed IP versions', (stack) => new WebFirewall(stack, 'Firewall', { blockedIps: [IpSet.v4(['203.0.113.0/24', '2001:db8::/32'])] }),
    { path: 'Stack/Firewall', prop: 'blockedIps', value: '"2001:db8::/32"', instead: 'IpSet.v6(["2001:db8::/32"])' }],
  ['capacity over 5,000 WCU', (stack) => new WebFirewall(stack, 'Firewall', { extraRuleGroups: groups(2_000, 2_000) }),
    { path: 'Stack/Firewall', prop: 'rules', value: '"51\\d\\d capacity units"', instead: 'Drop a managed group' }],
  ['capacity over 1,500 WCU', (stack) => new WebFirewall(stack, 'Firewall', { extraRuleGroups: groups(500) }),
    { path: '/Stack/Firewall', warning: 'cdk-hardened:web-acl-price' }],
  ['retention below object-lock days', (stack) => bucket(stack, { retention: Retention.days(30), objectLock: ObjectLock.governance(31) }),
    { path: 'Stack/Bucket', prop: 'retention', value: '"30 days"', instead: 'Keep objects for at least 31 days' }],
  ['a bucket name that breaks S3\'s rules', (stack) => bucket(stack, { bucketName: 'Uploads' }),
    { path: 'Stack/Bucket', prop: 'bucketName', value: '"Uploads"', instead: 'Leave bucketName out' }],
  ['a key from another region', (stack) => bucket(stack, {
    encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555'),
  }), { path: 'Stack/Bucket', prop: 'encryptionKey', value: '"arn:aws:kms:us-east-1:', instead: 'Pass a key of eu-west-1' }],
  ['a function in a subnet whose known routes do not reach what it is granted', (stack) => {
    const { vpc } = new SecureVpc(stack, 'Vpc');
    VpcEndpoints.of(vpc).useExisting(AwsService.DYNAMODB, { routeTableIds: ['rtb-0123456789abcdef0'] });
    new SecureTable(stack, 'Table', { partitionKey }).grantGet(new VpcLambda(stack, 'Fn', { vpc, code }));
  }, { path: 'Stack/Fn', prop: 'subnets', value: '["Stack/Vpc/Resource/IsolatedSubnet1"', instead: 'Put the function into other subnets' }],
  ['the same in an imported VPC', (stack) => {
    const vpc = importedVpc(stack, { isolatedSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'] });
    new SecureTable(stack, 'Table', { partitionKey }).grantGet(new VpcLambda(stack, 'Fn', { vpc, code }));
  }, { path: '/Stack/Fn', warning: 'cdk-hardened:routes-unknown' }],
  ['an imported VPC without subnets', (stack) => new VpcLambda(stack, 'Fn', { vpc: importedVpc(stack), code }),
    { path: 'Stack/Fn', prop: 'vpc', value: '"vpc-0123456789abcdef0"', instead: 'Pass isolatedSubnetIds or privateSubnetIds' }],
  ['a runtime past its end of life', (stack) => fn(stack, { code, runtime: new lambda.Runtime('nodejs18.x', lambda.RuntimeFamily.NODEJS) }),
    { path: 'Stack/Fn', prop: 'runtime', value: '"nodejs18.x"', instead: 'Use nodejs24.x' }],
  ['a secret-looking environment value', (stack) => fn(stack, { code, environment: { PAYMENT: `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}` } }),
    { path: 'Stack/Fn', prop: 'environment.PAYMENT', value: '"sk_l… (32 characters)"', instead: 'Store it in Secrets Manager' }],
  ['a duplicate route', (stack) => route(stack, {}).addRoute('GET', '/orders', lambda.Function.fromFunctionName(stack, 'Other', 'other'), { auth: iam }),
    { path: 'Stack/Api', prop: 'addRoute', value: '"GET /orders"', instead: 'Drop one of the two' }],
  ['both code and entry', (stack) => fn(stack, { code, entry: path.join(FOLDER, 'hello.ts') }),
    { path: 'Stack/Fn', prop: 'entry', value: JSON.stringify(path.join(FOLDER, 'hello.ts')), instead: 'Give entry to bundle a file' }],
  ['lock days on an ephemeral profile', (stack) => {
    Profile.set(stack, Profile.EPHEMERAL);
    bucket(stack, { objectLock: ObjectLock.compliance(30) });
  }, { path: 'Stack/Bucket', prop: 'objectLock', value: '"COMPLIANCE, 30 days"', instead: 'Write ObjectLock.perObject() in ephemeral environments' }],
  ['auto-delete with a lock', (stack) => {
    const { bucketName } = bucket(stack, { objectLock: ObjectLock.governance(30) });
    new CustomResource(stack, 'Empty', { resourceType: 'Custom::S3AutoDeleteObjects', serviceToken: 'arn:aws:lambda:::x', properties: { BucketName: bucketName } });
  }, { path: 'Stack/Bucket', prop: 'Custom::S3AutoDeleteObjects', value: '"Stack/Empty/Default"', instead: 'Mark environments whose data may go' }],
  ['a log target with a KMS key', (stack) => bucket(stack, { accessLogBucket: new s3.Bucket(stack, 'Logs', { encryption: s3.BucketEncryption.KMS }) }),
    { path: 'Stack/Bucket', prop: 'accessLogBucket', value: '"Stack/Logs"', instead: 'Pass a bucket with SSE-S3 and without object lock' }],
  ['a locked log target', (stack) => bucket(stack, { accessLogBucket: new s3.Bucket(stack, 'Logs', { objectLockEnabled: true }) }),
    { path: 'Stack/Bucket', prop: 'accessLogBucket', value: '"Stack/Logs"', instead: 'Pass a bucket with SSE-S3 and without object lock' }],
  ['event notifications added behind our back', (stack) =>
    bucket(stack).bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new SqsDestination(new Queue(stack, 'Queue'))),
  { path: 'Stack/Bucket', prop: 'Custom::S3BucketNotifications', value: '"Stack/Bucket/Resource/Notifications/Resource"', instead: 'Listen on EventBridge' }],
  ['a token where a literal is needed', (stack) => new SecureVpc(stack, 'Vpc', { cidr: new CfnParameter(stack, 'Range').valueAsString }),
    { path: 'Stack/Vpc', prop: 'cidr', value: '<token {"Ref":"Range"}>: cidr decides what is built, so it must be known at synth, and this is a token', instead: 'Write the value itself' }],
];

/** Builds and synthesizes; the message of the error, or the warnings as `path id`. */
function outcomeOf(app: App, stack: Stack, build: (stack: Stack) => void): { readonly error: string; readonly warnings: string[] } {
  try {
    build(stack);
    const messages = app.synth({ force: true }).stacksRecursively.flatMap((artifact) => artifact.messages);
    return { error: '', warnings: messages.filter(({ level }) => level === 'warning').map(({ id, entry }) => `${id} ${String(entry.data)}`) };
  } catch (error) {
    return { error: (error as Error).message, warnings: [] };
  }
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]]/g, '\\$&').replace(/\\\\d/g, '\\d');

function expectOutcome({ error, warnings }: { readonly error: string; readonly warnings: string[] }, expected: Refused | Warned, stage = ''): void {
  if ('warning' in expected) {
    expect(error).toBe('');
    expect(warnings.map((warning) => warning.split('\n')[0])).toContainEqual(
      expect.stringMatching(new RegExp(`^${expected.path.replace(/^\//, `/${stage}`)} .*\\[ack: ${expected.warning}\\]`)));
    return;
  }
  const line = error.split('\n').find((each) => each.includes(`${expected.prop} = `)) ?? error;
  expect(line).toMatch(new RegExp(`^\\s*\\[${stage}${expected.path}\\] ${literally(expected.prop)} = `));
  expect(line.split(`[${stage}${expected.path}]`)).toHaveLength(2); // the path once, whoever reports
  expect(line).toMatch(new RegExp(` = ${literally(expected.value).replace('Stack/', `${stage}Stack/`)}`));
  expect(line).toContain(expected.instead);
}

describe.each(FLAG_MODES)('bad input %s', (_, flags) => {
  test.each(ROWS)('%s', (__, build, expected) => {
    const app = newApp(flags);
    expectOutcome(outcomeOf(app, new Stack(app, 'Stack', { env: ENV }), build), expected);
  });
});

describe('bad input in a stage', () => {
  test.each(ROWS)('%s', (__, build, expected) => {
    const app = newApp();
    expectOutcome(outcomeOf(app, new Stack(new Stage(app, 'Live', { env: ENV }), 'Stack'), build), expected, 'Live/');
  });
});
