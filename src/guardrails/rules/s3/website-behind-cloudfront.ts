import { coversByAny } from './policy-statements';
import { ACLS_FOR_READING, READING, isPublic, permits } from './public-access';
import type { AppModel } from '../../engine/app-model';
import { statementsOf } from '../../engine/policy/policies';
import type { Principal, Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { allOf, every, some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/website-behind-cloudfront',
  title: 'S3 buckets that hold a website are read by CloudFront only',
  severity: 'high',
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {
    owaspServerless: ['S6'],
  },
  peers: {
    cdkNag: ['S3WebBucketOAIAccess'],
  },
  rationale: 'The website endpoint of a bucket knows no TLS, no firewall and no access log worth the name, and it needs a bucket that everybody '
    + 'can read.',
  whenNotToUse: 'Buckets that only redirect to another host are left out by themselves; for open data without a website see `s3/no-public-read`.',
  fix: 'Leave `websiteIndexDocument` and `publicReadAccess` out, and serve the bucket by a `cloudfront.Distribution` with '
    + '`S3BucketOrigin.withOriginAccessControl(bucket)`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html',
  ],
  divergences: [
    {
      peer: 'cdkNag:S3WebBucketOAIAccess',
      how: 'It accepts origin access identities only; origin access control, which AWS recommends now, is a service principal with a condition.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/s3/S3WebBucketOAIAccess.ts',
    },
  ],
  check: (bucket, app) => judge(bucket, app),
});

function judge(bucket: Resource, app: AppModel): Outcome {
  const website = bucket.get('WebsiteConfiguration');
  if (website.isAbsent) return 'NOT_APPLICABLE';
  const acl = bucket.get('AccessControl');
  const { resources: policies, maybeMore } = app.naming(bucket, 'AWS::S3::BucketPolicy', 'Bucket');
  const statements = policies.flatMap((policy) => statementsOf(policy));
  return every([
    () => (acl.is(...ACLS_FOR_READING) ? violation(acl, 'its ACL lets everybody read') : 'NOT_APPLICABLE'),
    ...statements.map((statement) => () =>
      (isPublic(statement) && permits(statement, READING) ? violation(website, 'its policy lets everybody read', 'public') : 'NOT_APPLICABLE')),
    (): Outcome => {
      if (some(statements, letsCloudFrontRead)) return 'COMPLIANT';
      if (maybeMore !== undefined) return unknown(maybeMore);
      if (website.get('RedirectAllRequestsTo').isSet) return 'NOT_APPLICABLE'; // nobody has to read it
      return violation(website, 'its policy does not let CloudFront read it for one account or distribution');
    },
  ], (part) => part());
}

function letsCloudFrontRead(statement: Statement): boolean {
  return allOf(
    () => statement.allows,
    () => coversByAny(statement, 's3:GetObject'),
    () => some(statement.principals, (principal) => isCloudFront(principal, statement)),
  );
}

/** An origin access identity, or the service on behalf of a distribution or account that a condition names. */
function isCloudFront({ kind, value }: Principal, statement: Statement): boolean {
  if (kind === 'Service') return value.is('cloudfront.amazonaws.com') && statement.isNarrowedToCallers;
  if (value.targets().some(({ type }) => type === 'AWS::CloudFront::CloudFrontOriginAccessIdentity')) return true;
  if (kind === 'CanonicalUser') return unknown('whether a canonical user is an origin access identity is not in the template', value.location);
  return kind === 'AWS' && (value.textWith('x') ?? '').includes(':user/CloudFront Origin Access Identity ');
}
