import { awsPolicyName } from './attached-policies';
import { coversAction } from '../../engine/policy/action-coverage';
import { isOfOtherAccount } from '../../engine/policy/other-accounts';
import { allowsOf } from '../../engine/policy/policies';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { allOf, some, violation, which } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/no-cross-account-readonly',
  title: 'Roles that another account may assume do not have the policy ReadOnlyAccess',
  severity: 'high',
  resourceTypes: ['AWS::IAM::Role'],
  controls: {},
  peers: {
    prowler: ['iam_role_cross_account_readonlyaccess_policy'],
  },
  rationale: 'ReadOnlyAccess reads data too: objects of buckets, items of tables, messages of queues. A breach of the other '
    + 'account is then one of this too.',
  whenNotToUse: 'Audit roles of an account of your own organisation; better give those `SecurityAudit`, which reads configurations only.',
  fix: 'Use `ManagedPolicy.fromAwsManagedPolicyName(\'SecurityAudit\')` or `\'job-function/ViewOnlyAccess\'`, which read configurations, or '
    + 'grant what the other account needs.',
  sources: [
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_aws-accounts.html',
  ],
  check: (role) => {
    if (!isTrustedElsewhere(role)) return 'NOT_APPLICABLE';
    const found = which(role.get('ManagedPolicyArns').list(), (policy) => awsPolicyName(policy) === 'ReadOnlyAccess');
    return found.length === 0 ? 'COMPLIANT' : found.map((policy) => violation(policy, 'ReadOnlyAccess is attached to a role that another account may assume'));
  },
});

function isTrustedElsewhere(role: Resource): boolean {
  return some(allowsOf(role, 'trust'), (statement) => allOf(
    () => coversAction(statement, 'sts:AssumeRole'),
    () => statement.hasNotPrincipal || some(statement.principals, (principal) => isOfOtherAccount(principal, role)),
  ));
}
