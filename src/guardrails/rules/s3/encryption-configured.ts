import { defineRule } from '../../engine/rule';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/encryption-configured',
  title: 'S3 buckets encrypt what is stored in them',
  severity: 'medium',
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {
    pciDss4: ['3.5.1', '8.3.2'],
    hipaa: [
      '164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(c)(1)', '164.312(c)(2)', '164.312(e)(2)(ii)',
      '164.314(b)(1)', '164.314(b)(2)', '164.314(b)(2)(i)', '164.314(b)(2)(ii)', '164.314(b)(2)(iii)', '164.314(b)(2)(iv)',
    ],
    nist80053r5: [
      'AU-9(3)', 'CM-6(a)', 'CM-9(b)', 'CP-9(8)', 'CP-9(d)', 'PM-11(b)', 'SC-8(3)', 'SC-8(4)', 'SC-13(a)', 'SC-16(1)', 'SC-28(1)',
      'SI-19(4)',
    ],
    soc2: ['CC6.1', 'CC6.2', 'PI1.4'],
    gdpr: ['Article 32'],
    wellArchitected: ['SEC08-BP03'],
    owaspServerless: ['S3'],
  },
  peers: {
    guard: ['S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED'],
    checkov: ['CKV_AWS_19'],
    prowler: ['s3_bucket_default_encryption'],
    other: ['cfn_nag:W41', 'config:s3-bucket-server-side-encryption-enabled', 'trivy:AWS-0088'],
  },
  rationale: 'Data that leaves the storage of AWS by another way than its API, such as on a lost disk, must not be legible.',
  whenNotToUse: 'Never: S3 encrypts in any case, and it costs nothing.',
  fix: 'Leave `encryption` of the bucket out for SSE-S3, or set `encryption: s3.BucketEncryption.KMS`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
  ],
  absent: {
    means: 'S3 encrypts every new object with SSE-S3, in all buckets, and nobody can switch it off.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
  },
  divergences: [
    {
      peer: 'checkov:CKV_AWS_19',
      how: 'It reports a bucket without BucketEncryption, from the time before January 2023, and `aws:kms:dsse`.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/cloudformation/checks/resource/aws/S3Encryption.py',
    },
    {
      peer: 'guard:S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED',
      how: 'It reports a bucket without BucketEncryption, from the time before January 2023.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/blob/main/rules/aws/amazon_s3/s3_bucket_server_side_encryption_enabled.guard',
    },
  ],
  check: (bucket) => {
    const encryption = bucket.get('BucketEncryption');
    if (encryption.isAbsent) return 'COMPLIANT';
    const rules = encryption.get('ServerSideEncryptionConfiguration');
    if (rules.list().length === 0) return violation(rules, 'it holds no rule');
    return every(rules.list(), (each) => {
      const byDefault = each.get('ServerSideEncryptionByDefault');
      const algorithm = byDefault.get('SSEAlgorithm');
      if (byDefault.isAbsent) return 'COMPLIANT';
      return algorithm.is('AES256', 'aws:kms', 'aws:kms:dsse') ? 'COMPLIANT' : violation(algorithm, 'SSEAlgorithm is none that S3 knows');
    });
  },
  unreachable: { NOT_APPLICABLE: 'every bucket encrypts' },
});
