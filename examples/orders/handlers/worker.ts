import { createHmac } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const storage = new S3Client({});
const secrets = new SecretsManagerClient({});

/** Read once per execution environment, never logged. */
let receiptKey: Promise<string> | undefined;

/** Queue handler: an order that fails is reported alone and tried again, until the queue moves it to its dead-letter queue. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const outcomes = await Promise.allSettled(event.Records.map(accept));
  const failed = event.Records.filter((_, index) => outcomes[index].status === 'rejected');
  for (const record of failed) console.error(JSON.stringify({ event: 'order-failed', messageId: record.messageId }));
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) };
}

/** Writes a signed receipt, then marks the order accepted; both can be repeated without harm. */
async function accept(record: SQSRecord): Promise<void> {
  const { customer, order } = JSON.parse(record.body) as { customer: string; order: string };
  const signature = createHmac('sha256', await readReceiptKey()).update(`${customer}/${order}`).digest('hex');
  await storage.send(new PutObjectCommand({
    Bucket: process.env.BUCKET,
    Key: `receipts/${order}.json`,
    ContentType: 'application/json',
    Body: JSON.stringify({ order, signature }),
  }));
  await table.send(new UpdateCommand({
    TableName: process.env.TABLE,
    Key: { customer, order },
    ConditionExpression: 'attribute_exists(customer)',
    UpdateExpression: 'SET #state = :accepted',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':accepted': 'accepted' },
  }));
}

function readReceiptKey(): Promise<string> {
  receiptKey ??= secrets.send(new GetSecretValueCommand({ SecretId: process.env.RECEIPT_KEY_ARN })).then(
    (secret) => secret.SecretString ?? Promise.reject(new Error('the receipt key has no string value')),
    (error) => {
      receiptKey = undefined; // a passing fault must not stay for the life of the environment
      throw error;
    },
  );
  return receiptKey;
}
