import { someEnabledRule } from './lifecycle-rules';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/lifecycle',
  title: 'S3 buckets have a lifecycle rule that is on',
  severity: 'low',
  aboutDataLife: true,
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {
    fsbp: ['S3.13'],
    pciDss4: ['3.2.1', '3.3.1.1', '3.3.1.3', '3.3.2', '3.3.3', '10.5.1'],
    nist80053r5: ['CP-6(2)', 'CP-9', 'CP-10', 'SC-5(2)', 'SI-13(5)'],
    soc2: ['C1.2'],
  },
  peers: {
    prowler: ['s3_bucket_lifecycle_enabled'],
    other: ['checkov-tf:CKV2_AWS_61', 'config:s3-lifecycle-policy-check'],
  },
  rationale: 'Without one everything is kept for ever: old personal data that should be gone leaks with the rest, and the bill only grows.',
  whenNotToUse: 'Buckets that have to keep everything, in the class in which it was stored.',
  fix: 'Set `lifecycleRules` on the bucket, such as an expiration, or at least one that aborts incomplete uploads.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-13',
  ],
  absent: {
    means: 'Objects are kept until somebody deletes them.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  },
  check: (bucket) =>
    (someEnabledRule(bucket) ? 'COMPLIANT' : violation(bucket.get('LifecycleConfiguration.Rules'), 'no lifecycle rule is enabled')),
  unreachable: { NOT_APPLICABLE: 'every bucket can have lifecycle rules' },
});
