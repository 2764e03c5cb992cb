import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { nameInAccount } from './name-in-account';
import { SiteLogDestination } from './site-log-destination';
import { defineDeliveredLogsBucket } from '../data/bucket/delivered-logs';
import type { SecureBucket } from '../data/bucket/secure-bucket';
import { SecureLogGroup } from '../data/secure-log-group';
import { seal, stays, staysEqual } from '../private/seal';

/**
 * What is logged of a request: no cookies, no query strings and no referrers, which may hold tokens.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
const FIELDS = [
  'date', 'time', 'x-edge-location', 'sc-bytes', 'c-ip', 'cs-method', 'cs(Host)', 'cs-uri-stem', 'sc-status', 'cs(User-Agent)',
  'x-edge-result-type', 'x-edge-request-id', 'x-host-header', 'cs-protocol', 'cs-bytes', 'time-taken', 'x-forwarded-for', 'ssl-protocol',
  'ssl-cipher', 'x-edge-response-result-type', 'cs-protocol-version', 'c-port', 'time-to-first-byte', 'x-edge-detailed-result-type',
  'sc-content-type', 'sc-content-len', 'sc-range-start', 'sc-range-end',
];

/** Where a site logs, and for how long. */
interface SiteLogsProps {
  readonly destination: SiteLogDestination;
  readonly retention?: logs.RetentionDays;
  readonly encryptionKey?: kms.IKey;
}

/** Where requests are logged. */
interface SiteLogs {
  readonly logGroup?: logs.LogGroup;
  readonly bucket?: SecureBucket;
}

/**
 * Has CloudWatch Logs deliver the requests of a distribution (standard logs v2), by a source that must be in us-east-1.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export function defineSiteLogs(scope: Construct, distribution: cloudfront.Distribution, { destination, ...props }: SiteLogsProps): SiteLogs {
  const log: SiteLogs = destination === SiteLogDestination.BUCKET
    ? { bucket: defineDeliveredLogsBucket(scope, 'LogBucket', props) }
    : { logGroup: new SecureLogGroup(scope, 'Logs', props).logGroup };
  const source = new logs.CfnDeliverySource(scope, 'LogSource', {
    name: nameInAccount(scope, 60), resourceArn: distribution.distributionArn, logType: 'ACCESS_LOGS',
  });
  const destinationResourceArn = log.bucket?.bucketArn ?? arnWithoutStar(scope, log.logGroup!);
  const target = new logs.CfnDeliveryDestination(scope, 'LogTarget', {
    name: nameInAccount(scope, 60),
    destinationResourceArn,
    outputFormat: 'json',
  });
  const delivery = new logs.CfnDelivery(scope, 'LogDelivery', { deliverySourceName: source.ref, deliveryDestinationArn: target.attrArn, recordFields: FIELDS });
  if (log.bucket) target.node.addDependency(log.bucket.bucket.policy!);
  const promise = 'its requests are logged';
  const instead = 'Leave the log to the construct.';
  seal(scope, source, [
    staysEqual(scope, 'ResourceArn', distribution.distributionArn, promise, instead),
    stays('LogType', 'ACCESS_LOGS', promise, instead),
  ]);
  seal(scope, target, [staysEqual(scope, 'DestinationResourceArn', destinationResourceArn, promise, instead)]);
  seal(scope, delivery, [
    staysEqual(scope, 'DeliverySourceName', source.ref, promise, instead),
    staysEqual(scope, 'DeliveryDestinationArn', target.attrArn, promise, instead),
    {
      path: 'RecordFields',
      promise: 'its log shows no cookies and no query strings',
      instead: 'For query strings, pass a WebFirewall with logQueryStrings.',
      // without a list, AWS chooses the fields
      holds: (fields) => Array.isArray(fields) && fields.length > 0 && fields.every((field) => FIELDS.includes(field as string)),
    },
  ]);
  return log;
}

/** CloudWatch Logs wants the group itself, not the streams in it. */
function arnWithoutStar(scope: Construct, { logGroupName }: logs.LogGroup): string {
  return Stack.of(scope).formatArn({ service: 'logs', resource: 'log-group', arnFormat: ArnFormat.COLON_RESOURCE_NAME, resourceName: logGroupName });
}
