import { usersIn } from './pool-under-test';
import { SecureTopic, SecureUserPool, SignInDomain } from '../../src';
import { ENV, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

inBothFlagModes(() => {
  test('an alarm of the pool rings when its firewall blocks many requests, at the topic of its stack', () => {
    const stack = newStack(undefined, ENV);
    const users = new SecureUserPool(stack, 'Users', { signInDomain: SignInDomain.prefix('shop-accounts') });
    const template = templateOf(stack);
    const alarm = only(template, 'AWS::CloudWatch::Alarm');
    const topic = { Ref: only(template, 'AWS::SNS::Topic').id };
    expect(stack.getLogicalId(users.blockedRequestsAlarm.node.defaultChild as any)).toBe(alarm.id);
    expect(alarm.resource.Properties).toMatchObject({
      Namespace: 'AWS/WAFV2',
      MetricName: 'BlockedRequests',
      Statistic: 'Sum',
      Threshold: 200,
      Period: 300,
      AlarmActions: [topic],
      OKActions: [topic],
      AlarmDescription: 'The web firewall of Stack/Users blocks more than 200 requests in 5 minutes',
    });
    expect(alarm.resource.Properties.Dimensions).toEqual([
      { Name: 'Region', Value: 'eu-west-1' }, { Name: 'Rule', Value: 'ALL' },
      { Name: 'WebACL', Value: only(template, 'AWS::WAFv2::WebACL').resource.Properties.VisibilityConfig.MetricName },
    ]);
  });

  test('a firewall that is passed is watched too, and the alarm goes to a topic of yours', () => {
    const stack = newStack(undefined, ENV);
    const oncall = new SecureTopic(stack, 'Oncall');
    usersIn(stack, { alarmTopic: oncall.topic });
    expect(only(templateOf(stack), 'AWS::CloudWatch::Alarm').resource.Properties.AlarmActions).toEqual([{ Ref: only(templateOf(stack), 'AWS::SNS::Topic').id }]);
  });
});
