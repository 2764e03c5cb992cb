import { policyOfPrincipal } from './policy-of-principal';
import type { AppModel } from '../../engine/app-model';
import { ATTACHED_BY } from '../../engine/policy/effective-statements';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/user-no-direct-policies',
  title: 'IAM users have their permissions through groups',
  severity: 'low',
  resourceTypes: ['AWS::IAM::User', 'AWS::IAM::UserPolicy', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  controls: {
    fsbp: ['IAM.2'],
    cis: ['CIS AWS v3.0 1.15', 'CIS AWS v5.0 1.14', 'CIS AWS v7.0 2.13'],
    pciDss4: [
      '7.2.1', '7.2.2', '7.2.5', '7.3.1', '7.3.2', '7.3.3', '8.2.1', '8.2.2', '8.2.4', '8.2.5', '8.2.7', '8.2.8', '8.3.4', '8.3.11',
    ],
    hipaa: [
      '164.308(a)(3)(i)', '164.308(a)(3)(ii)(A)', '164.308(a)(3)(ii)(B)', '164.308(a)(4)(i)', '164.308(a)(4)(ii)(A)',
      '164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)',
    ],
    nist80053r5: [
      'AC-2', 'AC-2(1)', 'AC-2(6)', 'AC-2(i)(2)', 'AC-3', 'AC-3(3)', 'AC-3(3)(a)', 'AC-3(3)(b)(1)', 'AC-3(3)(b)(2)',
      'AC-3(3)(b)(3)', 'AC-3(3)(b)(4)', 'AC-3(3)(b)(5)', 'AC-3(3)(c)', 'AC-3(4)', 'AC-3(4)(a)', 'AC-3(4)(b)', 'AC-3(4)(c)',
      'AC-3(4)(d)', 'AC-3(4)(e)', 'AC-3(7)', 'AC-3(8)', 'AC-3(12)(a)', 'AC-3(13)', 'AC-3(15)', 'AC-3(15)(a)', 'AC-3(15)(b)',
      'AC-4(28)', 'AC-6', 'AC-6(3)', 'AC-24', 'CM-5(1)(a)', 'CM-6(a)', 'CM-9(b)', 'MP-2', 'SC-23(3)', 'SC-25',
    ],
    soc2: ['CC1.3', 'CC6.1', 'CC6.2', 'CC6.3'],
    gdpr: ['Article 25'],
    wellArchitected: ['SEC02-BP06'],
  },
  peers: {
    cdkNag: ['IAMUserNoPolicies'],
    guard: ['IAM_NO_POLICY_ON_USER', 'IAM_USER_NO_POLICIES_CHECK'],
    checkov: ['CKV_AWS_40'],
    prowler: ['iam_policy_attached_only_to_group_or_roles'],
    other: ['cfn_nag:F10', 'cfn_nag:F11', 'cfn_nag:F12', 'config:iam-user-no-policies-check', 'trivy:AWS-0143'],
  },
  rationale: 'Permissions of single users are forgotten: when somebody changes jobs, nobody finds what to take away.',
  whenNotToUse: 'Technical users for services that know nothing but access keys.',
  fix: 'Attach the policy to an `iam.Group` and `group.addUser(user)`; leave `users` of the policy and `managedPolicies` of the user empty.',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html',
  ],
  divergences: [
    {
      peer: 'cdkNag:IAMUserNoPolicies',
      how: 'It passes AWS::IAM::UserPolicy, and a user whom a policy of its own names.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/iam/IAMUserNoPolicies.ts',
    },
  ],
  unreachable: {
    NOT_APPLICABLE: 'every user can have policies, and every policy can name users',
  },
  check: (resource, app) => {
    if (resource.type === 'AWS::IAM::User') return judgeUser(resource, app);
    if (resource.type === 'AWS::IAM::UserPolicy') return violation('Properties.UserName', 'it is a policy of a user');
    return every(resource.get('Users').list(), (user) => violation(user, 'the policy is attached to a user'));
  },
});

function judgeUser(user: Resource, app: AppModel): Outcome {
  return every<() => Outcome>([
    ...['Policies', 'ManagedPolicyArns'].map((path) => () =>
      every(user.get(path).list(), (policy) => policyOfPrincipal(policy, 'the user has a policy of its own'))),
    ...ATTACHED_BY['AWS::IAM::User']!.map(([type, path]) => () => {
      const { resources, maybeMore } = app.naming(user, type, path);
      if (resources.length > 0) return resources.map(({ logicalId }) => violation('Properties', `the policy ${logicalId} is attached to the user`, logicalId));
      return maybeMore === undefined ? 'COMPLIANT' : unknown(maybeMore);
    }),
  ], (judge) => judge());
}
