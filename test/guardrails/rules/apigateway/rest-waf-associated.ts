import { rule } from '../../../../src/guardrails/rules/apigateway/rest-waf-associated';
import { app } from '../verdicts';
import type { Verdicts } from '../verdicts';
import { GIVEN, NO_STAGE, stage, stageAmong } from './situations';

function association(arn: unknown): { Association: object } {
  return { Association: { Type: 'AWS::WAFv2::WebACLAssociation', Properties: { ResourceArn: arn, WebACLArn: 'arn:aws:wafv2:...' } } };
}

const ARN = 'arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'by reference to the stage': stageAmong(association({ 'Fn::Sub': `${ARN}/\${Api}/stages/\${Subject}` })),
    'by the name of the stage': stageAmong(association({ 'Fn::Join': ['', ['arn:aws:apigateway:eu-west-1::/restapis/', { Ref: 'Api' }, '/stages/prod']] })),
    'by an attribute of the API': stageAmong(association({ 'Fn::Sub': `${ARN}/\${Api.RestApiId}/stages/prod` })),
    'by the same parameter': stageAmong({
      ...association({ 'Fn::Sub': `${ARN}/\${Api}/stages/\${Given}` }),
      Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: { Ref: 'Given' } } },
    }, GIVEN),
    'a stage of a deployment': stageAmong({
      ...association({ 'Fn::Sub': `${ARN}/\${Api}/stages/prod` }),
      Subject: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' } },
    }),
    'in another stack': app(
      {
        file: 'a.json',
        body: {
          Resources: {
            Api: { Type: 'AWS::ApiGateway::RestApi' },
            Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' } },
          },
          Outputs: { Arn: { Value: { 'Fn::Sub': `${ARN}/\${Api}/stages/\${Subject}` }, Export: { Name: 'stage' } } },
        },
      },
      { file: 'b.json', body: { Resources: association({ 'Fn::ImportValue': 'stage' }) } },
    ),
  },
  nonCompliant: {
    'no association': [stage({ RestApiId: 'abc', StageName: 'prod' }), 'Properties'],
    'of another stage': [stageAmong(association({ 'Fn::Sub': `${ARN}/\${Api}/stages/test` })), 'Properties'],
    'of a stage whose name begins alike': [stageAmong(association({ 'Fn::Sub': `${ARN}/\${Api}/stages/production` })), 'Properties'],
    'of something below the stage': [stageAmong(association({ 'Fn::Sub': '${Subject}/test' })), 'Properties'],
    'of another API': [stageAmong({
      ...association({ 'Fn::Sub': `${ARN}/\${Other}/stages/prod` }), Other: { Type: 'AWS::ApiGateway::RestApi' },
    }), 'Properties'],
    'of a load balancer': [stageAmong({
      ...association({ Ref: 'Balancer' }), Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' },
    }), 'Properties'],
    'that exists sometimes': [stageAmong({
      Association: { ...association({ 'Fn::Sub': `${ARN}/\${Api}/stages/prod` }).Association, Condition: 'Production' },
    }, { ...GIVEN, Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Given' }, 'production'] } } }), 'Properties'],
    'of nothing': [stageAmong(association(undefined)), 'Properties'],
    'of a stage of another API, whose name a parameter tells': [stageAmong({
      ...association({ 'Fn::Sub': `${ARN}/\${Other}/stages/\${Given}` }), Other: { Type: 'AWS::ApiGateway::RestApi' },
    }, GIVEN), 'Properties'],
    'of a load balancer, where a parameter tells the API': [stageAmong({
      ...association('arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/b'),
      Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Given' }, StageName: 'prod' } },
    }, GIVEN), 'Properties'],
  },
  insufficientData: {
    'of something that a parameter names': stageAmong(association({ Ref: 'Given' }), GIVEN),
    'of a stage that a parameter names': stageAmong(association({ 'Fn::Sub': `${ARN}/\${Api}/stages/\${Given}` }), GIVEN),
    'of a stage of the API, where a parameter tells the name': stageAmong({
      ...association({ 'Fn::Sub': `${ARN}/\${Api}/stages/prod` }),
      Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: { Ref: 'Given' } } },
    }, GIVEN),
  },
  notApplicable: { 'a deployment without a stage': NO_STAGE },
};
