import { defineRule } from '../../engine/rule';
import { every, violation } from '../../engine/violation';
import { judgeDeadLetterArn } from '../dead-letter-queues';

interface Options {
  readonly mostRetries: number;
}

export const rule = defineRule<Options>({
  id: 'eventbridge/scheduler-target-dlq',
  title: 'Schedules of EventBridge Scheduler limit their retries and keep what could not be delivered',
  severity: 'medium',
  resourceTypes: ['AWS::Scheduler::Schedule'],
  controls: {
    wellArchitected: ['REL05-BP03', 'REL05-BP04'],
  },
  peers: {},
  rationale: 'Without a dead-letter queue an invocation that failed is gone without a trace; with up to 185 retries over a day that nobody chose, a '
    + 'job that is not idempotent does its work again long after its time.',
  whenNotToUse: 'Schedules where a missed run does not matter because the next one makes up for it.',
  fix: 'Set `deadLetterQueue` and `retryAttempts` on the target, such as `new targets.LambdaInvoke(fn, { deadLetterQueue, retryAttempts: 3 })`.',
  sources: [
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
    'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html',
  ],
  absent: {
    means: 'Scheduler retries up to 185 times in 24 hours and then discards the invocation.',
    source: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html',
  },
  options: {
    mostRetries: { type: 'number', description: 'The most retries that are accepted; by default, any number that Scheduler takes.', default: 185 },
  },
  check: (schedule, _app, { mostRetries }) => every([
    () => judgeDeadLetterArn(schedule.get('Target.DeadLetterConfig.Arn')),
    () => {
      const retries = schedule.get('Target.RetryPolicy.MaximumRetryAttempts');
      const number = retries.number();
      if (number === undefined) return violation(retries, 'MaximumRetryAttempts is not set');
      return number <= mostRetries ? 'COMPLIANT' : violation(retries, `MaximumRetryAttempts is ${number}`);
    },
  ], (judge) => judge()),
  remediation: { kind: 'companion', adds: 'a dead-letter queue' },
  unreachable: { NOT_APPLICABLE: 'every schedule has a target' },
});
