import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { IAuditTrail } from './audit-trail-interface';
import { allowServiceUse } from '../data/keys/key-policy';
import { HardenedQueue } from '../data/messaging/hardened-queue';
import { HardenedTopic } from '../data/messaging/hardened-topic';
import { warn } from '../private/misuse';
import { isEqual, seal, stays, staysSet } from '../private/seal';

/** What a trail stands on. */
export interface TrailParts {
  readonly trail: IAuditTrail;
  readonly bucket: s3.IBucket;
  readonly key: kms.IKey;
  readonly logGroup: logs.ILogGroup;
}

/** Calls that blind the trail, by what they are called on. Names as they are in events, which differ from the API's for S3. */
const CALLS = {
  trail: ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'PutInsightSelectors'],
  bucket: [
    'DeleteBucket', 'PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketLifecycle', 'DeleteBucketLifecycle', 'PutBucketVersioning',
    'PutObjectLockConfiguration', 'PutBucketObjectLockConfiguration', 'PutBucketEncryption', 'DeleteBucketEncryption',
    'PutBucketPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutBucketLogging', 'PutBucketAcl',
  ],
  key: ['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'DisableKeyRotation'],
  logGroup: ['DeleteLogGroup', 'DeleteLogStream', 'PutRetentionPolicy', 'DeleteRetentionPolicy', 'DisassociateKmsKey'],
};

/**
 * EventBridge rules that report changes to a trail, its bucket, key and log group.
 *
 * All of them are regional resources of the trail's home region, where alone CloudTrail accepts changes to a multi-region trail
 * (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html), so rules in that region see every call.
 * One rule for each service keeps the patterns below EventBridge's 2,048 characters.
 */
export class TamperAlert extends Construct {
  public readonly rules: events.Rule[];

  /** Reports that could not be delivered, for 14 days. */
  public readonly undelivered: sqs.Queue;

  constructor(scope: Construct, id: string, parts: TrailParts, topic: sns.ITopic) {
    super(scope, id);
    const { trail, bucket, key, logGroup } = parts;
    const trailNames = [trail.trailName, trail.trailArn]; // callers may write either
    this.rules = [
      this.defineRule('Trail', 'cloudtrail', CALLS.trail, {
        $or: [{ requestParameters: { name: trailNames } }, { requestParameters: { trailName: trailNames } }],
      }),
      this.defineRule('Bucket', 's3', CALLS.bucket, { requestParameters: { bucketName: [bucket.bucketName] } }),
      this.defineRule('Key', 'kms', CALLS.key, { requestParameters: { keyId: [key.keyId, key.keyArn] } }),
      this.defineRule('LogGroup', 'logs', CALLS.logGroup, { requestParameters: { logGroupName: [logGroup.logGroupName] } }),
    ];
    this.undelivered = this.defineUndelivered(key, topic);
    for (const rule of this.rules) {
      rule.addTarget(this.publishTo(topic, trail));
      seal(this, rule.node.defaultChild as events.CfnRule, [
        stays('State', 'ENABLED', 'tampering is reported', 'Leave the rule on; subscribe elsewhere by alarmTopic.'),
        staysSet('Targets.0.DeadLetterConfig.Arn', 'reports of tampering are not lost', 'Add targets beside the alarm topic.'),
        staysSet('Targets.0.Arn', 'tampering is reported', 'Add targets beside the alarm topic; set alarmTopic to report elsewhere.'),
      ]);
    }
    if (!(topic instanceof HardenedTopic)) this.allowPublishing(topic);
  }

  private defineRule(id: string, service: string, eventName: string[], on: Record<string, unknown>): events.Rule {
    const detail = { eventSource: [`${service}.amazonaws.com`], eventName, ...on };
    const rule = new events.Rule(this, id, {
      description: `Calls of ${service} that could blind an audit trail`,
      eventPattern: {
        source: [`aws.${service}`],
        detailType: ['AWS API Call via CloudTrail'],
        detail: structuredClone(detail), // rule.addEventPattern(...) writes into it
      },
    });
    seal(this, rule.node.defaultChild as events.CfnRule, [{
      path: 'EventPattern.detail',
      promise: `all calls of ${service} that could blind the trail are reported`,
      instead: 'Make a rule of your own for what else you want to hear of.',
      holds: (value) => isEqual(this, value, detail),
    }]);
    return rule;
  }

  /** A target without `targets.SnsTopic`'s statement, which lets the EventBridge rules of any account publish. */
  private publishTo(topic: sns.ITopic, trail: IAuditTrail): events.IRuleTarget {
    const field = (path: string) => events.EventField.fromPath(path);
    const input = events.RuleTargetInput.fromText(
      `Audit trail ${trail.trailName}: ${field('$.detail.eventName')} by ${field('$.detail.userIdentity.arn')} `
      + `from ${field('$.detail.sourceIPAddress')} in ${field('$.region')}, account ${field('$.account')}, at ${field('$.time')}. `
      + `Event ${field('$.detail.eventID')}`,
    );
    return { bind: () => ({ arn: topic.topicArn, input, targetResource: topic, deadLetterConfig: { arn: this.undelivered.queueArn } }) };
  }

  /** EventBridge gives up after 24 hours: what nobody heard of must still be found. */
  private defineUndelivered(encryptionMasterKey: kms.IKey, topic: sns.ITopic): sqs.Queue {
    const queue = new HardenedQueue(this, 'Undelivered', { encryptionMasterKey, retentionPeriod: Duration.days(14) });
    (queue.node.defaultChild as sqs.CfnQueue).redriveAllowPolicy = { redrivePermission: 'denyAll' };
    queue.grantSendMessages(new iam.ServicePrincipal('events.amazonaws.com'));
    new cloudwatch.Alarm(this, 'UndeliveredAlarm', {
      alarmDescription: `Reports of tampering with an audit trail could not be delivered; they wait in ${queue.node.path}.`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    }).addAlarmAction({ bind: () => ({ alarmActionArn: topic.topicArn }) });
    return queue;
  }

  /**
   * Topics that are not ours have to let the rules and the alarm in. Both are named: a topic that has a policy no longer has the
   * default one, by which services of its account can publish.
   */
  private allowPublishing(topic: sns.ITopic): void {
    const { partition, region, account } = Stack.of(this);
    const sid = (service: string) => `TamperAlert${service}${this.node.addr.slice(-8)}`;
    const publish = (service: string, conditions: Record<string, Record<string, unknown>>) => new iam.PolicyStatement({
      sid: sid(service),
      principals: [new iam.ServicePrincipal(`${service}.amazonaws.com`)],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions,
    });
    const added = [
      publish('events', { ArnEquals: { 'aws:SourceArn': this.rules.map((rule) => rule.ruleArn) } }),
      publish('cloudwatch', { StringEquals: { 'aws:SourceAccount': account } }),
    ].map((statement) => topic.addToResourcePolicy(statement).statementAdded);
    if (added.includes(false)) {
      warn(this, 'imported-topic-policy', `[${this.node.path}] reports to an imported topic, whose policy CDK cannot change. `
        + 'Unless it lets events.amazonaws.com and cloudwatch.amazonaws.com publish, tampering is not reported.');
    }
    if (!topic.masterKey) return;
    for (const service of ['events', 'cloudwatch']) {
      allowServiceUse(this, topic.masterKey, {
        sid: sid(service),
        principal: `${service}.amazonaws.com`,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        // by pattern: the topic refers to its key already
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': `arn:${partition}:sns:${region}:${account}:*` } },
      });
    }
  }
}
