import * as path from 'path';
import { Duration, Stack } from 'aws-cdk-lib';
import { JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { GUARDRAILS_PLACES } from './guardrails-places';
import { IDENTITY_PLACES } from './identity-places';
import { SITE_PLACES } from './site-places';
import type { Tokens } from './token-kinds';
import { WEB_SOCKET_PLACES } from './web-socket-places';
import {
  AccessLogBucket, ApiAccess, ApiDomain, ApiMutualTls, ApiUsagePlanOptions, AuditedResource, AuditTrail, AuditTrailProps, AwsService, BodyModel,
  FirewallRule, HttpRouteOptions, IAuditable, InvokeSource, IpSet, JwtAuthorizer, JwtAuthorizerProps, JwtIssuer, JwtIssuerOptions, JwtKeys,
  JwtScopes, JwtVerifier, ManagedRuleAction, ManagedRuleGroup, ManagedRuleOverride, MessageGroup, ObjectLock, OpenApiDefinition, OpenApiRoute,
  PrefixListIds, PutEventOptions, QueueConsumerProps, RequestMatch, Retention, RouteAuth, RouteOptions, SecureApi, SecureApiProps, SecureBucket,
  SecureBucketProps, SecureFunction, SecureFunctionProps, SecureHttpApi, SecureHttpApiProps, SecureKey, SecureKeyProps, SecureLogGroup, SecureQueue,
  SecureQueueProps, SecureTable, SecureTableIndex, SecureTableProps, SecureTopic, SecureVpc, SecureVpcProps, SendMessageOptions, ServiceIntegration,
  StringMatch, UploadRoute, VpcEndpoints, VpcLambda, WebFirewall, WebFirewallProps,
} from '../../src';

/** A prop or parameter that takes text or a number, with a token in it. */
export interface Place {
  readonly build: (stack: Stack, token: Tokens) => void;
  /** Part of the error where the token makes a decision impossible; absent where the token reaches the template. */
  readonly refused?: RegExp;
  /** How the error begins, where that is not the construct `It`. */
  readonly where?: RegExp;
  /** Whether the template never holds the value: it is for the synth only. */
  readonly unseen?: boolean;
}

type Build = Place['build'];

const passes = (build: Build): Place => ({ build });
const silent = (build: Build): Place => ({ build, unseen: true });
const refuses = (refused: RegExp, build: Build): Place => ({ build, refused });

const code = lambda.Code.fromInline('exports.handler = async () => {}');
const partitionKey = { name: 'id', type: AttributeType.STRING };

const bucket = (props: (token: Tokens) => SecureBucketProps): Build => (stack, token) => new SecureBucket(stack, 'It', props(token));
const key = (props: (token: Tokens) => SecureKeyProps): Build => (stack, token) => new SecureKey(stack, 'It', props(token));
const queue = (props: (token: Tokens) => SecureQueueProps): Build => (stack, token) => new SecureQueue(stack, 'It', props(token));
const consumer = (props: (token: Tokens) => QueueConsumerProps): Build => (stack, token) =>
  new SecureQueue(stack, 'It').addConsumer(new SecureFunction(stack, 'Fn', { code }).lambdaFunction, props(token));
const table = (props: (token: Tokens) => Partial<SecureTableProps>): Build => (stack, token) =>
  new SecureTable(stack, 'It', { partitionKey, ...props(token) });
const index = (props: (token: Tokens) => Partial<SecureTableIndex>): Build =>
  table((token) => ({ globalIndexes: [{ indexName: 'byState', partitionKey: { name: 'state', type: AttributeType.STRING }, ...props(token) } as SecureTableIndex] }));
const fn = (props: (token: Tokens) => SecureFunctionProps): Build => (stack, token) => new SecureFunction(stack, 'It', { code, ...props(token) });
const invoke = (source: (token: Tokens) => InvokeSource): Build => (stack, token) =>
  new SecureFunction(stack, 'It', { code }).allowInvokeFrom(source(token));
const vpc = (props: (token: Tokens) => SecureVpcProps): Build => (stack, token) => new SecureVpc(stack, 'It', props(token));
const prefixLists = (ids: (token: Tokens) => PrefixListIds): Build => (stack, token) => {
  const it = new VpcLambda(stack, 'It', { code, vpc: new SecureVpc(stack, 'Vpc').vpc, prefixLists: ids(token) });
  it.connectTo(AwsService.S3, AwsService.DYNAMODB);
};
const firewall = (props: (token: Tokens) => WebFirewallProps): Build => (stack, token) => new WebFirewall(stack, 'It', props(token));
const matching = (match: (token: Tokens) => RequestMatch): Build => firewall((token) => ({ rules: [FirewallRule.block('Mine', match(token))] }));
const query = (value: (token: Tokens) => StringMatch): Build => matching((token) => RequestMatch.queryString(value(token)));
const uploads = (route: (token: Tokens) => Partial<UploadRoute>): Build =>
  firewall((token) => ({ uploadRoutes: [{ method: 'POST', path: '/files', maxBytes: 16_384, ...route(token) }] }));
const trail = (props: (token: Tokens) => AuditTrailProps): Build => (stack, token) => new AuditTrail(stack, 'It', props(token));
const watched = (resource: (token: Tokens) => AuditedResource): Build => (stack, token) => {
  class Audited extends Construct implements IAuditable {
    public readonly auditedResources = [resource(token)];
  }
  new AuditTrail(stack, 'It').watch(new Audited(stack, 'Audited'));
};
const api = (props: (token: Tokens) => SecureApiProps, route: Partial<RouteOptions> = {}): Build => (stack, token) => {
  const it = new SecureApi(stack, 'It', props(token));
  it.addRoute('GET', '/orders', new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam(), ...route });
};
const route = (options: (token: Tokens, stack: Stack) => Partial<RouteOptions>, method = 'GET'): Build => (stack, token) => {
  const it = new SecureApi(stack, 'It');
  it.addRoute(method, '/orders', new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam(), ...options(token, stack) });
};
const httpApi = (props: (token: Tokens) => SecureHttpApiProps): Build => (stack, token) => {
  const it = new SecureHttpApi(stack, 'It', props(token));
  it.addRoute('GET', '/orders', new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam() });
};
const httpRoute = (options: (token: Tokens, stack: Stack) => Partial<HttpRouteOptions>): Build => (stack, token) => {
  const it = new SecureHttpApi(stack, 'It');
  it.addRoute('GET', '/orders', new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam(), ...options(token, stack) });
};
const jwt = (options: (token: Tokens) => Partial<JwtIssuerOptions>, url: (token: Tokens) => string = () => 'https://login.example.com'): Build => (stack, token) =>
  new JwtAuthorizer(stack, 'It', { issuer: JwtIssuer.at(url(token), { audiences: ['orders'], ...options(token) }) });
const verifier = (props: (token: Tokens) => Partial<JwtAuthorizerProps>): Build => (stack, token) =>
  new JwtAuthorizer(stack, 'It', { issuer: JwtIssuer.at('https://login.example.com', { audiences: ['orders'] }), ...props(token) });
const jwtRoute = (options: (token: Tokens) => JwtScopes): Build => route((token) => ({
  auth: RouteAuth.jwt(JwtIssuer.at('https://login.example.com', { audiences: ['orders'] }), { verifier: JwtVerifier.FUNCTION, ...options(token) }),
}));
const authorizer = (stack: Stack): lambda.IFunction => new SecureFunction(stack, 'Authorizer', { code }).lambdaFunction;
const pool = (stack: Stack): UserPool => new UserPool(stack, 'Users');
const plan = (options: (token: Tokens) => ApiUsagePlanOptions): Build => (stack, token) => {
  const it = new SecureApi(stack, 'It');
  it.addRoute('GET', '/orders', new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam() });
  it.addUsagePlan('Plan', options(token));
};
const service = (integration: (token: Tokens, stack: Stack) => ServiceIntegration): Build => (stack, token) => {
  const body = { type: JsonSchemaType.OBJECT, required: ['id'], properties: { id: { type: JsonSchemaType.STRING, maxLength: 9 } } };
  new SecureApi(stack, 'It').addServiceRoute('POST', '/orders', integration(token, stack), { auth: RouteAuth.iam(), body });
};
const sends = (options: (token: Tokens) => SendMessageOptions): Build =>
  service((token, stack) => ServiceIntegration.sendMessage(new SecureQueue(stack, 'Queue', { fifo: true }).queue, { group: MessageGroup.single('a'), ...options(token) }));
const puts = (options: (token: Tokens) => Partial<PutEventOptions>): Build => service((token, stack) =>
  ServiceIntegration.putEvent(new events.EventBus(stack, 'Bus'), { source: 'shop', detailType: 'Placed', ...options(token) }));
const imported = (definition: (token: Tokens) => OpenApiDefinition, choice: (token: Tokens) => Partial<OpenApiRoute> = () => ({})): Build =>
  (stack, token) => {
    const place = { auth: RouteAuth.iam(), handler: new SecureFunction(stack, 'Fn', { code }).lambdaFunction, ...choice(token) };
    SecureApi.fromOpenApi(stack, 'It', { definition: definition(token), routes: { place } });
  };
const domain = (props: (token: Tokens) => Partial<ApiDomain>): Build => (stack, token) => api(() => ({
  domain: {
    domainName: 'api.example.com',
    certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/1'),
    ...props(token),
  },
}))(stack, token);
const mutualTls = (props: (token: Tokens) => Partial<ApiMutualTls>): Build => (stack, token) =>
  domain(() => ({ mutualTls: { truststore: Bucket.fromBucketName(stack, 'Trust', 'trust'), key: 'truststore.pem', ...props(token) } }))(stack, token);

/** Each prop and parameter of the public API that takes text, numbers or durations, as the assembly names it. */
export const PLACES: Record<string, Place> = {
  ...GUARDRAILS_PLACES,
  ...IDENTITY_PLACES,
  ...SITE_PLACES,
  ...WEB_SOCKET_PLACES,
  'AccessLogBucketProps.bucketName': passes((stack, { text }) => new AccessLogBucket(stack, 'It', { bucketName: text })),
  'ApiAccess.fromCidrs(cidrs)': passes(api(({ list }) => ({ access: ApiAccess.fromCidrs(list) }))),
  'ApiAccess.fromOrganization(organizationId)': passes(api(({ text }) => ({ access: ApiAccess.fromOrganization(text) }))),
  'ApiAlarmThresholds.blockedRequests': refuses(/blockedRequests/, api(({ number }) => ({ alarmThresholds: { blockedRequests: number } }))),
  'ApiAlarmThresholds.clientErrors': refuses(/clientErrors/, api(({ number }) => ({ alarmThresholds: { clientErrors: number } }))),
  'ApiAlarmThresholds.serverErrorPercent': refuses(/serverErrorPercent/, api(({ number }) => ({ alarmThresholds: { serverErrorPercent: number } }))),
  'ApiAlarmThresholds.throttledRequests': refuses(/throttledRequests/, api(({ number }) => ({ alarmThresholds: { throttledRequests: number } }))),
  'ApiCors.allowOrigins': passes(api(({ text }) => ({ cors: { allowOrigins: ['https://shop.example.com', text] } }))),
  'ApiCors.allowHeaders': passes(api(({ text }) => ({ cors: { allowOrigins: ['https://shop.example.com'], allowHeaders: [text] } }))),
  'ApiCors.maxAge': passes(api(({ number }) => ({ cors: { allowOrigins: ['https://shop.example.com'], maxAge: Duration.seconds(number) } }))),
  'ApiDomain.domainName': refuses(/domain\.domainName/, domain(({ text }) => ({ domainName: text }))),
  'ApiDomain.basePath': refuses(/domain\.basePath/, domain(({ text }) => ({ basePath: text }))),
  'ApiMutualTls.key': passes(mutualTls(({ text }) => ({ key: text }))),
  'ApiMutualTls.version': passes(mutualTls(({ text }) => ({ version: text }))),
  'ApiThrottle.burstLimit': passes(api(({ number }) => ({ throttle: { rateLimit: 1, burstLimit: number } }))),
  'ApiThrottle.rateLimit': passes(api(({ number }) => ({ throttle: { rateLimit: number, burstLimit: 1 } }))),
  'ApiUsagePlanOptions.quota': passes(plan(({ number }) => ({ quota: number }))),
  'ApiCors.allowOrigins, as a whole': refuses(/cors\.allowOrigins/, api(({ list }) => ({ cors: { allowOrigins: list } }))),
  'ApiCors.allowHeaders, as a whole': refuses(/cors\.allowHeaders/,
    api(({ list }) => ({ cors: { allowOrigins: ['https://shop.example.com'], allowHeaders: list } }))),
  'AsyncInvoke.maxEventAge': passes((stack, { number }) =>
    fn(() => ({ asyncInvoke: { onFailure: new SecureQueue(stack, 'Failed').queue, maxEventAge: Duration.seconds(number) } }))(stack, undefined!)),
  'AsyncInvoke.retryAttempts': passes((stack, { number }) =>
    fn(() => ({ asyncInvoke: { onFailure: new SecureQueue(stack, 'Failed').queue, retryAttempts: number } }))(stack, undefined!)),
  'AuditTrail.fromTrailArn(trailArn)': passes((stack, { text }) => {
    const it = new AuditTrail(stack, 'Data', { managementEventsLoggedBy: AuditTrail.fromTrailArn(stack, 'It', `arn:aws:cloudtrail:eu-west-1:111122223333:trail/${text}`) });
    it.watch(new SecureBucket(stack, 'Watched', { bucketName: AuditTrail.fromTrailArn(stack, 'Again', text).trailName }));
  }),
  'AuditTrailProps.organizationId': passes(trail(({ text }) => ({ organizationId: text }))),
  'AuditTrailProps.trailName': refuses(/trailName/, trail(({ text }) => ({ trailName: text }))),
  'AuditedResource.bucketObjects(bucketArn)': passes(watched(({ text }) => AuditedResource.bucketObjects(text))),
  'AuditedResource.functionInvocations(functionArn)': passes(watched(({ text }) => AuditedResource.functionInvocations(text))),
  'AuditedResource.tableItems(tableArn)': passes(watched(({ text }) => AuditedResource.tableItems(text))),
  'AwsService.of(endpointName)': refuses(/endpointName/, (stack, { text }) => { new SecureVpc(stack, 'It').endpoints.add(AwsService.of(text, 'ssm')); }),
  'AwsService.of(actionPrefix)': passes((stack, { text }) => { new SecureVpc(stack, 'It').endpoints.add(AwsService.of('acm-pca', text)); }),
  'BodyModel.of(name)': refuses(/bodyModel/, route(({ text }) => ({ bodyModel: BodyModel.of(text, { type: JsonSchemaType.STRING }) }), 'POST')),
  'CognitoAuthOptions.header': passes(route(({ text }, stack) => ({ auth: RouteAuth.cognito([pool(stack)], { acceptIdToken: true, header: text }) }))),
  'CognitoAuthOptions.scopes': passes(route(({ list }, stack) => ({ auth: RouteAuth.cognito([pool(stack)], { scopes: list }) }))),
  'ExistingEndpoint.routeTableIds': silent((stack, { list }) => {
    const it = new SecureVpc(stack, 'It').vpc;
    VpcEndpoints.of(it).useExisting(AwsService.S3, { routeTableIds: list });
    new VpcLambda(stack, 'Fn', { code, vpc: it }).connectTo(AwsService.S3);
  }),
  'FirewallRule.block(name)': refuses(/rules/, firewall(({ text }) => ({ rules: [FirewallRule.block(text, RequestMatch.method('PUT'))] }))),
  'FirewallRule.count(name)': refuses(/rules/, firewall(({ text }) => ({ rules: [FirewallRule.count(text, RequestMatch.method('PUT'))] }))),
  'FirewallRule.limit(name)': refuses(/rules/, firewall(({ text }) => ({ rules: [FirewallRule.limit(text, 100, RequestMatch.method('PUT'))] }))),
  'FirewallRule.limit(limit)': passes(firewall(({ number }) => ({ rules: [FirewallRule.limit('Mine', number, RequestMatch.method('PUT'))] }))),
  'InvokeSource.account(accountId)': passes(invoke(({ text }) => InvokeSource.account(text))),
  'InvokeSource.organization(organizationId)': passes(invoke(({ text }) => InvokeSource.organization(text))),
  'InvokeSource.vpcEndpointId(vpcEndpointId)': passes(invoke(({ text }) => InvokeSource.vpcEndpointId(text))),
  'IpSet.existing(ipSetArn)': passes(firewall(({ text }) => ({ blockedIps: [IpSet.existing(text)] }))),
  'IpSet.v4(cidrs)': passes(firewall(({ list }) => ({ blockedIps: [IpSet.v4(list)] }))),
  'IpSet.v6(cidrs)': passes(firewall(({ list }) => ({ blockedIps: [IpSet.v6(list)] }))),
  'LambdaRequestAuthOptions.cacheTtl': passes(route(({ number }, stack) => ({
    auth: RouteAuth.lambdaRequest(authorizer(stack), { identitySources: ['method.request.header.X'], cacheTtl: Duration.seconds(number) }),
  }))),
  'LambdaRequestAuthOptions.identitySources': passes(route(({ text }, stack) => ({ auth: RouteAuth.lambdaRequest(authorizer(stack), { identitySources: [text] }) }))),
  'LambdaRequestAuthOptions.identitySources, as a whole': refuses(/identitySources/,
    route(({ list }, stack) => ({ auth: RouteAuth.lambdaRequest(authorizer(stack), { identitySources: list }) }))),
  'LambdaTokenAuthOptions.cacheTtl': passes(route(({ number }, stack) => ({ auth: RouteAuth.lambdaToken(authorizer(stack), { cacheTtl: Duration.seconds(number) }) }))),
  'LambdaTokenAuthOptions.header': passes(route(({ text }, stack) => ({ auth: RouteAuth.lambdaToken(authorizer(stack), { header: text }) }))),
  'LambdaTokenAuthOptions.tokenPattern': passes(route(({ text }, stack) => ({ auth: RouteAuth.lambdaToken(authorizer(stack), { tokenPattern: text }) }))),
  'ManagedRuleGroup.of(vendorName)': passes(firewall(({ text }) => ({ extraRuleGroups: [ManagedRuleGroup.of(text, 'Group', 50)] }))),
  'ManagedRuleGroup.of(name)': passes(firewall(({ text }) => ({ extraRuleGroups: [ManagedRuleGroup.of('Vendor', text, 50)] }))),
  'ManagedRuleGroup.of(capacity)': refuses(/extraRuleGroups/, firewall(({ number }) => ({ extraRuleGroups: [ManagedRuleGroup.of('Vendor', 'Group', number)] }))),
  'ManagedRuleGroup.overrideRule(rule)': refuses(/overrides/, firewall(({ text }) => ({
    overrides: [ManagedRuleGroup.COMMON.overrideRule(text, ManagedRuleAction.COUNT)],
  }))),
  'ManagedRuleOverride.new(rule)': refuses(/overrides/, firewall(({ text }) => ({
    overrides: [new ManagedRuleOverride(ManagedRuleGroup.COMMON, text, ManagedRuleAction.COUNT)],
  }))),
  'MessageGroup.perValueOf(property)': refuses(/integration\.group/, sends(({ text }) => ({ group: MessageGroup.perValueOf(text) }))),
  'MessageGroup.single(name)': refuses(/integration\.group/, sends(({ text }) => ({ group: MessageGroup.single(text) }))),
  'NotSecret.reason': refuses(/notSecrets/, fn(({ text }) => ({ notSecrets: [{ variable: 'SEED', reason: text }] }))),
  'NotSecret.variable': refuses(/notSecrets/, fn(({ text }) => ({ notSecrets: [{ variable: text, reason: 'made up' }] }))),
  'ObjectLock.compliance(days)': refuses(/objectLock\.days/, bucket(({ number }) => ({ objectLock: ObjectLock.compliance(number) }))),
  'ObjectLock.governance(days)': refuses(/objectLock\.days/, bucket(({ number }) => ({ objectLock: ObjectLock.governance(number) }))),
  'OpenApiDefinition.fromFile(path)': refuses(/definition/, imported(({ text }) => OpenApiDefinition.fromFile(text))),
  'OpenApiDefinition.fromText(text)': refuses(/definition/, imported(({ text }) => OpenApiDefinition.fromText(text))),
  'OpenApiRoute.rateLimitPerAddress': passes(imported(
    () => OpenApiDefinition.fromText('{ "openapi": "3.0.3", "paths": { "/": { "get": { "operationId": "place" } } } }'), ({ number }) => ({ rateLimitPerAddress: number }))),
  'OpenApiRoute.unvalidatedBody': refuses(/unvalidatedBody/, imported(
    () => OpenApiDefinition.fromText('{ "openapi": "3.0.3", "paths": { "/": { "post": { "operationId": "place" } } } }'), ({ text }) => ({ unvalidatedBody: text }))),
  'PlanKeyOptions.description': passes((stack, { text }) => {
    const it = new SecureApi(stack, 'It');
    it.addRoute('GET', '/orders', new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam() });
    it.addUsagePlan('Plan', { quota: 1 }).addApiKey('Key', { description: text });
  }),
  'PlanRoute.method': refuses(/routes\[0\]\.method/, plan(({ text }) => ({ quota: 1, routes: [{ method: text, path: '/', throttle: { rateLimit: 1, burstLimit: 1 } }] }))),
  'PlanRoute.path': refuses(/routes\[0\]\.path/, plan(({ text }) => ({ quota: 1, routes: [{ method: 'GET', path: text, throttle: { rateLimit: 1, burstLimit: 1 } }] }))),
  'PrefixListIds.dynamodb': passes(prefixLists(({ text }) => ({ dynamodb: text, s3: 'pl-12345678' }))),
  'PrefixListIds.s3': passes(prefixLists(({ text }) => ({ s3: text, dynamodb: 'pl-12345678' }))),
  'PutEventOptions.detailType': refuses(/integration\.detailType/, puts(({ text }) => ({ detailType: text }))),
  'PutEventOptions.source': refuses(/integration\.source/, puts(({ text }) => ({ source: text }))),
  'QueueConsumerProps.batchSize': passes(consumer(({ number }) => ({ batchSize: number }))),
  'JwtAuthorizerProps.memorySize': passes(verifier(({ number }) => ({ memorySize: number }))),
  'JwtAuthorizerProps.reservedConcurrentExecutions': passes(verifier(({ number }) => ({ reservedConcurrentExecutions: number }))),
  'JwtChecks.clockTolerance': refuses(/issuer clockTolerance/, jwt(({ number }) => ({ clockTolerance: Duration.seconds(number) }))),
  'JwtChecks.contextClaims': refuses(/issuer contextClaims/, jwt(({ text }) => ({ contextClaims: [text] }))),
  'JwtChecks.header': refuses(/issuer header/, jwt(({ text }) => ({ header: text }))),
  'JwtChecks.maxAge': refuses(/issuer maxAge/, jwt(({ number }) => ({ maxAge: Duration.seconds(number) }))),
  'JwtChecks.tokenType': passes(jwt(({ text }) => ({ tokenType: text }))),
  'JwtChecks.claims': passes(jwt(({ text }) => ({ claims: { tenant: text } }))),
  'JwtIssuer.at(url)': passes(jwt(() => ({}), ({ text }) => text)),
  'JwtIssuerOptions.audiences': passes(jwt(({ text }) => ({ audiences: ['orders', text] }))),
  'JwtIssuerOptions.audiences, as a whole': refuses(/issuer audiences/, jwt(({ list }) => ({ audiences: list }))),
  'JwtIssuerOptions.tokenUse': passes(jwt(({ text }) => ({ tokenUse: text }))),
  'JwtKeys.jwks(url)': passes(jwt(({ text }) => ({ keys: JwtKeys.jwks(text) }))),
  'JwtScopes.cacheTtl': passes(jwtRoute(({ number }) => ({ withoutScopes: true, cacheTtl: Duration.seconds(number) }))),
  'JwtScopes.scopes': passes(jwtRoute(({ text }) => ({ scopes: [text] }))),
  'JwtScopes.scopes, as a whole': refuses(/auth\.scopes/, jwtRoute(({ list }) => ({ scopes: list }))),
  'JwtSecretOptions.field': refuses(/issuer keys\.field/, (stack, { text }) => new JwtAuthorizer(stack, 'It', {
    issuer: JwtIssuer.at('https://login.example.com', {
      audiences: ['orders'], keys: JwtKeys.secret(Secret.fromSecretNameV2(stack, 'Secret', 'partner'), { field: text }),
    }),
  })),
  'QueueConsumerProps.functionTimeout': refuses(/functionTimeout/, consumer(({ number }) => ({ functionTimeout: Duration.seconds(number) }))),
  'QueueConsumerProps.maxBatchingWindow': refuses(/maxBatchingWindow/, consumer(({ number }) => ({ maxBatchingWindow: Duration.seconds(number) }))),
  'QueueConsumerProps.maxConcurrency': passes(consumer(({ number }) => ({ maxConcurrency: number }))),
  'RequestMatch.header(name)': refuses(/rules/, matching(({ text }) => RequestMatch.header(text, StringMatch.present()))),
  'RequestMatch.method(methods)': refuses(/rules/, matching(({ text }) => RequestMatch.method(text))),
  'RequestMatch.queryParameter(name)': refuses(/rules/, matching(({ text }) => RequestMatch.queryParameter(text, StringMatch.present()))),
  'RequestMatch.route(method)': refuses(/rules/, matching(({ text }) => RequestMatch.route(text, '/orders'))),
  'RequestMatch.route(path)': refuses(/rules/, matching(({ text }) => RequestMatch.route('GET', text))),
  'Retention.days(days)': refuses(/retention\.expireAfterDays/, bucket(({ number }) => ({ retention: Retention.days(number) }))),
  'RouteAuth.public(reason)': refuses(/GET \/orders auth/, route(({ text }) => ({ auth: RouteAuth.public(text) }))),
  'RouteOptions.rateLimitPerAddress': passes(route(({ number }) => ({ rateLimitPerAddress: number }))),
  'RouteOptions.requiredHeaders': refuses(/requiredHeaders/, route(({ text }) => ({ requiredHeaders: [text] }))),
  'RouteOptions.requiredQuery': refuses(/requiredQuery/, route(({ text }) => ({ requiredQuery: [text] }))),
  'RouteOptions.unvalidatedBody': refuses(/unvalidatedBody/, route(({ text }) => ({ unvalidatedBody: text }), 'POST')),
  'SecureApi.addRoute(method)': refuses(/addRoute method/, (stack, { text }) => {
    new SecureApi(stack, 'It').addRoute(text, '/', new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam() });
  }),
  'SecureApi.addRoute(path)': refuses(/addRoute path/, (stack, { text }) => {
    new SecureApi(stack, 'It').addRoute('GET', `/${text}`, new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam() });
  }),
  'SecureApi.addServiceRoute(method)': refuses(/addRoute method/, (stack, { text }) => {
    new SecureApi(stack, 'It').addServiceRoute(text, '/', ServiceIntegration.sendMessage(new SecureQueue(stack, 'Queue').queue), { auth: RouteAuth.iam() });
  }),
  'SecureApi.addServiceRoute(path)': refuses(/addRoute path/, (stack, { text }) => {
    new SecureApi(stack, 'It').addServiceRoute('POST', `/${text}`, ServiceIntegration.sendMessage(new SecureQueue(stack, 'Queue').queue), { auth: RouteAuth.iam() });
  }),
  'SecureApi.grantInvoke(method)': refuses(/grantInvoke/, (stack, { text }) => {
    new SecureApi(stack, 'It').grantInvoke(new SecureFunction(stack, 'Fn', { code }), text, '/');
  }),
  'SecureApi.grantInvoke(path)': refuses(/grantInvoke/, (stack, { text }) => {
    new SecureApi(stack, 'It').grantInvoke(new SecureFunction(stack, 'Fn', { code }), 'GET', text);
  }),
  'SecureApiProps.binaryMediaTypes': passes(api(({ list }) => ({ binaryMediaTypes: list }))),
  'SecureApiProps.description': passes(api(({ text }) => ({ description: text }))),
  'SecureApiProps.stageName': refuses(/stageName/, api(({ text }) => ({ stageName: text }))),
  'SecureHttpApi.addRoute(method)': refuses(/addRoute method/, (stack, { text }) => {
    new SecureHttpApi(stack, 'It').addRoute(text, '/', new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam() });
  }),
  'SecureHttpApi.addRoute(path)': refuses(/addRoute path/, (stack, { text }) => {
    new SecureHttpApi(stack, 'It').addRoute('GET', `/${text}`, new SecureFunction(stack, 'Fn', { code }).lambdaFunction, { auth: RouteAuth.iam() });
  }),
  'SecureHttpApi.grantInvoke(method)': refuses(/grantInvoke/, (stack, { text }) => {
    new SecureHttpApi(stack, 'It').grantInvoke(new SecureFunction(stack, 'Fn', { code }), text, '/');
  }),
  'SecureHttpApi.grantInvoke(path)': refuses(/grantInvoke/, (stack, { text }) => {
    new SecureHttpApi(stack, 'It').grantInvoke(new SecureFunction(stack, 'Fn', { code }), 'GET', text);
  }),
  'SecureHttpApiProps.description': passes(httpApi(({ text }) => ({ description: text }))),
  'SecureHttpApiProps.responseHeaders': passes(httpApi(({ text }) => ({ responseHeaders: { 'X-Owner': text } }))),
  'ApiThrottle.rateLimit, of an HTTP API': passes(httpApi(({ number }) => ({ throttle: { rateLimit: number, burstLimit: 1 } }))),
  'ApiThrottle.burstLimit, of a route of an HTTP API': passes(httpRoute(({ number }) => ({ throttle: { rateLimit: 1, burstLimit: number } }))),
  'ApiCors.allowOrigins, of an HTTP API': passes(httpApi(({ text }) => ({ cors: { allowOrigins: ['https://shop.example.com', text] } }))),
  'ApiCors.allowHeaders, of an HTTP API': passes(httpApi(({ text }) => ({ cors: { allowOrigins: ['https://shop.example.com'], allowHeaders: [text] } }))),
  'ApiCors.maxAge, of an HTTP API': passes(httpApi(({ number }) => ({
    cors: { allowOrigins: ['https://shop.example.com'], maxAge: Duration.seconds(number) },
  }))),
  'LambdaRequestAuthOptions.cacheTtl, of an HTTP API': passes(httpRoute(({ number }, stack) => ({
    auth: RouteAuth.lambdaRequest(authorizer(stack), { identitySources: ['method.request.header.X'], cacheTtl: Duration.seconds(number) }),
  }))),
  'LambdaRequestAuthOptions.identitySources, of an HTTP API': refuses(/identitySources/, httpRoute(({ text }, stack) => ({
    auth: RouteAuth.lambdaRequest(authorizer(stack), { identitySources: [text] }),
  }))),
  'SecureBucket.grantDelete(prefix)': refuses(/prefix/, (stack, { text }) => { new SecureBucket(stack, 'It').grantDelete(new SecureFunction(stack, 'Fn', { code }), text); }),
  'SecureBucket.grantRead(prefix)': refuses(/prefix/, (stack, { text }) => { new SecureBucket(stack, 'It').grantRead(new SecureFunction(stack, 'Fn', { code }), text); }),
  'SecureBucket.grantWriteOnly(prefix)': passes((stack, { text }) => { new SecureBucket(stack, 'It').grantWriteOnly(new SecureFunction(stack, 'Fn', { code }), `${text}/`); }),
  'SecureBucketProps.bucketName': passes(bucket(({ text }) => ({ bucketName: text }))),
  'SecureBucketProps.noncurrentVersionDays': refuses(/noncurrentVersionDays/, bucket(({ number }) => ({ noncurrentVersionDays: number }))),
  'SecureBucketProps.sseS3Prefixes': passes(bucket(({ text }) => ({ sseS3Prefixes: [text] }))),
  'SecureBucketProps.sseS3Prefixes, as a whole': refuses(/sseS3Prefixes/, bucket(({ list }) => ({ sseS3Prefixes: list }))),
  'SecureFunctionProps.description': passes(fn(({ text }) => ({ description: text }))),
  'SecureFunctionProps.entry': refuses(/entry/, (stack, { text }) => { new SecureFunction(stack, 'It', { entry: path.join(__dirname, text) }); }),
  'SecureFunctionProps.environment': passes(fn(({ text }) => ({ environment: { API_KEY: text } }))),
  'SecureFunctionProps.externalModules': refuses(/externalModules/, (stack, { text }) => {
    new SecureFunction(stack, 'It', { entry: path.join(__dirname, '..', 'functions', 'fixtures', 'entry', 'bye.ts'), externalModules: [text] });
  }),
  'SecureFunctionProps.handler': passes(fn(({ text }) => ({ handler: text }))),
  'SecureFunctionProps.memorySize': passes(fn(({ number }) => ({ memorySize: number }))),
  'SecureFunctionProps.reservedConcurrentExecutions': passes(fn(({ number }) => ({ reservedConcurrentExecutions: number }))),
  'SecureFunctionProps.timeout': passes(fn(({ number }) => ({ timeout: Duration.seconds(number) }))),
  'SecureFunctionProps.trustedLayerAccounts': refuses(/trustedLayerAccounts/, (stack, { list }) => {
    const layer = lambda.LayerVersion.fromLayerVersionArn(stack, 'Layer', 'arn:aws:lambda:eu-west-1:999988887777:layer:tools:1');
    new SecureFunction(stack, 'It', { code, layers: [layer], trustedLayerAccounts: list });
  }),
  'SecureKeyProps.alias': passes(key(({ text }) => ({ alias: `alias/${text}` }))),
  'SecureKeyProps.description': passes(key(({ text }) => ({ description: text }))),
  'SecureKeyProps.rotationPeriod': refuses(/rotationPeriod/, key(({ number }) => ({ rotationPeriod: Duration.days(number) }))),
  'SecureLogGroupProps.logGroupName': passes((stack, { text }) => new SecureLogGroup(stack, 'It', { logGroupName: `aws-waf-logs-${text}` })),
  'SecureQueueProps.maxReceiveCount': passes(queue(({ number }) => ({ maxReceiveCount: number }))),
  'SecureQueueProps.retentionPeriod': passes(queue(({ number }) => ({ retentionPeriod: Duration.seconds(number) }))),
  'SecureQueueProps.visibilityTimeout': passes(queue(({ number }) => ({ visibilityTimeout: Duration.seconds(number) }))),
  'SecureTable.grantQuery(indexName)': refuses(/indexName/, (stack, { text }) => {
    new SecureTable(stack, 'It', { partitionKey }).grantQuery(new SecureFunction(stack, 'Fn', { code }), text);
  }),
  'SecureTable.grantScan(indexName)': refuses(/indexName/, (stack, { text }) => {
    new SecureTable(stack, 'It', { partitionKey }).grantScan(new SecureFunction(stack, 'Fn', { code }), text);
  }),
  'SecureTableIndex.indexName': refuses(/indexName/, index(({ text }) => ({ indexName: text }))),
  'SecureTableIndex.nonKeyAttributes': passes(index(({ text }) => ({ projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [text] }))),
  'SecureTableIndex.nonKeyAttributes, as a whole': passes(index(({ list }) => ({ projectionType: ProjectionType.INCLUDE, nonKeyAttributes: list }))),
  'SecureTableProps.maxReadRequestUnits': passes(table(({ number }) => ({ maxReadRequestUnits: number }))),
  'SecureTableProps.maxWriteRequestUnits': passes(table(({ number }) => ({ maxWriteRequestUnits: number }))),
  'SecureTableProps.timeToLiveAttribute': passes(table(({ text }) => ({ timeToLiveAttribute: text }))),
  'SecureTableReplica.encryptionKeyArn': passes(table(({ text }) => ({ replicas: [{ region: 'us-east-1', encryptionKeyArn: text }] }))),
  'SecureTableReplica.region': refuses(/replicas\[0\]\.region/, table(({ text }) => ({
    replicas: [{ region: text, encryptionKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/1' }],
  }))),
  'SecureTopic.subscribeEmail(address)': passes((stack, { text }) => new SecureTopic(stack, 'It').subscribeEmail(text)),
  'SecureTopicProps.displayName': passes((stack, { text }) => new SecureTopic(stack, 'It', { displayName: text })),
  'SecureVpcProps.availabilityZones': passes(vpc(({ text }) => ({ availabilityZones: ['eu-west-1a', text] }))),
  'SecureVpcProps.cidr': refuses(/cidr/, vpc(({ text }) => ({ cidr: text }))),
  'SecureVpcProps.maxAzs': refuses(/maxAzs/, vpc(({ number }) => ({ maxAzs: number }))),
  'SecureVpcProps.natGateways': refuses(/natGateways/, vpc(({ number }) => ({ natGateways: number }))),
  'SecureVpcProps.availabilityZones, as a whole': refuses(/availabilityZones/, vpc(({ list }) => ({ availabilityZones: list }))),
  'SecureVpcProps.organizationId': passes((stack, { text }) => { new SecureVpc(stack, 'It', { organizationId: text }).endpoints.add(AwsService.SSM); }),
  'SendMessageOptions.deduplicateBy': refuses(/integration\.deduplicateBy/, sends(({ text }) => ({ deduplicateBy: text }))),
  'StringMatch.contains(value)': passes(query(({ text }) => StringMatch.contains(text))),
  'StringMatch.endsWith(value)': passes(query(({ text }) => StringMatch.endsWith(text))),
  'StringMatch.exactly(value)': passes(query(({ text }) => StringMatch.exactly(text))),
  'StringMatch.matches(regex)': passes(query(({ text }) => StringMatch.matches(text))),
  'StringMatch.startsWith(value)': passes(query(({ text }) => StringMatch.startsWith(text))),
  'TieredRetention.archiveAfterDays': refuses(/retention\.archiveAfterDays/, bucket(({ number }) => ({ retention: Retention.tiered({ archiveAfterDays: number }) }))),
  'TieredRetention.expireAfterDays': refuses(/retention\.expireAfterDays/, bucket(({ number }) => ({ retention: Retention.tiered({ expireAfterDays: number }) }))),
  'TieredRetention.infrequentAccessAfterDays': refuses(/retention\.infrequentAccessAfterDays/,
    bucket(({ number }) => ({ retention: Retention.tiered({ infrequentAccessAfterDays: number }) }))),
  'UploadRoute.maxBytes': refuses(/uploadRoutes/, uploads(({ number }) => ({ maxBytes: number }))),
  'UploadRoute.method': refuses(/uploadRoutes/, uploads(({ text }) => ({ method: text }))),
  'UploadRoute.path': refuses(/uploadRoutes/, uploads(({ text }) => ({ path: text }))),
  'VpcEndpoints.trustOrganization(organizationId)': passes((stack, { text }) => {
    const endpoints = VpcEndpoints.of(new ec2.Vpc(stack, 'It', { maxAzs: 2 }));
    endpoints.trustOrganization(text);
    endpoints.add(AwsService.SSM);
  }),
  'WebFirewallProps.rateLimit': passes(firewall(({ number }) => ({ rateLimit: number }))),
  'WebFirewallProps.sensitiveHeaders': refuses(/sensitiveHeaders/, firewall(({ list }) => ({ sensitiveHeaders: list }))),
};
