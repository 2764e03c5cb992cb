import type { Condition, Principal } from './statement';
import { Opaque } from '../resolved';
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
export function isOnlyForOwnAccount({ operator, key, values }: Condition, carrier: Resource): boolean {
  if (!/^(String|Arn)(Equals|Like|EqualsIgnoreCase)$/i.test(operator)) return false;
  if (!/^(aws:(principal|source)(account|arn)|s3:dataaccesspoint(account|arn))$/.test(key)) return false;
  return values.length > 0 && values.every((value) => !namesOtherAccount(value, carrier));
}

function namesOtherAccount(value: Value, carrier: Resource): boolean {
  // references lead to resources of the same account: exports and nested stacks do not cross accounts
  if (value.target() !== undefined) return false;
  if (value.parts()?.some((part) => part instanceof Opaque && part.why === 'AWS::AccountId')) return false;
  const named = accountIn(value.textWith('\u0000') ?? '');
  if (named?.includes('\u0000') !== false) return unknown(value.whyUnknown ?? 'an account or ARN is expected here', value.location);
  if (named === 'cloudfront') return false; // origin access identities
  if (named === '') return true; // an ARN that leaves the account out, such as a bucket's
  const own = carrier.template.root.facts.account;
  if (own !== undefined) return named !== own;
  // a wildcard stands for others too, whatever the account of the stack is
  return named.includes('*') || unknown(`the account of the stack is not known, so ${named} may be its own`, value.location);
}

/** The account of an ARN, or the account itself. Undefined for what is neither, such as the id of a deleted role. */
function accountIn(text: string): string | undefined {
  if (/^\d{12}$/.test(text) || text === '*') return text;
  return /^arn:[^:]*:[^:]*:[^:]*:([^:]*):/.exec(text)?.[1];
}
