import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { keepBucketPolicy } from '../data/bucket/bucket-policy';
import { ObjectLock } from '../data/bucket/object-lock';
import { Retention } from '../data/bucket/retention';
import { SecureBucket } from '../data/bucket/secure-bucket';
import { Profile } from '../profile';
import { trailDelivery } from './trail-delivery';

/** Days that log files are locked unless the user says otherwise. */
const LOCK_DAYS = 365;

/** What a trail's bucket is made of. */
export interface TrailBucketProps {
  readonly trailArn: string;
  readonly encryptionKey: kms.IKey;
  readonly organizationId?: string;
  readonly retention?: Retention;
  readonly objectLock?: ObjectLock;
  readonly deletionRole?: iam.IRole;
}

/** The bucket of a trail's log and digest files. */
export function defineTrailBucket(scope: Construct, props: TrailBucketProps): SecureBucket {
  const logPrefixes = [`AWSLogs/${Stack.of(scope).account}/`, ...(props.organizationId ? [`AWSLogs/${props.organizationId}/`] : [])];
  const profile = Profile.of(scope);
  const secureBucket = new SecureBucket(scope, 'Bucket', {
    encryptionKey: props.encryptionKey,
    retention: props.retention ?? Retention.audit(),
    // switched on in both profiles: switching it later replaces the bucket
    objectLock: props.objectLock ?? (profile.autoDelete ? ObjectLock.perObject() : ObjectLock.governance(LOCK_DAYS)),
    sseS3Prefixes: digestPrefixes(logPrefixes),
  });
  const { bucket } = secureBucket;
  keepBucketPolicy(scope, bucket, [
    ...trailDelivery(bucket, props.trailArn, logPrefixes),
    ...(profile.autoDelete ? [] : [denyDeletion(bucket, props.deletionRole)]),
  ]);
  return secureBucket;
}

/**
 * CloudTrail has written digest files, which log file validation needs, with SSE-S3 whatever key the trail has; a bucket that
 * insists on its own key would refuse them. An organisation trail writes them below each member account.
 */
function digestPrefixes([ownAccount, organization]: string[]): string[] {
  return [`${ownAccount}CloudTrail-Digest/`, ...(organization ? [`${organization}*/CloudTrail-Digest/`] : [])];
}

/**
 * Denies what removes log files before their time. Not the calls by which CloudFormation updates and deletes the bucket and its
 * policy: a bucket that holds files cannot be deleted anyway. Lifecycle rules go on expiring files, whatever the policy denies
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html).
 */
function denyDeletion(bucket: s3.Bucket, role: iam.IRole | undefined): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'DenyDeletionOfLogs',
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
    resources: [bucket.arnForObjects('*')],
    conditions: role && { ArnNotEquals: { 'aws:PrincipalArn': role.roleArn } },
  });
}
