import { App, Duration, Environment, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureBucket, SecureKey, SecureLogGroup, SecureQueue, SecureTable, SecureTopic } from '../../src/data';
import { ENV, FLAG_MODES, newApp } from '../harness/apps';

/** A function whose environment and log group are encrypted with the key, which is given to everything. */
function newFunction(scope: Stack, key: kms.IKey): lambda.Function {
  return new lambda.Function(scope, 'Fn', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = () => {}'),
    timeout: Duration.seconds(20),
    environmentEncryption: key,
    logGroup: new SecureLogGroup(scope, 'Logs', { encryptionKey: key }).logGroup,
  });
}

/** A bucket that notifies a queue, a topic, a table and a log group, all under one key, used by one function. */
function wire(data: Stack, code: Stack, encryptionKey: kms.IKey): void {
  const bucket = new SecureBucket(data, 'Bucket', { encryptionKey, eventBridgeEnabled: true });
  const topic = new SecureTopic(data, 'Topic', { encryptionKey });
  const queue = new SecureQueue(data, 'Queue', { encryptionKey, alarmTopic: topic.topic });
  const table = new SecureTable(data, 'Table', {
    encryptionKey, partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, stream: dynamodb.StreamViewType.NEW_IMAGE,
  });
  new events.Rule(data, 'Uploaded', {
    eventPattern: { source: ['aws.s3'], detailType: ['Object Created'], detail: { bucket: { name: [bucket.bucketName] } } },
    targets: [new targets.SqsQueue(queue.queue), new targets.SnsTopic(topic.topic)],
  });
  queue.subscribeTo(topic.topic);

  const fn = newFunction(code, encryptionKey);
  fn.addEnvironment('QUEUE_URL', queue.queueUrl);
  fn.addEnvironment('TABLE', table.tableName);
  queue.addConsumer(fn);
  queue.grantSend(fn);
  queue.grantConsume(fn);
  topic.grantPublish(fn);
  table.grantReadWrite(fn);
  bucket.grantRead(fn);
  bucket.grantWriteOnly(fn, 'receipts/');
}

/** Stacks of an app. A cycle between them is CDK's own error at synth, one inside a template an error of `Template`. */
const LAYOUTS: Record<string, (app: App, env?: Environment) => Stack[]> = {
  'in one stack, under its shared key': (app, env) => {
    const stack = new Stack(app, 'Stack', { env });
    wire(stack, stack, SecureKey.of(stack).key);
    return [stack];
  },
  'in one stack, under a key of its own': (app, env) => {
    const stack = new Stack(app, 'Stack', { env });
    wire(stack, stack, new SecureKey(stack, 'Key').key);
    return [stack];
  },
  'with the function in a second stack': (app, env) => {
    const [data, code] = ['Data', 'Code'].map((id) => new Stack(app, id, { env }));
    wire(data, code, SecureKey.of(data).key);
    return [data, code];
  },
  'with the key in a stack of its own': (app, env) => {
    const [keys, rest] = ['Keys', 'Rest'].map((id) => new Stack(app, id, { env }));
    wire(rest, rest, new SecureKey(keys, 'Key').key);
    return [keys, rest];
  },
  'with everything but the key in a nested stack': (app, env) => {
    const stack = new Stack(app, 'Stack', { env });
    const nested = new NestedStack(stack, 'Nested');
    wire(nested, nested, SecureKey.of(nested).key);
    return [stack, nested];
  },
  'with the function in a nested stack': (app, env) => {
    const stack = new Stack(app, 'Stack', { env });
    const nested = new NestedStack(stack, 'Nested');
    wire(stack, nested, SecureKey.of(nested).key);
    return [stack, nested];
  },
};

describe.each(FLAG_MODES)('one key serves a bucket, its queue, a topic, a table, a log group and a function, %s,', (_, flags) => {
  describe.each<[string, Environment | undefined]>([
    ['in a known environment', ENV], ['environment-agnostic', undefined],
  ])('%s,', (_environment, env) => {
    test.each(Object.keys(LAYOUTS))('%s, without a cycle', (layout) => {
      const stacks = LAYOUTS[layout](newApp(flags), env);
      const templates = stacks.map((stack) => Template.fromStack(stack));
      const keys = templates.flatMap((template) => Object.values<any>(template.findResources('AWS::KMS::Key')));
      expect(keys).toHaveLength(1);
    });
  });
});

test('a statement in the key policy that names the queue is the cycle that these tests would find', () => {
  const stack = new Stack(newApp(), 'Stack');
  const { queueArn } = new SecureQueue(stack, 'Queue');
  SecureKey.of(stack).key.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('sns.amazonaws.com')],
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: { ArnEquals: { 'kms:EncryptionContext:aws:sqs:arn': queueArn } },
  }));
  expect(() => Template.fromStack(stack)).toThrow(/dependency cycle/);
});
