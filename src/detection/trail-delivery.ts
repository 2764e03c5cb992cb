import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { allowServiceUse } from '../data/keys/key-policy';

const CLOUDTRAIL = 'cloudtrail.amazonaws.com';

/**
 * Lets the trail, and no other, encrypt with the key. By the trail's name: a reference to the trail would be a cycle.
 *
 * `kms:Decrypt` is what CloudTrail needs for a bucket that has an S3 Bucket Key.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function allowTrailToEncrypt(scope: Construct, key: kms.IKey, trailArn: string): void {
  const { partition, account } = Stack.of(scope);
  const sid = `Trail${scope.node.addr.slice(-8)}`;
  const ofThisTrail = { StringEquals: { 'aws:SourceArn': trailArn } };
  const principal = CLOUDTRAIL;
  allowServiceUse(scope, key, {
    sid: `${sid}Encrypt`,
    principal,
    actions: ['kms:GenerateDataKey*'],
    conditions: {
      ...ofThisTrail,
      StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': `arn:${partition}:cloudtrail:*:${account}:trail/*` },
    },
  });
  allowServiceUse(scope, key, { sid: `${sid}BucketKey`, principal, actions: ['kms:Decrypt'], conditions: ofThisTrail });
  allowServiceUse(scope, key, { sid: `${sid}Describe`, principal, actions: ['kms:DescribeKey'], conditions: ofThisTrail });
}

/**
 * The statements by which the trail, and no other, writes below `AWSLogs/`.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function trailDelivery(bucket: s3.IBucket, trailArn: string, logPrefixes: string[]): iam.PolicyStatement[] {
  const principals = [new iam.ServicePrincipal(CLOUDTRAIL)];
  return [
    new iam.PolicyStatement({
      sid: 'CloudTrailAclCheck',
      principals,
      actions: ['s3:GetBucketAcl'],
      resources: [bucket.bucketArn],
      conditions: { StringEquals: { 'aws:SourceArn': trailArn } },
    }),
    new iam.PolicyStatement({
      sid: 'CloudTrailWrite',
      principals,
      actions: ['s3:PutObject'],
      resources: logPrefixes.map((prefix) => bucket.arnForObjects(`${prefix}*`)),
      conditions: { StringEquals: { 'aws:SourceArn': trailArn, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    }),
  ];
}

/**
 * The role with which CloudTrail writes to the log group: its own streams only.
 *
 * Its trust policy has no source condition, because CloudTrail does not support `aws:SourceArn` and `aws:SourceAccount` there
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html).
 */
export function defineDeliveryRole(scope: Construct, logGroup: logs.ILogGroup, organizationId: string | undefined): iam.Role {
  const { partition, region, account } = Stack.of(scope);
  const group = `arn:${partition}:logs:${region}:${account}:log-group:${logGroup.logGroupName}`;
  const streams = [`${account}_CloudTrail_${region}*`, ...(organizationId ? [`${organizationId}_*`] : [])];
  return new iam.Role(scope, 'DeliveryRole', {
    description: 'CloudTrail writes events of the audit trail to CloudWatch Logs',
    assumedBy: new iam.ServicePrincipal(CLOUDTRAIL),
    inlinePolicies: { // in the role itself, so that the trail, which depends on the role, finds it complete
      DeliverEvents: new iam.PolicyDocument({
        statements: [new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: streams.map((stream) => `${group}:log-stream:${stream}`),
        })],
      }),
    },
  });
}
