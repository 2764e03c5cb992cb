import { Stack } from 'aws-cdk-lib';
import type { CfnDistribution, Function as CloudFrontFunction } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { SECRET_HEADER, type ConnectedApi } from './api-behind-site';
import type { SiteTlsPolicy } from './site-tls-policy';
import { seal, stays, staysSet, valueAt, type Protection } from '../private/seal';

/** What the distribution of a site must keep. */
interface SealedSite {
  readonly tlsPolicy: SiteTlsPolicy;
  readonly responseHeadersPolicyId: string;
  readonly bucketDomainName: string;
  /** The APIs behind it, as far as they were added, and their paths. */
  readonly apis: ConnectedApi[];
  readonly apiPaths: string[];
  /** Those that refuse requests for other names. */
  readonly edgeFunctions: CloudFrontFunction[];
}

/** Seals that browsers come by HTTPS, get every header, and that nobody gets around the site. */
export function sealDistributionOfSite(scope: Construct, resource: CfnDistribution, site: SealedSite): void {
  seal(scope, resource, [
    everyBehaviour('viewers come by HTTPS only', 'Set viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY on the behavior.',
      (behaviour) => ['https-only', 'redirect-to-https'].includes(behaviour.ViewerProtocolPolicy as string)),
    everyBehaviour('every answer has its security headers', 'Set responseHeadersPolicy: site.responseHeadersPolicy on the behavior.',
      (behaviour) => same(scope, behaviour.ResponseHeadersPolicyId, site.responseHeadersPolicyId)),
    everyBehaviour('it answers under its own names only', 'Leave viewer requests of the site and of the APIs behind it to the construct.', (behaviour) =>
      isOfUser(behaviour, site) || site.edgeFunctions.some(({ functionArn }) => runs(scope, behaviour, functionArn))),
    stays('DistributionConfig.ViewerCertificate.MinimumProtocolVersion', site.tlsPolicy, 'viewers use TLS 1.2 or newer', 'Set tlsPolicy.'),
    staysSet('DistributionConfig.ViewerCertificate.AcmCertificateArn', 'it has a certificate of its own', 'Set domain.certificate.'),
    stays('DistributionConfig.DefaultRootObject', 'index.html', 'a request for the root is answered by a page', 'Upload index.html.'),
    staysSet('DistributionConfig.CustomErrorResponses.0.ResponsePagePath', 'errors say nothing of S3', 'Set errorPage.'),
    everyOrigin('CloudFront signs its requests to the bucket', 'Leave the origin access control to the construct.',
      (origin) => !same(scope, origin.DomainName, site.bucketDomainName) || origin.OriginAccessControlId !== undefined),
    everyOrigin('it makes itself known to the API behind it', 'Leave the header to addApi, and the certificate to addHttpApi.', (origin) =>
      site.apis.filter(({ host }) => same(scope, origin.DomainName, host)).every(({ knownBy }) => isKnownBy[knownBy](origin))),
  ]);
}

type Json = Record<string, unknown>;

const isKnownBy: Record<ConnectedApi['knownBy'], (origin: Json) => boolean> = {
  header: ({ OriginCustomHeaders }) => [OriginCustomHeaders ?? []].flat().some((header) => (header as Json).HeaderName === SECRET_HEADER),
  certificate: ({ CustomOriginConfig }) => valueAt(CustomOriginConfig, 'OriginMtlsConfig.ClientCertificateArn') !== undefined,
};

/** Behaviors that were added to the L2, below paths of their own, have functions of their own. */
function isOfUser({ PathPattern }: Json, { apiPaths }: SealedSite): boolean {
  return PathPattern !== undefined && !apiPaths.includes(PathPattern as string);
}

function runs(scope: Construct, { FunctionAssociations }: Json, functionArn: string): boolean {
  return [FunctionAssociations ?? []].flat().some((each) => (each as Json).EventType === 'viewer-request' && same(scope, (each as Json).FunctionARN, functionArn));
}

function everyBehaviour(promise: string, instead: string, holds: (behaviour: Json) => boolean): Protection {
  const broken = (config: unknown) => {
    const { DefaultCacheBehavior, CacheBehaviors } = config as { DefaultCacheBehavior: Json; CacheBehaviors?: Json[] };
    return [DefaultCacheBehavior, ...(CacheBehaviors ?? [])].filter((behaviour) => !holds(behaviour));
  };
  return { path: 'DistributionConfig', promise, instead, holds: (config) => broken(config).length === 0, shows: broken };
}

function everyOrigin(promise: string, instead: string, holds: (origin: Json) => boolean): Protection {
  const broken = (origins: unknown) => (origins as Json[]).filter((origin) => !holds(origin)).map(({ Id }) => Id);
  return { path: 'DistributionConfig.Origins', promise, instead, holds: (origins) => broken(origins).length === 0, shows: broken };
}

function same(scope: Construct, emitted: unknown, reference: string): boolean {
  return JSON.stringify(emitted) === JSON.stringify(Stack.of(scope).resolve(reference));
}
