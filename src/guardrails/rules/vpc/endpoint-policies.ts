import { hasValues } from '../../engine/policy/has-values';
import { isEveryone } from '../../engine/policy/statement';
import type { Condition, Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';

/** Condition keys that say whose principal calls or whose resource is called, with what their values look like that name somebody. */
const OWNERS: Readonly<Record<string, RegExp | undefined>> = {
  'aws:principalaccount': /^[^*?]+$/,
  'aws:principalorgid': /^[^*?]+$/,
  'aws:principalorgpaths': /^[^*?/]+\//,
  'aws:principalarn': /^arn:[^:]*:[^:]*:[^:]*:[^*?:]+:/,
  'aws:resourceaccount': /^[^*?]+$/,
  'aws:resourceorgid': /^[^*?]+$/,
  'aws:resourceorgpaths': /^[^*?/]+\//,
};

/** Whether a condition holds for principals or resources of known owners only. IfExists holds without the key too. */
export function isBoundToOwners(condition: Condition): boolean {
  const { operator, key, values } = condition;
  const named = OWNERS[key];
  if (named === undefined || !/^(ForAnyValue:)?(String(Equals|Like|EqualsIgnoreCase)|Arn(Equals|Like))$/i.test(operator)) return false;
  return hasValues(condition) && values.every((value) => namesSomebody(value, named, /StringEquals/i.test(operator)));
}

/** Whether a statement denies everything that an endpoint serves to everybody but known owners. */
export function refusesStrangers(statement: Statement, endpoint: Resource): boolean {
  if (statement.allows || !statement.principals.some(isEveryone)) return false;
  if (!statement.actions.some((action) => action === '*' || action.toLowerCase() === `${serviceOf(endpoint)}:*`) || !statement.resources.some((resource) => resource.is('*'))) return false;
  const [condition, ...others] = statement.conditions;
  return others.length === 0 && OWNERS[condition?.key] !== undefined && /^StringNotEquals(IfExists)?$/i.test(condition.operator)
    && condition.values.every((value) => !hasVariables(value));
}

/** Without wildcards, any value does: a star then is no more than a star. */
function namesSomebody(value: Value, named: RegExp, isExact: boolean): boolean {
  if (hasVariables(value)) return false;
  if (isExact) return true;
  const parts = value.parts() ?? [];
  const open = parts.length === 1 ? openPart(parts) : undefined;
  return open === undefined ? named.test(value.textWith('x') ?? '*') : unknown(open.why, value.location);
}

/** Whether who calls, or what is called, says what it is compared with: strangers with keys and buckets of one account are of that account both. */
function hasVariables(value: Value): boolean {
  return /\$\{(?![*?$]\})/.test(value.textWith('x') ?? '');
}

/** The service by its name in the endpoint, which for most is the prefix of its actions too. */
function serviceOf(endpoint: Resource): string | undefined {
  return /^com\.amazonaws\.[^.]+\.([a-z0-9-]+)$/.exec(endpoint.get('ServiceName').textWith('x') ?? '')?.[1];
}
