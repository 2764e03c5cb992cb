import { Lazy, Stack } from 'aws-cdk-lib';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct, type IConstruct } from 'constructs';
import { AuditedResource } from '../auditable';
import { warnOfUnwatchedData } from './audit-coverage';
import type { IAuditTrail } from './audit-trail-interface';
import { EventSelectors } from './event-selectors';
import { ExistingTrail } from './existing-trail';
import { claimManagementEvents } from './management-trails';
import { TamperAlert } from './tamper-alert';
import { defineTrailBucket } from './trail-bucket';
import { allowTrailToEncrypt, defineDeliveryRole } from './trail-delivery';
import { sealTrail } from './trail-seal';
import { validateAuditTrail } from './validate-audit-trail';
import { auditedResourcesToWatch } from './watched-data';
import type { ObjectLock } from '../data/bucket/object-lock';
import type { Retention } from '../data/bucket/retention';
import type { SecureBucket } from '../data/bucket/secure-bucket';
import { outermostStack } from '../data/keys/key-policy';
import { SecureKey } from '../data/keys/secure-key';
import { validateKey } from '../data/keys/validate-key';
import { SecureTopic } from '../data/messaging/secure-topic';
import { SecureLogGroup } from '../data/secure-log-group';
import { isLiteral } from '../private/literal';

/** Properties of an audit trail. */
export interface AuditTrailProps {
  /**
   * Name of the trail: 3 to 128 letters, digits, periods, underscores and dashes, unique in the account and region.
   *
   * @default - the stack's name, the construct's id and a hash of its path
   */
  readonly trailName?: string;

  /**
   * Customer-managed key of the trail's region. It encrypts the log files and the log group.
   *
   * @default - a `SecureKey` of the trail's own, so that reading application data does not imply reading the audit log
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * How long log files are kept.
   *
   * @default - Retention.audit(): Standard-IA after 30 days, Glacier after 90, deleted after 2,555
   */
  readonly retention?: Retention;

  /**
   * How long log files cannot be deleted. `ObjectLock.compliance(days)` cannot be undone by anybody.
   *
   * @default - ObjectLock.governance(365); in an ephemeral profile ObjectLock.perObject()
   */
  readonly objectLock?: ObjectLock;

  /**
   * The one role that the bucket policy does not deny to delete log files. It still needs permissions of its own,
   * `s3:BypassGovernanceRetention` included while files are locked.
   *
   * @default - nobody; an ephemeral profile denies nothing, because it deletes the files with their stack
   */
  readonly deletionRole?: iam.IRole;

  /**
   * How long events are kept in CloudWatch Logs, where they can be searched.
   *
   * @default - by the profile: 365 days in production, 7 days in an ephemeral environment
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Topic that hears of tampering with the trail.
   *
   * @default - the stack's shared alarm topic, `SecureTopic.alarmsOf(this).topic`
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * Id of the organisation (`o-...`) whose accounts are all audited by this trail. Deploy it in the management account.
   *
   * @default - the trail audits its own account
   */
  readonly organizationId?: string;

  /**
   * The trail that logs this account's management events already, for example
   * `AuditTrail.fromTrailArn(this, 'Central', arn)`. This trail then logs the watched data only, without insights.
   *
   * @default - this trail logs all management events
   */
  readonly managementEventsLoggedBy?: IAuditTrail;
}

/**
 * A CloudTrail trail that sees everything and is hard to silence: all regions, all management events, insights, and the data
 * events of what the app names; with validated log files in a locked bucket, under a key of its own, searchable in CloudWatch
 * Logs, and with a message to the alarm topic when somebody changes the trail, its bucket, key or log group.
 *
 * One trail with management events is enough for an account: a second one in the app is an error. Buckets and tables of this
 * library that no trail watches are a warning (`cdk-hardened:unwatched-data`).
 *
 * Costs 1.10 USD a month for the key and an alarm; the first copy of management events is free, data events cost 0.10 USD and each of the two
 * insights 0.35 USD per 100,000 events, CloudWatch Logs 0.50 USD per GB (https://aws.amazon.com/cloudtrail/pricing/).
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
 *
 * @example
 * const contracts = new SecureBucket(this, 'Contracts');
 * const trail = new AuditTrail(this, 'Trail', { objectLock: ObjectLock.governance(730) });
 * trail.watch(contracts);
 */
export class AuditTrail extends Construct implements IAuditTrail {
  /**
   * A trail that exists already and logs the management events of this account, such as an organisation's.
   *
   * @throws when the ARN is not that of a trail, or the app creates a trail with management events in the same account.
   */
  public static fromTrailArn(scope: Construct, id: string, trailArn: string): IAuditTrail {
    const trail = new ExistingTrail(scope, id, trailArn);
    claimManagementEvents(trail);
    return trail;
  }

  /** The trail; the L1, because CDK's L2 has no advanced event selectors. */
  public readonly trail: cloudtrail.CfnTrail;

  /** ARN of the trail, known before the trail is created. */
  public readonly trailArn: string;

  /** Name of the trail. */
  public readonly trailName: string;

  /** The bucket of log and digest files. */
  public readonly secureBucket: SecureBucket;

  /** The key of log files and log group. */
  public readonly encryptionKey: kms.IKey;

  /** The log group in which events can be searched. */
  public readonly logGroup: logs.LogGroup;

  /** The role with which CloudTrail writes to the log group. */
  public readonly deliveryRole: iam.Role;

  /** The rules that report tampering; what they cannot deliver waits in an encrypted queue for 14 days. */
  public readonly tamperRules: events.Rule[];

  private readonly selectors: EventSelectors;

  /**
   * @throws when the app has a trail with management events in this account already, the name or organisation id is
   * malformed, the key is known to be in another region, or files expire before their object lock ends.
   */
  constructor(scope: Construct, id: string, props: AuditTrailProps = {}) {
    super(scope, id);
    validateKey(this, props.encryptionKey);
    validateAuditTrail(this, props);
    const management = props.managementEventsLoggedBy === undefined;
    this.selectors = new EventSelectors(management);
    this.trailName = props.trailName ?? this.generatedName();
    this.trailArn = Stack.of(this).formatArn({ service: 'cloudtrail', resource: 'trail', resourceName: this.trailName });
    if (management) claimManagementEvents(this);

    this.encryptionKey = props.encryptionKey ?? new SecureKey(this, 'Key', { description: `Audit trail ${this.node.path}` }).key;
    allowTrailToEncrypt(this, this.encryptionKey, this.trailArn);
    this.secureBucket = defineTrailBucket(this, { ...props, trailArn: this.trailArn, encryptionKey: this.encryptionKey });
    this.logGroup = new SecureLogGroup(this, 'Logs', { retention: props.logRetention, encryptionKey: this.encryptionKey }).logGroup;
    this.deliveryRole = defineDeliveryRole(this, this.logGroup, props.organizationId);
    this.trail = this.defineTrail(props);
    this.tamperRules = this.defineTamperAlert(props.alarmTopic).rules;

    sealTrail(this, this.selectors, props.organizationId !== undefined);
    warnOfUnwatchedData(this);
  }

  /**
   * Logs who reads and changes data: objects of buckets, items of tables, invocations of functions.
   *
   * @param data constructs of this library (`SecureBucket`, `SecureTable`, `SecureFunction`, `VpcLambda`) or plain
   * `s3.IBucket`, `dynamodb.ITable` and `lambda.IFunction`, of any region of this account
   * @throws when it is none of these, when it is a bucket that the trail writes to, or when the trail would have more than
   * the 500 selector values that CloudTrail takes.
   */
  public watch(...data: IConstruct[]): void {
    data.flatMap((construct) => auditedResourcesToWatch(this, construct)).forEach((resource) => this.selectors.add(resource));
    this.selectors.validateSize(this);
  }

  /** @internal */
  public _logs(resource: AuditedResource): boolean {
    return this.selectors.has(resource);
  }

  private defineTrail(props: AuditTrailProps): cloudtrail.CfnTrail {
    const trail = new cloudtrail.CfnTrail(this, 'Resource', {
      trailName: this.trailName,
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      isOrganizationTrail: props.organizationId !== undefined,
      enableLogFileValidation: true,
      kmsKeyId: this.encryptionKey.keyArn,
      s3BucketName: this.secureBucket.bucketName,
      cloudWatchLogsLogGroupArn: this.logGroup.logGroupArn,
      cloudWatchLogsRoleArn: this.deliveryRole.roleArn,
      advancedEventSelectors: Lazy.any({ produce: () => this.selectors.render() }),
      // insights are measured on management events
      insightSelectors: props.managementEventsLoggedBy
        ? undefined
        : [{ insightType: 'ApiCallRateInsight' }, { insightType: 'ApiErrorRateInsight' }],
    });
    trail.node.addDependency(this.secureBucket.bucket.policy!); // CloudTrail tries to write when the trail is created
    return trail;
  }

  private defineTamperAlert(alarmTopic: sns.ITopic | undefined): TamperAlert {
    const topic = alarmTopic ?? SecureTopic.alarmsOf(this).topic;
    return new TamperAlert(this, 'TamperAlert', {
      trail: this, bucket: this.secureBucket.bucket, key: this.encryptionKey, logGroup: this.logGroup,
    }, topic);
  }

  /** Known at synth, because key and bucket policy name the trail; holds the stack's name, so that two deployments do not collide. */
  private generatedName(): string {
    const stackName = outermostStack(this).stackName;
    const words = [isLiteral(stackName) ? stackName.slice(0, 60) : stackName, this.node.id.replace(/[^a-z0-9]/gi, '-').slice(0, 40)];
    return [...words, this.node.addr.slice(-8)].join('-').replace(/-{2,}/g, '-');
  }
}
