import { someEnabledRule } from './lifecycle-rules';
import { defineRule } from '../../engine/rule';
import { some, violation } from '../../engine/violation';

const ACTIONS = [
  'NoncurrentVersionExpiration', 'NoncurrentVersionExpirationInDays', 'NoncurrentVersionTransition', 'NoncurrentVersionTransitions',
] as const;

export const rule = defineRule({
  id: 's3/noncurrent-version-lifecycle',
  title: 'S3 buckets with versions expire or move the old ones',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {
    pciDss4: ['3.2.1', '3.3.1.1', '3.3.2', '3.3.3', '10.5.1'],
    nist80053r5: ['CP-6(2)', 'CP-9', 'CP-10', 'SC-5(2)', 'SI-13(5)'],
    soc2: ['C1.1'],
  },
  peers: {
    other: ['config:s3-version-lifecycle-policy-check'],
  },
  rationale: 'Every change leaves a whole copy behind: what was deleted for data protection stays legible, and the bill grows with each write.',
  whenNotToUse: 'Archives and logs whose old versions have to stay.',
  fix: 'Set `noncurrentVersionExpiration` or `noncurrentVersionTransitions` in one of the `lifecycleRules` of the bucket.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-10',
  ],
  absent: {
    means: 'Noncurrent versions are kept until somebody deletes them.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
  },
  outsideDefault: 'old versions are what versioning is for; Security Hub leaves the control out of its best practices',
  check: (bucket) => {
    if (!bucket.get('VersioningConfiguration.Status').is('Enabled')) return 'NOT_APPLICABLE';
    if (someEnabledRule(bucket, (each) => some(ACTIONS, (action) => each.get(action).isSet))) return 'COMPLIANT';
    return violation(bucket.get('LifecycleConfiguration.Rules'), 'no enabled lifecycle rule expires or moves noncurrent versions');
  },
});
