import { ifWithout, KnownRule } from './catalogue';
import { REASONS } from './reasons';
import { AccessLogBucket } from '../data/bucket/access-log-bucket';
import { SecureBucket } from '../data/bucket/secure-bucket';
import { SecureQueue } from '../data/messaging/secure-queue';
import { SecureTopic } from '../data/messaging/secure-topic';
import { SecureTable } from '../data/table/secure-table';

const LOG_BUCKET = { owner: (each: unknown) => each instanceof AccessLogBucket, at: 'Resource/Resource', type: 'AWS::S3::Bucket' };
const BUCKET = { owner: (each: unknown) => each instanceof SecureBucket, at: 'Resource/Resource', type: 'AWS::S3::Bucket' };

/** Findings on buckets, tables, queues and topics. */
export const DATA_RULES: KnownRule[] = [
  { ...LOG_BUCKET, rules: ['S3BucketReplicationEnabled'], reason: REASONS.accessLogReplication },
  { ...LOG_BUCKET, rules: ['S3DefaultEncryptionKMS'], reason: REASONS.accessLogEncryption },
  { ...LOG_BUCKET, rules: ['S3BucketDefaultLockEnabled'], reason: REASONS.accessLogLock },
  { ...BUCKET, rules: ['S3BucketReplicationEnabled'], reason: ifWithout('ReplicationConfiguration', REASONS.replication) },
  { ...BUCKET, rules: ['S3BucketDefaultLockEnabled'], reason: ifWithout('ObjectLockConfiguration', REASONS.objectLock) },
  {
    owner: (each) => each instanceof SecureTable,
    at: 'Resource/Resource',
    type: 'AWS::DynamoDB::Table',
    rules: ['DynamoDBInBackupPlan'],
    reason: REASONS.pointInTimeRecovery,
  },
  {
    owner: (each) => each instanceof SecureQueue,
    at: 'DeadLetterQueue/Resource',
    type: 'AWS::SQS::Queue',
    rules: ['SQSRedrivePolicy'],
    reason: REASONS.deadLetterQueue,
  },
  {
    owner: (each) => each instanceof SecureTopic,
    at: 'Resource/*/Resource',
    type: 'AWS::SNS::Subscription',
    rules: ['SNSRedrivePolicy'],
    reason: ({ properties }) => (properties.Protocol === 'email' ? ifWithout('RedrivePolicy', REASONS.mailbox)({ properties }) : undefined),
  },
];
