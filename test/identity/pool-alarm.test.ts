import { usersIn } from './pool-under-test';
import { SecureTopic, SecureUserPool, SignInDomain } from '../../src';
import { ENV, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';
import { expectBlockedRequestsAlarm } from '../harness/blocked-requests-alarm';

inBothFlagModes(() => {
  test('an alarm of the pool rings when its firewall blocks many requests, at the topic of its stack', () => {
    const stack = newStack(undefined, ENV);
    const users = new SecureUserPool(stack, 'Users', { signInDomain: SignInDomain.prefix('shop-accounts') });
    expectBlockedRequestsAlarm(users.blockedRequestsAlarm, 'Stack/Users', 'eu-west-1');
  });

  test('a firewall that is passed is watched too, and the alarm goes to a topic of yours', () => {
    const stack = newStack(undefined, ENV);
    const oncall = new SecureTopic(stack, 'Oncall');
    usersIn(stack, { alarmTopic: oncall.topic });
    expect(only(templateOf(stack), 'AWS::CloudWatch::Alarm').resource.Properties.AlarmActions).toEqual([{ Ref: only(templateOf(stack), 'AWS::SNS::Topic').id }]);
  });
});
