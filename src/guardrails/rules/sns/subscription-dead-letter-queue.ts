import { defineRule } from '../../engine/rule';
import { judgeDeadLetterArn, objectOrText } from '../dead-letter-queues';

export const rule = defineRule({
  id: 'sns/subscription-dead-letter-queue',
  title: 'SNS subscriptions keep the messages that cannot be delivered in a dead-letter queue',
  severity: 'low',
  resourceTypes: ['AWS::SNS::Subscription'],
  controls: {},
  peers: {
    cdkNag: ['SNSRedrivePolicy'],
  },
  rationale: 'Errors of the client side, such as a missing permission or a deleted endpoint, are not retried: the message is gone without a trace.',
  whenNotToUse: 'Subscriptions whose messages may be lost.',
  fix: 'Set `deadLetterQueue` on the subscription, such as `new LambdaSubscription(fn, { deadLetterQueue })`.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html'],
  absent: {
    means: 'Messages that cannot be delivered are discarded.',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
  },
  divergences: [
    {
      peer: 'cdkNag:SNSRedrivePolicy',
      how: 'It also asks subscriptions of people, by mail or text message, who are told anew instead of from a queue; and it takes an empty '
        + 'redrive policy for one.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/sns/SNSRedrivePolicy.ts',
    },
  ],
  check: (subscription) => {
    const outcome = judgeDeadLetterArn(objectOrText(subscription.get('RedrivePolicy')).get('deadLetterTargetArn'));
    if (outcome === 'COMPLIANT') return outcome;
    return subscription.get('Protocol').is('email', 'email-json', 'sms') ? 'NOT_APPLICABLE' : outcome;
  },
  remediation: { kind: 'companion', adds: 'a dead-letter queue' },
});
