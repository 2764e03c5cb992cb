import { isFunctionUrl } from './function-url-domain';
import { judgeAccessControl } from './origin-access-control';
import { everyOrigin, isBucket } from './origins';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'cloudfront/lambda-url-origin-access-control',
  title: 'CloudFront distributions sign their requests to Lambda function URLs by an origin access control',
  severity: 'medium',
  resourceTypes: ['AWS::CloudFront::Distribution'],
  controls: {
    fsbp: ['CloudFront.16'],
    owaspServerless: ['S2'],
  },
  peers: {
    other: ['config:cloudfront-origin-lambda-url-oac-enabled'],
  },
  rationale: 'Without it the function URL must be open to everybody, so that callers get past the firewall and limits of the '
    + 'distribution.',
  whenNotToUse: 'Functions that check a signature or token of the caller themselves.',
  fix: 'Use `origins.FunctionUrlOrigin.withOriginAccessControl(url)`, with `authType: lambda.FunctionUrlAuthType.AWS_IAM` on the URL.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-origin.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-16',
  ],
  absent: {
    means: 'CloudFront does not sign its requests.',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  },
  check: (distribution) => everyOrigin(distribution, (origin) => {
    if (isBucket(origin) || !origin.value.get('VpcOriginConfig').isAbsent) return 'NOT_APPLICABLE';
    return isFunctionUrl(origin.domain) ? judgeAccessControl(origin, 'lambda') : 'NOT_APPLICABLE';
  }),
  remediation: { kind: 'companion', adds: 'an origin access control, and a permission for the distribution' },
});
