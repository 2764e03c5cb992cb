import { Annotations as Warnings, NestedStack, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { SecureTopic } from '../../src/data';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';
import { statementsOf } from '../harness/readable';

describe.each(FLAG_MODES)('SecureTopic %s', (_, flags) => {
  test('is encrypted with the shared key and takes messages over TLS only', () => {
    const stack = newStack(flags);
    new SecureTopic(stack, 'Topic');
    const template = templateOf(stack);
    const key = only(template, 'AWS::KMS::Key').id;
    expect(only(template, 'AWS::SNS::Topic').resource.Properties.KmsMasterKeyId).toEqual({ 'Fn::GetAtt': [key, 'Arn'] });
    expect(statementsOf(only(template, 'AWS::SNS::TopicPolicy').resource)[0]).toMatchObject({
      Effect: 'Deny', Principal: '*', Action: 'sns:Publish', Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  test('lets alarms and rules of its own account publish, and no other', () => {
    const stack = newStack(flags, ENV);
    const { topic } = new SecureTopic(stack, 'Topic');
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.cloudtrail'] }, targets: [new targets.SnsTopic(topic)] });
    new cloudwatch.Metric({ namespace: 'Orders', metricName: 'Failed' })
      .createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 })
      .addAlarmAction(new actions.SnsAction(topic));
    const template = templateOf(stack);
    expect(statementsOf(only(template, 'AWS::SNS::TopicPolicy').resource).slice(1)).toEqual([
      {
        Sid: 'TopicsCloudWatchAlarms',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: only(template, 'AWS::SNS::Topic').id,
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111122223333' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:*' },
        },
      },
      {
        Sid: 'TopicsEventBridge',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: only(template, 'AWS::SNS::Topic').id,
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ]);
  });

  test('admits them to the key by encryption context, because EventBridge sends no source keys to KMS', () => {
    const stack = newStack(flags, ENV);
    const { topic } = new SecureTopic(stack, 'Topic');
    new SecureTopic(stack, 'Other'); // the same statements again: written once
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.cloudtrail'] }, targets: [new targets.SnsTopic(topic)] });
    const service = statementsOf(only(templateOf(stack), 'AWS::KMS::Key').resource).filter((statement) => statement.Principal.Service);
    const condition = {
      ArnLike: {
        'kms:EncryptionContext:aws:sns:topicArn':
          'arn:aws:sns:eu-west-1:111122223333:*',
      },
    };
    expect(service.map(({ Principal, Condition }) => [Principal.Service, Condition])).toEqual([
      ['cloudwatch.amazonaws.com', condition], ['events.amazonaws.com', condition],
    ]);
  });

  test.each(['the construct', 'the L2'])('grants publishing through %s exactly, with the key bound to SNS', (through) => {
    const stack = newStack(flags, ENV);
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const topic = new SecureTopic(stack, 'Topic');
    const grant = (through === 'the L2' ? topic.topic : topic).grantPublish(role);
    expect(grant.success).toBe(true);
    const template = templateOf(stack);
    expect(statementsOf(only(template, 'AWS::IAM::Policy').resource)).toEqual([
      { Effect: 'Allow', Action: 'sns:Publish', Resource: only(template, 'AWS::SNS::Topic').id },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: `${only(template, 'AWS::KMS::Key').id}.Arn`,
        Condition: { StringEquals: { 'kms:ViaService': 'sns.eu-west-1.amazonaws.com' } },
      },
    ]);
    expect(JSON.stringify(only(template, 'AWS::KMS::Key').resource)).not.toContain('Role');
  });
});

describe('the shared alarm topic', () => {
  test('is one for a stack and its nested stacks', () => {
    const stack = newStack();
    const nested = new NestedStack(stack, 'Nested');
    expect(SecureTopic.alarmsOf(nested)).toBe(SecureTopic.alarmsOf(stack));
    expect(SecureTopic.alarmsOf(nested).node.path).toBe('Stack/CdkHardenedAlarms');
  });

  test('warns that nobody subscribed', () => {
    const stack = newStack();
    SecureTopic.alarmsOf(stack);
    Annotations.fromStack(stack).hasWarning('/Stack/CdkHardenedAlarms', Match.stringLikeRegexp(
      '\\[Stack/CdkHardenedAlarms\\] has no subscriber, so alarms reach nobody\\. .*cdk-hardened:alarms-without-subscriber',
    ));
  });

  test.each(['the same stack', 'a nested stack', 'another stack'])('does not warn once somebody subscribed in %s', (where) => {
    const app = newApp();
    const stack = new Stack(app, 'Stack');
    const { topic } = SecureTopic.alarmsOf(stack);
    if (where === 'the same stack') {
      topic.addSubscription(new subscriptions.EmailSubscription('oncall@example.com'));
    } else {
      new sns.Subscription(where === 'a nested stack' ? new NestedStack(stack, 'Nested') : new Stack(app, 'Other'), 'OnCall', {
        topic, protocol: sns.SubscriptionProtocol.EMAIL, endpoint: 'oncall@example.com',
      });
    }
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('alarms-without-subscriber'));
  });

  test.each([['eu-west-1'], ['us-east-1']])('does not count subscribers of the alarm topic of another stack, in %s', (region) => {
    const app = newApp();
    const here = new Stack(app, 'Here', { env: ENV });
    const there = new Stack(app, 'There', { env: { ...ENV, region } });
    SecureTopic.alarmsOf(here);
    SecureTopic.alarmsOf(there).subscribeEmail('oncall@example.com');
    Annotations.fromStack(here).hasWarning('*', Match.stringLikeRegexp('alarms-without-subscriber'));
    Annotations.fromStack(there).hasNoWarning('*', Match.stringLikeRegexp('alarms-without-subscriber'));
  });

  test('can be acknowledged to have no subscriber', () => {
    const stack = newStack();
    const alarms = SecureTopic.alarmsOf(stack);
    Warnings.of(alarms).acknowledgeWarning('cdk-hardened:alarms-without-subscriber', 'polled by hand');
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('alarms-without-subscriber'));
  });
});

test('tells what an imported key must allow', () => {
  const stack = newStack();
  const key = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555');
  new SecureTopic(stack, 'Topic', { encryptionKey: key });
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('events\\.amazonaws\\.com cannot use the key: .*TopicsEventBridge'));
});

test('refuses a key of another region', () => {
  const stack = newStack(undefined, ENV);
  const key = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555');
  expect(() => new SecureTopic(stack, 'Topic', { encryptionKey: key }))
    .toThrow(/\[Stack\/Topic\] encryptionKey = .*the key is in us-east-1.*Pass a key of eu-west-1/);
});

describe('refuses, at synth,', () => {
  test('a subscriber without TLS', () => {
    const stack = newStack();
    new SecureTopic(stack, 'Topic').topic.addSubscription(
      new subscriptions.UrlSubscription('http://example.com/', { protocol: sns.SubscriptionProtocol.HTTP }));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Topic\] subscription .* = "http": messages would be delivered in clear text/);
  });

  test('a statement for everybody', () => {
    const stack = newStack();
    new SecureTopic(stack, 'Topic').topic.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.AnyPrincipal()], actions: ['sns:Publish'], resources: ['*'],
    }));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Topic\] AWS::SNS::TopicPolicy PolicyDocument.*allows everybody/);
  });

  test('a second policy', () => {
    const stack = newStack();
    const { topic } = new SecureTopic(stack, 'Topic');
    const policy = new sns.TopicPolicy(stack, 'Other', { topics: [topic] });
    policy.document.addStatements(new iam.PolicyStatement({ principals: [new iam.AccountRootPrincipal()], actions: ['sns:Publish'], resources: ['*'] }));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Topic\] AWS::SNS::TopicPolicy = "?Stack\/Other.*a topic has one policy.*addToResourcePolicy/);
  });

  test('a statement for another account', () => {
    const stack = newStack();
    new SecureTopic(stack, 'Topic').topic.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.AccountPrincipal('999988887777')], actions: ['sns:Subscribe'], resources: ['*'],
    }));
    expect(() => templateOf(stack)).toThrow(/999988887777.*lets no other account in.*let the other account assume it/);
  });

  test('a statement that allows everything', () => {
    const stack = newStack();
    new SecureTopic(stack, 'Topic').topic.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.AccountRootPrincipal()], actions: ['sns:*'], resources: ['*'],
    }));
    expect(() => templateOf(stack)).toThrow(/no statement of its policy allows all actions.*such as sns:Publish/);
  });

  test.each([
    ['KmsMasterKeyId', 'alias/aws/sns', /KmsMasterKeyId = "alias\/aws\/sns".*its customer-managed key/],
    ['Subscription', [{ Protocol: 'http', Endpoint: 'http://example.com/' }], /Subscription = .*no subscriber gets messages in clear text.*https/],
  ])('%s = %p', (path, value, message) => {
    const stack = newStack();
    (new SecureTopic(stack, 'Topic').topic.node.defaultChild as sns.CfnTopic).addPropertyOverride(path, value);
    expect(() => templateOf(stack)).toThrow(message);
  });

  test('a service that would publish for whoever asks it to', () => {
    const stack = newStack();
    new SecureTopic(stack, 'Topic').topic.grantPublish(new iam.ServicePrincipal('budgets.amazonaws.com'));
    expect(() => templateOf(stack)).toThrow(/every service in its resource policy acts for a known source only.*aws:SourceAccount/);
  });

  test('that the TLS statement or the key is taken away', () => {
    const stack = newStack();
    const { topic } = new SecureTopic(stack, 'Topic');
    (topic.node.defaultChild as sns.CfnTopic).addPropertyDeletionOverride('KmsMasterKeyId');
    (topic.node.findChild('Policy').node.defaultChild as sns.CfnTopicPolicy).addPropertyOverride('PolicyDocument.Statement.0.Sid', 'None');
    expect(() => templateOf(stack)).toThrow(/KmsMasterKeyId = "absent".*\n.*the statements AllowPublishThroughSSLOnly stay as they are/);
  });
});

test('accepts a service that is bound to this account', () => {
  const stack = newStack();
  new SecureTopic(stack, 'Topic').topic.grantPublish(new iam.ServicePrincipal('budgets.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
  }));
  expect(only(templateOf(stack), 'AWS::SNS::TopicPolicy').resource.Properties.PolicyDocument.Statement).toHaveLength(4);
});

test('subscribes e-mail addresses, and nothing that is none', () => {
  const stack = newStack();
  const topic = new SecureTopic(stack, 'Topic');
  topic.subscribeEmail('oncall@example.com');
  expect(only(templateOf(stack), 'AWS::SNS::Subscription').resource.Properties).toMatchObject({ Protocol: 'email', Endpoint: 'oncall@example.com' });
  expect(() => topic.subscribeEmail('oncall')).toThrow('[Stack/Topic] address = "oncall": this is no e-mail address. Write for example');
});
