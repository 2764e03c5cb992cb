import { hasValues } from './has-values';
import type { Condition, Principal } from './statement';
import { Opaque, Reference } from '../resolved';
import type { Resource } from '../resource';
import { unknown } from '../unknown';
import type { Value } from '../value';

/** Whether a principal is, or includes, one of another account than that of the stack. Services and federated users have none. */
export function isOfOtherAccount({ kind, value }: Principal, carrier: Resource): boolean {
  if (kind === '*') return true;
  if (kind === 'CanonicalUser' && value.target() === undefined) {
    return unknown('the account of a canonical user is not in the template', value.location);
  }
  return kind === 'AWS' && namesOtherAccount(value, carrier);
}

/** A condition that lets nobody through but callers, resources and access points of the stack's own account. */
export function isOnlyForOwnAccount(condition: Condition, carrier: Resource): boolean {
  const { operator, key, values } = condition;
  if (!/^(String|Arn)(Equals|Like|EqualsIgnoreCase)$/i.test(operator)) return false;
  if (!/^(aws:(principal|source)(account|arn)|s3:dataaccesspoint(account|arn))$/.test(key)) return false;
  return hasValues(condition) && values.every((value) => !namesOtherAccount(value, carrier));
}

function namesOtherAccount(value: Value, carrier: Resource): boolean {
  const named = accountNamedBy(value);
  if (named === OWN_ACCOUNT) return false;
  if (named?.includes(OPEN) !== false) return unknown(value.whyUnknown ?? 'an account or ARN is expected here', value.location);
  if (named === 'cloudfront') return false; // origin access identities
  if (named === '') return true; // an ARN that leaves the account out, such as a bucket's
  const own = carrier.template.root.facts.account;
  if (own !== undefined) return named !== own;
  // a wildcard stands for others too, whatever the account of the stack is
  return named.includes('*') || unknown(`the account of the stack is not known, so ${named} may be its own`, value.location);
}

/** Stands for the account of the stack, whatever its number. */
export const OWN_ACCOUNT = 'own';

/** Stands for the parts of an ARN that are not known. */
export const OPEN = '\u0000';

/**
 * The account of an ARN, or the account itself, whatever else of it is not known. Undefined for what is neither, such as the id of a
 * deleted role; empty for an ARN that leaves it out.
 */
export function accountNamedBy(value: Value): string | undefined {
  const parts = value.parts() ?? [];
  // references lead to resources of the same account: exports and nested stacks do not cross accounts
  if (parts[0] instanceof Reference) return OWN_ACCOUNT;
  const text = parts.map((part) => (typeof part === 'string' ? part : part instanceof Opaque && part.why === 'AWS::AccountId' ? OWN_ACCOUNT : OPEN)).join('');
  if (/^(?:\d{12}|\*|own)$/.test(text)) return text;
  const account = /^arn:[^:]*:[^:]*:[^:]*:([^:]*):/.exec(text)?.[1];
  return account === '' && value.target() !== undefined ? OWN_ACCOUNT : account;
}
