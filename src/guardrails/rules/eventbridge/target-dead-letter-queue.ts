import { defineRule } from '../../engine/rule';
import { every } from '../../engine/violation';
import { judgeDeadLetterArn } from '../dead-letter-queues';

export const rule = defineRule({
  id: 'eventbridge/target-dead-letter-queue',
  title: 'Targets of EventBridge rules have a dead-letter queue',
  severity: 'low',
  resourceTypes: ['AWS::Events::Rule'],
  controls: {},
  peers: {
    cdkNag: ['EventBusDLQ'],
  },
  rationale: 'An event that cannot be delivered, because a permission is missing or the target is throttled, is dropped without a trace.',
  whenNotToUse: 'Rules whose events may be lost, such as those of a schedule whose next run makes up for a missed one.',
  fix: 'Set `deadLetterQueue` on the target, such as `new targets.LambdaFunction(fn, { deadLetterQueue })`.',
  sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html'],
  absent: {
    means: 'Events are dropped when the retries are used up, or at once for errors that are not retried.',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
  },
  divergences: [
    {
      peer: 'cdkNag:EventBusDLQ',
      how: 'It also takes a configuration without an ARN for a queue.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/eventbridge/EventBusDLQ.ts',
    },
  ],
  check: (eventRule) => {
    const targets = eventRule.get('Targets').list();
    return targets.length === 0 ? 'NOT_APPLICABLE' : every(targets, (target) => judgeDeadLetterArn(target.get('DeadLetterConfig.Arn')));
  },
  remediation: { kind: 'companion', adds: 'a dead-letter queue' },
});
