import { App, Environment, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { Code } from 'aws-cdk-lib/aws-lambda';
import {
  AuditTrail, JwtIssuer, JwtVerifier, ObjectLock, RouteAuth, SecureApi, SecureBucket, SecureFunction, SecureHttpApi, SecureQueue, SecureWebSocketApi,
  SecureTable, SecureTopic, SecureUserPool, SecureVpc, SignInDomain, VpcLambda,
} from '../../src';

const code = Code.fromInline('exports.handler = async () => ({ statusCode: 200, body: "{}" });');
const handler = 'index.handler';
const partitionKey = { name: 'id', type: AttributeType.STRING };

interface Data {
  readonly bucket: SecureBucket;
  readonly locked: SecureBucket;
  readonly table: SecureTable;
  readonly queue: SecureQueue;
}

interface Functions {
  readonly plain: SecureFunction;
  readonly inVpc: VpcLambda;
  readonly nested: SecureFunction;
}

/** Whatever a finding's id or existence depends on: grants across stacks and into nested ones, in a stage, and every kind of route. */
export function wideApp(app: App, env?: Environment): App {
  const stage = new Stage(app, 'Prod', { env });
  const dataStack = new Stack(stage, 'Data');
  const appStack = new Stack(stage, 'App');
  for (const stack of [dataStack, appStack]) SecureTopic.alarmsOf(stack).subscribeEmail('oncall@example.com');
  const data = defineData(dataStack);
  const functions = defineFunctions(appStack, data.queue);
  connect(data, functions);
  defineApi(appStack, functions);
  const accounts = new SecureUserPool(appStack, 'Accounts', { signInDomain: SignInDomain.prefix('shop-accounts'), smsMfa: true });
  accounts.addScopes('orders', { write: 'Place orders' });
  accounts.addGroup('staff', ['orders/write']);
  new AuditTrail(appStack, 'Trail', { organizationId: 'o-a1b2c3d4e5' }).watch(data.bucket, data.locked, data.table);
  return app;
}

function defineData(stack: Stack): Data {
  const queue = new SecureQueue(stack, 'Queue');
  queue.subscribeTo(new SecureTopic(stack, 'Topic').topic);
  return {
    bucket: new SecureBucket(stack, 'Bucket', { objectLock: ObjectLock.perObject() }),
    locked: new SecureBucket(stack, 'Locked', { objectLock: ObjectLock.governance(10) }),
    table: new SecureTable(stack, 'Table', { partitionKey, globalIndexes: [{ indexName: 'byName', partitionKey }] }),
    queue,
  };
}

function defineFunctions(stack: Stack, { queue }: SecureQueue): Functions {
  const { vpc } = new SecureVpc(stack, 'Vpc', { natGateways: 2 });
  return {
    plain: new SecureFunction(stack, 'Plain', { code, handler, asyncInvoke: { onFailure: queue } }),
    inVpc: new VpcLambda(stack, 'InVpc', { code, handler, vpc, reservedConcurrentExecutions: 5 }),
    nested: new SecureFunction(new NestedStack(stack, 'Nested'), 'Function', { code, handler }),
  };
}

function connect({ bucket, table, queue }: Data, functions: Functions): void {
  for (const each of Object.values(functions) as SecureFunction[]) {
    bucket.grantRead(each);
    bucket.grantWriteOnly(each, 'out/');
    bucket.grantDelete(each, 'out/old');
    table.grantReadWrite(each);
    table.grantQuery(each, 'byName');
    queue.grantSend(each);
  }
  queue.addConsumer(functions.inVpc.lambdaFunction, { maxConcurrency: 2 });
}

function defineApi(stack: Stack, { plain, inVpc, nested }: Functions): void {
  const api = new SecureApi(stack, 'Api', { cors: { allowOrigins: ['https://shop.example.com'] } });
  const pool = UserPool.fromUserPoolId(stack, 'Users', 'eu-west-1_abcdefghi');
  const auths = {
    iam: RouteAuth.iam(),
    token: RouteAuth.lambdaToken(nested.lambdaFunction),
    cognito: RouteAuth.cognito([pool], { scopes: ['orders/read'] }),
    health: RouteAuth.public('health check of the load balancer, returns no data'),
  };
  const login = JwtIssuer.at('https://login.example.com/', { audiences: ['orders'] });
  for (const verifier of [JwtVerifier.NATIVE, JwtVerifier.FUNCTION]) {
    api.addRoute('GET', `/jwt-${verifier}/{id}`, plain.lambdaFunction, { auth: RouteAuth.jwt(login, { scopes: ['orders/read'], verifier }) });
  }
  for (const [name, auth] of Object.entries(auths)) api.addRoute('GET', `/${name}/{id}`, plain.lambdaFunction, { auth });
  api.grantInvoke(inVpc, 'GET', '/iam/{id}');
  const httpApi = new SecureHttpApi(stack, 'HttpApi');
  httpApi.addRoute('GET', '/iam/{id}', plain.lambdaFunction, { auth: auths.iam });
  httpApi.addRoute('GET', '/health', plain.lambdaFunction, { auth: auths.health });
  httpApi.grantInvoke(inVpc, 'GET', '/iam/{id}');
  const webSocketApi = new SecureWebSocketApi(stack, 'WebSocketApi', { auth: RouteAuth.public('ticker of public prices') });
  webSocketApi.addRoute('order', plain.lambdaFunction, { unvalidatedBody: 'the function reads nothing of it' });
  webSocketApi.grantPostToConnections(plain);
  webSocketApi.grantDeleteConnections(nested);
}
