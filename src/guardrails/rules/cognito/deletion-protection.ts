import { mustBe, set } from '../../engine/checks';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'cognito/deletion-protection',
  title: 'User pools are protected against deletion',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: ['AWS::Cognito::UserPool'],
  controls: {
    fsbp: ['Cognito.6'],
  },
  peers: {
    prowler: ['cognito_user_pool_deletion_protection_enabled'],
    other: ['config:cognito-user-pool-deletion-protection-enabled'],
  },
  rationale: 'A deleted user pool takes all accounts, passwords and second factors with it. There is no backup and no undelete.',
  whenNotToUse: 'Pools of tests, and short-lived environments that are torn down by themselves.',
  fix: 'Set `deletionProtection: true` on the user pool.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-6',
  ],
  absent: {
    means: 'The protection is off.',
    source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html',
  },
  check: mustBe('DeletionProtection', 'ACTIVE'),
  remediation: set({ DeletionProtection: 'ACTIVE' }),
  unreachable: {
    NOT_APPLICABLE: 'every user pool can be protected',
  },
});
