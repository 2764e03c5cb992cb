import { IDENTITY_TYPES, isOnlyBoundary } from './allowing-statements';
import type { AppModel } from '../../engine/app-model';
import { ESCALATION_PATHS } from '../../engine/iam/escalation-paths';
import type { EscalationPath } from '../../engine/iam/escalation-paths';
import { isNameOf } from '../../engine/physical-names';
import { ATTACHED_BY, effectiveStatementsOf, MANAGED_POLICY, statementsOfCarrier } from '../../engine/policy/effective-statements';
import type { EffectiveStatement, EffectiveStatements } from '../../engine/policy/effective-statements';
import { EscalationSearch } from '../../engine/policy/escalation-search';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';
import type { Violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/no-privilege-escalation',
  title: 'Nobody can gain more permissions than the policies give',
  severity: 'high',
  resourceTypes: IDENTITY_TYPES.filter((type) => type !== 'AWS::IoT::Policy'),
  controls: {
    soc2: ['CC3.3'],
    wellArchitected: ['SEC02-BP06'],
    owaspServerless: ['S5'],
  },
  peers: {
    checkov: ['CKV_AWS_110'],
    prowler: ['iam_inline_policy_allows_privilege_escalation', 'iam_policy_allows_privilege_escalation'],
  },
  rationale: 'Some permissions are all permissions by a detour: who may write policies, pass any role, or change the code of any function, '
    + 'takes the permissions of an administrator.',
  whenNotToUse: 'Roles that administer the account by design, such as those of CloudFormation; bound those by a permissions boundary.',
  fix: 'Name the `resources` of the actions in the message: the roles that may be passed, the functions that may be changed; set '
    + '`permissionsBoundary` of the role.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://pathfinding.cloud/paths/',
    'https://hackingthe.cloud/aws/exploitation/iam_privilege_escalation/',
  ],
  divergences: [
    {
      peer: 'checkov:CKV_AWS_110',
      how: 'It looks at each policy alone; here all policies of a role, user or group count together, and its permissions boundary and denials do.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/cloudformation/checks/resource/aws/IAMPrivilegeEscalation.py',
    },
  ],
  check: (resource, app) => {
    if (ATTACHED_BY[resource.type] !== undefined) return judge(effectiveStatementsOf(resource, app), resource, true);
    // what is attached inside the app counts together with the other policies of its principals
    if (isOnlyBoundary(resource, app) || isOfPrincipalsOfTheApp(resource, app)) return 'NOT_APPLICABLE';
    return judge(statementsOfCarrier(resource, app), resource, false);
  },
});

function judge(grants: EffectiveStatements, subject: Resource, isPrincipal: boolean): Outcome {
  if (grants.allows.length === 0 && grants.gaps.length === 0) return 'NOT_APPLICABLE';
  const search = new EscalationSearch(grants, isPrincipal ? subject : undefined);
  const open = new Map<string, { readonly path: EscalationPath; readonly by: EffectiveStatement; ways: number }>();
  const outcome = every(ESCALATION_PATHS.filter((path) => search.mayOpen(path)), (path) => {
    const by = search.open(path);
    if (by === undefined) return 'COMPLIANT';
    const key = `${by.carrier.template.file} ${by.carrier.logicalId} ${by.statement.location}`;
    const found = open.get(key);
    if (found === undefined) open.set(key, { path, by, ways: 1 });
    else found.ways += 1;
    return violation(by.statement.location, path.title);
  });
  if (open.size > 0) return [...open.values()].map(({ path, by, ways }) => describe(path, by, ways, subject));
  const [gap] = grants.gaps;
  return gap === undefined ? outcome : unknown(gap.why, gap.location);
}

/** One violation a statement: the first way that it opens, and how many more. */
function describe(path: EscalationPath, { statement, carrier, managedPolicy }: EffectiveStatement, ways: number, subject: Resource): Violation {
  const more = ways === 1 ? '' : `, and ${ways - 1} more ways`;
  const message = `whoever has it ${path.title} (${path.actions.join(', ')})${more}`;
  // what AWS writes into its policies may change without the user: their name is what violates
  if (carrier === subject && managedPolicy !== undefined) return violation(statement.location, `${message}, by ${managedPolicy}`, [managedPolicy, path.id]);
  if (carrier === subject) return violation(statement.value, message, path.id);
  return violation('Properties', `${message}, by ${carrier.logicalId} at ${statement.location}`, [managedPolicy ?? statement.value.content, path.id]);
}

/** Whether all principals that a policy is attached to are in the app, and there is one. */
function isOfPrincipalsOfTheApp(policy: Resource, app: AppModel): boolean {
  const named = Object.entries(ATTACHED_BY).flatMap(([type, attachments = []]) => attachments
    .filter(([carrier]) => carrier === policy.type)
    .flatMap(([, path]) => policy.get(path).list().map((name) => ({ type, name }))));
  if (named.length === 0 && policy.type !== MANAGED_POLICY) return false;
  if (!named.every(({ type, name }) => isOfTheApp(name, app, type))) return false;
  return named.length > 0 || Object.keys(ATTACHED_BY).some((type) => app.naming(policy, type, 'ManagedPolicyArns').resources.length > 0);
}

/** By reference first: names are compared with those of all principals. */
function isOfTheApp(name: Value, app: AppModel, type: string): boolean {
  const target = name.target();
  if (target !== undefined && target.type === type && target.exists) return true;
  const key = name.key ?? '';
  return app.ofType(type).some((principal) => isNameOf(key, principal));
}
