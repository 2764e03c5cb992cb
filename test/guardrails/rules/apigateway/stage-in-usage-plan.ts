import { rule } from '../../../../src/guardrails/rules/apigateway/stage-in-usage-plan';
import type { Verdicts } from '../verdicts';
import { GIVEN, NO_STAGE, stage, stageAmong } from './situations';

function plan(...stages: readonly unknown[]): { Plan: object } {
  return { Plan: { Type: 'AWS::ApiGateway::UsagePlan', Properties: { ApiStages: stages } } };
}

const API = { ApiId: { Ref: 'Api' } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'by reference': stageAmong(plan({ ...API, Stage: { Ref: 'Subject' } })),
    'by an attribute of the API': stageAmong(plan({ ApiId: { 'Fn::GetAtt': ['Api', 'RestApiId'] }, Stage: 'prod' })),
    'by name, as the second': stageAmong(plan({ ...API, Stage: 'test' }, { ...API, Stage: 'prod' })),
    'in one of two plans, the other unknown': stageAmong({
      ...plan({ ...API, Stage: 'prod' }),
      Other: { Type: 'AWS::ApiGateway::UsagePlan', Properties: { ApiStages: { Ref: 'Given' } } },
    }, GIVEN),
  },
  nonCompliant: {
    'no plan': [stage({ RestApiId: 'abc', StageName: 'prod' }), 'Properties'],
    'a plan without stages': [stageAmong({ Plan: { Type: 'AWS::ApiGateway::UsagePlan' } }), 'Properties'],
    'another stage': [stageAmong(plan({ ...API, Stage: 'test' })), 'Properties'],
    'a stage of another API': [stageAmong({ ...plan({ ApiId: { Ref: 'Other' }, Stage: 'prod' }), Other: { Type: 'AWS::ApiGateway::RestApi' } }), 'Properties'],
  },
  insufficientData: {
    'a stage that a parameter names': stageAmong(plan({ ...API, Stage: { Ref: 'Given' } }), GIVEN),
    'an API that a parameter names': stageAmong(plan({ ApiId: { Ref: 'Given' }, Stage: 'prod' }), GIVEN),
    'an API by its id, where a parameter tells that of the stage': stageAmong({
      ...plan({ ApiId: 'abc123', Stage: 'prod' }),
      Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Given' }, StageName: 'prod' } },
    }, GIVEN),
    'a stage by its name, where a parameter tells that of the stage': stageAmong({
      ...plan({ ...API, Stage: 'prod' }),
      Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: { Ref: 'Given' } } },
    }, GIVEN),
  },
  notApplicable: { 'a deployment without a stage': NO_STAGE },
};
