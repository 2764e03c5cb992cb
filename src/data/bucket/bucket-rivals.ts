import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { describeMisuse } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';
import { Profile } from '../../profile';

/** A kind of resource that configures a bucket from outside, and so undoes, at deployment, what the bucket's own resource says. */
interface Rival {
  readonly type: string;
  /** Path of the property that names the bucket. */
  readonly names: (properties: Record<string, unknown>) => unknown;
  readonly problem: string;
  readonly instead: string;
}

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
export function refuseRivals(owner: Construct, bucket: s3.Bucket, takesAccessLogs: boolean): void {
  const rivals = [
    POLICY,
    NOTIFICATIONS,
    ...(Profile.of(owner).autoDelete ? [] : [AUTO_DELETE]),
    ...(takesAccessLogs ? [] : [ACCESS_LOGS]),
  ];
  owner.node.addValidation({
    validate: () => {
      const stack = Stack.of(bucket);
      const own = bucket.policy?.node.defaultChild;
      const names = namesOf(bucket);
      // a nested stack has logical ids of its own, which may be the same as ours
      const others = stack.node.findAll().filter(CfnResource.isCfnResource).filter((other) => other !== own && other.stack === stack);
      return others.flatMap((resource) =>
        rivals.filter((rival) => rival.type === resource.cfnResourceType && namesBucket(rival, resource, names)).map((rival) =>
          describeMisuse(owner, { prop: rival.type, value: resource.node.path, problem: rival.problem, instead: rival.instead })));
    },
  });
}

/** What a template may write to mean the bucket: a reference, or its literal name. */
function namesOf(bucket: s3.Bucket): string[] {
  const literal = resolveResource(bucket.node.defaultChild as CfnResource).Properties?.BucketName;
  return [Stack.of(bucket).resolve(bucket.bucketName), literal].filter((name) => name !== undefined).map((name) => JSON.stringify(name));
}

function namesBucket(rival: Rival, resource: CfnResource, names: string[]): boolean {
  return names.includes(JSON.stringify(rival.names(resolveResource(resource).Properties ?? {})));
}
