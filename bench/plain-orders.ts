import * as path from 'path';
import { App, CustomResource, Duration, RemovalPolicy, Stack, StackProps, Stage } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { ApiGatewayDomain } from 'aws-cdk-lib/aws-route53-targets';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { plainFirewall } from './plain-firewall';
import { PlainFrontPageStack } from './plain-front-page';
import { attachmentSchema, orderSchema } from '../examples/orders/request-schemas';

const HANDLERS = path.join(__dirname, '..', 'examples', 'orders', 'handlers');
const ASSETS = path.join(__dirname, '..', 'assets', 'handlers');

/** The order service with plain L2s (L1s where there are none): the same resource types and counts, and none of the hardening. */
class PlainOrdersStack extends Stack {
  private readonly key = new kms.Key(this, 'Key', { alias: 'orders' });

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const topic = new sns.Topic(this, 'Alarms', { masterKey: this.key, enforceSSL: true });
    topic.addSubscription(new EmailSubscription('security@example.com'));
    const table = new dynamodb.Table(this, 'Orders', {
      partitionKey: { name: 'customer', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'order', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryptionKey: this.key,
    });
    const accessLogs = this.bucket('AccessLogs');
    const uploads = this.bucket('Uploads', { serverAccessLogsBucket: accessLogs, encryptionKey: this.key });
    const failed = this.queue('Failed');
    const placed = this.queue('Placed', { queue: failed, maxReceiveCount: 5 });
    const undelivered = this.queue('Undelivered');

    const { vpc, groups } = this.network();
    const orders = this.handler('OrdersFunction', 'orders.ts', vpc, groups[0]);
    const worker = this.handler('WorkerFunction', 'worker.ts', vpc, groups[1]);
    table.grantReadWriteData(orders);
    table.grantWriteData(worker);
    uploads.grantPut(orders);
    uploads.grantPut(worker);
    placed.grantSendMessages(orders);
    worker.addEventSource(new SqsEventSource(placed));
    for (const name of ['prefix-list', 'default-security-group']) this.customResource(name);

    const stage = this.api(orders);
    this.firewall(stage);
    this.trail(topic, undelivered, accessLogs);
    for (const metric of [failed.metricApproximateNumberOfMessagesVisible(), undelivered.metricApproximateNumberOfMessagesVisible(),
      stage.metricClientError(), stage.metricServerError(), stage.metricCount(), orders.metricErrors()]) {
      new cloudwatch.Alarm(this, `${metric.metricName}${this.node.children.length}`, { metric, threshold: 1, evaluationPeriods: 1 });
    }
  }

  private bucket(id: string, props: s3.BucketProps = {}): s3.Bucket {
    const lifecycleRules = [{ noncurrentVersionExpiration: Duration.days(90) }];
    return new s3.Bucket(this, id, { enforceSSL: true, versioned: true, lifecycleRules, ...props });
  }

  private queue(id: string, deadLetterQueue?: sqs.DeadLetterQueue): sqs.Queue {
    return new sqs.Queue(this, id, { encryptionMasterKey: this.key, enforceSSL: true, deadLetterQueue });
  }

  private logGroup(id: string): logs.LogGroup {
    return new logs.LogGroup(this, id, { encryptionKey: this.key, retention: logs.RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.RETAIN });
  }

  private network(): { vpc: ec2.Vpc; groups: ec2.SecurityGroup[] } {
    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 0,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [{ name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
    });
    vpc.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toCloudWatchLogs(this.logGroup('FlowLogs')) });
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    vpc.addGatewayEndpoint('DynamoDb', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });
    const groups = [ec2.InterfaceVpcEndpointAwsService.SQS, ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER].map((service, index) => {
      const endpoint = new ec2.SecurityGroup(this, `EndpointGroup${index}`, { vpc, allowAllOutbound: false });
      vpc.addInterfaceEndpoint(`Endpoint${index}`, { service, securityGroups: [endpoint], open: false });
      const caller = new ec2.SecurityGroup(this, `FunctionGroup${index}`, { vpc, allowAllOutbound: false });
      caller.connections.allowTo(endpoint, ec2.Port.HTTPS);
      for (const list of ['pl-11111111', 'pl-22222222']) caller.addEgressRule(ec2.Peer.prefixList(list), ec2.Port.HTTPS, undefined, true);
      return caller;
    });
    return { vpc, groups };
  }

  private handler(id: string, file: string, vpc: ec2.Vpc, group: ec2.SecurityGroup): NodejsFunction {
    return new NodejsFunction(this, id, {
      entry: path.join(HANDLERS, file),
      runtime: lambda.Runtime.NODEJS_22_X,
      vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [group],
      logGroup: this.logGroup(`${id}Logs`),
      environmentEncryption: this.key,
      tracing: lambda.Tracing.ACTIVE,
    });
  }

  private customResource(name: string): void {
    const provider = new lambda.Function(this, `${name}Function`, {
      code: lambda.Code.fromAsset(path.join(ASSETS, name, 'index')),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      logGroup: this.logGroup(`${name}Logs`),
      tracing: lambda.Tracing.ACTIVE,
    });
    provider.addToRolePolicy(new iam.PolicyStatement({ actions: ['ec2:DescribeManagedPrefixLists'], resources: ['*'] }));
    new CustomResource(this, `${name}Resource`, { serviceToken: provider.functionArn });
  }

  private api(fn: lambda.IFunction): apigateway.Stage {
    const api = new apigateway.RestApi(this, 'Api', {
      cloudWatchRole: true,
      deployOptions: {
        tracingEnabled: true,
        loggingLevel: apigateway.MethodLoggingLevel.INFO,
        accessLogDestination: new apigateway.LogGroupLogDestination(this.logGroup('AccessLogGroup')),
      },
    });
    this.logGroup('ExecutionLogs');
    const authorizer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Authorizer', {
      cognitoUserPools: [cognito.UserPool.fromUserPoolId(this, 'Users', 'eu-west-1_Example00')],
    });
    const requestValidator = api.addRequestValidator('Validator', { validateRequestBody: true, validateRequestParameters: true });
    const integration = new apigateway.LambdaIntegration(fn, { allowTestInvoke: false, scopePermissionToMethod: false });
    const model = (id: string, schema: apigateway.JsonSchema) => ({ requestModels: { 'application/json': api.addModel(id, { schema }) } });
    const orders = api.root.addResource('api').addResource('orders');
    const order = orders.addResource('{order}');
    const attachments = order.addResource('attachments');
    const options = { authorizer, authorizationScopes: ['orders/write'], requestValidator };
    orders.addMethod('POST', integration, { ...options, ...model('Order', orderSchema) });
    order.addMethod('GET', integration, { authorizer: this.tokenAuthorizer(), requestValidator });
    attachments.addMethod('POST', integration, { ...options, ...model('Attachment', attachmentSchema) });
    this.domain(api);
    const { ResponseType } = apigateway;
    for (const type of [
      ResponseType.DEFAULT_4XX, ResponseType.DEFAULT_5XX, ResponseType.UNAUTHORIZED, ResponseType.ACCESS_DENIED, ResponseType.THROTTLED,
      ResponseType.BAD_REQUEST_BODY, ResponseType.BAD_REQUEST_PARAMETERS, ResponseType.WAF_FILTERED, ResponseType.MISSING_AUTHENTICATION_TOKEN,
    ]) {
      api.addGatewayResponse(type.responseType, { type });
    }
    return api.deploymentStage;
  }

  private domain(api: apigateway.RestApi): void {
    const zone = route53.HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
    const domainName = 'orders-api.example.com';
    const certificate = new acm.Certificate(this, 'Certificate', { domainName, validation: acm.CertificateValidation.fromDns(zone) });
    const target = route53.RecordTarget.fromAlias(new ApiGatewayDomain(api.addDomainName('DomainName', { domainName, certificate })));
    new route53.ARecord(this, 'A', { zone, recordName: domainName, target });
    new route53.AaaaRecord(this, 'Aaaa', { zone, recordName: domainName, target });
  }

  private tokenAuthorizer(): apigateway.RequestAuthorizer {
    const verifier = new lambda.Function(this, 'Verifier', {
      code: lambda.Code.fromAsset(path.join(ASSETS, 'jwt-authorizer', 'index')),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      logGroup: this.logGroup('VerifierLogs'),
      tracing: lambda.Tracing.ACTIVE,
    });
    return new apigateway.RequestAuthorizer(this, 'TokenAuthorizer', {
      handler: verifier, identitySources: [apigateway.IdentitySource.header('Authorization')],
    });
  }

  private firewall(stage: apigateway.Stage): void {
    const acl = plainFirewall(this, 'REGIONAL', 'orders');
    new wafv2.CfnWebACLAssociation(this, 'FirewallOnStage', { webAclArn: acl.attrArn, resourceArn: stage.stageArn });
    const logGroup = this.logGroup('FirewallLogs');
    new wafv2.CfnLoggingConfiguration(this, 'FirewallLogging', { resourceArn: acl.attrArn, logDestinationConfigs: [logGroup.logGroupArn] });
    new logs.MetricFilter(this, 'Throttled', {
      logGroup, filterPattern: logs.FilterPattern.literal('429'), metricNamespace: 'orders', metricName: 'throttled',
    });
  }

  private trail(topic: sns.Topic, undelivered: sqs.Queue, serverAccessLogsBucket: s3.Bucket): void {
    const encryptionKey = new kms.Key(this, 'TrailKey', { alias: 'orders-trail' });
    new cloudtrail.Trail(this, 'Trail', {
      bucket: this.bucket('TrailBucket', { serverAccessLogsBucket, encryptionKey }),
      encryptionKey,
      sendToCloudWatchLogs: true,
      cloudWatchLogGroup: this.logGroup('TrailLogs'),
    });
    for (const source of ['cloudtrail', 's3', 'kms', 'logs']) {
      new events.Rule(this, `Tamper${source}`, {
        eventPattern: { source: [`aws.${source}`], detailType: ['AWS API Call via CloudTrail'] },
        targets: [new targets.SnsTopic(topic, { deadLetterQueue: undelivered })],
      });
    }
  }
}

/** The app, shaped as the hardened one. */
export function plainOrdersApp(app: App = new App()): App {
  const account = '111122223333';
  const production = new Stage(app, 'Production', { env: { account, region: 'eu-west-1' } });
  new PlainOrdersStack(production, 'Orders', { terminationProtection: true });
  new PlainFrontPageStack(production, 'FrontPage', { terminationProtection: true, env: { account, region: 'us-east-1' } });
  return app;
}
