import { allowedAmong } from './allowed-actions';
import { eachAllow, IDENTITY_TYPES } from './allowing-statements';
import { neverUnscoped } from './unscoped-statements';
import { returnsCredentials } from '../../engine/iam/sensitive-actions';
import { matchesAction } from '../../engine/policy/action-patterns';
import { defineRule } from '../../engine/rule';

export const rule = defineRule<{ readonly exceptions: readonly string[] }>({
  id: 'iam/no-credentials-exposure',
  title: 'IAM policies allow actions that return credentials for named resources only',
  severity: 'high',
  resourceTypes: IDENTITY_TYPES,
  controls: {
    owaspServerless: ['S5'],
  },
  peers: {
    checkov: ['CKV_AWS_107'],
  },
  rationale: 'A principal that fetches or makes credentials of others acts as them: with their permissions, and after its own are taken away.',
  whenNotToUse: 'Apps whose tasks pull container images: list `ecr:GetAuthorizationToken`, which knows no resources, in the option `exceptions`.',
  fix: 'Name the `resources` in the `iam.PolicyStatement`, or leave the action out: functions have temporary credentials of their own. What '
    + 'knows no resources and is needed, such as the token that pulls images, is an exception: '
    + '`ruleOptions: { \'iam/no-credentials-exposure\': { exceptions: [\'ecr:GetAuthorizationToken\'] } }`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  divergences: [
    {
      peer: 'checkov:CKV_AWS_107',
      how: 'It always accepts `ecr:GetAuthorizationToken`, here left to the option `exceptions`, and counts actions on ARNs of other services.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/cloudformation/checks/resource/aws/IAMCredentialsExposure.py',
    },
  ],
  options: {
    exceptions: { type: 'string[]', description: 'Actions, with wildcards or without, that are accepted on every resource', default: [] },
  },
  check: eachAllow('identity', (statement, _carrier, { exceptions }) => neverUnscoped(statement, (mayConcern) => allowedAmong(
    statement, (action) => returnsCredentials(action) && mayConcern(action) && !exceptions.some((pattern) => matchesAction(pattern, action)),
  ))),
});
