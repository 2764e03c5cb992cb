import * as path from 'path';
import { App, Environment, Stack } from 'aws-cdk-lib';
import { JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import {
  AuditTrail, FirewallLogDestination, FirewallScope, ItemAction, ItemOwner, JwtAuthorizer, JwtIssuer, JwtKeys, RouteAuth, SecureApi, SecureBucket,
  SecureFunction, SecureHttpApi,
  SecureIdentityPool, SecureKey, SecureLogGroup, SecureQueue, SecureSite, SecureTable, SecureTopic, SecureUserPool, SecureVpc,
  SecureWebSocketApi, ServiceIntegration, SessionTaggedRole, SignInDomain, SiteLogDestination, VpcLambda, WebFirewall,
} from '../../src';
import { ENV, newApp } from '../harness/apps';

const code = Code.fromInline('exports.handler = async () => ({ statusCode: 200, body: "{}" });');
const handler = 'index.handler';
const partitionKey = { name: 'id', type: AttributeType.STRING };
const signInDomain = SignInDomain.prefix('shop-accounts');
const callbackUrls = ['https://shop.example.com/callback'];

/** The least that a user writes to have one construct; judged by outside tools and held by the logical-id test. */
export const MINIMAL_APPS: Record<string, (stack: Stack) => void> = {
  'secure-key': (stack) => new SecureKey(stack, 'Key'),
  'secure-log-group': (stack) => new SecureLogGroup(stack, 'Logs'),
  'secure-topic': (stack) => new SecureTopic(stack, 'Topic'),
  'secure-bucket': (stack) => {
    const bucket = new SecureBucket(stack, 'Bucket');
    const reader = new SecureFunction(stack, 'Reader', { code, handler });
    bucket.grantRead(reader, 'in/');
    bucket.grantWriteOnly(reader, 'out/');
  },
  'secure-table': (stack) => {
    const table = new SecureTable(stack, 'Table', { partitionKey });
    table.grantReadWrite(new SecureFunction(stack, 'Writer', { code, handler }));
  },
  'secure-queue': (stack) => {
    withSubscriber(stack);
    const queue = new SecureQueue(stack, 'Queue');
    queue.addConsumer(new SecureFunction(stack, 'Consumer', { code, handler }).lambdaFunction);
  },
  'secure-function': (stack) => new SecureFunction(stack, 'Function', { code, handler }),
  'secure-vpc': (stack) => new SecureVpc(stack, 'Vpc'),
  'vpc-lambda': (stack) => {
    withSubscriber(stack);
    const vpc = new SecureVpc(stack, 'Vpc').vpc;
    const table = new SecureTable(stack, 'Table', { partitionKey });
    const queue = new SecureQueue(stack, 'Queue');
    const worker = new VpcLambda(stack, 'Function', { vpc, code, handler });
    table.grantGet(worker);
    queue.grantSend(worker);
  },
  'web-firewall': (stack) => new WebFirewall(stack, 'Firewall'),
  'web-firewall-of-cloudfront': (stack) => new WebFirewall(stack, 'Firewall', { scope: FirewallScope.CLOUDFRONT, logDestination: FirewallLogDestination.bucket() }),
  'secure-api': (stack) => {
    withSubscriber(stack);
    const api = new SecureApi(stack, 'Api');
    api.addRoute('GET', '/orders/{id}', new SecureFunction(stack, 'Function', { code, handler }).lambdaFunction, { auth: RouteAuth.iam() });
    api.addUsagePlan('Partners', { quota: 10_000 });
  },
  'secure-user-pool': (stack) => {
    withSubscriber(stack);
    const users = new SecureUserPool(stack, 'Users', { signInDomain });
    users.addScopes('orders', { write: 'Place orders' });
    users.addGroup('staff', ['orders/write']);
    users.addClient('Web', { callbackUrls, scopes: ['openid', 'orders/write'] });
  },
  'secure-identity-pool': (stack) => {
    withSubscriber(stack);
    const userPool = new SecureUserPool(stack, 'Users', { signInDomain });
    const clients = [userPool.addClient('Web', { callbackUrls, scopes: ['openid'] })];
    const identities = new SecureIdentityPool(stack, 'Identities', { userPool, clients, principalTags: { tenant: 'custom:tenant' } });
    new SecureTable(stack, 'Table', { partitionKey }).grantOwnItems(identities, { owner: ItemOwner.cognitoIdentity(), actions: [ItemAction.GET] });
  },
  'session-tagged-role': (stack) => {
    const worker = new SecureFunction(stack, 'Worker', { code, handler });
    const tenant = new SessionTaggedRole(stack, 'Tenant', { tags: ['tenant'], assumedBy: [worker] });
    new SecureTable(stack, 'Table', { partitionKey }).grantOwnItems(tenant, { owner: ItemOwner.principalTag('tenant'), actions: [ItemAction.QUERY] });
  },
  'secure-api-of-services': (stack) => {
    withSubscriber(stack);
    const api = new SecureApi(stack, 'Api');
    const options = { auth: RouteAuth.iam(), body: { type: JsonSchemaType.OBJECT, properties: { order: { type: JsonSchemaType.STRING } } } };
    api.addServiceRoute('POST', '/jobs', ServiceIntegration.sendMessage(new SecureQueue(stack, 'Jobs').queue), options);
    const bus = EventBus.fromEventBusName(stack, 'Bus', 'default');
    api.addServiceRoute('POST', '/events', ServiceIntegration.putEvent(bus, { source: 'shop.orders', detailType: 'Order placed' }), options);
  },
  'jwt-authorizer': (stack) => {
    withSubscriber(stack);
    const secret = Secret.fromSecretCompleteArn(stack, 'Secret', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:partner-a1B2c3');
    const authorizer = new JwtAuthorizer(stack, 'Authorizer', {
      issuer: JwtIssuer.at('https://partner.example.com', { audiences: ['orders'], keys: JwtKeys.secret(secret) }),
    });
    new SecureApi(stack, 'Api').addRoute('GET', '/orders/{id}', new SecureFunction(stack, 'Function', { code, handler }).lambdaFunction, {
      auth: RouteAuth.jwtAuthorizer(authorizer, { scopes: ['orders/read'] }),
    });
  },
  'secure-site': (stack) => {
    withSubscriber(stack);
    const hostedZone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
    new SecureSite(stack, 'Site', { domain: { domainName: 'shop.example.com', hostedZone } });
  },
  'secure-site-with-files': (stack) => {
    withSubscriber(stack);
    const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:111122223333:certificate/1');
    new SecureSite(stack, 'Site', { domain: { domainName: 'shop.example.com', certificate } }).deploy(path.join(__dirname, '../site/fixtures/shop'));
  },
  'secure-site-with-api': (stack) => {
    withSubscriber(stack);
    const hostedZone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
    const site = new SecureSite(stack, 'Site', { domain: { domainName: 'shop.example.com', hostedZone }, logDestination: SiteLogDestination.BUCKET });
    const api = new SecureApi(stack, 'Api', {
      domain: {
        domainName: 'api.example.com', hostedZone, mutualTls: { truststore: new SecureBucket(stack, 'Truststore').bucket, key: 'truststore.pem' },
      },
    });
    api.addRoute('GET', '/api/orders/{id}', new SecureFunction(stack, 'Function', { code, handler }).lambdaFunction, { auth: RouteAuth.iam() });
    site.addApi('/api/*', api, {
      secret: Secret.fromSecretCompleteArn(stack, 'Secret', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/origin-a1B2c3'),
      clientCertificate: Certificate.fromCertificateArn(stack, 'Client', 'arn:aws:acm:us-east-1:111122223333:certificate/client'),
    });
  },
  'secure-http-api': (stack) => {
    withSubscriber(stack);
    const api = new SecureHttpApi(stack, 'Api');
    api.addRoute('GET', '/orders/{id}', new SecureFunction(stack, 'Function', { code, handler }).lambdaFunction, { auth: RouteAuth.iam() });
  },
  'secure-web-socket-api': (stack) => {
    withSubscriber(stack);
    const fn = new SecureFunction(stack, 'Function', { code, handler });
    const api = new SecureWebSocketApi(stack, 'Api', { auth: RouteAuth.iam() });
    api.addRoute('order', fn.lambdaFunction, {
      body: { type: JsonSchemaType.OBJECT, required: ['sku'], properties: { sku: { type: JsonSchemaType.STRING, maxLength: 24 } } },
    });
    api.grantPostToConnections(fn);
  },
  'audit-trail': (stack) => {
    withSubscriber(stack);
    const bucket = new SecureBucket(stack, 'Bucket');
    new AuditTrail(stack, 'Trail').watch(bucket);
  },
};

/** Alarms without a subscriber are a warning, and no judged app shall have one. */
function withSubscriber(stack: Stack): void {
  SecureTopic.alarmsOf(stack).subscribeEmail('oncall@example.com');
}

/** Where an app is deployed: a site and its firewall only where AWS keeps what belongs to CloudFront. */
export function envOf(name: string): Environment {
  return /^secure-site|-of-cloudfront$/.test(name) ? { ...ENV, region: 'us-east-1' } : ENV;
}

/** One stack named `Stack` with one minimal use. */
export function minimalStack(name: string, app: App = newApp()): Stack {
  const stack = new Stack(app, 'Stack', { env: envOf(name) });
  MINIMAL_APPS[name](stack);
  return stack;
}
