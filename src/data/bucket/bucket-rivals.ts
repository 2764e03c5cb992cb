import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { refuseRivals, type Rival } from '../../private/rivals';
import { Profile } from '../../profile';

const POLICY: Rival = {
  type: 'AWS::S3::BucketPolicy',
  names: (properties) => properties.Bucket,
  problem: 'a bucket has one policy, and this one would overwrite the policy that protects it',
  instead: 'Add your statements by bucket.addToResourcePolicy(...).',
};

const NOTIFICATIONS: Rival = {
  type: 'Custom::S3BucketNotifications',
  names: (properties) => properties.BucketName,
  problem: 'CDK sets such notifications by a function of its own, which overwrites the delivery of events to EventBridge',
  instead: 'Listen on EventBridge: new events.Rule(this, "Uploaded", { eventPattern: { source: ["aws.s3"], detailType: ["Object Created"], '
    + 'detail: { bucket: { name: [secureBucket.bucketName] } } } }).addTarget(...).',
};

const AUTO_DELETE: Rival = {
  type: 'Custom::S3AutoDeleteObjects',
  names: (properties) => properties.BucketName,
  problem: 'it deletes all objects with the stack, and in production they outlive it',
  instead: 'Mark environments whose data may go by Profile.set(stack, Profile.EPHEMERAL).',
};

const ACCESS_LOGS: Rival = {
  type: 'AWS::S3::Bucket',
  names: (properties) => (properties.LoggingConfiguration as { DestinationBucketName?: unknown } | undefined)?.DestinationBucketName,
  problem: 'S3 delivers access logs to buckets with SSE-S3 only, and this one is encrypted with a KMS key',
  instead: 'Send them to AccessLogBucket.of(this).bucket.',
};

/** Fails the synth where another resource of the stack would change the bucket behind its owner's back. */
export function refuseBucketRivals(owner: Construct, bucket: s3.Bucket, takesAccessLogs: boolean): void {
  refuseRivals(owner, bucket.node.defaultChild as s3.CfnBucket, 'BucketName', () => bucket.policy?.node.defaultChild, [
    POLICY,
    NOTIFICATIONS,
    ...(Profile.of(owner).autoDelete ? [] : [AUTO_DELETE]),
    ...(takesAccessLogs ? [] : [ACCESS_LOGS]),
  ]);
}
