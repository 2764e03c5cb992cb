import { createHmac } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as orders } from '../../examples/orders/handlers/orders';
import { handler as worker } from '../../examples/orders/handlers/worker';

const table = mockClient(DynamoDBDocumentClient);
const storage = mockClient(S3Client);
const queue = mockClient(SQSClient);
const secrets = mockClient(SecretsManagerClient);

beforeEach(() => {
  for (const client of [table, storage, queue, secrets]) client.reset();
  table.on(GetCommand).resolves({}); // unless a test stores an order
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TABLE: 'orders',
    BUCKET: 'uploads',
    QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/111122223333/placed',
    RECEIPT_KEY_ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:receipt-key',
  });
});

function request(method: string, resource: string, parts: { sub?: string; order?: string; body?: object }): APIGatewayProxyEvent {
  return {
    httpMethod: method,
    resource,
    pathParameters: parts.order ? { order: parts.order } : null,
    body: parts.body ? JSON.stringify(parts.body) : null,
    requestContext: { extendedRequestId: 'request-1', authorizer: parts.sub ? authorizerOf(`${method} ${resource}`, parts.sub) : {} },
  } as unknown as APIGatewayProxyEvent;
}

/** As the authorizer of the route hands claims on. */
function authorizerOf(route: string, sub: string): object {
  return route === 'GET /api/orders/{order}' ? { principalId: sub, sub } : { claims: { sub } };
}

describe('the orders handler', () => {
  test('stores an order under its customer and puts it in the queue', async () => {
    const answer = await orders(request('POST', '/api/orders', { sub: 'ann', body: { items: [{ sku: 'BOOK-1', quantity: 2 }] } }));
    expect(answer.statusCode).toBe(201);
    const { order } = JSON.parse(answer.body);
    expect(table.commandCalls(PutCommand)[0].args[0].input.Item).toMatchObject({ customer: 'ann', order, state: 'placed' });
    expect(JSON.parse(queue.commandCalls(SendMessageCommand)[0].args[0].input.MessageBody!)).toEqual({ customer: 'ann', order });
  });

  test('reads only under the key of the signed-in customer', async () => {
    table.on(GetCommand, { Key: { customer: 'ann', order: '1' } }).resolves({ Item: { customer: 'ann', order: '1', state: 'placed', items: [] } });
    expect((await orders(request('GET', '/api/orders/{order}', { sub: 'ann', order: '1' }))).statusCode).toBe(200);
    expect((await orders(request('GET', '/api/orders/{order}', { sub: 'bob', order: '1' }))).statusCode).toBe(404);
  });

  test('signs an upload URL for an order of the customer, and for no other', async () => {
    table.on(GetCommand, { Key: { customer: 'ann', order: '1' } }).resolves({ Item: { customer: 'ann', order: '1' } });
    const file = { fileName: 'invoice.pdf', contentType: 'application/pdf' };
    const answer = await orders(request('POST', '/api/orders/{order}/attachments', { sub: 'ann', order: '1', body: file }));
    const url = new URL(JSON.parse(answer.body).uploadUrl);
    expect(url).toMatchObject({ protocol: 'https:', pathname: '/attachments/1/invoice.pdf' });
    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('content-type;host'); // no other type of file
    expect([...url.searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([]); // it would be that of an empty file
    expect((await orders(request('POST', '/api/orders/{order}/attachments', { sub: 'bob', order: '1', body: file }))).statusCode).toBe(404);
  });

  test('refuses a request without a customer, for pages of no other origin', async () => {
    const answer = await orders(request('GET', '/api/orders/{order}', { order: '1' }));
    expect(answer.statusCode).toBe(403);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin'); // the front page is of the same origin
  });
});

describe('the worker', () => {
  const event = (...bodies: string[]) => ({ Records: bodies.map((body, index) => ({ messageId: `m${index}`, body })) }) as SQSEvent;
  const placed = JSON.stringify({ customer: 'ann', order: '1' });

  test('tries again to read the key after a fault, then keeps it', async () => {
    secrets.on(GetSecretValueCommand).rejectsOnce(new Error('throttled')).resolves({ SecretString: 'key-1' });
    expect((await worker(event(placed))).batchItemFailures).toEqual([{ itemIdentifier: 'm0' }]);
    expect((await worker(event(placed, placed))).batchItemFailures).toEqual([]);
    expect(secrets.commandCalls(GetSecretValueCommand)).toHaveLength(2);
  });

  test('writes a signed receipt and accepts the order', async () => {
    await worker(event(placed));
    expect(JSON.parse(storage.commandCalls(PutObjectCommand)[0].args[0].input.Body as string)).toEqual({
      order: '1', signature: createHmac('sha256', 'key-1').update('ann/1').digest('hex'),
    });
    expect(table.commandCalls(UpdateCommand)[0].args[0].input.Key).toEqual({ customer: 'ann', order: '1' });
  });

  test('reports the one message that fails, not its neighbours', async () => {
    expect((await worker(event(placed, 'not json', placed))).batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
  });
});
