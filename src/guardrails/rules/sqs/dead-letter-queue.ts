import { defineRule } from '../../engine/rule';
import { anyOf } from '../../engine/violation';
import { isDeadLetterQueue, judgeDeadLetterArn, objectOrText } from '../dead-letter-queues';

export const rule = defineRule({
  id: 'sqs/dead-letter-queue',
  title: 'SQS queues have a dead-letter queue, unless they are one',
  severity: 'low',
  resourceTypes: ['AWS::SQS::Queue'],
  controls: {},
  peers: {
    cdkNag: ['SQSQueueDLQ', 'SQSRedrivePolicy'],
    other: ['config:sqs-queue-dlq-check'],
  },
  rationale: 'A message that cannot be processed comes back until it expires and is then gone without a trace; in a FIFO queue it holds up all '
    + 'others of its group.',
  whenNotToUse: 'Queues whose messages may be lost, such as hints to refresh a cache.',
  fix: 'Set `deadLetterQueue: { queue, maxReceiveCount: 5 }` on the queue, and an alarm on the depth of the dead-letter queue. If '
    + 'this one is the dead-letter queue of another app, say so by `redriveAllowPolicy` with `sqs.RedrivePermission.BY_QUEUE`.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/sqs-queue-dlq-check.html',
  ],
  absent: {
    means: 'Messages stay in the queue until their retention period ends, and are then deleted.',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  },
  divergences: [
    {
      peer: 'cdkNag:SQSRedrivePolicy',
      how: 'It asks the same of dead-letter queues.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/sqs/SQSRedrivePolicy.ts',
    },
    {
      peer: 'cdkNag:SQSQueueDLQ',
      how: 'It knows the dead-letter queues of queues and functions only; here those of rules, schedules, subscriptions, pipes and event source '
        + 'mappings count too.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/sqs/SQSQueueDLQ.ts',
    },
  ],
  check: (queue, app) => {
    const outcome = judgeDeadLetterArn(objectOrText(queue.get('RedrivePolicy')).get('deadLetterTargetArn'));
    if (outcome === 'COMPLIANT') return outcome;
    const isOne = anyOf(
      () => isDeadLetterQueue(queue, app),
      () => objectOrText(queue.get('RedriveAllowPolicy')).get('redrivePermission').is('byQueue'), // of queues of other apps
    );
    return isOne ? 'NOT_APPLICABLE' : outcome;
  },
  remediation: { kind: 'companion', adds: 'a dead-letter queue' },
});
