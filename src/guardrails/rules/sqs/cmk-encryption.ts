import { defineRule } from '../../engine/rule';
import { mustNameCustomerKey } from '../kms/customer-managed-key';

export const rule = defineRule({
  id: 'sqs/cmk-encryption',
  title: 'SQS queues encrypt with a KMS key of their owner',
  severity: 'medium',
  resourceTypes: ['AWS::SQS::Queue'],
  controls: {
    owaspServerless: ['S3'],
  },
  peers: {
    guard: ['SQS_QUEUE_KMS_MASTER_KEY_ID_RULE'],
    other: ['cfn_nag:W48', 'checkov-tf:CKV2_AWS_73', 'trivy:AWS-0135'],
  },
  rationale: 'With a key of its own, reading messages needs a second permission, every use of the key is recorded, and disabling it closes the '
    + 'queue at once. With `alias/aws/sqs`, no other service or account can be let in either.',
  whenNotToUse: 'Queues whose messages need no second permission, where the price of the key and of its requests matters.',
  fix: 'Set `encryption: sqs.QueueEncryption.KMS` and `encryptionMasterKey` on the queue. Whoever sends or receives needs the key too: '
    + '`queue.grantSendMessages(...)` and `queue.grantConsumeMessages(...)` grant both.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
  ],
  absent: {
    means: 'The queue is encrypted with keys that SQS owns.',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html',
  },
  outsideDefault: 'every key costs money, and SQS encrypts without one too',
  check: mustNameCustomerKey('KmsMasterKeyId'),
  remediation: {
    kind: 'supplied',
    needs: 'encryptionKey',
    // a queue has one kind of encryption: SQS refuses a key beside its own
    changes: (queue, key) => (queue.get('SqsManagedSseEnabled').isAbsent ? [{ path: 'KmsMasterKeyId', value: key }] : [
      { path: 'KmsMasterKeyId', value: key, together: true },
      { path: 'SqsManagedSseEnabled', value: false, together: true },
    ]),
  },
  unreachable: { NOT_APPLICABLE: 'every queue can have a key' },
});
