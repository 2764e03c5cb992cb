import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, some } from '../../engine/violation';

/** An origin of a distribution, in the list of origins or in one of the two places from before there was a list. */
export interface Origin {
  readonly value: Value;
  readonly domain: Value;
  /** Absent for those that are no bucket. */
  readonly s3: Value;
  /** Absent for those that are no server. */
  readonly custom: Value;
  /** Only those in the list can have other than the oldest settings, and names that behaviours choose among. */
  readonly isLegacy: boolean;
}

/** The parts of a distribution that hold origins: each may be known or not. */
function partsWithOrigins(distribution: Resource): readonly (() => readonly Origin[])[] {
  const config = distribution.get('DistributionConfig');
  return [
    () => config.get('Origins').list().map((value) =>
      ({ value, domain: value.get('DomainName'), s3: value.get('S3OriginConfig'), custom: value.get('CustomOriginConfig'), isLegacy: false })),
    () => legacy(config.get('S3Origin'), (value) => ({ s3: value, custom: value.get('none') })),
    () => legacy(config.get('CustomOrigin'), (value) => ({ s3: value.get('none'), custom: value })),
  ];
}

function legacy(value: Value, kind: (value: Value) => Pick<Origin, 's3' | 'custom'>): readonly Origin[] {
  if (value.whyUnknown !== undefined) return unknown(value.whyUnknown, value.location);
  return value.isAbsent ? [] : [{ value, domain: value.get('DNSName'), ...kind(value), isLegacy: true }];
}

function originsOf(distribution: Resource): readonly Origin[] {
  return partsWithOrigins(distribution).flatMap((part) => part());
}

/** Judges each origin; NOT_APPLICABLE without any. */
export function everyOrigin(distribution: Resource, judge: (origin: Origin) => Outcome): Outcome {
  return every(partsWithOrigins(distribution), (part) => {
    const origins = part();
    return origins.length === 0 ? 'NOT_APPLICABLE' : every(origins, judge);
  });
}

/** The origins that a behaviour gets its answers from: all of them where it names none that is there. */
export function originsBehind(behaviour: Value, distribution: Resource): readonly Origin[] {
  const origins = originsOf(distribution);
  const { key } = behaviour.get('TargetOriginId');
  // an id names one origin: if it is written the same, whatever a parameter in it comes to, the others need not be compared
  const isWrittenSame = origins.some((origin) => key !== undefined && origin.value.get('Id').key === key);
  const named = origins.filter((origin) =>
    origin.isLegacy || (isWrittenSame ? origin.value.get('Id').key === key : isNamedBy(behaviour, origin, distribution)));
  return named.length > 0 ? named : origins;
}

/** By its own id, or by that of a group that it is a member of. */
function isNamedBy(behaviour: Value, origin: Origin, distribution: Resource): boolean {
  const target = behaviour.get('TargetOriginId').text();
  const id = origin.value.get('Id').text();
  return some(distribution.get('DistributionConfig.OriginGroups.Items').list(), (group) =>
    group.get('Id').text() === target && some(group.get('Members.Items').list(), (member) => member.get('OriginId').text() === id));
}

/** Whether it is a bucket, which CloudFront can sign requests for; the website endpoint of a bucket is a server like any other. */
export function isBucket({ s3, domain }: Origin): boolean {
  return !s3.isAbsent || isBucketEndpoint(domain);
}

function isBucketEndpoint(domain: Value): boolean {
  if (domain.target()?.type === 'AWS::S3::Bucket' && BUCKET_DOMAINS.has(domain.attribute ?? '')) return true;
  return /\.s3(?:[.-](?!website)[\w….-]*)?\.(?:amazonaws\.com(?:\.cn)?|…)$/.test(domain.textWith('…') ?? '');
}

const BUCKET_DOMAINS: ReadonlySet<string> = new Set(['DomainName', 'RegionalDomainName', 'DualStackDomainName']);
