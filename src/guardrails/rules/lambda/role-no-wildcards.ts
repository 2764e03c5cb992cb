import { grantsToLambda } from './execution-roles';
import { supportsResource, expandAction } from '../../engine/iam/actions';
import { statementsOf } from '../../engine/policy/policies';
import { isNarrowedToResources } from '../../engine/policy/resource-conditions';
import { isEveryResource } from '../../engine/policy/statement';
import type { Statement } from '../../engine/policy/statement';
import type { Outcome } from '../../engine/rule';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { allOf, every, some, violation } from '../../engine/violation';
import { isEveryAction } from '../iam/action-wildcards';
import { WRITING_LOGS, isOfLogs } from '../log-writing';
import { judgeNamedPolicies } from '../named-managed-policies';

export const rule = defineRule({
  id: 'lambda/role-no-wildcards',
  title: 'Policies of Lambda execution roles allow neither every action nor every resource',
  severity: 'high',
  resourceTypes: ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'],
  controls: {
    owaspServerless: ['S1', 'S5'],
  },
  peers: {
    cdkNag: ['LambdaStarPermissions'],
    other: ['trivy:AWS-0114'],
  },
  rationale: 'A bug in the code, or in one of its dependencies, then acts on everything in the account instead of the one table the '
    + 'function needs.',
  whenNotToUse: 'Functions whose task is the whole account, such as inventories; give those a role that can only read.',
  fix: 'Grant on the resource: `table.grantReadData(fn)`, or an `iam.PolicyStatement` with exact `actions` and `resources`.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  partly: 'Managed policies outside the app are INSUFFICIENT_DATA, except those of AWS whose statements are known here.',
  divergences: [
    {
      peer: 'cdkNag:LambdaStarPermissions',
      how: 'It looks at inline policies of the role only, also refuses `service:*`, and refuses `*` as the resource of actions that '
        + 'know no other. Here every policy that is attached to the role counts.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/lambda/LambdaStarPermissions.ts',
    },
  ],
  check: (carrier, app) => {
    if (!grantsToLambda(carrier, app)) return 'NOT_APPLICABLE';
    return every([() => every(statementsOf(carrier, 'identity'), judgeStatement), () => judgeNamedPolicies(carrier, app, judgeStatement)], (judge) => judge());
  },
});

/**
 * Lambda takes the network interfaces of functions in a VPC on `*`, since it makes them itself: they have no name before. Metrics are
 * limited by namespace, in a condition.
 */
const HARMLESS_ON_EVERYTHING: ReadonlySet<string> = new Set([
  'cloudwatch:putmetricdata',
  'ec2:assignprivateipaddresses', 'ec2:createnetworkinterface', 'ec2:deletenetworkinterface', 'ec2:unassignprivateipaddresses',
]);

function judgeStatement(statement: Statement): Outcome {
  if (!statement.allows) return 'COMPLIANT';
  const { value } = statement;
  if (statement.hasNotAction) return violation(value.at('NotAction'), 'NotAction allows every other action');
  return every([
    () => every(value.at('Action').list(), (action) =>
      (isEveryAction(action.text()!) ? violation(action, 'every action is allowed') : 'COMPLIANT')),
    () => judgeResources(statement),
  ], (judge) => judge());
}

function judgeResources(statement: Statement): Outcome {
  const isBroad = (): boolean => some(statement.value.at('Action').list(), (action) => canNameResources(action.text()!));
  const isMoreThanLogs = (): boolean => some(statement.value.at('Action').list(), (action) => !WRITING_LOGS.has(action.text()!.toLowerCase()));
  const isOpen = (): boolean => !isNarrowedToResources(statement);
  if (statement.hasNotResource) {
    return allOf(isBroad, isOpen) ? violation(statement.value.at('NotResource'), 'NotResource allows every other resource') : 'COMPLIANT';
  }
  return every(statement.resources, (resource) =>
    (allOf(() => isEveryResource(resource), isBroad, isOpen, () => !isOfLogs(resource) || isMoreThanLogs()) ? violation(resource, 'every resource is allowed') : 'COMPLIANT'));
}

/** Whether a policy could name resources for an action instead of a star. */
function canNameResources(pattern: string): boolean {
  if (isEveryAction(pattern)) return true;
  if (HARMLESS_ON_EVERYTHING.has(pattern.toLowerCase())) return false;
  const names = expandAction(pattern);
  if (names.length === 0) return unknown(`whether ${pattern} can be limited to resources is not known`);
  return names.some((name) => supportsResource(name) === true);
}
