import { matchesWildcard } from '../../../private/wildcard';
import { hasValues } from '../../engine/policy/has-values';
import type { Condition, Statement } from '../../engine/policy/statement';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { some } from '../../engine/violation';

/** Whether identity pools are among the principals, in any partition. */
export function trustsIdentityPools(statement: Statement): boolean {
  return some(statement.principals, ({ kind, value }) => {
    if (kind !== 'Federated') return false;
    return (value.textWith('…') ?? '').startsWith('cognito-identity') || value.is('cognito-identity.amazonaws.com');
  });
}

/** A condition holds only for tokens of pools that it names. */
export function isBoundToPool(statement: Statement): boolean {
  return some(conditionsOn('aud', statement), ({ operator, values }) => !/Like$/i.test(operator) || !some(values, hasWildcard));
}

/** A condition holds only for tokens of users who have signed in, anywhere or at a provider that it names. */
export function isForSignedIn(statement: Statement): boolean {
  return some(conditionsOn('amr', statement), (condition) => !some(condition.values, (value) => isForGuests(value, condition)));
}

/** Whether guests come in: no condition speaks of the sign-in, or a pool that is named lets them in. */
export function lettingGuestsIn(statement: Statement): boolean {
  if (conditionsOn('amr', statement).length === 0) return true;
  const pools = conditionsOn('aud', statement).flatMap(({ values }) => values);
  return pools.length === 0 || some(pools, (id) => {
    const pool = id.target();
    if (pool?.type !== 'AWS::Cognito::IdentityPool') return unknown('whether an identity pool outside the app lets guests in', id.location);
    return pool.get('AllowUnauthenticatedIdentities').boolean(false);
  });
}

/** The conditions on a claim of the token that fail where the claim is missing. */
function conditionsOn(claim: 'aud' | 'amr', statement: Statement): readonly Condition[] {
  return statement.conditions.filter((condition) =>
    condition.key.startsWith('cognito-identity') && condition.key.endsWith(`:${claim}`)
    && /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)$/i.test(condition.operator) && hasValues(condition));
}

/** Whether a value means guests too: by name, or by a pattern. */
function isForGuests(value: Value, { operator }: Condition): boolean {
  const text = value.text() ?? '';
  return /Like$/i.test(operator) ? matchesWildcard(text, 'unauthenticated') : text.toLowerCase() === 'unauthenticated';
}

/** A value of which a part is not known may hold a wildcard there. */
function hasWildcard(value: Value): boolean {
  const parts = value.parts() ?? [];
  if (parts.some((part) => typeof part === 'string' && /[*?]/.test(part))) return true;
  const open = openPart(parts);
  return open === undefined ? false : unknown(open.why, value.location);
}
