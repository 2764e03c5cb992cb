import { defineRule } from '../../engine/rule';
import { some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/replication',
  title: 'S3 buckets are replicated',
  severity: 'low',
  aboutDataLife: true,
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {
    hipaa: [
      '164.308(a)(1)(ii)(B)', '164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)',
      '164.310(d)(2)(iv)', '164.312(a)(2)(ii)',
    ],
    nist80053r5: [
      'AU-9(2)', 'CM-6(a)', 'CM-9(b)', 'CP-1(2)', 'CP-2(5)', 'CP-6', 'CP-6(1)', 'CP-6(2)', 'CP-6(a)', 'CP-9', 'CP-9(a)', 'CP-9(b)',
      'CP-9(c)', 'CP-10', 'CP-10(2)', 'SC-5(2)', 'SC-36(2)', 'SI-13(5)',
    ],
    soc2: ['A1.2', 'CC7.4'],
  },
  peers: {
    cdkNag: ['S3BucketReplicationEnabled'],
    guard: ['S3_BUCKET_REPLICATION_ENABLED'],
    prowler: ['s3_bucket_cross_region_replication'],
    other: ['checkov-tf:CKV_AWS_144', 'config:s3-bucket-cross-region-replication-enabled', 'config:s3-bucket-replication-enabled'],
  },
  rationale: 'When a region fails, or somebody empties the bucket, there is no second copy to go on with.',
  whenNotToUse: 'Data that can be made again, and apps that live in one region only: copies cost storage, requests and traffic.',
  fix: 'Set `replicationRules` on the bucket, with a versioned destination in another region.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-7',
  ],
  absent: {
    means: 'Buckets are not replicated until it is configured.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
  },
  partly: 'The region of the destination bucket, where the app does not define it.',
  outsideDefault: 'a second region costs as much again, and most apps live in one',
  divergences: [
    {
      peer: 'guard:S3_BUCKET_REPLICATION_ENABLED',
      how: 'It takes any ReplicationConfiguration, also one whose rules are not enabled.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws/amazon_s3',
    },
  ],
  check: (bucket) => {
    const rules = bucket.get('ReplicationConfiguration.Rules');
    return some(rules.list(), (each) => each.get('Status').is('Enabled')) ? 'COMPLIANT' : violation(rules, 'no replication rule is enabled');
  },
  unreachable: { NOT_APPLICABLE: 'every bucket can be replicated' },
});
