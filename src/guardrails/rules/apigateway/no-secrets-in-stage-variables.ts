import { REST_STAGES, ofStage } from './stage-settings';
import { defineRule } from '../../engine/rule';
import type { Rule } from '../../engine/rule';
import { every } from '../../engine/violation';
import { judgePlainVariables } from '../plain-variables';

const OF_REST = ofStage((prefix) => (stage) => every([
  `${prefix}Variables`, `${prefix}CanarySetting.StageVariableOverrides`, 'DeploymentCanarySettings.StageVariableOverrides', // of a deployment
], (path) => judgePlainVariables(stage.get(path), stage.template)));

const OF_V2: NonNullable<Rule['check']> = (stage) => judgePlainVariables(stage.get('StageVariables'), stage.template);

export const rule = defineRule({
  id: 'apigateway/no-secrets-in-stage-variables',
  title: 'Stage variables of APIs hold no credentials',
  severity: 'high',
  resourceTypes: [...REST_STAGES, 'AWS::ApiGatewayV2::Stage'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    owaspServerless: ['S3'],
  },
  peers: {
    prowler: ['apigateway_restapi_no_secrets_in_stage_variables'],
  },
  rationale: 'Stage variables are shown to everybody who may read the template or the stage, and are handed to integrations in URLs and headers,'
    + ' where logs keep them.',
  whenNotToUse: 'Values that look like credentials and are none, such as publishable keys: waive those with the reason.',
  fix: 'Keep the value in Secrets Manager and let the function behind the API read it; leave only its name in `deployOptions.variables`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-canarysetting.html',
  ],
  partly: 'Values that are only given at deployment (parameters without NoEcho, imports) are INSUFFICIENT_DATA.',
  check: (stage, app, options) => (stage.type === 'AWS::ApiGatewayV2::Stage' ? OF_V2(stage, app, options) : OF_REST(stage, app, options)),
});
