import { someEnabledRule } from './lifecycle-rules';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/directory-bucket-lifecycle',
  title: 'S3 directory buckets have a lifecycle rule that is on',
  severity: 'low',
  aboutDataLife: true,
  resourceTypes: ['AWS::S3Express::DirectoryBucket'],
  controls: {
    fsbp: ['S3.25'],
  },
  peers: {
    other: ['config:s3express-dir-bucket-lifecycle-rules-check'],
  },
  rationale: 'Directory buckets are fast and dear storage for what is in use: without a rule, what is no longer in use stays and is paid for.',
  whenNotToUse: 'Directory buckets whose app deletes what it no longer needs.',
  fix: 'Set `lifecycleConfiguration` on the `CfnDirectoryBucket`, with a rule whose `status` is `Enabled`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-objects-lifecycle.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-25',
  ],
  absent: {
    means: 'Objects are kept until somebody deletes them.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-objects-lifecycle.html',
  },
  check: (bucket) =>
    (someEnabledRule(bucket) ? 'COMPLIANT' : violation(bucket.get('LifecycleConfiguration.Rules'), 'no lifecycle rule is enabled')),
  unreachable: { NOT_APPLICABLE: 'every directory bucket can have lifecycle rules' },
});
