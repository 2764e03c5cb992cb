import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { plainApi } from './protected-stage';
import { defineApiAlarms } from '../../src/api/api-alarms';
import { WebFirewall } from '../../src/api/firewall/web-firewall';
import { SecureLogGroup, SecureTopic } from '../../src/data';
import { FLAG_MODES, newStack, only, templateOf } from '../harness/apps';

function alarmsIn(stack: Stack): void {
  const api = plainApi(stack);
  const firewall = new WebFirewall(stack, 'Firewall');
  firewall.associate(api.deploymentStage);
  const topic = new SecureTopic(stack, 'Topic').topic;
  defineApiAlarms(new Construct(stack, 'Alarms'), {
    api, stage: api.deploymentStage, firewall, topic, accessLogGroup: new SecureLogGroup(stack, 'AccessLog').logGroup,
  });
}

describe.each(FLAG_MODES)('alarms of an API %s', (_, flags) => {
  const stack = newStack(flags);
  alarmsIn(stack);
  const template = templateOf(stack);
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  const alarmOn = (metric: string) => alarms.find(({ MetricName }) => MetricName === metric)!;
  const { id: topicId } = only(template, 'AWS::SNS::Topic');

  test('go to the topic, their end too, and sleep without traffic', () => {
    expect(alarms).toHaveLength(4);
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ AlarmActions: [{ Ref: topicId }], OKActions: [{ Ref: topicId }], TreatMissingData: 'notBreaching' });
      expect(alarm.AlarmName).toBeUndefined();
    }
  });

  test('ring when more than 1 % of requests fail with 5xx', () => {
    expect(alarmOn('5XXError')).toMatchObject({ Statistic: 'Average', Threshold: 0.01, EvaluationPeriods: 3, Period: 300 });
    expect(alarmOn('5XXError').Dimensions.map(({ Name }: any) => Name)).toEqual(['ApiName', 'Stage']);
  });

  test('ring at a burst of 4xx', () => {
    expect(alarmOn('4XXError')).toMatchObject({ Statistic: 'Sum', Threshold: 200, EvaluationPeriods: 1 });
  });

  test('ring at blocked requests', () => {
    expect(alarmOn('BlockedRequests')).toMatchObject({ Namespace: 'AWS/WAFV2', Statistic: 'Sum', Threshold: 200 });
    const acl = only(template, 'AWS::WAFv2::WebACL').resource.Properties.VisibilityConfig.MetricName;
    expect(alarmOn('BlockedRequests').Dimensions).toEqual(expect.arrayContaining([{ Name: 'WebACL', Value: acl }, { Name: 'Rule', Value: 'ALL' }]));
  });

  test('ring at throttled requests, which the access log alone tells apart', () => {
    const filter = only(template, 'AWS::Logs::MetricFilter').resource.Properties;
    const [transformation] = filter.MetricTransformations;
    expect(filter.FilterPattern).toBe('{ ($.status = 429) || ($.status = "429") }');
    expect(transformation).toMatchObject({ MetricValue: '1', MetricName: 'ThrottledRequests' });
    expect(alarmOn('ThrottledRequests')).toMatchObject({ Namespace: transformation.MetricNamespace, Statistic: 'Sum', Threshold: 0, EvaluationPeriods: 3 });
    expect(JSON.stringify(transformation.MetricNamespace)).toContain(only(template, 'AWS::ApiGateway::RestApi').id);
  });
});
