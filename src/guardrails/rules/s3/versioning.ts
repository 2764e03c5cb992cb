import { mustBe, set } from '../../engine/checks';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 's3/versioning',
  title: 'S3 buckets keep old versions of their objects',
  severity: 'low',
  aboutDataLife: true,
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {
    pciDss4: ['10.3.4'],
    hipaa: [
      '164.308(a)(1)(ii)(B)', '164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)',
      '164.310(d)(2)(iv)', '164.312(a)(2)(ii)', '164.312(c)(1)', '164.312(c)(2)',
    ],
    nist80053r5: [
      'AU-9(2)', 'CP-1(2)', 'CP-2(5)', 'CP-6', 'CP-6(1)', 'CP-6(2)', 'CP-6(a)', 'CP-9', 'CP-9(a)', 'CP-9(b)', 'CP-9(c)', 'CP-10',
      'CP-10(2)', 'PM-11(b)', 'PM-17(b)', 'SC-5(2)', 'SC-16(1)', 'SI-1(a)(2)', 'SI-1(c)(2)', 'SI-12', 'SI-13(5)',
    ],
    soc2: ['A1.2', 'C1.2', 'CC7.4', 'PI1.5'],
    wellArchitected: ['SEC08-BP04'],
  },
  peers: {
    cdkNag: ['S3BucketVersioningEnabled'],
    guard: ['S3_BUCKET_VERSIONING_ENABLED'],
    checkov: ['CKV_AWS_21'],
    prowler: ['s3_bucket_object_versioning'],
    other: ['config:s3-bucket-versioning-enabled', 'trivy:AWS-0090'],
  },
  rationale: 'Without versions, an overwritten or deleted object is gone: by mistake, by a bug, or by ransomware with write access.',
  whenNotToUse: 'Buckets whose objects can be made again at any time, such as caches and build output.',
  fix: 'Set `versioned: true` on the bucket, and a lifecycle rule that expires noncurrent versions.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
  absent: {
    means: 'Buckets are unversioned until versioning is turned on.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
  },
  check: mustBe('VersioningConfiguration.Status', 'Enabled'),
  remediation: set({ 'VersioningConfiguration.Status': 'Enabled' }),
  unreachable: { NOT_APPLICABLE: 'every bucket can be versioned' },
});
