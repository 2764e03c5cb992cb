import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const queue = new SQSClient({});
/** Of a file that is not there yet no checksum can be signed: the default would sign that of an empty one, and S3 refuse any other. */
const storage = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

/** How long an upload URL can be used, in seconds. */
const UPLOAD_URL_LIFETIME = 300;

/** REST API handler: API Gateway has authenticated the customer and validated the body before it is called. */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const { claims, sub } = event.requestContext.authorizer ?? {}; // of the user pool authorizer, or of the JWT authorizer
  const customer: unknown = claims?.sub ?? sub;
  if (typeof customer !== 'string') return answer(event, 403, { message: 'Forbidden' });
  const body = JSON.parse(event.body ?? '{}');
  switch (`${event.httpMethod} ${event.resource}`) {
    case 'POST /api/orders': return answer(event, 201, await placeOrder(customer, body));
    case 'GET /api/orders/{order}': return found(event, await readOrder(customer, event.pathParameters?.order ?? ''));
    case 'POST /api/orders/{order}/attachments':
      return found(event, await attachFile(customer, event.pathParameters?.order ?? '', body));
    default: return answer(event, 404, { message: 'Not found' });
  }
}

async function placeOrder(customer: string, body: { items: unknown[] }) {
  const order = randomUUID();
  await table.send(new PutCommand({
    TableName: process.env.TABLE,
    Item: { customer, order, items: body.items, state: 'placed' },
    ConditionExpression: 'attribute_not_exists(customer)',
  }));
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify({ customer, order }) }));
  return { order, state: 'placed' };
}

/** The customer is part of the key, so nobody reads another customer's order by guessing its id. */
async function readOrder(customer: string, order: string) {
  const { Item } = await table.send(new GetCommand({ TableName: process.env.TABLE, Key: { customer, order } }));
  return Item && { order: Item.order, state: Item.state, items: Item.items };
}

/** Signs a URL for one file of one type; the bucket encrypts what arrives with its own key. */
async function attachFile(customer: string, order: string, body: { fileName: string; contentType: string }) {
  if (!await readOrder(customer, order)) return undefined;
  const command = new PutObjectCommand({
    Bucket: process.env.BUCKET,
    Key: `attachments/${order}/${body.fileName}`,
    ContentType: body.contentType,
  });
  const uploadUrl = await getSignedUrl(storage, command, { expiresIn: UPLOAD_URL_LIFETIME, signableHeaders: new Set(['content-type']) });
  return { uploadUrl, expiresIn: UPLOAD_URL_LIFETIME };
}

function found(event: APIGatewayProxyEvent, body: object | undefined): APIGatewayProxyResult {
  return body ? answer(event, 200, body) : answer(event, 404, { message: 'Not found' });
}

/** API Gateway adds no headers to proxy answers; the site in front adds its own. */
function answer(event: APIGatewayProxyEvent, statusCode: number, body: object): APIGatewayProxyResult {
  return {
    statusCode,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    },
    body: JSON.stringify({ ...body, requestId: event.requestContext.extendedRequestId }),
  };
}
