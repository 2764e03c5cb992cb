import { ArnFormat, Names, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { FirewallLogDestination } from './firewall-log-destination';
import type { HiddenFields } from './hidden-fields';
import { checkStream } from './log-stream-checks';
import { defineDeliveredLogsBucket, type DeliveredLogsProps } from '../../data/bucket/delivered-logs';
import type { SecureBucket } from '../../data/bucket/secure-bucket';
import { SecureLogGroup } from '../../data/secure-log-group';
import { seal, staysAbsent, staysEqual } from '../../private/seal';
import { Profile } from '../../profile';
import { stackGuid } from '../stack-guid';

/** Logs every request of the web ACL, without the fields that are hidden. */
export function defineLogging(
  scope: Construct, webAcl: wafv2.CfnWebACL, hidden: HiddenFields, { destination, ...props }: LoggingProps,
): FirewallLogging {
  const { arn, log, policy } = destination.kind === 'bucket' ? toBucket(scope, props)
    : destination.deliveryStream ? toStream(scope, destination.deliveryStream)
      : toLogGroup(scope, props);
  const logging = new wafv2.CfnLoggingConfiguration(scope, 'Logging', {
    resourceArn: webAcl.attrArn,
    logDestinationConfigs: [arn],
    redactedFields: hidden.redaction,
  });
  if (policy) logging.node.addDependency(policy);
  const [promise, instead] = ['requests are logged', 'Leave the log to the construct.'];
  seal(scope, logging, [
    hidden.staysInLog(),
    staysEqual(scope, 'LogDestinationConfigs', [arn], promise, 'Set logDestination.'),
    staysEqual(scope, 'ResourceArn', webAcl.attrArn, promise, instead),
    staysAbsent('LoggingFilter', 'every request is logged', 'Filter what reads the log, or what a stream leads to.'),
  ]);
  return { ...log, configuration: logging };
}

interface LoggingProps extends DeliveredLogsProps {
  readonly destination: FirewallLogDestination;
}

/** Where requests are logged; a stream was there before. */
interface FirewallLog {
  readonly logGroup?: logs.LogGroup;
  readonly bucket?: SecureBucket;
}

/** The log of a firewall. */
export interface FirewallLogging extends FirewallLog {
  readonly configuration: wafv2.CfnLoggingConfiguration;
}

interface Destination {
  readonly arn: string;
  readonly log: FirewallLog;
  /** What AWS WAF must find when it starts to log. */
  readonly policy?: Construct;
}

function toLogGroup(scope: Construct, props: DeliveredLogsProps): Destination {
  const { logGroup } = new SecureLogGroup(scope, 'LogGroup', {
    ...props,
    // AWS WAF prescribes the prefix; the stack's GUID keeps the name apart from what an earlier deployment left behind
    logGroupName: `aws-waf-logs-${Names.uniqueResourceName(scope, { maxLength: 128, separator: '-' })}-${stackGuid(scope)}`,
  });
  if (Profile.of(scope).removalPolicy === RemovalPolicy.RETAIN) {
    // but not when the deployment that makes it fails: kept, its name would be in the way of the next try
    logGroup.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
  // No log resource policy: whoever turns logging on has AWS put one on the log group itself, outside the quota of ten a region.
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html
  const arn = Stack.of(scope).formatArn({
    service: 'logs', // AWS WAF refuses the ":*" that the log group's own ARN ends with
    resource: 'log-group',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    resourceName: logGroup.logGroupName,
  });
  return { arn, log: { logGroup } };
}

function toBucket(scope: Construct, props: DeliveredLogsProps): Destination {
  const bucket = defineDeliveredLogsBucket(scope, 'LogBucket', {
    ...props,
    // 63 characters, with the GUID for the same reason as above
    bucketName: `aws-waf-logs-${Names.uniqueResourceName(scope, { maxLength: 13 }).toLowerCase()}-${stackGuid(scope)}`,
  });
  return { arn: bucket.bucketArn, log: { bucket }, policy: bucket.bucket.policy };
}

/** AWS WAF writes by a role that it makes in the account itself, for streams with this prefix. */
function toStream(scope: Construct, stream: IDeliveryStream): Destination {
  checkStream(scope, stream);
  return { arn: stream.deliveryStreamArn, log: {} };
}
