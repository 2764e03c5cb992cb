import { Names } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html */
const LONGEST = 80;

/**
 * A name that is known at synth, so that a dead-letter queue can name the queue it serves without a dependency cycle.
 *
 * Holds the stack's name, so that two deployments of one app in an account do not collide, and changes with the kind of
 * queue, so that turning a queue into a FIFO queue can replace it.
 */
export function queueName(scope: IConstruct, fifo: boolean): string {
  const suffix = fifo ? '.fifo' : '';
  return Names.uniqueResourceName(scope, { maxLength: LONGEST - suffix.length, separator: '-' }) + suffix;
}
