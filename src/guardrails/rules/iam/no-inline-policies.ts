import { policyOfPrincipal } from './policy-of-principal';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/no-inline-policies',
  title: 'Permissions come from managed policies, not from inline ones',
  severity: 'low',
  resourceTypes: ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy', 'AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  controls: {
    pciDss4: ['7.2.1', '7.2.2', '7.2.5', '7.3.1', '7.3.2', '7.3.3', '8.2.7', '8.2.8', '8.3.4'],
    hipaa: [
      '164.308(a)(3)(i)', '164.308(a)(3)(ii)(A)', '164.308(a)(3)(ii)(B)', '164.308(a)(4)(i)', '164.308(a)(4)(ii)(A)',
      '164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)',
    ],
    nist80053r5: [
      'AC-2(1)', 'AC-2(6)', 'AC-2(i)(2)', 'AC-3', 'AC-3(3)', 'AC-3(3)(a)', 'AC-3(3)(b)(1)', 'AC-3(3)(b)(2)', 'AC-3(3)(b)(3)',
      'AC-3(3)(b)(4)', 'AC-3(3)(b)(5)', 'AC-3(3)(c)', 'AC-3(4)', 'AC-3(4)(a)', 'AC-3(4)(b)', 'AC-3(4)(c)', 'AC-3(4)(d)',
      'AC-3(4)(e)', 'AC-3(7)', 'AC-3(8)', 'AC-3(12)(a)', 'AC-3(13)', 'AC-3(15)(a)', 'AC-3(15)(b)', 'AC-4(28)', 'AC-6', 'AC-6(3)',
      'AC-24', 'CM-5(1)(a)', 'CM-6(a)', 'CM-9(b)', 'MP-2', 'SC-23(3)',
    ],
    soc2: ['CC1.3', 'CC6.1', 'CC6.2', 'CC6.3'],
  },
  peers: {
    cdkNag: ['IAMNoInlinePolicy'],
    guard: ['IAM_NO_INLINE_POLICY_CHECK'],
    other: ['config:iam-no-inline-policy-check'],
  },
  rationale: 'Inline policies have no versions to return to and cannot be reviewed or reused apart from their principal.',
  whenNotToUse: 'Apps that use CDK grants: each of them writes an inline policy, which goes with its role.',
  fix: 'Use `iam.ManagedPolicy` with `roles`, and grant to it (`table.grantReadData(managedPolicy)`).',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  ],
  outsideDefault: 'every grant of CDK writes an inline policy, which is deleted with its role',
  divergences: [
    {
      peer: 'cdkNag:IAMNoInlinePolicy',
      how: 'It passes AWS::IAM::RolePolicy, UserPolicy and GroupPolicy, which are inline policies too, and fails an empty list.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/iam/IAMNoInlinePolicy.ts',
    },
  ],
  unreachable: {
    NOT_APPLICABLE: 'every principal can have inline policies',
  },
  check: (resource) => {
    if (resource.type.endsWith('Policy')) return violation('Properties', 'it is an inline policy');
    const policies = resource.get('Policies').list();
    return policies.length === 0 ? 'COMPLIANT' : policies.map((policy) => policyOfPrincipal(policy, 'it is an inline policy'));
  },
});
