import { Stack, StackProps } from 'aws-cdk-lib';
import { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { HostedZone, HostedZoneAttributes } from 'aws-cdk-lib/aws-route53';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { AuditTrail, JwtIssuer, RouteAuth, SecureApi, SecureBucket, SecureQueue, SecureTable, SecureTopic, SecureVpc, VpcLambda } from 'cdk-hardened';
import { Construct } from 'constructs';
import { attachmentSchema, orderSchema } from './request-schemas';

export interface OrdersStackProps extends StackProps {
  readonly userPoolId: string;
  readonly webClientId: string;
  readonly receiptKeySecretArn: string;
  readonly domainName: string;
  readonly zone: HostedZoneAttributes;
}

/** Signed-in customers place orders, attach files and read their own orders; a worker turns orders into receipts. */
export class OrdersStack extends Stack {
  readonly api: SecureApi;

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
    const placed = new SecureQueue(this, 'Placed');
    const vpc = new SecureVpc(this, 'Vpc').vpc;

    const orders = new VpcLambda(this, 'OrdersFunction', {
      vpc,
      entry: `${__dirname}/handlers/orders.ts`,
      environment: { TABLE: table.tableName, BUCKET: uploads.bucketName, QUEUE_URL: placed.queueUrl },
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

    const hostedZone = HostedZone.fromHostedZoneAttributes(this, 'Zone', props.zone);
    this.api = new SecureApi(this, 'Api', { domain: { domainName: props.domainName, hostedZone } });
    const auth = RouteAuth.cognito([users], { scopes: ['orders/write'] });
    this.api.addRoute('POST', '/api/orders', orders.lambdaFunction, { auth, body: orderSchema });
    const webTokens = JwtIssuer.userPool(users, { clients: [web], contextClaims: ['sub'] }); // of no other client of the pool
    this.api.addRoute('GET', '/api/orders/{order}', orders.lambdaFunction, { auth: RouteAuth.jwt(webTokens, { scopes: ['orders/read'] }) });
    this.api.addRoute('POST', '/api/orders/{order}/attachments', orders.lambdaFunction, { auth, body: attachmentSchema });

    new AuditTrail(this, 'Trail').watch(table, uploads, orders, worker);
  }
}
