import { App, Duration, Environment, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { InterfaceVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import { Code, CodeSigningConfig, UntrustedArtifactOnDeployment } from 'aws-cdk-lib/aws-lambda';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Platform, SigningProfile } from 'aws-cdk-lib/aws-signer';
import { ordersApp } from '../../examples/orders/app';
import {
  ApiAccess, FirewallLogDestination, FirewallRule, InvokeSource, IpSet, ManagedRuleGroup, ObjectLock, RequestMatch, Retention, RouteAuth,
  SecureApi, SecureApiProps, SecureBucket, SecureFunction, SecureQueue, SecureSite, SecureTable, SecureTopic, SecureUserPool, SecureVpc,
  SignInDomain, SiteLogDestination, WebFirewall,
} from '../../src';
import { ENV, FLAG_MODES, newApp } from '../harness/apps';
import { envOf, MINIMAL_APPS } from '../judges/minimal-apps';

const code = Code.fromInline('exports.handler = async () => ({ statusCode: 200, body: "{}" });');

/** Choices that bring resource types, or forms of them, that no minimal app has. */
const CHOICES: Record<string, (stack: Stack) => void> = {
  'secure-api with a domain': (stack) => {
    const hostedZone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
    const api = apiIn(stack, { domain: { domainName: 'api.example.com', hostedZone }, cors: { allowOrigins: ['https://shop.example.com'] } });
    api.addUsagePlan('Partners', { quota: 1000 }).addApiKey('Acme');
  },
  'secure-api in private': (stack) => {
    const endpoint = InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', { vpcEndpointId: 'vpce-0123456789abcdef0', port: 443 });
    apiIn(stack, { access: ApiAccess.fromVpcEndpoints([endpoint]) });
  },
  'secure-function invoked asynchronously': (stack) => {
    const onFailure = new SecureQueue(stack, 'Failed').queue;
    const failures = onFailure.metricApproximateNumberOfMessagesVisible().createAlarm(stack, 'Failures', { threshold: 1, evaluationPeriods: 1 });
    failures.addAlarmAction(new SnsAction(SecureTopic.alarmsOf(stack).topic));
    new SecureFunction(stack, 'Function', { code, environment: { TABLE: 'orders' }, asyncInvoke: { onFailure } });
  },
  'secure-function invoked from elsewhere': (stack) => {
    const open = new SecureFunction(stack, 'Open', { code });
    open.allowInvokeFrom(InvokeSource.organization('o-a1b2c3d4e5'));
    open.allowInvokeFrom(InvokeSource.account('444455556666'));
    new SecureFunction(stack, 'Inside', { code }).allowInvokeFrom(InvokeSource.vpcEndpointId('vpce-0123456789abcdef0'));
  },
  'secure-function signed and bounded': (stack) => {
    const signingProfiles = [new SigningProfile(stack, 'Signer', { platform: Platform.AWS_LAMBDA_SHA384_ECDSA })];
    const codeSigningConfig = new CodeSigningConfig(stack, 'Signing', {
      signingProfiles, untrustedArtifactOnDeployment: UntrustedArtifactOnDeployment.ENFORCE,
    });
    new SecureFunction(stack, 'Function', { code: Code.fromAsset(`${__dirname}/../functions/fixtures/asset`), codeSigningConfig, reservedConcurrentExecutions: 5 });
  },
  'secure-bucket with a lock': (stack) => new SecureBucket(stack, 'Bucket', { objectLock: ObjectLock.governance(30), retention: Retention.days(90) }),
  'secure-queue of a topic, and in order': (stack) => {
    const queue = new SecureQueue(stack, 'Queue', { visibilityTimeout: Duration.minutes(3) });
    queue.subscribeTo(new SecureTopic(stack, 'Topic').topic);
    queue.addConsumer(new SecureFunction(stack, 'Consumer', { code, timeout: Duration.seconds(30) }).lambdaFunction);
    new SecureQueue(stack, 'Ordered', { fifo: true });
  },
  'secure-table with a replica': (stack) => {
    const encryptionKeyArn = 'arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555';
    new SecureTable(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING }, replicas: [{ region: 'eu-central-1', encryptionKeyArn }] });
  },
  'secure-user-pool at a domain of its own': (stack) => {
    const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:111122223333:certificate/1');
    const hostedZone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
    new SecureUserPool(stack, 'Users', { signInDomain: SignInDomain.custom({ domainName: 'auth.example.com', certificate, hostedZone }) });
  },
  'secure-vpc with NAT': (stack) => new SecureVpc(stack, 'Vpc', { natGateways: 2 }),
  'secure-site with an API': (stack) => {
    const hostedZone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
    const site = new SecureSite(stack, 'Site', { domain: { domainName: 'shop.example.com', hostedZone }, logDestination: SiteLogDestination.BUCKET });
    const secret = Secret.fromSecretCompleteArn(stack, 'Secret', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:origin-a1B2c3');
    site.addApi('/api/*', apiIn(stack, {}), { secret });
  },
  'web-firewall with a bucket and paid groups': (stack) => new WebFirewall(stack, 'Firewall', {
    logDestination: FirewallLogDestination.bucket(),
    extraRuleGroups: [ManagedRuleGroup.botControl(), ManagedRuleGroup.accountTakeoverPrevention({ loginPath: '/login' })],
    rules: [FirewallRule.challenge('Bots', RequestMatch.labelNamespace('awswaf:managed:aws:bot-control:bot:category:'))],
  }),
  'web-firewall with addresses and uploads': (stack) => new WebFirewall(stack, 'Firewall', {
    blockedIps: [IpSet.v4(['198.51.100.0/24']), IpSet.v6(['2001:db8::/32'])],
    uploadRoutes: [{ method: 'PUT', path: '/documents/{id}', maxBytes: 32_768 }],
  }),
};

/** An error where the region is not known. */
const NEED_REGION = [
  'secure-table with a replica', 'secure-site', 'secure-site-with-api', 'secure-site-with-files', 'secure-site with an API', 'web-firewall-of-cloudfront',
];

function apiIn(stack: Stack, props: SecureApiProps): SecureApi {
  const api = new SecureApi(stack, 'Api', props);
  const { lambdaFunction } = new SecureFunction(stack, 'Function', { code });
  api.addRoute('GET', '/orders', lambdaFunction, { auth: RouteAuth.lambdaToken(new SecureFunction(stack, 'Authorizer', { code }).lambdaFunction) });
  return api;
}

/** How the apps are built: with and without feature flags, and where the environment is not known before deployment. */
export const APP_MODES: [string, Record<string, unknown>, Environment | undefined][] = [
  ...FLAG_MODES.map(([mode, flags]): [string, Record<string, unknown>, Environment] => [mode, flags, ENV]),
  ['in any environment', FLAG_MODES[0][1], undefined],
];

/** Every app that the catalogue is held against: one per construct, the example, and further choices. */
export function catalogueApps(flags: Record<string, unknown>, env: Environment | undefined): [string, () => App][] {
  return [
    ['orders', () => ordersApp(newApp(flags))],
    ...Object.entries({ ...MINIMAL_APPS, ...CHOICES }).map(([name, build]): [string, () => App] => [name, () => {
      const app = newApp(flags);
      const stack = new Stack(app, 'Stack', { env: NEED_REGION.includes(name) ? envOf(name) : env });
      if (name in CHOICES) SecureTopic.alarmsOf(stack).subscribeEmail('oncall@example.com'); // minimal apps do so themselves
      build(stack);
      return app;
    }]),
  ];
}
