import { defineRule } from '../../engine/rule';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/object-lock',
  title: 'S3 buckets keep every new object from being deleted for a time',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {
    pciDss4: ['10.3.4', '10.5.1'],
    hipaa: ['164.308(a)(1)(ii)(B)'],
    nist80053r5: ['CP-6(2)'],
    soc2: ['C1.1', 'CC6.1', 'CC6.2', 'PI1.5'],
  },
  peers: {
    cdkNag: ['S3BucketDefaultLockEnabled'],
    guard: ['S3_BUCKET_DEFAULT_LOCK_ENABLED'],
    prowler: ['s3_bucket_object_lock'],
    other: ['checkov-tf:CKV_AWS_143', 'config:s3-bucket-default-lock-enabled'],
  },
  rationale: 'Whoever has stolen administrator rights deletes or encrypts data, its old versions and its audit trail; a lock holds against them too.',
  whenNotToUse: 'Buckets with data that is changed or deleted in the course of things; in COMPLIANCE mode nobody can take a mistake back.',
  fix: 'Set `objectLockDefaultRetention: s3.ObjectLockRetention.governance(Duration.days(30))` on the bucket; that enables object lock.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-defaultretention.html',
  ],
  absent: {
    means: 'Object lock is off, and without a default retention it locks only objects that ask for it.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
  },
  outsideDefault: 'most data has to be deleted at some time before a retention ends',
  divergences: [
    {
      peer: 'guard:S3_BUCKET_DEFAULT_LOCK_ENABLED',
      how: 'It takes ObjectLockEnabled for enough, which locks no object by itself.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws/amazon_s3',
    },
    {
      peer: 'cdkNag:S3BucketDefaultLockEnabled',
      how: 'It takes `ObjectLockConfiguration.ObjectLockEnabled` without any retention for enough.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/s3/S3BucketDefaultLockEnabled.ts',
    },
  ],
  check: (bucket) => every([
    () => {
      const enabled = bucket.get('ObjectLockEnabled');
      return enabled.boolean(false) ? 'COMPLIANT' : violation(enabled, 'object lock is not enabled');
    },
    () => {
      const retention = bucket.get('ObjectLockConfiguration.Rule.DefaultRetention');
      if (retention.get('Mode').isAbsent) return violation(retention, 'no default retention is set');
      if (!retention.get('Mode').is('GOVERNANCE', 'COMPLIANCE')) return violation(retention.get('Mode'), 'Mode is neither GOVERNANCE nor COMPLIANCE');
      const period = (retention.get('Days').number() ?? 0) + (retention.get('Years').number() ?? 0);
      return period > 0 ? 'COMPLIANT' : violation(retention, 'the default retention has no period');
    },
  ], (part) => part()),
  unreachable: { NOT_APPLICABLE: 'every bucket can have object lock' },
});
