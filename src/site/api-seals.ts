import { Stack } from 'aws-cdk-lib';
import { CachePolicy, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { SECRET_HEADER, type ConnectedApi } from './api-behind-site';
import { type Behaviour, behavioursOf, type DistributionJson, type Origin, originsOf } from './distribution-json';
import { isBelow, overlap } from './path-pattern';
import { canonicalJson } from '../private/canonical-json';
import { type Protection, valueAt } from '../private/seal';

/** An API behind the site, at its path. */
export interface ApiAtPath extends ConnectedApi {
  readonly path: string;
}

const LEAVE = 'Leave behaviors and headers of APIs to addApi, and the certificate to addHttpApi.';

/** What keeps the APIs behind a site safe, as far as the distribution does: `apis` are those that were added until the template is written. */
export function sealsOfApis(scope: Construct, apis: () => ApiAtPath[], addressFunctionArn: () => string | undefined): Protection[] {
  const same = (emitted: unknown, made: unknown) => canonicalJson(emitted) === canonicalJson(Stack.of(scope).resolve(made));
  const isOf = (api: ConnectedApi) => (origin: Origin | undefined) =>
    origin !== undefined && same(origin.DomainName, api.host) && same(origin.OriginPath ?? '', api.originPath ?? '');
  const originOf = (config: DistributionJson, behaviour: Behaviour) => originsOf(config).find(({ Id }) => Id === behaviour.TargetOriginId);
  const leadsToApi = (config: DistributionJson, behaviour: Behaviour) => {
    const origin = originOf(config, behaviour);
    return apis().some(({ host }) => same(origin?.DomainName, host));
  };
  /** Whoever leads to an API, be it a behavior of the user's own. */
  const everyCall = (promise: string, holds: (behaviour: Behaviour) => boolean): Protection => {
    const broken = (config: unknown) => behavioursOf(config)
      .filter((behaviour) => leadsToApi(config as DistributionJson, behaviour) && !holds(behaviour));
    return { path: 'DistributionConfig', promise, instead: LEAVE, holds: (config) => broken(config).length === 0, shows: broken };
  };
  const everyOrigin = (promise: string, holds: (origin: Origin, api?: ConnectedApi) => boolean): Protection => {
    const broken = (origins: unknown) => (origins as Origin[])
      .filter((origin) => !holds(origin, apis().find((api) => same(origin.DomainName, api.host)))).map(({ Id }) => Id);
    return { path: 'DistributionConfig.Origins', promise, instead: LEAVE, holds: (origins) => broken(origins).length === 0, shows: broken };
  };
  const isBehaviourOf = (config: unknown, api: ApiAtPath) => (behaviour: Behaviour) =>
    behaviour.PathPattern === api.path && isOf(api)(originOf(config as DistributionJson, behaviour));
  const astray = (config: unknown) => apis().filter((api) => !behavioursOf(config).some(isBehaviourOf(config, api))).map(({ path }) => path);
  /** Behaviors of the user's own that CloudFront takes before that of an API for some of its paths: it takes the first that matches. */
  const ahead = (config: unknown) => apis().flatMap((api) => {
    const all = (config as DistributionJson).CacheBehaviors ?? [];
    return all.slice(0, Math.max(all.findIndex(isBehaviourOf(config, api)), 0))
      // one that is all below the API's path was written for its own; one that reaches in from elsewhere takes what nobody meant
      .filter(({ PathPattern }) => typeof PathPattern !== 'string' || (overlap(PathPattern, api.path) && !isBelow(PathPattern, api.path)))
      .filter((behaviour) => !isOf(api)(originOf(config as DistributionJson, behaviour)))
      .filter((behaviour) => !apis().some((each) => isBehaviourOf(config, each)(behaviour)))
      .map(({ PathPattern }) => ({ api: api.path, behavior: PathPattern }));
  });
  return [
    { path: 'DistributionConfig', promise: 'paths of APIs lead to them', instead: LEAVE, holds: (config) => astray(config).length === 0, shows: astray },
    {
      path: 'DistributionConfig',
      promise: 'paths of APIs lead to them',
      instead: 'CloudFront takes the first behavior that matches: call addApi before you add behaviors that share paths with the API.',
      holds: (config) => ahead(config).length === 0,
      shows: ahead,
    },
    everyCall('callers of the API behind it come by HTTPS only', ({ ViewerProtocolPolicy }) => ViewerProtocolPolicy === 'https-only'),
    everyCall('answers of the API behind it are never cached', ({ CachePolicyId }) => same(CachePolicyId, CachePolicy.CACHING_DISABLED.cachePolicyId)),
    everyCall('it answers under its own names only, and the API behind it is told the address of the viewer', ({ FunctionAssociations, OriginRequestPolicyId }) =>
      same(FunctionAssociations, [{ EventType: 'viewer-request', FunctionARN: addressFunctionArn() }])
      && same(OriginRequestPolicyId, OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId)),
    everyOrigin('the API behind it is called over TLS 1.2', ({ CustomOriginConfig: config }, api) => api === undefined
      || (valueAt(config, 'OriginProtocolPolicy') === 'https-only' && same(valueAt(config, 'OriginSSLProtocols'), ['TLSv1.2']))),
    everyOrigin('it makes itself known to the API behind it', (origin, api) => api === undefined
      || (same(secretOf(origin), api.headerValue) && same(valueAt(origin.CustomOriginConfig, 'OriginMtlsConfig.ClientCertificateArn'), api.clientCertificateArn))),
    everyOrigin('nobody but the API behind it gets its secret', (origin, api) => api !== undefined || secretOf(origin) === undefined),
  ];
}

function secretOf({ OriginCustomHeaders }: Origin): unknown {
  return (OriginCustomHeaders ?? []).find(({ HeaderName }) => HeaderName?.toLowerCase() === SECRET_HEADER)?.HeaderValue;
}
