import type { Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { SecureQueueProps } from './secure-queue-props';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

const DAY = 24 * 60 * 60;

/** Stops the synth on what SQS would refuse at deployment. */
export function validateQueue(scope: IConstruct, props: SecureQueueProps): void {
  requireLiteral(scope, 'fifo', props.fifo);
  requireLiteral(scope, 'collectsFailures', props.collectsFailures);
  validateDuration(scope, 'visibilityTimeout', props.visibilityTimeout, 0, DAY / 2, 'Write Duration.hours(12) or less.');
  validateDuration(scope, 'retentionPeriod', props.retentionPeriod, 60, 14 * DAY, 'Write Duration.minutes(1) to Duration.days(14).');
  const count = props.maxReceiveCount;
  if (isLiteral(count) && !(Number.isInteger(count) && count >= 1 && count <= 1000)) {
    fail(scope, {
      prop: 'maxReceiveCount',
      value: count,
      problem: 'SQS moves a message after 1 to 1000 deliveries',
      instead: 'Write a whole number in that range; AWS advises at least 5 for functions.',
    });
  }
  if (props.contentBasedDeduplication && !props.fifo) {
    fail(scope, {
      prop: 'contentBasedDeduplication',
      value: true,
      problem: 'only FIFO queues drop duplicates',
      instead: 'Set fifo: true too, or leave contentBasedDeduplication out.',
    });
  }
}

function validateDuration(scope: IConstruct, prop: string, value: Duration | undefined, min: number, max: number, instead: string): void {
  if (!value || value.isUnresolved()) return;
  const seconds = value.toSeconds();
  if (seconds < min || seconds > max) {
    fail(scope, { prop, value: `${seconds} seconds`, problem: `SQS takes ${min} to ${max} seconds here`, instead });
  }
}
