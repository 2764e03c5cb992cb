import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import type { Retention } from './retention';
import { validateDays } from './validate-days';
import { fail } from '../../private/misuse';
import { Profile } from '../../profile';

/** Longest default retention that S3 takes, in days (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html). */
const MAX_DAYS = 36500;

/**
 * Write-once storage: what is stored cannot be overwritten or deleted for a number of days.
 *
 * Object lock can be switched on when a bucket is created only; CloudFormation replaces the bucket otherwise.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 *
 * @example
 * new SecureBucket(this, 'Ledger', { objectLock: ObjectLock.governance(365), retention: Retention.days(2555) });
 */
export class ObjectLock {
  /** Each object is locked for this many days, but for principals with `s3:BypassGovernanceRetention`. */
  public static governance(days: number): ObjectLock {
    return new ObjectLock('GOVERNANCE', days);
  }

  /**
   * Each object is locked for this many days for everybody, the account's root user and AWS included. There is no way back:
   * objects, and their cost, stay until the days are over, unless the AWS account is closed.
   */
  public static compliance(days: number): ObjectLock {
    return new ObjectLock('COMPLIANCE', days);
  }

  /** Objects can be locked, but are only when the upload says so: no default retention. Also allowed in an ephemeral profile. */
  public static perObject(): ObjectLock {
    return new ObjectLock();
  }

  private constructor(
    /** `GOVERNANCE` or `COMPLIANCE`; undefined without a default retention. */
    public readonly mode?: string,
    /** Days that each object is locked; undefined without a default retention. */
    public readonly days?: number,
  ) {}

  /**
   * Refuses locks that contradict the profile or the lifecycle.
   *
   * @internal
   */
  public _validate(scope: IConstruct, retention: Retention, noncurrentVersionDays: number | undefined): void {
    validateDays(scope, 'objectLock.days', this.days, 1);
    if (this.days === undefined) return;
    if (this.days > MAX_DAYS) {
      fail(scope, { prop: 'objectLock.days', value: this.days, problem: `S3 locks for at most ${MAX_DAYS} days`, instead: 'Write fewer days.' });
    }
    if (Profile.of(scope).autoDelete) {
      fail(scope, {
        prop: 'objectLock',
        value: `${this.mode}, ${this.days} days`,
        problem: 'an ephemeral profile deletes objects with their stack, which the lock would refuse',
        instead: 'Write ObjectLock.perObject() in ephemeral environments; it keeps the lock switched on, so the bucket is never replaced.',
      });
    }
    this.validateShorterThan(scope, 'retention', retention.expireAfterDays);
    this.validateShorterThan(scope, 'noncurrentVersionDays', noncurrentVersionDays);
  }

  /**
   * What the L2 bucket takes.
   *
   * @internal
   */
  public _defaultRetention(): s3.ObjectLockRetention | undefined {
    if (this.days === undefined) return undefined;
    const duration = Duration.days(this.days);
    return this.mode === 'COMPLIANCE' ? s3.ObjectLockRetention.compliance(duration) : s3.ObjectLockRetention.governance(duration);
  }

  private validateShorterThan(scope: IConstruct, prop: string, days: number | undefined): void {
    if (this.days !== undefined && days !== undefined && days < this.days) {
      fail(scope, {
        prop,
        value: `${days} days`,
        problem: `objects are locked for ${this.days} days, so S3 would not delete them after ${days}`,
        instead: `Keep objects for at least ${this.days} days, or shorten objectLock.`,
      });
    }
  }
}
