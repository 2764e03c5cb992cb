import { WRITING_LOGS } from './log-writing';
import type { AppModel } from '../engine/app-model';
import { isElevated, managedPolicy } from '../engine/iam/managed-policies';
import type { ManagedPolicy } from '../engine/iam/managed-policies';
import { MANAGED_POLICY, arnOfPolicy, whyUnknownPolicy } from '../engine/policy/effective-statements';
import { Statement } from '../engine/policy/statement';
import type { Resource } from '../engine/resource';
import type { Outcome } from '../engine/rule';
import { unknown } from '../engine/unknown';
import type { Value } from '../engine/value';
import { every, violation } from '../engine/violation';

/**
 * Judges the managed policies that a role names and the app does not have, statement by statement, as far as AWS publishes them. Those of
 * the app are judged where they stand.
 */
export function judgeNamedPolicies(role: Resource, app: AppModel, judge: (statement: Statement) => Outcome): Outcome {
  return every(role.get('ManagedPolicyArns').list(), (arn) => {
    const text = arnOfPolicy(arn);
    if (!/^arn:[^:]*:iam::aws:/.test(text) && app.meantBy(arn, MANAGED_POLICY) !== undefined) return 'COMPLIANT';
    const policy = managedPolicy(text);
    const broad = text.slice(text.lastIndexOf('/') + 1);
    if (policy === undefined) return isElevated(text) ? violation(arn, `${broad} allows every resource`) : unknown(whyUnknownPolicy(arn), arn.location);
    const outcome = every(statementsOf(policy, arn), judge);
    if (typeof outcome === 'object') return violation(arn, `${broad} allows every resource`);
    return policy.complete ? outcome : unknown(whyUnknownPolicy(arn), arn.location);
  });
}

/** AWS lets its roles write to every log group: their names are not known to it. */
function statementsOf(policy: ManagedPolicy, arn: Value): Statement[] {
  return policy.statements.flatMap(({ actions, notActions, resources }) => {
    if (notActions !== undefined) return [new Statement(arn.holding({ Effect: 'Allow', NotAction: notActions, Resource: resources }))];
    const others = actions!.filter((action) => !WRITING_LOGS.has(action.toLowerCase()));
    return others.length === 0 ? [] : [new Statement(arn.holding({ Effect: 'Allow', Action: others, Resource: resources }))];
  });
}
