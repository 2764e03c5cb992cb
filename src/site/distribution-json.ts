/** A behavior of a distribution, as CloudFormation spells it. */
export interface Behaviour {
  readonly PathPattern?: unknown;
  readonly TargetOriginId?: unknown;
  readonly ViewerProtocolPolicy?: unknown;
  readonly CachePolicyId?: unknown;
  readonly OriginRequestPolicyId?: unknown;
  readonly ResponseHeadersPolicyId?: unknown;
  readonly FunctionAssociations?: unknown;
}

/** An origin of a distribution. */
export interface Origin {
  readonly Id?: unknown;
  readonly DomainName?: unknown;
  readonly OriginPath?: unknown;
  readonly OriginAccessControlId?: unknown;
  readonly CustomOriginConfig?: unknown;
  readonly OriginCustomHeaders?: { readonly HeaderName?: string; readonly HeaderValue?: unknown }[];
}

/** The parts of `DistributionConfig` that are sealed. */
export interface DistributionJson {
  readonly DefaultCacheBehavior: Behaviour;
  readonly CacheBehaviors?: Behaviour[];
  readonly Origins?: Origin[];
}

/** The default behavior and those for paths. */
export function behavioursOf(config: unknown): Behaviour[] {
  const { DefaultCacheBehavior, CacheBehaviors } = config as DistributionJson;
  return [DefaultCacheBehavior, ...CacheBehaviors ?? []];
}

/** All origins. */
export function originsOf(config: unknown): Origin[] {
  return (config as DistributionJson).Origins ?? [];
}
