import { rule } from '../../../../src/guardrails/rules/apigateway/no-secrets-in-stage-variables';
import { resources, subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';
import { GIVEN, NO_STAGE, describedStage, stage } from './situations';

const KEY = `AKIA${'QXMP7Z2LKJ4WN8RT'}`;
const httpStage = subjectOf('AWS::ApiGatewayV2::Stage');
const deployment = subjectOf('AWS::ApiGateway::Deployment');

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'no variables': stage({ StageName: 'prod' }),
    'names': stage({ Variables: { tableName: 'orders', url: 'https://api.example.com/v1' } }),
    'a reference': resources({
      Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { Variables: { fn: { Ref: 'Function' } } } },
      Function: { Type: 'AWS::Lambda::Function' },
    }),
    'of a deployment': describedStage({ Variables: { tableName: 'orders' } }),
    'of a canary': stage({ CanarySetting: { StageVariableOverrides: { tableName: 'orders-new' } } }),
    'of an HTTP API': httpStage({ StageVariables: { tableName: 'orders' } }),
  },
  nonCompliant: {
    'a key by its form': [stage({ Variables: { plain: KEY } }), 'Properties.Variables.plain'],
    'a password by its name': [stage({ Variables: { tableName: 'orders', dbPassword: 'Tr0ub4dor-9xK2' } }), 'Properties.Variables.dbPassword'],
    'beside a value that is not known': [
      stage({ Variables: { plain: KEY, other: { Ref: 'Given' } } }, GIVEN), 'Properties.Variables.plain',
    ],
    'a secret that CloudFormation looks up': [
      stage({ Variables: { token: '{{resolve:secretsmanager:api:SecretString:token}}' } }), 'Properties.Variables.token',
    ],
    'the default of a parameter': [
      stage({ Variables: { plain: { Ref: 'Key' } } }, { Parameters: { Key: { Type: 'String', Default: KEY } } }), 'Properties.Variables.plain',
    ],
    'a parameter that is not to be echoed': [
      stage({ Variables: { pin: { Ref: 'Pin' } } }, { Parameters: { Pin: { Type: 'String', NoEcho: 'true' } } }), 'Properties.Variables.pin',
    ],
    'an attribute that is a secret': [resources({
      Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { Variables: { key: { 'Fn::GetAtt': ['Key', 'SecretAccessKey'] } } } },
      Key: { Type: 'AWS::IAM::AccessKey', Properties: {} },
    }), 'Properties.Variables.key'],
    'of a deployment': [describedStage({ Variables: { plain: KEY } }), 'Properties.StageDescription.Variables.plain'],
    'of an HTTP API': [httpStage({ StageVariables: { plain: KEY } }), 'Properties.StageVariables.plain'],
    'of a canary': [
      stage({ Variables: { tableName: 'orders' }, CanarySetting: { StageVariableOverrides: { plain: KEY } } }),
      'Properties.CanarySetting.StageVariableOverrides.plain',
    ],
    'of the canary of a stage that a deployment makes': [
      describedStage({ CanarySetting: { StageVariableOverrides: { plain: KEY } } }),
      'Properties.StageDescription.CanarySetting.StageVariableOverrides.plain',
    ],
    'of a deployment to a canary': [
      deployment({ StageName: 'prod', DeploymentCanarySettings: { StageVariableOverrides: { plain: KEY } } }),
      'Properties.DeploymentCanarySettings.StageVariableOverrides.plain',
    ],
  },
  insufficientData: {
    'a parameter': stage({ Variables: { tableName: { Ref: 'Given' } } }, GIVEN),
    'all variables by a parameter': stage({ Variables: { Ref: 'Given' } }, GIVEN),
    'no text': stage({ Variables: { tableName: ['orders'] } }),
  },
  notApplicable: { 'a deployment without a stage': NO_STAGE },
};
