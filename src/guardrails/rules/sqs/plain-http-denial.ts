import type { AppModel } from '../../engine/app-model';
import { hasValues } from '../../engine/policy/has-values';
import { leavesOut } from '../../engine/policy/left-out';
import { statementsOf } from '../../engine/policy/policies';
import { isEveryone, isEveryResource } from '../../engine/policy/statement';
import type { Condition, Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { allOf, some, violation } from '../../engine/violation';
import { coversByAny } from '../s3/policy-statements';

/** Where policies of a type name what they are of. */
export type PolicyPath = readonly [type: string, path: string];

/** The policy of a resource, which stands in a resource of its own, denies these actions to everybody who comes without TLS. */
export function mustDenyPlainHttp(policyPaths: readonly PolicyPath[], actions: () => readonly string[]) {
  return (resource: Resource, app: AppModel): Outcome => {
    const named = policyPaths.map(([type, path]) => app.naming(resource, type, path));
    const policies = named.flatMap((each) => each.resources);
    const denies = (policy: Resource): boolean => some(statementsOf(policy), (statement) => deniesPlainHttp(statement, resource, actions()));
    if (policies.length > 0 && allOf(...policies.map((policy) => () => denies(policy)))) return 'COMPLIANT';
    const maybeMore = named.find((each) => each.maybeMore !== undefined)?.maybeMore;
    if (maybeMore !== undefined) return unknown(maybeMore);
    if (policies.length === 0) return violation('Properties', 'it has no policy');
    // it can have one policy only: which of them is written last is not in the template
    if (some(policies, denies)) return unknown('several policies name it, and each overwrites the others');
    return violation('Properties', 'its policy does not deny requests without TLS');
  };
}

/** Everybody, on nothing but the condition that the request came without TLS. */
function deniesPlainHttp(statement: Statement, resource: Resource, actions: readonly string[]): boolean {
  return allOf(
    () => !statement.allows,
    () => some(statement.principals, isEveryone),
    () => statement.conditions.length === 1 && isWithoutTls(statement.conditions[0]),
    () => allOf(...actions.map((action) => () => coversByAny(statement, action))),
    () => (statement.hasNotResource
      ? !leavesOut(statement, (named) => named.refersTo(resource))
      : some(statement.resources, (named) => isEveryResource(named) || named.refersTo(resource))),
  );
}

function isWithoutTls(condition: Condition): boolean {
  const { operator, key, values } = condition;
  return key === 'aws:securetransport' && /^Bool(?:IfExists)?$/i.test(operator) && hasValues(condition) && values.every((value) => value.is(false));
}
