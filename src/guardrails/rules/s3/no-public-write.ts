import { BUCKET_POLICY_TYPES, eachStatement } from './policy-statements';
import { ACLS_FOR_WRITING, WRITING, isPublic, permits } from './public-access';
import { mustNotBe } from '../../engine/checks';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/no-public-write',
  title: 'S3 buckets let nobody write or delete without credentials',
  severity: 'critical',
  resourceTypes: ['AWS::S3::Bucket', ...BUCKET_POLICY_TYPES],
  controls: {
    fsbp: ['S3.3'],
    cis: ['CIS AWS v7.0 2.21'],
    pciDss4: [
      '1.2.8', '1.3.1', '1.3.2', '1.4.2', '1.5.1', '3.5.1.3', '7.2.6', '10.3.2', '11.3.1.3', '11.5.2', 'A1.1.2', 'A1.1.3', 'A3.4.1',
    ],
    hipaa: [
      '164.308(a)(1)(ii)(B)', '164.308(a)(3)(i)', '164.308(a)(4)(ii)(A)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)',
      '164.314(b)(1)', '164.314(b)(2)', '164.314(b)(2)(i)', '164.314(b)(2)(ii)', '164.314(b)(2)(iii)', '164.314(b)(2)(iv)',
    ],
    nist80053r5: [
      'AC-2(6)', 'AC-3', 'AC-3(7)', 'AC-4', 'AC-4(21)', 'AC-6', 'AC-17(1)', 'AC-17(4)(a)', 'AC-17(9)', 'AC-17(10)', 'AC-17(b)',
      'AC-21', 'CM-6(a)', 'CM-9(b)', 'MP-2', 'SC-7', 'SC-7(2)', 'SC-7(3)', 'SC-7(4)', 'SC-7(7)', 'SC-7(9)', 'SC-7(9)(a)',
      'SC-7(11)', 'SC-7(12)', 'SC-7(16)', 'SC-7(20)', 'SC-7(21)', 'SC-7(24)(b)', 'SC-7(25)', 'SC-7(26)', 'SC-7(27)', 'SC-7(28)',
      'SC-7(a)', 'SC-7(b)', 'SC-7(c)', 'SC-25',
    ],
    soc2: ['CC6.1', 'CC6.2', 'CC6.6'],
    wellArchitected: ['SEC03-BP07'],
    owaspServerless: ['S6'],
  },
  peers: {
    cdkNag: ['S3BucketPublicWriteProhibited'],
    guard: ['S3_BUCKET_NO_PUBLIC_RW_ACL', 'S3_BUCKET_PUBLIC_WRITE_PROHIBITED'],
    checkov: ['CKV_AWS_57'],
    prowler: ['s3_bucket_policy_public_write_access', 's3_bucket_public_write_acl'],
    other: ['cfn_nag:F14', 'config:s3-bucket-public-write-prohibited', 'trivy:AWS-0092'],
  },
  rationale: 'Whoever likes overwrites what the app trusts, deletes it, or stores malware and illegal content at your cost and in your name.',
  whenNotToUse: 'Never: uploads from outside go by presigned URLs or presigned POSTs.',
  fix: 'Leave `accessControl` out, and give uploaders presigned URLs instead of a statement for everybody.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
  ],
  absent: {
    means: 'Without a canned ACL, a bucket is private.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl',
  },
  divergences: [
    {
      peer: 'config:s3-bucket-public-write-prohibited',
      how: 'It lets a public ACL or policy pass behind the block of public access, which S3 enforces; here what is written counts, so that nothing '
        + 'is open once the block goes.',
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-public-write-prohibited.html',
    },
    {
      peer: 'guard:S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
      how: 'It asks for all four settings of the block of public access, here rule s3/bucket-block-public-access; this one asks whether anybody '
        + 'is let in.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws/amazon_s3',
    },
    {
      peer: 'cdkNag:S3BucketPublicWriteProhibited',
      how: 'It judges the block of public access instead of policies.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/s3/S3BucketPublicWriteProhibited.ts',
    },
  ],
  check: (resource, app, options) => (resource.type === 'AWS::S3::Bucket' ? judgeAcl(resource) : judgePolicy(resource, app, options)),
});

const judgeAcl = mustNotBe('AccessControl', ACLS_FOR_WRITING);

const judgePolicy = eachStatement((statement) =>
  (isPublic(statement) && permits(statement, WRITING) ? violation(statement.value, 'it lets everybody write or delete') : 'COMPLIANT'));
