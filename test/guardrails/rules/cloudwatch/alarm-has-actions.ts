import { GIVEN, alarm, composite } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudwatch/alarm-has-actions';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:a';
const WHERE = 'Properties.AlarmActions';

/** An alarm without actions, and another resource that may read it. */
function beside(type: string, properties: object): Situation {
  return resources({ Subject: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: 'child' } }, Reader: { Type: type, Properties: properties } }, GIVEN);
}

function inRule(rule_: unknown): Situation {
  return beside('AWS::CloudWatch::CompositeAlarm', { AlarmRule: rule_, AlarmActions: [TOPIC] });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a topic': alarm({ AlarmActions: [TOPIC] }),
    'a topic of the app': resources({
      Subject: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [{ Ref: 'AWS::NoValue' }, { Ref: 'Topic' }] } }, Topic: { Type: 'AWS::SNS::Topic' },
    }),
    'a composite alarm': composite({ AlarmActions: [TOPIC], AlarmRule: 'ALARM(a)' }),
  },
  nonCompliant: {
    'nothing said': [alarm({ MetricName: 'm' }), WHERE],
    'an empty list': [alarm({ AlarmActions: [] }), WHERE],
    'empty text': [alarm({ AlarmActions: [''] }), WHERE],
    'actions for other states only': [alarm({ OKActions: [TOPIC], InsufficientDataActions: [TOPIC] }), WHERE],
    'a composite alarm': [composite({ AlarmRule: 'ALARM(a)' }), WHERE],
    'a composite alarm that reads another': [inRule('ALARM("children") OR ALARM(my-child)'), WHERE],
  },
  insufficientData: {
    'a list by a parameter': alarm({ AlarmActions: { Ref: 'Given' } }, { Parameters: { Given: { Type: 'CommaDelimitedList' } } }),
    'an action by a parameter, which may be empty': alarm({ AlarmActions: [{ Ref: 'Given' }] }, GIVEN),
    'a deployment that may read it': beside('AWS::CodeDeploy::DeploymentGroup', { AlarmConfiguration: { Alarms: [{ Name: { Ref: 'Given' } }] } }),
  },
  notApplicable: {
    'a composite alarm reads it': inRule({ 'Fn::Sub': 'ALARM("${Subject.Arn}") AND NOT ALARM(other)' }),
    'the same by its name': inRule('OK(other) OR ALARM("child")'),
    'the same without quotes': inRule('ALARM(child)'),
    'a deployment reads it': beside('AWS::CodeDeploy::DeploymentGroup', { AlarmConfiguration: { Alarms: [{ Name: { Ref: 'Subject' } }] } }),
    'a composite alarm is quiet while it is on': beside('AWS::CloudWatch::CompositeAlarm', { AlarmRule: 'ALARM(other)', ActionsSuppressor: 'child' }),
    'a service of ECS is rolled back by it': beside('AWS::ECS::Service', { DeploymentConfiguration: { Alarms: { AlarmNames: ['other', { Ref: 'Subject' }] } } }),
    'an experiment is stopped by it': beside('AWS::FIS::ExperimentTemplate', {
      StopConditions: [{ Source: 'aws:cloudwatch:alarm', Value: { 'Fn::GetAtt': ['Subject', 'Arn'] } }],
    }),
    'a health check follows it': beside('AWS::Route53::HealthCheck', { HealthCheckConfig: { AlarmIdentifier: { Name: { Ref: 'Subject' }, Region: 'eu-central-1' } } }),
    'a function of SAM is rolled back by it': beside('AWS::Serverless::Function', { DeploymentPreference: { Alarms: [{ Ref: 'Subject' }] } }),
    'a configuration is rolled back by it': beside('AWS::AppConfig::Environment', { Monitors: [{ AlarmArn: { 'Fn::GetAtt': ['Subject', 'Arn'] } }] }),
  },
};
