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

  test('is described in patterns that EventBridge takes', () => {
    // the longest names that CloudFormation, S3 and KMS give
    for (const { Properties } of rules) expect(JSON.stringify(Properties.EventPattern).length + 4 * 63).toBeLessThan(2048);
  });
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

  test('that is plain lets these rules publish, and uses its key', () => {
    const stack = newStack({}, ENV);
    const topic = new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'TopicKey') });
    const { tamperRules } = new AuditTrail(stack, 'Trail', { alarmTopic: topic });
    const template = templateOf(stack);
    expect(statementsOf(only(template, 'AWS::SNS::TopicPolicy').resource)).toContainEqual(expect.objectContaining({
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sns:Publish',
      Condition: { ArnEquals: { 'aws:SourceArn': tamperRules.map((rule) => readable(stack.resolve(rule.ruleArn))) } },
    }));
    const key = Object.entries(template.findResources('AWS::KMS::Key')).find(([id]) => id.startsWith('TopicKey'))![1];
    expect(statementsOf(key)).toContainEqual(expect.objectContaining({
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:eu-west-1:111122223333:*' } },
    }));
  });

  test('that is imported is a warning: its policy is somebody else\'s', () => {
    const stack = newStack({}, ENV);
    new AuditTrail(stack, 'Trail', { alarmTopic: sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:alarms') });
    expect(warningsOf(stack)).toContainEqual(expect.stringMatching(/whose policy CDK cannot change.*cdk-hardened:imported-topic-policy/s));
  });
});
