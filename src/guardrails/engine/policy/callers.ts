import { CONDITIONS_OF_CALLER } from './caller-conditions';
import { openValuesOf, withoutVariables } from './exact-values';
import { hasValues } from './has-values';
import { namesNoCaller } from './open-values';
import type { Condition } from './statement';
import { Opaque, Reference } from '../resolved';
import { unknown } from '../unknown';
import { openPart } from '../value';
import type { Value } from '../value';
import { some } from '../violation';

/**
 * Whether a condition holds for callers of known owners only. A pattern that leaves the account, the organization or the network open is met
 * by anybody's: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function namesCallers(condition: Condition): boolean {
  if (!narrowsCallers(condition)) return false;
  const open = openValuesOf(condition);
  if (/arn$/.test(condition.key)) return open.every((value) => isBucket(value) || namesOneOwner(value));
  return !/account|org(?:id|paths)$|sourceowner|sourcevpce?$/.test(condition.key) || open.every(isOne);
}

/** Buckets have one owner, and AWS documents them with stars in front: `arn:aws:s3:*:*:bucket`. */
function isBucket(value: Value): boolean {
  return /^arn:[^:]*:s3:[^:]*:[^:]*:[^*?…]+$/.test(withoutVariables(value.textWith('…') ?? ''));
}

/** An account, an organization or a network; the paths below an organization may have stars. */
function isOne(value: Value): boolean {
  const open = openPart(value.parts() ?? []);
  return open === undefined ? !/[*?]/.test(withoutVariables(value.textWith('x') ?? '*').split('/')[0]) : unknown(open.why, value.location);
}

/** Stands for a part of an ARN that may be anything, a wildcard too. */
const OPEN = '\u0000';

/** Whether the pattern of a SourceArn is met by the resources of one owner only. Gives up where it may be a wildcard. */
export function namesOneOwner(arn: Value): boolean {
  if (!arn.isSet) return false;
  const parts = arn.parts();
  if (parts === undefined) return unknown('an ARN is expected here', arn.location);
  if (parts[0] instanceof Reference) return true;
  const text = withoutVariables(parts.map((part) => {
    if (typeof part === 'string') return part;
    return part instanceof Opaque && !part.why.startsWith('AWS::') ? OPEN : 'x';
  }).join(''));
  if (!text.startsWith('arn:')) return text.includes(OPEN) ? unknown(arn.whyUnknown!, arn.location) : !/[*?]/.test(text);
  const [, , , , account = '', ...rest] = text.split(':');
  // buckets have no account in their ARN, but only one owner at a time
  const owner = account === '' ? rest.join(':').split('/')[0] : account;
  if (owner.includes(OPEN)) return unknown(arn.whyUnknown!, arn.location);
  return owner !== '' && !/[*?]/.test(owner);
}

/** Whether a condition holds only for some callers. Operators that hold when the key is missing, and values that match all, narrow nothing. */
export function narrowsCallers(condition: Condition): boolean {
  const { operator, key } = condition;
  if (!CONDITIONS_OF_CALLER.has(key) && !CALLER_KEY.test(key)) return false;
  if (!/^(ForAnyValue:)?(String(Equals|Like|EqualsIgnoreCase)|Arn(Equals|Like)|IpAddress|BinaryEquals)$/i.test(operator)) return false;
  return hasValues(condition) && !some(openValuesOf(condition), key === 'aws:userid' ? isAnySession : matchesAll);
}

/**
 * Keys of services that name the caller or what the call is made through. `kms:ViaService` does not: anybody calls through a service; nor
 * do audiences that many share, and that somebody is signed in.
 */
const CALLER_KEY = /^(kms:calleraccount|sns:endpoint|lambda:(sourcefunctionarn|functionurlauthtype)|elasticfilesystem:accesspointarn|[\w.-]+:sub|cognito-identity\.amazonaws\.com:aud)$/;

/** The name of a session, which follows the id of the role, is free to choose; the letters that ids begin with (`AROA`) say of what kind it is. */
function isAnySession(value: Value): boolean {
  return /^(?:A[A-Z]{0,3})?[*?]/.test(withoutVariables(value.textWith('x') ?? '*')) || matchesAll(value);
}

/** A value of which nothing is known may be the star. */
function matchesAll(value: Value): boolean {
  const parts = value.parts() ?? [];
  const open = parts.length === 1 ? openPart(parts) : undefined;
  return open === undefined ? namesNoCaller(withoutVariables(value.textWith('x') ?? '*')) : unknown(open.why, value.location);
}
