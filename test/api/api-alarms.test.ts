import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { apiIn } from './api-under-test';
import { plainApi } from './protected-stage';
import { SecureApi } from '../../src/api';
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
    expect(filter.FilterPattern).toBe('{ (($.status = 429) || ($.status = "429")) && ($.error != "WAF_FILTERED") && ($.integrationStatus != "429") }');
    expect(transformation).toMatchObject({ MetricValue: '1', MetricName: 'ThrottledRequests' });
    expect(alarmOn('ThrottledRequests')).toMatchObject({ Namespace: transformation.MetricNamespace, Statistic: 'Sum', Threshold: 0, EvaluationPeriods: 3 });
    expect(JSON.stringify(transformation.MetricNamespace)).toContain(only(template, 'AWS::ApiGateway::RestApi').id);
  });
});

test('alarms ring from where the API says, at the topic that it names', () => {
  const stack = newStack();
  const topic = new SecureTopic(stack, 'Oncall').topic;
  const alarmThresholds = { serverErrorPercent: 5, clientErrors: 1000, throttledRequests: 50, blockedRequests: 0 };
  apiIn(stack, { alarmTopic: topic, alarmThresholds });
  const alarms = Object.values(templateOf(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  const thresholds = Object.fromEntries(alarms.map(({ MetricName, Threshold }) => [MetricName, Threshold]));
  expect(thresholds).toEqual({ '5XXError': 0.05, '4XXError': 1000, 'ThrottledRequests': 50, 'BlockedRequests': 0 });
  expect(alarms.map(({ AlarmActions }) => AlarmActions)).toEqual(Array(4).fill([{ Ref: expect.stringMatching(/^Oncall/) }]));
  expect(alarms.find(({ MetricName }) => MetricName === '5XXError')!.AlarmDescription).toContain('More than 5 % of the requests');
});

test.each([
  [{ serverErrorPercent: 100 }, 'alarmThresholds.serverErrorPercent = 100: a share of requests that rings is 0 to 99 percent. Write 1 for one request in a hundred.'],
  [{ clientErrors: -1 }, 'alarmThresholds.clientErrors = -1: fewer than no requests never happen. Write 0 to hear of the first.'],
])('thresholds of %j are refused', (alarmThresholds, message) => {
  expect(() => new SecureApi(newStack(), 'Api', { alarmThresholds })).toThrow(`[Stack/Api] ${message}`);
});
