import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { IAuditTrail } from './audit-trail-interface';
import { HardenedTopic } from '../data/hardened-topic';
import { allowServiceUse } from '../data/key-policy';
import { warn } from '../private/misuse';

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
    for (const rule of this.rules) rule.addTarget(this.publishTo(topic, trail));
    if (!(topic instanceof HardenedTopic)) this.allowPublishing(topic);
  }

  private defineRule(id: string, service: string, eventName: string[], on: Record<string, unknown>): events.Rule {
    return new events.Rule(this, id, {
      description: `Changes to the ${id.toLowerCase()} of an audit trail`,
      eventPattern: {
        source: [`aws.${service}`],
        detailType: ['AWS API Call via CloudTrail'],
        detail: { eventSource: [`${service}.amazonaws.com`], eventName, ...on },
      },
    });
  }

  /** A target without `targets.SnsTopic`'s statement, which lets the EventBridge rules of any account publish. */
  private publishTo(topic: sns.ITopic, trail: IAuditTrail): events.IRuleTarget {
    const field = (path: string) => events.EventField.fromPath(path);
    const input = events.RuleTargetInput.fromText(
      `Audit trail ${trail.trailName}: ${field('$.detail.eventName')} by ${field('$.detail.userIdentity.arn')} `
      + `from ${field('$.detail.sourceIPAddress')} in ${field('$.region')}, account ${field('$.account')}, at ${field('$.time')}. `
      + `Event ${field('$.detail.eventID')}`,
    );
    return { bind: () => ({ arn: topic.topicArn, input, targetResource: topic }) };
  }

  /** Topics that are not ours have to let these rules in. */
  private allowPublishing(topic: sns.ITopic): void {
    const statement = new iam.PolicyStatement({
      sid: `TamperAlert${this.node.addr.slice(-8)}`,
      principals: [new iam.ServicePrincipal('events.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { ArnEquals: { 'aws:SourceArn': this.rules.map((rule) => rule.ruleArn) } },
    });
    if (!topic.addToResourcePolicy(statement).statementAdded) {
      warn(this, 'imported-topic-policy', `[${this.node.path}] reports to an imported topic, whose policy CDK cannot change. `
        + 'Unless it lets events.amazonaws.com publish, tampering is not reported.');
    }
    if (topic.masterKey) {
      const { partition, region, account } = Stack.of(this);
      allowServiceUse(this, topic.masterKey, {
        sid: `TamperAlert${this.node.addr.slice(-8)}`,
        principal: 'events.amazonaws.com',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        // by pattern: the topic refers to its key already
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': `arn:${partition}:sns:${region}:${account}:*` } },
      });
    }
  }
}
