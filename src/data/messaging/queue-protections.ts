import type { CfnResource } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import type { HardenedQueue } from './hardened-queue';
import { refuseRivals } from '../../private/rivals';
import { type Protection, seal, stays, staysSet } from '../../private/seal';
import { neverPublic, servicesStayBound } from '../../private/sealed-policy';
import { encryptedWith } from '../keys/encrypted-with';
import { keepsExactly, noBroadActions } from '../resource-policy';

/** How long messages must stay hidden for a consumer as it is emitted; undefined where that is not known. */
interface Need {
  readonly path: string;
  readonly seconds: number | undefined;
}

const FOR_A_DEAD_LETTER_QUEUE = 'Change maxReceiveCount to keep messages in the queue for longer.';

/** Keeps the promises of a queue until the template is written. */
export function sealQueue(owner: IConstruct, queue: HardenedQueue, needs: () => Need[]): void {
  seal(owner, queue.node.defaultChild as CfnResource, [
    encrypted(owner, queue),
    staysSet('RedrivePolicy.deadLetterTargetArn', 'messages that cannot be processed are kept aside', FOR_A_DEAD_LETTER_QUEUE),
    {
      path: 'VisibilityTimeout',
      promise: 'no message is delivered again while a consumer still works on it: six times its timeout plus its batching window',
      instead: 'Set timeouts where the function and the queue are defined.',
      holds: (value) => typeof value !== 'number' || needs().every(({ seconds }) => seconds === undefined || value >= seconds),
    },
  ]);
  sealPolicy(owner, queue);
}

/** Keeps the promises of a dead-letter queue. */
export function sealDeadLetterQueue(owner: IConstruct, queue: HardenedQueue): void {
  seal(owner, queue.node.defaultChild as CfnResource, [
    encrypted(owner, queue),
    stays('RedriveAllowPolicy.redrivePermission', 'byQueue', 'no other queue can move messages here', 'Give that queue a SecureQueue of its own.'),
  ]);
  sealPolicy(owner, queue);
}

/** Keeps the alarm on a dead-letter queue able to reach somebody. */
export function sealAlarm(owner: IConstruct, alarm: cloudwatch.Alarm): void {
  const instead = 'Pass alarmTopic to choose who hears it.';
  seal(owner, alarm.node.defaultChild as CfnResource, [
    staysSet('AlarmActions.0', 'somebody hears that messages could not be processed', instead),
    {
      path: 'ActionsEnabled',
      promise: 'somebody hears that messages could not be processed',
      instead,
      holds: (value) => value !== false,
    },
  ]);
}

function encrypted(owner: IConstruct, queue: HardenedQueue): Protection {
  return encryptedWith(owner, queue.encryptionMasterKey!, 'KmsMasterKeyId', 'messages are encrypted with its customer-managed key');
}

function sealPolicy(owner: IConstruct, queue: HardenedQueue): void {
  const policy = queue.node.findChild('Policy').node.defaultChild as CfnResource;
  const problem = 'a queue has one policy, and this one would overwrite the policy that protects it';
  const instead = 'Add your statements by queue.addToResourcePolicy(...).';
  refuseRivals(owner, queue.node.defaultChild as CfnResource, 'QueueName', () => policy, [
    { type: 'AWS::SQS::QueuePolicy', names: ({ Queues }) => Queues, problem, instead },
    { type: 'AWS::SQS::QueueInlinePolicy', names: ({ Queue }) => Queue, problem, instead },
  ]);
  seal(owner, policy, [
    keepsExactly(owner, [queue.tlsOnly]),
    neverPublic(),
    servicesStayBound(),
    noBroadActions('sqs:SendMessage'),
  ]);
}
