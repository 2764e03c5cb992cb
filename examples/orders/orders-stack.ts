import { Stack, StackProps } from 'aws-cdk-lib';
import { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { AuditTrail, JwtIssuer, RouteAuth, SecureApi, SecureBucket, SecureQueue, SecureTable, SecureTopic, SecureVpc, VpcLambda } from 'cdk-hardened';
import { Construct } from 'constructs';
import { attachmentSchema, orderSchema } from './request-schemas';

export interface OrdersStackProps extends StackProps {
  readonly userPoolId: string;
  readonly webClientId: string;
  readonly receiptKeySecretArn: string;
  readonly webOrigin: string;
}

/** Signed-in customers place orders, attach files and read their own orders; a worker turns orders into receipts. */
export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string, props: OrdersStackProps) {
    super(scope, id, props);
    const users = UserPool.fromUserPoolId(this, 'Users', props.userPoolId);
    const web = UserPoolClient.fromUserPoolClientId(this, 'Web', props.webClientId);
    const receiptKey = Secret.fromSecretCompleteArn(this, 'ReceiptKey', props.receiptKeySecretArn);
    SecureTopic.alarmsOf(this).subscribeEmail('security@example.com');

    const table = new SecureTable(this, 'Orders', {
      partitionKey: { name: 'customer', type: AttributeType.STRING },
      sortKey: { name: 'order', type: AttributeType.STRING },
    });
    const uploads = new SecureBucket(this, 'Uploads');
    uploads.bucket.addCorsRule({ allowedMethods: [HttpMethods.PUT], allowedOrigins: [props.webOrigin], allowedHeaders: ['content-type'] });
    const placed = new SecureQueue(this, 'Placed');
    const vpc = new SecureVpc(this, 'Vpc').vpc;

    const orders = new VpcLambda(this, 'OrdersFunction', {
      vpc,
      entry: `${__dirname}/handlers/orders.ts`,
      environment: { TABLE: table.tableName, BUCKET: uploads.bucketName, QUEUE_URL: placed.queueUrl, WEB_ORIGIN: props.webOrigin },
    });
    table.grantGet(orders);
    table.grantPut(orders);
    uploads.grantWriteOnly(orders, 'attachments/');
    placed.grantSend(orders);

    const worker = new VpcLambda(this, 'WorkerFunction', {
      vpc,
      entry: `${__dirname}/handlers/worker.ts`,
      environment: { TABLE: table.tableName, BUCKET: uploads.bucketName, RECEIPT_KEY_ARN: receiptKey.secretArn },
    });
    placed.addConsumer(worker.lambdaFunction);
    table.grantUpdate(worker);
    uploads.grantWriteOnly(worker, 'receipts/');
    worker.grantSecretRead(receiptKey);

    const api = new SecureApi(this, 'Api', { cors: { allowOrigins: [props.webOrigin] } });
    const auth = RouteAuth.cognito([users], { scopes: ['orders/write'] });
    api.addRoute('POST', '/orders', orders.lambdaFunction, { auth, body: orderSchema });
    const webTokens = JwtIssuer.userPool(users, { clients: [web], contextClaims: ['sub'] }); // of no other client of the pool
    api.addRoute('GET', '/orders/{order}', orders.lambdaFunction, { auth: RouteAuth.jwt(webTokens, { scopes: ['orders/read'] }) });
    api.addRoute('POST', '/orders/{order}/attachments', orders.lambdaFunction, { auth, body: attachmentSchema });

    new AuditTrail(this, 'Trail').watch(table, uploads, orders, worker);
  }
}
