import type { Duration } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';

/** Properties of a hardened queue. */
export interface SecureQueueProps {
  /**
   * How long a received message stays hidden from others.
   *
   * @default - six times the timeout of the slowest consumer plus its batching window, at least 30 seconds
   */
  readonly visibilityTimeout?: Duration;

  /**
   * How long a message waits to be consumed, 1 minute to 14 days.
   *
   * @default - 4 days; 14 days with `collectsFailures`
   */
  readonly retentionPeriod?: Duration;

  /**
   * Deliveries after which a message moves to the dead-letter queue, 1 to 1,000. AWS advises at least 5 for functions, whose
   * throttled polls count as deliveries.
   *
   * @default 5
   */
  readonly maxReceiveCount?: number;

  /**
   * Whether messages of a group arrive in order and once. Changing it replaces the queue.
   *
   * @default false
   */
  readonly fifo?: boolean;

  /**
   * Whether a FIFO queue tells duplicates by a hash of their body, so that senders need no deduplication id.
   *
   * @default false
   */
  readonly contentBasedDeduplication?: boolean;

  /**
   * Customer-managed key, for the queue and its dead-letter queue.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Whether what arrives are failures already: events that a function, an EventBridge rule or a topic gave up on. Then every message raises
   * an alarm, not only what reaches the dead-letter queue, and messages wait for 14 days unless `retentionPeriod` says otherwise. Costs
   * another 0.10 USD a month.
   *
   * @default false
   */
  readonly collectsFailures?: boolean;

  /**
   * Who hears that a message has reached the dead-letter queue, or a queue of failures.
   *
   * @default - the stack's shared alarm topic, `SecureTopic.alarmsOf(this).topic`
   */
  readonly alarmTopic?: sns.ITopic;
}

/** How a queue receives from a topic. */
export interface TopicSubscriptionProps {
  /**
   * Whether messages arrive as they were published, without SNS's envelope.
   *
   * @default true
   */
  readonly rawMessageDelivery?: boolean;

  /**
   * Which messages arrive, by message attribute.
   *
   * @default - all
   */
  readonly filterPolicy?: { [attribute: string]: sns.SubscriptionFilter };
}

/** How a function consumes a queue. */
export interface QueueConsumerProps {
  /**
   * Most messages per invocation: 1 to 10; with `maxBatchingWindow`, and not on a FIFO queue, up to 10,000.
   *
   * @default 10
   */
  readonly batchSize?: number;

  /**
   * Longest wait for a batch to fill, up to 5 minutes; not on a FIFO queue.
   *
   * @default - no wait
   */
  readonly maxBatchingWindow?: Duration;

  /**
   * Most invocations at a time, 2 to 1,000: what protects the systems behind the function from a full queue.
   *
   * @default - 10, or what the function reserves if that is less
   */
  readonly maxConcurrency?: number;

  /**
   * Timeout of the function, only where CDK does not know it: an imported function.
   *
   * @default - the timeout of the function
   */
  readonly functionTimeout?: Duration;
}
