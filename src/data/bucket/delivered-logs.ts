import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { Retention } from './retention';
import { SecureBucket } from './secure-bucket';
import { seal } from '../../private/seal';
import { Profile } from '../../profile';
import { allowServiceUse } from '../keys/key-policy';
import { keepsExactly } from '../resource-policy';

const DELIVERY = 'delivery.logs.amazonaws.com';

/** What is said of a bucket for logs that AWS delivers. */
export interface DeliveredLogsProps {
  /** Name, where the service prescribes its beginning; it must be another one for each deployment. */
  readonly bucketName?: string;
  /** How long logs are kept; by the profile if left out. */
  readonly retention?: logs.RetentionDays;
  readonly encryptionKey?: kms.IKey;
}

/**
 * A bucket that the log delivery of CloudWatch Logs writes to, for this account and region only.
 *
 * The statements are those that AWS would add itself when it finds none, and CloudFormation would take away again with its next update.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
 */
export function defineDeliveredLogsBucket(scope: Construct, id: string, { bucketName, retention, encryptionKey }: DeliveredLogsProps): SecureBucket {
  const profile = Profile.of(scope);
  const days = retention ?? profile.logRetentionDays;
  const bucket = new SecureBucket(scope, id, {
    bucketName, encryptionKey, retention: days === (logs.RetentionDays.INFINITE as number) ? Retention.keep() : Retention.days(days),
  });
  if (bucketName !== undefined && profile.removalPolicy === RemovalPolicy.RETAIN) {
    // but not when the deployment that makes it fails: kept, its name would be in the way of the next try
    bucket.bucket.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
  letDeliver(scope, bucket);
  return bucket;
}

function letDeliver(scope: Construct, { bucket, encryptionKey }: SecureBucket): void {
  const { account, region, partition } = Stack.of(scope);
  const fromHere = {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:${region}:${account}:*` },
  };
  const statements = [
    new iam.PolicyStatement({
      sid: 'AWSLogDeliveryWrite',
      principals: [new iam.ServicePrincipal(DELIVERY)],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`AWSLogs/${account}/*`)],
      conditions: { ...fromHere, StringEquals: { ...fromHere.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    }),
    new iam.PolicyStatement({
      sid: 'AWSLogDeliveryAclCheck',
      principals: [new iam.ServicePrincipal(DELIVERY)],
      actions: ['s3:GetBucketAcl', 's3:ListBucket'], // without the list, AWS fills CloudTrail with refusals
      resources: [bucket.bucketArn],
      conditions: fromHere,
    }),
  ];
  statements.forEach((statement) => bucket.addToResourcePolicy(statement));
  seal(scope, bucket.policy!.node.defaultChild as s3.CfnBucketPolicy, [keepsExactly(scope, statements)]);
  allowServiceUse(scope, encryptionKey, {
    sid: 'LogDelivery',
    principal: DELIVERY,
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    conditions: fromHere,
  });
}
