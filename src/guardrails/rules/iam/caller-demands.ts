import { hasValues } from '../../engine/policy/has-values';
import type { Condition } from '../../engine/policy/statement';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { some } from '../../engine/violation';

/** Keys that are the same for every principal of an account, or say nothing of the caller. */
const NOT_OF_THE_CALLER: ReadonlySet<string> = new Set([
  'aws:currenttime', 'aws:epochtime', 'aws:principalaccount', 'aws:referer', 'aws:requestedregion', 'aws:securetransport', 'aws:useragent',
]);

/** Operators that do not hold when the key is missing, unlike negated ones, `ForAllValues` and `IfExists`. */
const DEMANDING = /^(?:ForAnyValue:)?(?:String(?:Equals|Like|EqualsIgnoreCase)|Arn(?:Equals|Like)|Bool|IpAddress|BinaryEquals|Numeric(?:Equals|LessThan|LessThanEquals))$/i;

/** Whether a condition leaves out some principals of an account. */
export function leavesSomeOut(condition: Condition): boolean {
  const { operator, key, values } = condition;
  if (NOT_OF_THE_CALLER.has(key)) return false;
  if (/^Null$/i.test(operator)) return values.some((value) => value.is(false));
  if (/^Bool$/i.test(operator)) return hasValues(condition) && !some(values, (value) => value.is(false));
  return DEMANDING.test(operator) && hasValues(condition) && !(/Like$/i.test(operator) && some(values, matchesAll));
}

/** A value of which nothing is known may be the star. */
function matchesAll(value: Value): boolean {
  const parts = value.parts() ?? [];
  const open = parts.length === 1 ? openPart(parts) : undefined;
  return open === undefined ? /^(?:\*+|arn:[^:]*:[^:]*:[^:]*:[^:]*:\*+)$/.test(value.textWith('…') ?? '*') : unknown(open.why, value.location);
}
