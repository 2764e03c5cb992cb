import { IConstruct } from 'constructs';
import { Caller, Request, service } from './requests';
import { World } from './world';

type Context = Record<string, string | string[]>;

/** The calls that services make for one operation of a user: an upload under KMS is a write and a data key, for example. */

/** A call of KMS that a service makes with the caller's permissions. */
function throughKms(world: World, as: Caller, service_: string, key: IConstruct, actions: string[], encryptionContext: Context): Request[] {
  const { region } = world.resource(key);
  return actions.map((action) => ({
    as,
    action,
    on: world.arn(key),
    context: {
      'kms:ViaService': `${service_}.${region}.amazonaws.com`,
      'kms:CallerAccount': as.account,
      ...withContext(encryptionContext),
    },
  }));
}

function withContext(encryptionContext: Context): Context {
  return {
    ...Object.fromEntries(Object.entries(encryptionContext).map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
    'kms:EncryptionContextKeys': Object.keys(encryptionContext),
  };
}

/** Headers of an upload; none means the bucket's default encryption. */
export interface UploadHeaders {
  readonly algorithm?: string;
  readonly keyArn?: string;
}

/** `PutObject` into a bucket under a key with bucket keys on: the encryption context is the bucket. */
export function upload(world: World, as: Caller, bucket: IConstruct, key: IConstruct, object: string, headers: UploadHeaders = {}): Request[] {
  return [put(world, as, bucket, object, headers), ...throughKms(world, as, 's3', key, ['kms:GenerateDataKey'], { 'aws:s3:arn': world.arn(bucket) })];
}

/** The parts of a multipart upload: completing it decrypts the data key that starting it generated. */
export function multipartUpload(world: World, as: Caller, bucket: IConstruct, key: IConstruct, object: string): Request[] {
  return [
    ...upload(world, as, bucket, key, object),
    { as, action: 's3:AbortMultipartUpload', on: `${world.arn(bucket)}/${object}` },
    ...throughKms(world, as, 's3', key, ['kms:Decrypt'], { 'aws:s3:arn': world.arn(bucket) }),
  ];
}

/** The `PutObject` alone. */
export function put(world: World, as: Caller, bucket: IConstruct, object: string, headers: UploadHeaders = {}, context: Context = {}): Request {
  return {
    as,
    action: 's3:PutObject',
    on: `${world.arn(bucket)}/${object}`,
    context: {
      ...(headers.algorithm === undefined ? {} : { 's3:x-amz-server-side-encryption': headers.algorithm }),
      ...(headers.keyArn === undefined ? {} : { 's3:x-amz-server-side-encryption-aws-kms-key-id': headers.keyArn }),
      ...context,
    },
  };
}

/** `GetObject` of an object under the bucket's key. */
export function download(world: World, as: Caller, bucket: IConstruct, key: IConstruct, object: string): Request[] {
  return [
    { as, action: 's3:GetObject', on: `${world.arn(bucket)}/${object}` },
    ...throughKms(world, as, 's3', key, ['kms:Decrypt'], { 'aws:s3:arn': world.arn(bucket) }),
  ];
}

/** A call on a table under a customer-managed key, which DynamoDB decrypts its table key with. */
export function tableCall(world: World, as: Caller, table: IConstruct, key: IConstruct, action: string, on = world.arn(table)): Request[] {
  return [
    { as, action: `dynamodb:${action}`, on },
    ...throughKms(world, as, 'dynamodb', key, ['kms:Decrypt'], {
      'aws:dynamodb:tableName': world.name(table), 'aws:dynamodb:subscriberId': world.resource(table).account,
    }),
  ];
}

/** `SendMessage`: SQS generates a data key and, where one is cached, decrypts it. */
export function send(world: World, as: Caller, queue: IConstruct, key: IConstruct): Request[] {
  return [
    { as, action: 'sqs:SendMessage', on: world.arn(queue) },
    ...throughKms(world, as, 'sqs', key, ['kms:GenerateDataKey', 'kms:Decrypt'], { 'aws:sqs:arn': world.arn(queue) }),
  ];
}

/** Receiving, deleting and postponing messages, as Lambda's poller or a worker does. */
export function consume(world: World, as: Caller, queue: IConstruct, key: IConstruct): Request[] {
  return [
    ...['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'].map((action) => ({ as, action, on: world.arn(queue) })),
    ...throughKms(world, as, 'sqs', key, ['kms:Decrypt'], { 'aws:sqs:arn': world.arn(queue) }),
  ];
}

/** `Publish` by a principal with permissions of its own. */
export function publish(world: World, as: Caller, topic: IConstruct, key: IConstruct): Request[] {
  return [
    { as, action: 'sns:Publish', on: world.arn(topic) },
    ...throughKms(world, as, 'sns', key, ['kms:GenerateDataKey', 'kms:Decrypt'], { 'aws:sns:topicArn': world.arn(topic) }),
  ];
}

/**
 * `Publish` by an AWS service: SNS sees the source, KMS only the encryption context, because EventBridge does not hand its source on to KMS
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html).
 */
export function servicePublish(world: World, name: 'events' | 'cloudwatch', source: { account: string; arn: string }, topic: IConstruct, key: IConstruct): Request[] {
  const nameless = service(name, {});
  return [
    { as: service(name, source), action: 'sns:Publish', on: world.arn(topic) },
    ...['kms:GenerateDataKey', 'kms:Decrypt'].map((action) => ({
      as: nameless, action, on: world.arn(key), context: withContext({ 'aws:sns:topicArn': world.arn(topic) }),
    })),
  ];
}

/** What CloudWatch Logs does with the key of a log group. */
export function writeEncryptedLogs(world: World, logGroup: IConstruct, key: IConstruct): Request[] {
  const { region } = world.resource(logGroup);
  const arn = world.arn(logGroup).replace(/:\*$/, '');
  return ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:Encrypt'].map((action) => ({
    as: service(`logs.${region}`, {}),
    action,
    on: world.arn(key),
    context: withContext({ 'aws:logs:arn': arn }),
  }));
}

