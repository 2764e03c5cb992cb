import { BUCKET_POLICY_TYPES, eachStatement } from './policy-statements';
import { ACLS_FOR_READING, READING, isPublic, permits } from './public-access';
import { mustNotBe } from '../../engine/checks';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/no-public-read',
  title: 'S3 buckets let nobody read or list without credentials',
  severity: 'critical',
  resourceTypes: ['AWS::S3::Bucket', ...BUCKET_POLICY_TYPES],
  controls: {
    fsbp: ['S3.2'],
    pciDss4: [
      '1.2.8', '1.3.1', '1.3.2', '1.4.2', '1.5.1', '3.5.1.3', '7.2.6', '10.3.2', '10.3.3', '10.3.4', '11.3.1.3', '11.5.2', 'A1.1.2',
      'A1.1.3', 'A1.2.1', 'A3.4.1',
    ],
    hipaa: [
      '164.308(a)(1)(ii)(B)', '164.308(a)(3)(i)', '164.308(a)(4)(ii)(A)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)',
      '164.312(a)(2)(i)', '164.312(e)(1)', '164.314(b)(1)', '164.314(b)(2)', '164.314(b)(2)(i)', '164.314(b)(2)(ii)',
      '164.314(b)(2)(iii)', '164.314(b)(2)(iv)',
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
    cdkNag: ['S3BucketPublicReadProhibited'],
    guard: ['S3_BUCKET_PUBLIC_READ_ACL', 'S3_BUCKET_PUBLIC_READ_PROHIBITED'],
    checkov: ['CKV_AWS_20'],
    prowler: ['s3_bucket_public_access', 's3_bucket_public_list_acl'],
    other: [
      'cfn_nag:W31', 'checkov-tf:CKV2_AWS_43', 'checkov-tf:CKV_AWS_375', 'config:s3-bucket-public-read-prohibited',
      'trivy:AWS-0092',
    ],
  },
  rationale: 'Scanners find a public bucket within hours and copy all of it; what has been read cannot be taken back.',
  whenNotToUse: 'Buckets with open data, or a website without CloudFront; name that bucket in a waiver.',
  fix: 'Leave `accessControl` and `publicReadAccess` out, and serve what is public by CloudFront with '
    + '`S3BucketOrigin.withOriginAccessControl(bucket)`.',
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
      peer: 'config:s3-bucket-public-read-prohibited',
      how: 'It lets a public ACL or policy pass behind the block of public access, which S3 enforces; here what is written counts, so that nothing '
        + 'is open once the block goes.',
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-public-read-prohibited.html',
    },
    {
      peer: 'guard:S3_BUCKET_PUBLIC_READ_PROHIBITED',
      how: 'It asks for all four settings of the block of public access, here rule s3/bucket-block-public-access; this one asks whether anybody '
        + 'is let in.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws/amazon_s3',
    },
    {
      peer: 'cdkNag:S3BucketPublicReadProhibited',
      how: 'It judges the block of public access instead of policies, and accepts `AuthenticatedRead`.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/s3/S3BucketPublicReadProhibited.ts',
    },
  ],
  check: (resource, app, options) => (resource.type === 'AWS::S3::Bucket' ? judgeAcl(resource) : judgePolicy(resource, app, options)),
});

const judgeAcl = mustNotBe('AccessControl', ACLS_FOR_READING);

const judgePolicy = eachStatement((statement) =>
  (isPublic(statement) && permits(statement, READING) ? violation(statement.value, 'it lets everybody read or list') : 'COMPLIANT'));
