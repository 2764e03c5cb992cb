import { all, mustBe } from '../../engine/checks';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'cognito/block-risky-sign-in',
  title: 'Risk configurations of user pools block risky sign-ins or ask for a second factor',
  severity: 'medium',
  resourceTypes: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
  controls: {
    owaspServerless: ['S2'],
  },
  peers: {
    prowler: ['cognito_user_pool_blocks_potential_malicious_sign_in_attempts'],
  },
  rationale: 'A sign-in that Cognito itself takes for a stolen account goes through: with `NO_ACTION` always, with '
    + '`MFA_IF_CONFIGURED` for each user without a second factor.',
  whenNotToUse: 'While the effect is watched in audit mode, before it is enforced.',
  fix: 'Set `eventAction` of `lowAction`, `mediumAction` and `highAction` to `MFA_REQUIRED` or `BLOCK` in '
    + '`accountTakeoverRiskConfiguration.actions` of `CfnUserPoolRiskConfigurationAttachment`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolriskconfigurationattachment.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpoolriskconfigurationattachment-accounttakeoveractiontype.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html',
  ],
  absent: {
    means: 'No action is taken at a level without one.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolriskconfigurationattachment.html',
  },
  divergences: [
    {
      peer: 'prowler:cognito_user_pool_blocks_potential_malicious_sign_in_attempts',
      how: 'It asks for `BLOCK` at every level; `MFA_REQUIRED` keeps out who has stolen a password only, too.',
      source: 'https://github.com/prowler-cloud/prowler/tree/master/prowler/providers/aws/services/cognito/cognito_user_pool_blocks_potential_malicious_sign_in_attempts',
    },
  ],
  check: all(...['LowAction', 'MediumAction', 'HighAction'].map((level) =>
    mustBe(`AccountTakeoverRiskConfiguration.Actions.${level}.EventAction`, ['BLOCK', 'MFA_REQUIRED']))),
  unreachable: {
    NOT_APPLICABLE: 'every risk configuration can block',
  },
});
