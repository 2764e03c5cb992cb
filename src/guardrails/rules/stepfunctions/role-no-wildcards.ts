import { GRANTING_TYPES, grantsToStateMachine } from './state-machine-roles';
import { expandAction, supportsResource } from '../../engine/iam/actions';
import { statementsOf } from '../../engine/policy/policies';
import { isNarrowedToResources } from '../../engine/policy/resource-conditions';
import { isEveryResource } from '../../engine/policy/statement';
import type { Statement } from '../../engine/policy/statement';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { every, some, violation, which } from '../../engine/violation';
import { isEveryAction } from '../iam/action-wildcards';
import { judgeNamedPolicies } from '../named-managed-policies';

/**
 * AWS documents these on `*` for the delivery of logs, beside others that know no resources:
 * https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
const LOG_DELIVERY: ReadonlySet<string> = new Set(['logs:createlogstream', 'logs:putlogevents']);

export const rule = defineRule({
  id: 'stepfunctions/role-no-wildcards',
  title: 'Roles of Step Functions name the actions and resources that their state machines need',
  severity: 'high',
  resourceTypes: GRANTING_TYPES,
  controls: {
    owaspServerless: ['S5'],
  },
  peers: {
    other: ['trivy:AWS-0120'],
  },
  rationale: 'Whoever can change the definition, or the input of a step that calls any API, does everything that the role may do.',
  whenNotToUse: 'Never for every action; for a resource that is only known at run time, waive the statement.',
  fix: 'Let the tasks of CDK write the policy, name ARNs in `iamResources` of a `tasks.CallAwsService`, and list actions and ARNs in the statements that '
    + '`stateMachine.addToRolePolicy` gets. Tasks of CDK that wait for another service, such as `EcsRunTask` with RUN_JOB, '
    + 'need every resource for it: waive those.',
  sources: [
    'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html',
    'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  partly: 'Managed policies outside the app are INSUFFICIENT_DATA, except those of AWS whose statements are known here.',
  check: (carrier, app) => {
    if (!grantsToStateMachine(carrier, app)) return 'NOT_APPLICABLE';
    return every([() => every(statementsOf(carrier, 'identity'), judgeStatement), () => judgeNamedPolicies(carrier, app, judgeStatement)], (judge) => judge());
  },
});

function judgeStatement(statement: Statement): Outcome {
  if (!statement.allows) return 'COMPLIANT';
  const { value } = statement;
  if (statement.hasNotAction) return violation(value.at('NotAction'), 'it allows every other action');
  return every([
    () => every(value.at('Action').list(), (action) => (isEveryAction(action.text()!) ? violation(action, 'it allows every action') : 'COMPLIANT')),
    () => judgeResources(statement),
  ], (judge) => judge());
}

function judgeResources(statement: Statement): Outcome {
  if (statement.hasNotResource) return violation(statement.value.at('NotResource'), 'it allows every other resource');
  const stars = some(statement.resources, isEveryResource) ? which(statement.resources, isEveryResource) : [];
  if (stars.length === 0 || !some(statement.value.at('Action').list(), (action) => canNameResources(action.text()!))) return 'COMPLIANT';
  return isNarrowedToResources(statement) ? 'COMPLIANT' : violation(stars[0], 'it allows every resource');
}

/** Whether a policy could name resources for an action instead of a star. */
function canNameResources(pattern: string): boolean {
  if (isEveryAction(pattern)) return true;
  const names = expandAction(pattern);
  if (names.length === 0) return unknown(`whether ${pattern} can be limited to resources is not known`);
  return names.some((name) => !LOG_DELIVERY.has(name.toLowerCase()) && supportsResource(name) === true);
}
