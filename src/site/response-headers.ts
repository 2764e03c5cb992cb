import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { STRICT_CSP } from './content-security-policy';
import { SiteOpenerPolicy, SiteResourcePolicy } from './cross-origin-policies';
import { nameInAccount } from './name-in-account';
import { STRICT_PERMISSIONS } from './permissions-policy';
import { sealResponseHeaders } from './response-headers-seal';
import type { SecureSiteProps } from './secure-site-props';

/** What S3 says of an object beside its content; the ARN of the key is among it. */
const REMOVED = [
  'server', 'x-amz-server-side-encryption', 'x-amz-server-side-encryption-aws-kms-key-id', 'x-amz-server-side-encryption-bucket-key-enabled', 'x-amz-version-id',
];

/** Two years, as the list of browsers with HSTS built in asks for. */
const HSTS_DAYS = 730;

/**
 * Headers that every answer of the site gets, those of an API behind it included, whatever the origin says.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
export function defineResponseHeaders(scope: Construct, props: SecureSiteProps): cloudfront.ResponseHeadersPolicy {
  const contentSecurityPolicy = props.contentSecurityPolicy ?? STRICT_CSP;
  const further: [header: string, value: string, promise: string][] = [
    ['Permissions-Policy', props.permissionsPolicy ?? STRICT_PERMISSIONS, 'pages get at no more of a device than they should'],
    ['Cross-Origin-Opener-Policy', props.openerPolicy ?? SiteOpenerPolicy.SAME_ORIGIN, 'windows of other sites do not reach its own'],
    ['Cross-Origin-Resource-Policy', props.resourcePolicy ?? SiteResourcePolicy.SAME_ORIGIN, 'other sites embed its files only if they may'],
  ];
  const policy = new cloudfront.ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: nameInAccount(scope, 128),
    comment: scope.node.path.slice(0, 128),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(HSTS_DAYS), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: { customHeaders: further.map(([header, value]) => ({ header, value, override: true })) },
    removeHeaders: REMOVED,
  });
  sealResponseHeaders(scope, policy.node.defaultChild as cloudfront.CfnResponseHeadersPolicy, {
    contentSecurityPolicy, hstsSeconds: Duration.days(HSTS_DAYS).toSeconds(), further, removed: REMOVED,
  });
  return policy;
}
