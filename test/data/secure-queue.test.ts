import { CfnParameter, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { QueueConsumerProps, SecureQueue, SecureQueueProps, SecureTopic } from '../../src/data';
import { ServiceEndpointName, whenPathNeeded } from '../../src/private/network-path';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

function newFunction(stack: Stack, timeout?: Duration): lambda.Function {
  return new lambda.Function(stack, 'Fn', {
    runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = () => {}'), timeout,
  });
}

function newRole(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
}

/** Logical ids, properties and policies of the queue and its dead-letter queue. */
function queuesOf(stack: Stack) {
  const template = templateOf(stack);
  const queues = Object.entries(template.findResources('AWS::SQS::Queue')).map(([id, resource]) => ({
    id,
    properties: readable(resource.Properties),
    statements: Object.values<any>(template.findResources('AWS::SQS::QueuePolicy'))
      .filter((policy) => policy.Properties.Queues[0].Ref === id).flatMap(statementsOf),
  }));
  return {
    template,
    queue: queues.find(({ properties }) => properties.RedrivePolicy)!,
    deadLetterQueue: queues.find(({ properties }) => properties.RedriveAllowPolicy)!,
  };
}

describe.each(FLAG_MODES)('SecureQueue %s', (_, flags) => {
  test('and its dead-letter queue are encrypted with the shared key and reached over TLS only', () => {
    const stack = newStack(flags);
    new SecureQueue(stack, 'Queue');
    const { template, queue, deadLetterQueue } = queuesOf(stack);
    for (const { id, properties, statements } of [queue, deadLetterQueue]) {
      expect(properties.KmsMasterKeyId).toBe(`${only(template, 'AWS::KMS::Key').id}.Arn`);
      expect(statements).toEqual([{
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'sqs:*',
        Resource: `${id}.Arn`,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }]);
    }
  });

  test('moves messages aside to a queue that takes them from it alone', () => {
    const stack = newStack(flags, ENV);
    new SecureQueue(stack, 'Queue');
    const { queue, deadLetterQueue } = queuesOf(stack);
    expect(queue.properties).toMatchObject({
      RedrivePolicy: { deadLetterTargetArn: `${deadLetterQueue.id}.Arn`, maxReceiveCount: 5 },
      VisibilityTimeout: 30,
      MessageRetentionPeriod: 345600,
    });
    expect(deadLetterQueue.properties).toMatchObject({
      RedriveAllowPolicy: { redrivePermission: 'byQueue', sourceQueueArns: [`arn:aws:sqs:eu-west-1:111122223333:${queue.properties.QueueName}`] },
      MessageRetentionPeriod: 1209600,
    });
    expect(deadLetterQueue.properties).not.toHaveProperty('QueueName');
  });

  test('raises the shared alarm when a message reaches the dead-letter queue', () => {
    const stack = newStack(flags);
    new SecureQueue(stack, 'Queue');
    const { template, deadLetterQueue } = queuesOf(stack);
    expect(readable(only(template, 'AWS::CloudWatch::Alarm').resource.Properties)).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: `${deadLetterQueue.id}.QueueName` }],
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [only(template, 'AWS::SNS::Topic').id],
    });
  });

  test('of failures keeps them for 14 days, and raises the shared alarm for each', () => {
    const stack = newStack(flags);
    const failures = new SecureQueue(stack, 'Failures', { collectsFailures: true });
    const { template, queue } = queuesOf(stack);
    expect(queue.properties.MessageRetentionPeriod).toBe(1209600);
    template.resourceCountIs('AWS::CloudWatch::Alarm', 2);
    const id = stack.getLogicalId(failures.failureAlarm!.node.defaultChild as cloudwatch.CfnAlarm);
    expect(readable(template.findResources('AWS::CloudWatch::Alarm')[id].Properties)).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: `${queue.id}.QueueName` }],
      Threshold: 1,
      AlarmActions: [only(template, 'AWS::SNS::Topic').id],
    });
  });

  test('of failures keeps them as long as it is told', () => {
    const stack = newStack(flags);
    new SecureQueue(stack, 'Failures', { collectsFailures: true, retentionPeriod: Duration.days(7) });
    expect(queuesOf(stack).queue.properties.MessageRetentionPeriod).toBe(604800);
  });

  test('of anything else has no alarm on its depth: messages are what it is for', () => {
    expect(new SecureQueue(newStack(flags), 'Queue').failureAlarm).toBeUndefined();
  });

  test('can be FIFO, with a name and a dead-letter queue that fit', () => {
    const stack = newStack(flags);
    new SecureQueue(stack, 'Queue', { fifo: true, contentBasedDeduplication: true });
    const { queue, deadLetterQueue } = queuesOf(stack);
    expect(queue.properties).toMatchObject({ FifoQueue: true, ContentBasedDeduplication: true, QueueName: expect.stringMatching(/^Stack-Queue-[0-9A-F]{8}\.fifo$/) });
    expect(deadLetterQueue.properties).toMatchObject({ FifoQueue: true });
  });

  test.each<[string, (queue: SecureQueue, role: iam.IRole) => iam.Grant, string | string[], string | string[]]>([
    ['grantSend', (queue, role) => queue.grantSend(role), 'sqs:SendMessage', ['kms:Decrypt', 'kms:GenerateDataKey']],
    ['the L2 grant to send', (queue, role) => queue.queue.grantSendMessages(role), 'sqs:SendMessage', ['kms:Decrypt', 'kms:GenerateDataKey']],
    ['grantConsume', (queue, role) => queue.grantConsume(role),
      ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], 'kms:Decrypt'],
  ])('%s names its actions, the queue and the key through SQS, nothing else', (_name, grant, actions, keyActions) => {
    const stack = newStack(flags, ENV);
    expect(grant(new SecureQueue(stack, 'Queue'), newRole(stack)).success).toBe(true);
    const { template, queue } = queuesOf(stack);
    const key = only(template, 'AWS::KMS::Key');
    expect(statementsOf(only(template, 'AWS::IAM::Policy').resource)).toEqual([
      { Effect: 'Allow', Action: actions, Resource: `${queue.id}.Arn` },
      {
        Effect: 'Allow',
        Action: keyActions,
        Resource: `${key.id}.Arn`,
        Condition: { StringEquals: { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' } },
      },
    ]);
    expect(JSON.stringify(key.resource)).not.toContain('Role');
  });

  test('feeds a function with partial batch responses, bounded concurrency and six times its timeout', () => {
    const stack = newStack(flags);
    const queue = new SecureQueue(stack, 'Queue');
    queue.addConsumer(newFunction(stack, Duration.seconds(40)), { batchSize: 100, maxBatchingWindow: Duration.seconds(10), maxConcurrency: 3 });
    const { template, queue: { id, properties } } = queuesOf(stack);
    expect(properties.VisibilityTimeout).toBe(250);
    expect(readable(only(template, 'AWS::Lambda::EventSourceMapping').resource)).toMatchObject({
      Properties: {
        EventSourceArn: `${id}.Arn`,
        FunctionName: only(template, 'AWS::Lambda::Function').id,
        BatchSize: 100,
        MaximumBatchingWindowInSeconds: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 3 },
      },
      DependsOn: expect.arrayContaining([only(template, 'AWS::IAM::Policy').id]),
    });
    expect(statementsOf(only(template, 'AWS::IAM::Policy').resource)).toEqual([
      { Effect: 'Allow', Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], Resource: `${id}.Arn` },
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: `${only(template, 'AWS::KMS::Key').id}.Arn`,
        Condition: { StringEquals: { 'kms:ViaService': 'sqs.<region>.amazonaws.com' } },
      },
    ]);
  });

  test('takes events of the rules of its own account, and no other', () => {
    const stack = newStack(flags, ENV);
    const queue = new SecureQueue(stack, 'Queue');
    for (const id of ['One', 'Two']) {
      new events.Rule(stack, id, { eventPattern: { source: ['aws.s3'] }, targets: [new targets.SqsQueue(queue.queue)] });
    }
    const { template, queue: { id, statements } } = queuesOf(stack);
    expect(statements.slice(1)).toEqual([{
      Sid: 'EventBridgeRules',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: `${id}.Arn`,
      Condition: {
        StringEquals: { 'aws:SourceAccount': '111122223333' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/*' },
      },
    }]);
    const inKey = statementsOf(only(template, 'AWS::KMS::Key').resource).filter(({ Sid }) => Sid === 'QueuesEventBridge');
    expect(inKey).toEqual([expect.objectContaining({
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': 'arn:aws:sqs:eu-west-1:111122223333:*' } },
    })]);
  });

  test('can keep the events that a rule could not deliver', () => {
    const stack = newStack(flags);
    const { deadLetterQueue } = new SecureQueue(stack, 'Queue');
    const fn = newFunction(stack);
    new events.Rule(stack, 'Rule', {
      eventPattern: { source: ['aws.s3'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue })],
    });
    const { template, deadLetterQueue: { statements } } = queuesOf(stack);
    expect(statements[1].Condition.ArnEquals['aws:SourceArn']).toBe(`${only(template, 'AWS::Events::Rule').id}.Arn`);
    expect(statementsOf(only(template, 'AWS::KMS::Key').resource).map(({ Sid }) => Sid)).toContain('QueuesEventBridge');
  });

  test('receives from a topic under the same key', () => {
    const stack = newStack(flags, ENV);
    const { topic } = new SecureTopic(stack, 'Topic');
    new SecureQueue(stack, 'Queue', { alarmTopic: topic }).subscribeTo(topic, {
      filterPolicy: { kind: sns.SubscriptionFilter.stringFilter({ allowlist: ['placed'] }) },
    });
    const { template, queue: { id, statements }, deadLetterQueue } = queuesOf(stack);
    const topicId = only(template, 'AWS::SNS::Topic').id;
    for (const statement of [statements[1], deadLetterQueue.statements[1]]) {
      expect(statement).toMatchObject({
        Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Condition: { ArnEquals: { 'aws:SourceArn': topicId } },
      });
    }
    expect(readable(only(template, 'AWS::SNS::Subscription').resource.Properties)).toMatchObject({
      Protocol: 'sqs',
      TopicArn: topicId,
      Endpoint: `${id}.Arn`,
      RawMessageDelivery: true,
      FilterPolicy: { kind: ['placed'] },
      RedrivePolicy: { deadLetterTargetArn: `${deadLetterQueue.id}.Arn` },
    });
    expect(statementsOf(only(template, 'AWS::KMS::Key').resource)).toContainEqual(expect.objectContaining({
      Sid: 'QueuesTopics111122223333', Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } },
    }));
  });
});

describe('the visibility timeout', () => {
  const visibilityOf = (stack: Stack) => queuesOf(stack).queue.properties.VisibilityTimeout;

  test('follows the slowest consumer, aliases included', () => {
    const stack = newStack();
    const queue = new SecureQueue(stack, 'Queue');
    const fn = newFunction(stack, Duration.minutes(2));
    queue.addConsumer(new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion }));
    expect(visibilityOf(stack)).toBe(720);
  });

  test('is never below 30 seconds', () => {
    const stack = newStack();
    new SecureQueue(stack, 'Queue').addConsumer(newFunction(stack)); // 3 seconds by default
    expect(visibilityOf(stack)).toBe(30);
  });

  test('that the user gave is an error where a consumer needs more', () => {
    const stack = newStack();
    const queue = new SecureQueue(stack, 'Queue', { visibilityTimeout: Duration.seconds(60) });
    expect(() => queue.addConsumer(newFunction(stack, Duration.seconds(15)))).toThrow(
      '[Stack/Queue] visibilityTimeout = "60 seconds": "Stack/Fn" needs 90 seconds, six times its timeout plus the batching window');
  });

  test('that the user gave stays where it suffices', () => {
    const stack = newStack();
    new SecureQueue(stack, 'Queue', { visibilityTimeout: Duration.seconds(120) }).addConsumer(newFunction(stack, Duration.seconds(15)));
    expect(visibilityOf(stack)).toBe(120);
  });

  test('needs the timeout of an imported function, and says what its role needs', () => {
    const stack = newStack();
    const queue = new SecureQueue(stack, 'Queue');
    const fn = lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:worker');
    expect(() => queue.addConsumer(fn)).toThrow(/\[Stack\/Queue\] functionTimeout: the timeout of "Stack\/Imported" is not known/);
    queue.addConsumer(fn, { functionTimeout: Duration.seconds(10) });
    expect(visibilityOf(stack)).toBe(60);
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('Stack/Imported.*sqs:ReceiveMessage.*consumer-without-role'));
  });

  test('needs a number where the timeout of a function is a parameter', () => {
    const stack = newStack();
    const timeout = new CfnParameter(stack, 'Timeout', { type: 'Number' });
    const queue = new SecureQueue(stack, 'Queue');
    expect(() => queue.addConsumer(newFunction(stack, Duration.seconds(timeout.valueAsNumber)))).toThrow(/functionTimeout.*Pass functionTimeout/);
  });

  test('is an error at synth where an escape hatch makes the function slower', () => {
    const stack = newStack();
    const fn = newFunction(stack, Duration.seconds(10));
    new SecureQueue(stack, 'Queue').addConsumer(fn);
    (fn.node.defaultChild as lambda.CfnFunction).addPropertyOverride('Timeout', 300);
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Queue\] AWS::SQS::Queue VisibilityTimeout = 60.*six times its timeout/);
  });
});

describe('the concurrency of a consumer', () => {
  const consume = (reserved: number | undefined, maxConcurrency?: number) => {
    const stack = newStack();
    const fn = newFunction(stack);
    (fn.node.defaultChild as lambda.CfnFunction).reservedConcurrentExecutions = reserved;
    new SecureQueue(stack, 'Queue').addConsumer(fn, { maxConcurrency });
    return only(templateOf(stack), 'AWS::Lambda::EventSourceMapping').resource.Properties.ScalingConfig.MaximumConcurrency;
  };

  test.each([
    [undefined, undefined, 10], [4, undefined, 4], [50, undefined, 10], [50, 50, 50], [undefined, 500, 500],
  ])('for a function that reserves %s, where the user wants %s, is %s', (reserved, wanted, expected) => {
    expect(consume(reserved, wanted)).toBe(expected);
  });

  test('is an error beyond what the function reserves', () => {
    expect(() => consume(4, 5)).toThrow(
      '[Stack/Queue] maxConcurrency = 5: "Stack/Fn" reserves 4 concurrent executions, and polls beyond that are throttled '
      + 'until messages count as failed. Reserve 5 or more, or none.');
    expect(() => consume(1)).toThrow('[Stack/Queue] maxConcurrency: "Stack/Fn" reserves 1 concurrent executions');
  });
});

test('opens the network path of code that sends or receives, not of a function that Lambda feeds', () => {
  const stack = newStack();
  const queue = new SecureQueue(stack, 'Queue');
  const fn = newFunction(stack);
  const opened: ServiceEndpointName[] = [];
  whenPathNeeded(fn.grantPrincipal, (service) => opened.push(service));
  queue.addConsumer(fn);
  expect(opened).toEqual([]);
  queue.grantSend(fn);
  queue.grantConsume(fn);
  expect(opened).toEqual(['sqs', 'sqs']);
});

test('publishes to the alarm topic it was given', () => {
  const stack = newStack();
  new SecureQueue(stack, 'Queue', { alarmTopic: sns.Topic.fromTopicArn(stack, 'Oncall', 'arn:aws:sns:eu-west-1:111122223333:oncall') });
  const { template } = queuesOf(stack);
  expect(only(template, 'AWS::CloudWatch::Alarm').resource.Properties.AlarmActions).toEqual(['arn:aws:sns:eu-west-1:111122223333:oncall']);
  template.resourceCountIs('AWS::SNS::Topic', 0);
});

test('has a name that holds the stack name, in nested stacks too, and is never longer than SQS takes', () => {
  const stack = new Stack(newApp(), 'Stack', { stackName: 'preview-17' });
  const name = (scope: Stack, id: string, props?: SecureQueueProps) =>
    (new SecureQueue(scope, id, props).queue.node.defaultChild as sqs.CfnQueue).queueName!;
  expect(name(stack, 'Queue')).toMatch(/^preview17-Queue-[0-9A-F]{8}$/);
  expect(name(new NestedStack(stack, 'Nested'), 'Queue')).toMatch(/^preview17-Nested-Queue-[0-9A-F]{8}$/);
  const long = [`${'x'.repeat(90)}One`, `${'x'.repeat(90)}Two`].map((id) => name(stack, id, { fifo: true }));
  expect(Math.max(...long.map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(new Set(long).size).toBe(2);
  expect(long[0]).toMatch(/^preview17-x+.*-[0-9A-F]{8}\.fifo$/);
});

test('in a nested stack alarms the topic of the outermost stack', () => {
  const stack = newStack();
  const nested = new NestedStack(stack, 'Nested');
  new SecureQueue(nested, 'Queue');
  templateOf(nested).resourceCountIs('AWS::SNS::Topic', 0);
  templateOf(stack).resourceCountIs('AWS::SNS::Topic', 1);
});

test('feeds functions of other stacks', () => {
  const app = newApp();
  const queue = new SecureQueue(new Stack(app, 'Stack'), 'Queue');
  const other = new Stack(app, 'Other');
  queue.addConsumer(newFunction(other, Duration.seconds(20)));
  only(templateOf(other), 'AWS::Lambda::EventSourceMapping');
});

describe('bad input', () => {
  test.each<[string, SecureQueueProps, string]>([
    ['a visibility timeout over 12 hours', { visibilityTimeout: Duration.hours(13) },
      '[Stack/Queue] visibilityTimeout = "46800 seconds": SQS takes 0 to 43200 seconds here. Write Duration.hours(12) or less.'],
    ['a retention over 14 days', { retentionPeriod: Duration.days(15) },
      '[Stack/Queue] retentionPeriod = "1296000 seconds": SQS takes 60 to 1209600 seconds here. Write Duration.minutes(1) to Duration.days(14).'],
    ['no delivery', { maxReceiveCount: 0 },
      '[Stack/Queue] maxReceiveCount = 0: SQS moves a message after 1 to 1000 deliveries. Write a whole number in that range'],
    ['deduplication without FIFO', { contentBasedDeduplication: true },
      '[Stack/Queue] contentBasedDeduplication = true: only FIFO queues drop duplicates. Set fifo: true too'],
  ])('%s is an error', (_, props, message) => {
    expect(() => new SecureQueue(newStack(), 'Queue', props)).toThrow(message);
  });

  test.each<[string, QueueConsumerProps, boolean, string]>([
    ['one invocation at a time', { maxConcurrency: 1 }, false, '[Stack/Queue] maxConcurrency = 1: Lambda takes 2 to 1000 here. Write a whole number'],
    ['a large batch without window', { batchSize: 11 }, false,
      '[Stack/Queue] batchSize = 11: Lambda takes 1 to 10 here. Set maxBatchingWindow for batches of more than 10.'],
    ['an empty batch', { batchSize: 0 }, true, '[Stack/Queue] batchSize = 0: Lambda takes 1 to 10 here. Write a whole number from 1 to 10.'],
    ['a window of ten minutes', { maxBatchingWindow: Duration.minutes(10) }, false,
      '[Stack/Queue] maxBatchingWindow = "600 seconds": Lambda waits at most 5 minutes for a batch. Write Duration.minutes(5) or less.'],
    ['a window on a FIFO queue', { maxBatchingWindow: Duration.seconds(1) }, true,
      '[Stack/Queue] maxBatchingWindow = "1 seconds": a FIFO queue delivers without waiting. Leave maxBatchingWindow out.'],
  ])('a consumer with %s is an error', (_, props, fifo, message) => {
    const stack = newStack();
    const queue = new SecureQueue(stack, 'Queue', { fifo });
    expect(() => queue.addConsumer(newFunction(stack), props)).toThrow(message);
  });

  test('a FIFO queue behind a topic that is not FIFO is an error', () => {
    const stack = newStack();
    expect(() => new SecureQueue(stack, 'Queue', { fifo: true }).subscribeTo(new SecureTopic(stack, 'Topic').topic))
      .toThrow('[Stack/Queue] topic = "Stack/Topic/Resource": a FIFO queue receives from FIFO topics only. Subscribe a queue without fifo');
  });

  test('a key of another region is an error', () => {
    const stack = newStack(undefined, ENV);
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555');
    expect(() => new SecureQueue(stack, 'Queue', { encryptionKey })).toThrow(/encryptionKey.*the key is in us-east-1/);
  });
});

describe('CDK integrations that would let a service use the key unbound are errors that name the other way:', () => {
  test('a subscription to a topic', () => {
    const stack = newStack();
    const { queue } = new SecureQueue(stack, 'Queue');
    expect(() => new SecureTopic(stack, 'Topic').topic.addSubscription(new subscriptions.SqsSubscription(queue)))
      .toThrow(/^\[Stack\/Queue\] queue = "sns\.amazonaws\.com": .*\. Write secureQueue\.subscribeTo\(topic\)\.$/);
  });

  test('notifications of a bucket', () => {
    const stack = newStack();
    const { queue } = new SecureQueue(stack, 'Queue');
    expect(() => new s3.Bucket(stack, 'Bucket').addObjectCreatedNotification(new s3n.SqsDestination(queue)))
      .toThrow(/^\[Stack\/Queue\] queue = "s3\.amazonaws\.com": .*EventBridge notifications.*targets\.SqsQueue/);
  });
});

describe('refuses, at synth,', () => {
  test.each<[string, (queue: SecureQueue) => void, RegExp]>([
    ['the loss of the key', ({ queue }) => cfn(queue).addPropertyDeletionOverride('KmsMasterKeyId'), /KmsMasterKeyId = "absent"/],
    ['the loss of the dead-letter queue\'s key', ({ deadLetterQueue }) => cfn(deadLetterQueue).addPropertyOverride('KmsMasterKeyId', ''),
      /encrypted with its customer-managed key/],
    ['the loss of the dead-letter queue', ({ queue }) => cfn(queue).addPropertyDeletionOverride('RedrivePolicy'), /kept aside.*maxReceiveCount/],
    ['a dead-letter queue open to all', ({ deadLetterQueue }) =>
      cfn(deadLetterQueue).addPropertyOverride('RedriveAllowPolicy.redrivePermission', 'allowAll'), /no other queue can move messages here/],
    ['an alarm that nobody hears', ({ deadLetterAlarm }) =>
      (deadLetterAlarm.node.defaultChild as cloudwatch.CfnAlarm).addPropertyOverride('ActionsEnabled', false), /ActionsEnabled = false.*somebody hears/],
    ['an alarm on failures that nobody hears', (queue) =>
      (new SecureQueue(queue, 'Failures', { collectsFailures: true }).failureAlarm!.node.defaultChild as cloudwatch.CfnAlarm)
        .addPropertyOverride('ActionsEnabled', false), /Failures\].*ActionsEnabled = false.*somebody hears/],
    ['an alarm without action', ({ deadLetterAlarm }) =>
      (deadLetterAlarm.node.defaultChild as cloudwatch.CfnAlarm).addPropertyOverride('AlarmActions', []), /AlarmActions\.0 = "absent".*alarmTopic/],
    ['the loss of the TLS statement', ({ queue }) => (queue.node.findChild('Policy').node.defaultChild as sqs.CfnQueuePolicy)
      .addPropertyOverride('PolicyDocument.Statement.0.Sid', 'None'), /the statements TlsOnly stay as they are/],
    ['a second policy', ({ queue }) => {
      new sqs.QueuePolicy(queue.stack, 'Other', { queues: [queue] }).document.addStatements(new iam.PolicyStatement({
        principals: [new iam.AccountRootPrincipal()], actions: ['sqs:SendMessage'], resources: ['*'],
      }));
    },
    /\[Stack\/Queue\] AWS::SQS::QueuePolicy = "?Stack\/Other.*a queue has one policy.*addToResourcePolicy/],
    ['a second policy of the dead-letter queue', ({ deadLetterQueue }) => void new sqs.CfnQueueInlinePolicy(deadLetterQueue.stack, 'Other', {
      queue: deadLetterQueue.queueUrl, policyDocument: {},
    }), /AWS::SQS::QueueInlinePolicy = .*a queue has one policy/],
    ['a second policy that names the queue', ({ queue }) => void new sqs.CfnQueuePolicy(queue.stack, 'Other', {
      queues: [cfn(queue).queueName!], policyDocument: {},
    }), /AWS::SQS::QueuePolicy = .*a queue has one policy/],
    ['a TLS statement that denies nothing', ({ queue }) => (queue.node.findChild('Policy').node.defaultChild as sqs.CfnQueuePolicy)
      .addPropertyOverride('PolicyDocument.Statement.0.Effect', 'Allow'), /the statements TlsOnly stay as they are/],
    ['the key that AWS manages', ({ queue }) => cfn(queue).addPropertyOverride('KmsMasterKeyId', 'alias/aws/sqs'),
      /KmsMasterKeyId = "alias\/aws\/sqs".*its customer-managed key/],
    ['a statement that allows everything', ({ queue }) => {
      queue.addToResourcePolicy(new iam.PolicyStatement({
        principals: [new iam.AccountPrincipal('999988887777')], actions: ['SQS:*'], resources: [queue.queueArn],
      }));
    }, /no statement of its policy allows all actions.*such as sqs:SendMessage/],
    ['a statement that allows everything but', ({ queue }) => {
      queue.addToResourcePolicy(new iam.PolicyStatement({
        principals: [new iam.AccountPrincipal('999988887777')], notActions: ['sqs:DeleteQueue'], resources: [queue.queueArn],
      }));
    }, /no statement of its policy allows all actions/],
    ['a statement for everybody', ({ queue }) => {
      queue.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: ['*'] }));
    }, /allows everybody/],
    ['a service that sends for whoever asks it to', ({ queue }) => {
      queue.grantSendMessages(new iam.ServicePrincipal('budgets.amazonaws.com'));
    }, /acts for a known source only/],
  ])('%s', (_, weaken, message) => {
    const stack = newStack();
    weaken(new SecureQueue(stack, 'Queue'));
    expect(() => templateOf(stack)).toThrow(message);
  });

  function cfn(queue: sqs.Queue): sqs.CfnQueue {
    return queue.node.defaultChild as sqs.CfnQueue;
  }
});
