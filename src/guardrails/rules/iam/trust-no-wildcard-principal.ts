import { eachAllow, TRUST_TYPES } from './allowing-statements';
import { namesCallers } from '../../engine/policy/callers';
import { isEveryoneInEffect } from '../../engine/policy/statement';
import type { Condition, Principal } from '../../engine/policy/statement';
import { defineRule } from '../../engine/rule';
import { every, some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/trust-no-wildcard-principal',
  title: 'Trust policies of roles never allow everybody',
  severity: 'critical',
  resourceTypes: TRUST_TYPES,
  controls: {
    owaspServerless: ['S5'],
  },
  peers: {
    checkov: ['CKV_AWS_60'],
  },
  rationale: 'Anybody with an AWS account of their own assumes the role and has its permissions in yours.',
  whenNotToUse: 'Roles that are meant for everybody with an AWS account, such as those of a public data set.',
  fix: 'Name the principals in `assumedBy`: `new iam.ServicePrincipal(...)`, `new iam.ArnPrincipal(...)`, or for all of an organisation '
    + '`new iam.OrganizationPrincipal(...)`, which is written as `*` with a condition.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html',
  ],
  divergences: [
    {
      peer: 'checkov:CKV_AWS_60',
      how: 'It asks for the star alone, whatever condition says which accounts, organisation or principals are meant.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/cloudformation/checks/resource/aws/IAMRoleAllowsPublicAssume.py',
    },
  ],
  check: eachAllow('trust', (statement) => every(statement.principals, (principal) => (
    isAnyProvider(principal) || (isEveryoneInEffect(principal) && !some(statement.conditions, namesPrincipals))
      ? violation(principal.value, 'everybody may assume the role')
      : 'COMPLIANT'
  ))),
});

/** Where from a call comes says nothing of who calls: addresses and networks are no owners. */
function namesPrincipals(condition: Condition): boolean {
  return /^aws:(?:principal(?:account|arn|orgid|orgpaths)|userid)$/.test(condition.key) && namesCallers(condition);
}

/** Users of whatever identity provider. */
function isAnyProvider({ kind, value }: Principal): boolean {
  return kind === 'Federated' && (value.is('*') || /^[*?]+$/.test(value.textWith('x') ?? ''));
}
