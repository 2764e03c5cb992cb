import { Duration, Lazy, Names, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { HardenedQueue, POLL } from './hardened-queue';
import { concurrencyWithin, emittedVisibilityNeeded, validateConsumer, visibilityNeeded } from './queue-consumer';
import { queueName } from './queue-name';
import { sealAlarm, sealDeadLetterQueue, sealQueue } from './queue-protections';
import type { QueueConsumerProps, SecureQueueProps, TopicSubscriptionProps } from './secure-queue-props';
import { SecureTopic } from './secure-topic';
import { validateQueue } from './validate-queue';
import { fail, warn } from '../../private/misuse';
import { openNetworkPath } from '../../private/network-path';
import { SecureKey } from '../keys/secure-key';
import { validateKey } from '../keys/validate-key';

/** The longest that SQS has: time to look at what failed. */
const TIME_TO_LOOK = Duration.days(14);

/** SQS's own default, used while a queue has no consumer that needs more. */
const DEFAULT_VISIBILITY = 30;

/**
 * An SQS queue that is encrypted with a customer-managed key and reached over TLS only, with a dead-letter queue that only it
 * can use, is protected the same way, and raises an alarm when a message reaches it.
 *
 * EventBridge rules of this account can send once the queue is their target: `new targets.SqsQueue(queue.queue)`.
 *
 * Costs 0.10 USD a month for the alarm, and 0.03 USD per 10,000 KMS requests, of which SQS makes two per sender and one per
 * receiver every five minutes (https://aws.amazon.com/cloudwatch/pricing/, https://aws.amazon.com/kms/pricing/).
 *
 * @example
 * declare const worker: SecureFunction;
 * declare const frontend: SecureFunction;
 * const jobs = new SecureQueue(this, 'Jobs');
 * jobs.addConsumer(worker.lambdaFunction, { maxConcurrency: 5 });
 * jobs.grantSend(frontend);
 */
export class SecureQueue extends Construct {
  /** The L2 queue; its grants are as exact as ours, but open no network path. */
  public readonly queue: sqs.Queue;

  /** The L2 dead-letter queue. */
  public readonly deadLetterQueue: sqs.Queue;

  /** The alarm on the depth of the dead-letter queue. */
  public readonly deadLetterAlarm: cloudwatch.Alarm;

  /** The alarm on the depth of the queue, where it collects failures. */
  public readonly failureAlarm?: cloudwatch.Alarm;

  private readonly hardened: HardenedQueue;
  private readonly hardenedDeadLetterQueue: HardenedQueue;
  private readonly fifo: boolean;
  private readonly visibilityTimeout: Duration | undefined;
  private readonly consumers: { readonly fn: lambda.IFunction; readonly props: QueueConsumerProps; readonly needed: number }[] = [];

  /**
   * @throws when a duration or count is outside what SQS takes, deduplication is asked for without `fifo`, or the key is
   * known to be in another region.
   */
  constructor(scope: Construct, id: string, props: SecureQueueProps = {}) {
    super(scope, id);
    validateQueue(this, props);
    validateKey(this, props.encryptionKey);
    this.fifo = props.fifo ?? false;
    this.visibilityTimeout = props.visibilityTimeout;
    const encryptionMasterKey = props.encryptionKey ?? SecureKey.of(this).key;
    const name = queueName(this, this.fifo);
    this.hardenedDeadLetterQueue = this.defineDeadLetterQueue(encryptionMasterKey, name);
    this.deadLetterQueue = this.hardenedDeadLetterQueue;
    this.hardened = this.defineQueue(props, encryptionMasterKey, name);
    this.queue = this.hardened;
    const alarmTopic = props.alarmTopic ?? SecureTopic.alarmsOf(this).topic;
    this.deadLetterAlarm = this.defineAlarm('DeadLetterAlarm', this.deadLetterQueue, alarmTopic,
      `Messages that ${this.node.path} failed to process are waiting in its dead-letter queue.`);
    if (props.collectsFailures) {
      this.failureAlarm = this.defineAlarm('FailureAlarm', this.queue, alarmTopic, `Failures are waiting in ${this.node.path}.`);
      sealAlarm(this, this.failureAlarm);
    }
    sealQueue(this, this.hardened, () => this.consumers.map(({ fn, props: consumer }) => ({
      path: fn.node.path, seconds: emittedVisibilityNeeded(fn, consumer),
    })));
    sealDeadLetterQueue(this, this.hardenedDeadLetterQueue);
    sealAlarm(this, this.deadLetterAlarm);
  }

  /** URL of the queue, for the environment of a function. */
  public get queueUrl(): string {
    return this.queue.queueUrl;
  }

  /** ARN of the queue. */
  public get queueArn(): string {
    return this.queue.queueArn;
  }

  /** Lets a principal send messages, one or many. */
  public grantSend(grantee: iam.IGrantable): iam.Grant {
    openNetworkPath(grantee, 'sqs');
    return this.queue.grantSendMessages(grantee);
  }

  /** Lets code receive, delay and delete messages itself; a function that Lambda feeds needs `addConsumer` instead. */
  public grantConsume(grantee: iam.IGrantable): iam.Grant {
    openNetworkPath(grantee, 'sqs');
    return this.queue.grantConsumeMessages(grantee);
  }

  /**
   * Feeds a function from this queue, with partial batch responses: the handler returns
   * `{ batchItemFailures: [{ itemIdentifier: messageId }] }`, and only those messages are delivered again.
   *
   * Lambda does the polling, so that a function in a VPC needs no path to SQS for this.
   *
   * @throws when the visibility timeout that the queue was given is shorter than six times the function's timeout, the
   * timeout of an imported function is not given, the function reserves fewer executions than `maxConcurrency`, or a number is
   * outside what Lambda takes.
   */
  public addConsumer(fn: lambda.IFunction, props: QueueConsumerProps = {}): lambda.EventSourceMapping {
    validateConsumer(this, props, this.fifo);
    const needed = visibilityNeeded(this, fn, props);
    this.validateVisibility(fn, needed);
    this.consumers.push({ fn, props, needed });
    const mapping = fn.addEventSourceMapping(`Queue${Names.nodeUniqueId(this.node)}`, {
      eventSourceArn: this.queueArn,
      batchSize: props.batchSize ?? 10,
      maxBatchingWindow: props.maxBatchingWindow,
      maxConcurrency: concurrencyWithin(this, fn, props),
      reportBatchItemFailures: true,
    });
    this.grantPolling(fn, mapping);
    return mapping;
  }

  /**
   * Receives what is published to a topic; what SNS cannot deliver goes to the dead-letter queue. Use this instead of
   * `SqsSubscription`, which does not fit a shared key.
   *
   * @throws when a FIFO queue is to receive from a topic that is not FIFO.
   */
  public subscribeTo(topic: sns.ITopic, props: TopicSubscriptionProps = {}): sns.Subscription {
    if (this.fifo && !topic.fifo) {
      fail(this, {
        prop: 'topic',
        value: topic.node.path,
        problem: 'a FIFO queue receives from FIFO topics only',
        instead: 'Subscribe a queue without fifo, or pass a FIFO topic.',
      });
    }
    const subscription = new sns.Subscription(this, `Topic${Names.nodeUniqueId(topic.node)}`, {
      topic,
      protocol: sns.SubscriptionProtocol.SQS,
      endpoint: this.queueArn,
      rawMessageDelivery: props.rawMessageDelivery ?? true,
      filterPolicy: props.filterPolicy,
    });
    (subscription.node.defaultChild as sns.CfnSubscription).redrivePolicy = { deadLetterTargetArn: this.deadLetterQueue.queueArn };
    for (const queue of [this.hardened, this.hardenedDeadLetterQueue]) {
      subscription.node.addDependency(queue.allowTopic(topic).policyDependable!);
    }
    return subscription;
  }

  private defineDeadLetterQueue(encryptionMasterKey: kms.IKey, name: string): HardenedQueue {
    const deadLetterQueue = new HardenedQueue(this, 'DeadLetterQueue', {
      encryptionMasterKey,
      fifo: this.fifo || undefined,
      retentionPeriod: TIME_TO_LOOK,
    });
    (deadLetterQueue.node.defaultChild as sqs.CfnQueue).redriveAllowPolicy = {
      redrivePermission: 'byQueue',
      sourceQueueArns: [Stack.of(this).formatArn({ service: 'sqs', resource: name })],
    };
    return deadLetterQueue;
  }

  private defineQueue(props: SecureQueueProps, encryptionMasterKey: kms.IKey, name: string): HardenedQueue {
    const queue = new HardenedQueue(this, 'Resource', {
      queueName: name,
      encryptionMasterKey,
      fifo: this.fifo || undefined,
      contentBasedDeduplication: props.contentBasedDeduplication,
      retentionPeriod: props.retentionPeriod ?? (props.collectsFailures ? TIME_TO_LOOK : Duration.days(4)),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: props.maxReceiveCount ?? 5 },
    });
    // decided at the end: consumers are added after the queue
    (queue.node.defaultChild as sqs.CfnQueue).visibilityTimeout = Lazy.number({
      produce: () => this.visibilityTimeout?.toSeconds() ?? Math.max(DEFAULT_VISIBILITY, ...this.consumers.map(({ needed }) => needed)),
    });
    return queue;
  }

  private defineAlarm(id: string, queue: sqs.Queue, topic: sns.ITopic, alarmDescription: string): cloudwatch.Alarm {
    const alarm = new cloudwatch.Alarm(this, id, {
      alarmDescription,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new actions.SnsAction(topic));
    return alarm;
  }

  private validateVisibility(fn: lambda.IFunction, needed: number): void {
    if (this.visibilityTimeout && !this.visibilityTimeout.isUnresolved() && this.visibilityTimeout.toSeconds() < needed) {
      fail(this, {
        prop: 'visibilityTimeout',
        value: `${this.visibilityTimeout.toSeconds()} seconds`,
        problem: `"${fn.node.path}" needs ${needed} seconds, six times its timeout plus the batching window, or messages that it `
          + 'still works on are delivered again',
        instead: `Leave visibilityTimeout out, or write Duration.seconds(${needed}) or more.`,
      });
    }
  }

  private grantPolling(fn: lambda.IFunction, mapping: Construct): void {
    if (!fn.role) {
      warn(this, 'consumer-without-role', `[${this.node.path}] feeds the imported function "${fn.node.path}", whose role is not `
        + `known here. Its role must allow ${POLL.join(', ')} on this queue and kms:Decrypt on its key.`);
      return;
    }
    this.hardened.grantExactly(fn, POLL, ['kms:Decrypt']).applyBefore(mapping);
  }
}
