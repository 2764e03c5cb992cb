import { CfnElement, Stack } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { only, templateOf } from './apps';

/** The one alarm of a stack, on what the one firewall in it refuses before `path`, tells the one topic. `region` as the metric has it, if it has one. */
export function expectBlockedRequestsAlarm(alarm: Alarm, path: string, region?: string): void {
  const stack = Stack.of(alarm);
  const template = templateOf(stack);
  const { id, resource: { Properties } } = only(template, 'AWS::CloudWatch::Alarm');
  const topic = { Ref: only(template, 'AWS::SNS::Topic').id };
  expect(stack.getLogicalId(alarm.node.defaultChild as CfnElement)).toBe(id);
  expect(Properties).toMatchObject({
    Namespace: 'AWS/WAFV2',
    MetricName: 'BlockedRequests',
    Statistic: 'Sum',
    Threshold: 200,
    Period: 300,
    AlarmActions: [topic],
    OKActions: [topic],
    AlarmDescription: `The web firewall of ${path} blocks more than 200 requests in 5 minutes`,
  });
  expect(Properties.Dimensions).toEqual([
    ...region === undefined ? [] : [{ Name: 'Region', Value: region }],
    { Name: 'Rule', Value: 'ALL' },
    { Name: 'WebACL', Value: only(template, 'AWS::WAFv2::WebACL').resource.Properties.VisibilityConfig.MetricName },
  ]);
}
