import { judgeAccessControl } from './origin-access-control';
import { everyOrigin, isBucket } from './origins';
import type { Origin } from './origins';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import type { Value } from '../../engine/value';
import { violation } from '../../engine/violation';

export const rule = defineRule<{ acceptOriginAccessIdentity: boolean }>({
  id: 'cloudfront/s3-origin-access-control',
  title: 'CloudFront distributions sign their requests to buckets by an origin access control',
  severity: 'medium',
  resourceTypes: ['AWS::CloudFront::Distribution', 'AWS::CloudFront::StreamingDistribution'],
  controls: {
    fsbp: ['CloudFront.13'],
    pciDss4: ['10.3.4'],
    owaspServerless: ['S6'],
  },
  peers: {
    cdkNag: ['CloudFrontDistributionS3OriginAccessControl', 'CloudFrontDistributionS3OriginAccessIdentity'],
    guard: ['CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED'],
    prowler: ['cloudfront_distributions_s3_origin_access_control'],
    other: [
      'checkov-tf:CKV2_AWS_46', 'config:cloudfront-origin-access-identity-enabled',
      'config:cloudfront-s3-origin-access-control-enabled',
    ],
  },
  rationale: 'Without it the bucket must be open to everybody, so that viewers get past the firewall, signed URLs and logs of the '
    + 'distribution.',
  whenNotToUse: 'Distributions that still use origin access identities; accept them by the option `acceptOriginAccessIdentity` until '
    + 'they are moved.',
  fix: 'Use `origins.S3BucketOrigin.withOriginAccessControl(bucket)`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-origin.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-13',
  ],
  absent: {
    means: 'CloudFront does not sign its requests.',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  },
  divergences: [
    {
      peer: 'cdkNag:CloudFrontDistributionS3OriginAccessIdentity',
      how: 'It asks for the origin access identity, and also of the website endpoints of buckets, which take neither: see s3/website-behind-cloudfront.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/cloudfront/CloudFrontDistributionS3OriginAccessIdentity.ts',
    },
    {
      peer: 'guard:CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED',
      how: 'It asks for the origin access identity, which AWS recommends to replace.',
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#migrate-from-oai-to-oac',
    },
    {
      peer: 'cdkNag:CloudFrontDistributionS3OriginAccessControl',
      how: 'It looks only at buckets of the same stack that the origin refers to.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/cloudfront/CloudFrontDistributionS3OriginAccessControl.ts',
    },
  ],
  options: {
    acceptOriginAccessIdentity: {
      type: 'boolean',
      description: 'Whether the older origin access identity is enough.',
      default: false,
    },
  },
  check: (distribution, _app, { acceptOriginAccessIdentity }) => {
    if (distribution.type === STREAMING) return judgeIdentity(distribution.get('StreamingDistributionConfig.S3Origin.OriginAccessIdentity'));
    return everyOrigin(distribution, (origin) => judge(origin, acceptOriginAccessIdentity));
  },
  remediation: { kind: 'companion', adds: 'an origin access control, and a statement in the bucket policy' },
});

/** Streaming distributions know origin access identities only. */
const STREAMING = 'AWS::CloudFront::StreamingDistribution';

function judge(origin: Origin, acceptOriginAccessIdentity: boolean): Outcome {
  if (!isBucket(origin)) return 'NOT_APPLICABLE';
  const control = origin.value.get('OriginAccessControlId');
  const mayBeIdentity = acceptOriginAccessIdentity && (control.isAbsent || (control.isKnown && !control.isSet));
  return mayBeIdentity ? judgeIdentity(origin.s3.get('OriginAccessIdentity')) : judgeAccessControl(origin, 's3');
}

function judgeIdentity(identity: Value): Outcome {
  return identity.isSet ? 'COMPLIANT' : violation(identity, 'it has no origin access identity');
}
