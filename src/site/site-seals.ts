import { Stack } from 'aws-cdk-lib';
import type { CfnDistribution, GeoRestriction } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { type ApiAtPath, sealsOfApis } from './api-seals';
import { type Behaviour, behavioursOf, type DistributionJson, originsOf } from './distribution-json';
import type { SiteTlsPolicy } from './site-tls-policy';
import { canonicalJson } from '../private/canonical-json';
import { seal, stays, staysEqual, staysSet, type Protection } from '../private/seal';

/** What the distribution of a site must keep. */
interface SealedSite {
  readonly tlsPolicy: SiteTlsPolicy;
  readonly responseHeadersPolicyId: string;
  readonly bucketDomainName: string;
  readonly accessControlId: string;
  readonly pathFunctionArn: string;
  readonly geoRestriction?: GeoRestriction;
  /** As CloudFormation spells them; they depend on whether there is an API. */
  readonly errorResponses: () => object[];
  /** The APIs behind it, as far as they were added. */
  readonly apis: () => ApiAtPath[];
  /** The function that writes the viewer's address, if there is an API. */
  readonly addressFunctionArn: () => string | undefined;
}

/** Seals that browsers come by HTTPS, get every header, that S3 says nothing, and that nobody gets around the site. */
export function sealDistributionOfSite(scope: Construct, resource: CfnDistribution, site: SealedSite): void {
  const same = (emitted: unknown, made: unknown) => canonicalJson(emitted) === canonicalJson(Stack.of(scope).resolve(made));
  const ofBucket = originsAt((origin) => same(origin.DomainName, site.bucketDomainName));
  seal(scope, resource, [
    everyBehaviour('viewers come by HTTPS only', 'Set viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY on the behavior.',
      (behaviour) => ['https-only', 'redirect-to-https'].includes(behaviour.ViewerProtocolPolicy as string)),
    everyBehaviour('every answer has its security headers', 'Set responseHeadersPolicy: site.responseHeadersPolicy on the behavior.',
      (behaviour) => same(behaviour.ResponseHeadersPolicyId, site.responseHeadersPolicyId)),
    stays('DistributionConfig.ViewerCertificate.MinimumProtocolVersion', site.tlsPolicy, 'viewers use TLS 1.2 or newer', 'Set tlsPolicy.'),
    staysSet('DistributionConfig.ViewerCertificate.AcmCertificateArn', 'it has a certificate of its own', 'Set domain.certificate.'),
    stays('DistributionConfig.DefaultRootObject', 'index.html', 'a request for the root is answered by a page', 'Upload index.html.'),
    staysEqual(scope, 'DistributionConfig.DefaultCacheBehavior.FunctionAssociations', [{ EventType: 'viewer-request', FunctionARN: site.pathFunctionArn }],
      'it answers under its own names only, and finds the object for a path', 'Leave viewer requests of the site to the construct; set routing.'),
    keepsErrorResponses(site.errorResponses),
    ...(site.geoRestriction ? [keepsCountries(scope, site.geoRestriction)] : []),
    {
      path: 'DistributionConfig',
      promise: 'the site shows the files of its bucket',
      instead: 'Add a behavior for what is elsewhere.',
      holds: (config) => ofBucket(config).some(({ Id }) => Id === (config as DistributionJson).DefaultCacheBehavior.TargetOriginId),
      shows: (config) => originsOf(config).map(({ Id, DomainName }) => ({ Id, DomainName })),
    },
    {
      path: 'DistributionConfig',
      promise: 'CloudFront signs its requests to the bucket',
      instead: 'Leave the origin access control to the construct.',
      holds: (config) => ofBucket(config).every((origin) => same(origin.OriginAccessControlId, site.accessControlId)),
      shows: (config) => ofBucket(config).map(({ Id, OriginAccessControlId }) => ({ Id, OriginAccessControlId })),
    },
    ...sealsOfApis(scope, site.apis, site.addressFunctionArn),
  ]);
}

function originsAt(holds: (origin: ReturnType<typeof originsOf>[number]) => boolean) {
  return (config: unknown) => originsOf(config).filter(holds);
}

function everyBehaviour(promise: string, instead: string, holds: (behaviour: Behaviour) => boolean): Protection {
  const broken = (config: unknown) => behavioursOf(config).filter((behaviour) => !holds(behaviour));
  return { path: 'DistributionConfig', promise, instead, holds: (config) => broken(config).length === 0, shows: broken };
}

function keepsErrorResponses(errorResponses: () => object[]): Protection {
  const lost = (emitted: unknown) => {
    const present = new Set((Array.isArray(emitted) ? emitted : []).map(canonicalJson));
    return errorResponses().filter((response) => !present.has(canonicalJson(response)));
  };
  return {
    path: 'DistributionConfig.CustomErrorResponses',
    promise: 'errors say nothing of S3, and what one caller is refused is not remembered for the next',
    instead: 'Set errorPage.',
    holds: (emitted) => lost(emitted).length === 0,
    shows: (emitted) => ({ emitted, lost: lost(emitted) }),
  };
}

function keepsCountries(scope: Construct, { restrictionType, locations }: GeoRestriction): Protection {
  return staysEqual(scope, 'DistributionConfig.Restrictions', { GeoRestriction: { RestrictionType: restrictionType, Locations: locations } },
    'it serves the countries of geoRestriction', 'Set geoRestriction.');
}
