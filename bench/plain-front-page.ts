import * as path from 'path';
import { CustomResource, Duration, RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { plainFirewall } from './plain-firewall';

const UPLOADER = path.join(__dirname, '..', 'assets', 'handlers', 'site-files', 'index');
const PAGES = path.join(__dirname, '..', 'examples', 'orders', 'site');

/** The front page with plain L2s (L1s where there are none): the same resource types and counts, and none of the hardening. */
export class PlainFrontPageStack extends Stack {
  private readonly key = new kms.Key(this, 'Key', { alias: 'front-page' });

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const files = this.bucket('Files', { encryptionKey: this.key, serverAccessLogsBucket: this.bucket('AccessLogs') });
    const distribution = this.distribution(files, this.firewall());
    this.logRequests(distribution);
    this.upload(files, distribution);
    this.watch();
  }

  private bucket(id: string, props: s3.BucketProps = {}): s3.Bucket {
    const lifecycleRules = [{ noncurrentVersionExpiration: Duration.days(90) }];
    return new s3.Bucket(this, id, { enforceSSL: true, versioned: true, lifecycleRules, ...props });
  }

  private logGroup(id: string, logGroupName?: string): logs.LogGroup {
    const removalPolicy = RemovalPolicy.RETAIN;
    return new logs.LogGroup(this, id, { encryptionKey: this.key, retention: logs.RetentionDays.ONE_YEAR, removalPolicy, logGroupName });
  }

  private distribution(files: s3.Bucket, webAclId: string): cloudfront.Distribution {
    const zone = route53.HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
    const recordName = 'shop.example.com';
    const responseHeadersPolicy = new cloudfront.ResponseHeadersPolicy(this, 'Headers', { removeHeaders: ['server'] });
    const [paths, address] = ['Paths', 'Address'].map((id) => [{
      function: new cloudfront.Function(this, id, { code: cloudfront.FunctionCode.fromInline('function handler(event) { return event.request; }') }),
      eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
    }]);
    const distribution = new cloudfront.Distribution(this, 'Site', {
      domainNames: [recordName],
      certificate: new acm.Certificate(this, 'Certificate', { domainName: recordName, validation: acm.CertificateValidation.fromDns(zone) }),
      webAclId,
      defaultRootObject: 'index.html',
      defaultBehavior: { origin: S3BucketOrigin.withOriginAccessControl(files), responseHeadersPolicy, functionAssociations: paths },
      additionalBehaviors: {
        '/api/*': { origin: new HttpOrigin('orders-api.example.com'), responseHeadersPolicy, functionAssociations: address },
      },
    });
    const target = route53.RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new route53.ARecord(this, 'A', { zone, recordName, target });
    new route53.AaaaRecord(this, 'Aaaa', { zone, recordName, target });
    return distribution;
  }

  private watch(): void {
    const topic = new sns.Topic(this, 'Alarms', { masterKey: this.key, enforceSSL: true });
    topic.addSubscription(new EmailSubscription('security@example.com'));
    const metric = new cloudwatch.Metric({ namespace: 'AWS/WAFV2', metricName: 'BlockedRequests', dimensionsMap: { WebACL: 'front-page', Rule: 'ALL' } });
    new cloudwatch.Alarm(this, 'Blocked', { metric, threshold: 200, evaluationPeriods: 1 }).addAlarmAction(new SnsAction(topic));
  }

  private firewall(): string {
    const acl = plainFirewall(this, 'CLOUDFRONT', 'front-page');
    new wafv2.CfnLoggingConfiguration(this, 'FirewallLogging', {
      resourceArn: acl.attrArn, logDestinationConfigs: [this.logGroup('FirewallLogs', 'aws-waf-logs-front-page').logGroupArn],
    });
    return acl.attrArn;
  }

  private logRequests(distribution: cloudfront.Distribution): void {
    const source = new logs.CfnDeliverySource(this, 'Source', { name: 'front-page', resourceArn: distribution.distributionArn, logType: 'ACCESS_LOGS' });
    const destination = new logs.CfnDeliveryDestination(this, 'Destination', {
      name: 'front-page', destinationResourceArn: this.logGroup('Requests').logGroupArn,
    });
    new logs.CfnDelivery(this, 'Delivery', { deliverySourceName: source.ref, deliveryDestinationArn: destination.attrArn });
  }

  private upload(files: s3.Bucket, distribution: cloudfront.Distribution): void {
    const archive = new Asset(this, 'Archive', { path: PAGES });
    const uploader = new lambda.Function(this, 'Uploader', {
      code: lambda.Code.fromAsset(UPLOADER),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      timeout: Duration.minutes(5),
      logGroup: this.logGroup('UploaderLogs'),
      tracing: lambda.Tracing.ACTIVE,
    });
    archive.grantRead(uploader);
    files.grantReadWrite(uploader);
    distribution.grantCreateInvalidation(uploader);
    new CustomResource(this, 'Upload', {
      serviceToken: uploader.functionArn,
      properties: {
        ArchiveBucket: archive.s3BucketName, ArchiveKey: archive.s3ObjectKey, Bucket: files.bucketName, Distribution: distribution.distributionId, Prune: 'true',
      },
    });
  }
}
