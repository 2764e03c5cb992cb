import { isAlarmed } from './alarmed-metrics';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';
import { isDeadLetterQueue } from '../dead-letter-queues';

export const rule = defineRule({
  id: 'cloudwatch/dead-letter-queue-alarm',
  title: 'An alarm tells when messages are in an SQS dead-letter queue',
  severity: 'medium',
  resourceTypes: ['AWS::SQS::Queue'],
  controls: {
    wellArchitected: ['REL05-BP04', 'REL06-BP01'],
    owaspServerless: ['S10'],
  },
  peers: {},
  rationale: 'Messages in a queue that nobody watches are lost as surely as without it, only later: they expire unread.',
  whenNotToUse: 'Queues that another system empties or watches.',
  fix: 'Make an alarm on `deadLetterQueue.metricApproximateNumberOfMessagesVisible()` with the threshold 1 that notifies a topic.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/dead-letter-queues-alarms-cloudwatch.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_fail_fast.html',
  ],
  absent: {
    means: 'SQS tells nobody of messages.',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/dead-letter-queues-alarms-cloudwatch.html',
  },
  partly: 'Alarms that are made outside the app.',
  check: (queue, app) => {
    if (!isDeadLetterQueue(queue, app)) return 'NOT_APPLICABLE';
    const metric = { namespace: 'AWS/SQS', name: 'ApproximateNumberOfMessagesVisible', dimension: 'QueueName' };
    return isAlarmed(queue, metric, app) ? 'COMPLIANT' : violation('Properties', 'no alarm watches its ApproximateNumberOfMessagesVisible');
  },
  remediation: { kind: 'companion', adds: 'an alarm, and a topic that it notifies' },
});
