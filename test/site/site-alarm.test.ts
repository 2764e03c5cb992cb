import { type App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EDGE, edgeStack, siteIn } from './site-under-test';
import { SecureTopic } from '../../src';
import { inBothFlagModes, only, templateOf } from '../harness/apps';
import { expectBlockedRequestsAlarm } from '../harness/blocked-requests-alarm';

inBothFlagModes(() => {
  test('an alarm of the site rings when its firewall blocks many requests, at the topic of its stack', () => {
    expectBlockedRequestsAlarm(siteIn(edgeStack()).blockedRequestsAlarm, 'Stack/Site'); // no region: metrics of CloudFront have none
  });

  test('a topic of another region is refused, whether it is made or named', () => {
    const stack = edgeStack();
    const named = Topic.fromTopicArn(stack, 'Named', 'arn:aws:sns:eu-west-1:111122223333:oncall');
    expect(() => siteIn(stack, { alarmTopic: named })).toThrow(/alarmTopic = "Stack\/Named": the topic is in eu-west-1, and an alarm in us-east-1 .*Make a SecureTopic in a stack of us-east-1/);
    const elsewhere = new Stack(stack.node.root as App, 'Elsewhere', { env: { account: EDGE.account, region: 'eu-west-1' }, crossRegionReferences: true });
    expect(() => siteIn(edgeStack(), { alarmTopic: new Topic(elsewhere, 'Oncall') })).toThrow(/the topic is in eu-west-1/);
  });

  test('the alarm goes to a topic of yours', () => {
    const stack = edgeStack();
    const oncall = new SecureTopic(stack, 'Oncall');
    siteIn(stack, { alarmTopic: oncall.topic });
    expect(only(templateOf(stack), 'AWS::CloudWatch::Alarm').resource.Properties.AlarmActions).toEqual([{ Ref: only(templateOf(stack), 'AWS::SNS::Topic').id }]);
  });
});
