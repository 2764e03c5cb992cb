import { GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/gradual-deployment';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.DeploymentConfigName';

function group(config: unknown, others: Readonly<Record<string, object>> = {}, sections: object = {}): Situation {
  return resources({
    Subject: { Type: 'AWS::CodeDeploy::DeploymentGroup', Properties: { ApplicationName: { Ref: 'App' }, DeploymentConfigName: config } },
    App: { Type: 'AWS::CodeDeploy::Application', Properties: { ComputePlatform: 'Lambda' } },
    ...others,
  }, sections);
}

function custom(routing: object): Record<string, object> {
  return { Config: { Type: 'AWS::CodeDeploy::DeploymentConfig', Properties: { ComputePlatform: 'Lambda', ...routing } } };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a canary': group('CodeDeployDefault.LambdaCanary10Percent5Minutes'),
    'linear': group('CodeDeployDefault.LambdaLinear10PercentEvery1Minute'),
    'a configuration of its own': group({ Ref: 'Config' }, custom({ TrafficRoutingConfig: { Type: 'TimeBasedCanary' } })),
  },
  nonCompliant: {
    'all at once': [group('CodeDeployDefault.LambdaAllAtOnce'), AT],
    'a configuration of its own': [group({ Ref: 'Config' }, custom({ TrafficRoutingConfig: { Type: 'AllAtOnce' } })), AT],
    'a configuration of its own, by its name': [
      group('mine', custom({ DeploymentConfigName: 'mine', TrafficRoutingConfig: { Type: 'AllAtOnce' } })), AT,
    ],
  },
  insufficientData: {
    'a configuration of its own that says nothing': group({ Ref: 'Config' }, custom({})),
    'nothing said': group({ Ref: 'AWS::NoValue' }),
    'one of the app or not, as the deployment says': group(
      { Ref: 'Given' }, custom({ DeploymentConfigName: 'mine', TrafficRoutingConfig: { Type: 'TimeBasedCanary' } }), GIVEN,
    ),
    'given at deployment': group({ Ref: 'Given' }, {}, GIVEN),
    'a configuration outside the app': group('elsewhere'),
    'an application outside the app': group('elsewhere', { App: { Type: 'AWS::SNS::Topic' } }),
  },
  notApplicable: {
    'servers': group('CodeDeployDefault.AllAtOnce'),
    'an application of servers': group({ Ref: 'AWS::NoValue' }, { App: { Type: 'AWS::CodeDeploy::Application' } }),
  },
};
