import type * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { trailStack, warningsOf } from './trail-stack';
import { AuditTrail, SecureTopic } from '../../src';
import { ENV, FLAG_MODES, newStack, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

describe.each(FLAG_MODES)('tampering %s', (_, flags) => {
  const stack = trailStack(flags);
  const { trailName, trailArn } = new AuditTrail(stack, 'Trail');
  const template = templateOf(stack);
  const rules = Object.values(readable(template.findResources('AWS::Events::Rule'))) as any[];
  const ruleOf = (source: string) => rules.find(({ Properties }) => Properties.EventPattern.source[0] === source).Properties;

  test('with the trail is seen, by its name or its ARN', () => {
    const { EventPattern } = ruleOf('aws.cloudtrail');
    expect(EventPattern['detail-type']).toEqual(['AWS API Call via CloudTrail']);
    expect(EventPattern.detail.eventSource).toEqual(['cloudtrail.amazonaws.com']);
    expect(EventPattern.detail.eventName).toEqual(expect.arrayContaining(['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors']));
    const names = [trailName, readable(stack.resolve(trailArn))];
    expect(EventPattern.detail.$or).toEqual([{ requestParameters: { name: names } }, { requestParameters: { trailName: names } }]);
  });

  test('with its bucket is seen', () => {
    const { EventPattern } = ruleOf('aws.s3');
    expect(EventPattern.detail.eventName).toEqual(expect.arrayContaining(['DeleteBucket', 'PutBucketPolicy', 'PutBucketLifecycle']));
    expect(EventPattern.detail.requestParameters.bucketName).toEqual([expect.stringMatching(/^TrailBucket/)]);
  });

  test('with its key is seen, by its id or its ARN', () => {
    const { EventPattern } = ruleOf('aws.kms');
    expect(EventPattern.detail.eventName).toEqual(expect.arrayContaining(['DisableKey', 'ScheduleKeyDeletion']));
    expect(EventPattern.detail.requestParameters.keyId).toEqual([expect.stringMatching(/^TrailKey\w+$/), expect.stringMatching(/^TrailKey\w+\.Arn$/)]);
  });

  test('with its log group is seen', () => {
    const { EventPattern } = ruleOf('aws.logs');
    expect(EventPattern.detail.eventName).toContain('DeleteLogGroup');
    expect(EventPattern.detail.requestParameters.logGroupName).toEqual([expect.stringMatching(/^TrailLogs/)]);
  });

  test('is told to the shared alarm topic in a sentence', () => {
    expect(rules).toHaveLength(4);
    for (const { Properties: { Targets, State } } of rules) {
      expect(State).toBe('ENABLED');
      expect(Targets).toEqual([expect.objectContaining({ Arn: expect.stringMatching(/^CdkHardenedAlarms/) })]);
      expect(Targets[0].InputTransformer.InputTemplate).toMatch(new RegExp(`^"Audit trail ${trailName}: <detail-eventName> by <detail-userIdentity-arn>`));
    }
  });

  test('is kept for 14 days where the topic cannot be reached, and then alarms', () => {
    const { id, resource } = only(template, 'AWS::SQS::Queue');
    expect(resource.Properties).toMatchObject({ MessageRetentionPeriod: 1209600, RedriveAllowPolicy: { redrivePermission: 'denyAll' } });
    expect(readable(resource.Properties.KmsMasterKeyId)).toMatch(/^TrailKey/);
    for (const { Properties: { Targets } } of rules) expect(Targets[0].DeadLetterConfig.Arn).toBe(`${id}.Arn`);
    expect(statementsOf(only(template, 'AWS::SQS::QueuePolicy').resource)).toContainEqual(expect.objectContaining({
      Action: 'sqs:SendMessage', Principal: { Service: 'events.amazonaws.com' }, Condition: expect.objectContaining({ StringEquals: { 'aws:SourceAccount': ENV.account } }),
    }));
    expect(only(template, 'AWS::CloudWatch::Alarm').resource.Properties).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [id, 'QueueName'] } }],
      AlarmActions: [expect.objectContaining({ Ref: expect.stringMatching(/^CdkHardenedAlarms/) })],
    });
  });

  test('is described in patterns that EventBridge takes', () => {
    // the longest names that CloudFormation, S3 and KMS give
    for (const { Properties } of rules) expect(JSON.stringify(Properties.EventPattern).length + 4 * 63).toBeLessThan(2048);
  });
});

test('stays reported: a rule that hears of fewer calls is refused', () => {
  const stack = trailStack();
  const { tamperRules } = new AuditTrail(stack, 'Trail');
  tamperRules[0].addEventPattern({ detail: { userIdentity: { type: ['Root'] } } });
  expect(() => templateOf(stack)).toThrow(/EventPattern\.detail = .*all calls of cloudtrail that could blind the trail are reported/);
});

test('stays reported: a rule that is switched off or loses its target is refused', () => {
  for (const [property, message] of [['State', /State = "DISABLED".*tampering is reported/], ['Targets', /Targets.0.Arn = "absent"/], ['Targets.0.DeadLetterConfig', /DeadLetterConfig.Arn = "absent"/]] as const) {
    const stack = trailStack();
    const [rule] = new AuditTrail(stack, 'Trail').tamperRules;
    (rule.node.defaultChild as events.CfnRule).addPropertyOverride(property, property === 'State' ? 'DISABLED' : property === 'Targets' ? [] : undefined);
    expect(() => templateOf(stack)).toThrow(message);
  }
});

describe('a topic of the user\'s', () => {
  test('that is a SecureTopic needs no further statement', () => {
    const stack = newStack({}, ENV);
    const topic = new SecureTopic(stack, 'Topic').topic;
    new AuditTrail(stack, 'Trail', { alarmTopic: topic });
    const template = templateOf(stack);
    expect(statementsOf(only(template, 'AWS::SNS::TopicPolicy').resource).map(({ Sid }) => Sid)).not.toContainEqual(expect.stringMatching(/^TamperAlert/));
    expect(only(template, 'AWS::SNS::Topic').id).toMatch(/^Topic/); // no shared topic beside it
  });

  test('that is plain lets the rules and the alarm publish, and use its key', () => {
    const stack = newStack({}, ENV);
    const topic = new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'TopicKey') });
    const { tamperRules } = new AuditTrail(stack, 'Trail', { alarmTopic: topic });
    const template = templateOf(stack);
    expect(statementsOf(only(template, 'AWS::SNS::TopicPolicy').resource)).toContainEqual(expect.objectContaining({
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sns:Publish',
      Condition: { ArnEquals: { 'aws:SourceArn': tamperRules.map((rule) => readable(stack.resolve(rule.ruleArn))) } },
    }));
    expect(statementsOf(only(template, 'AWS::SNS::TopicPolicy').resource)).toContainEqual(expect.objectContaining({
      Principal: { Service: 'cloudwatch.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': ENV.account } },
    }));
    const key = Object.entries(template.findResources('AWS::KMS::Key')).find(([id]) => id.startsWith('TopicKey'))![1];
    for (const service of ['events', 'cloudwatch']) {
      expect(statementsOf(key)).toContainEqual(expect.objectContaining({
        Principal: { Service: `${service}.amazonaws.com` },
        Condition: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:eu-west-1:111122223333:*' } },
      }));
    }
  });

  test('that is imported is a warning: its policy is somebody else\'s', () => {
    const stack = newStack({}, ENV);
    new AuditTrail(stack, 'Trail', { alarmTopic: sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:alarms') });
    expect(warningsOf(stack)).toContainEqual(expect.stringMatching(/whose policy CDK cannot change.*cdk-hardened:imported-topic-policy/s));
  });
});
