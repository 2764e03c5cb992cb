import type { IConstruct } from 'constructs';
import { validateDays } from './validate-days';

/** Days after which objects move to cheaper storage and are deleted. */
export interface TieredRetention {
  /**
   * Days until objects move to S3 Standard-IA: at least 30.
   *
   * @default - objects do not move to Standard-IA
   */
  readonly infrequentAccessAfterDays?: number;

  /**
   * Days until objects move to S3 Glacier Flexible Retrieval: at least 30 more than `infrequentAccessAfterDays`.
   *
   * @default - objects do not move to Glacier
   */
  readonly archiveAfterDays?: number;

  /**
   * Days until objects expire; more than the days until their last move.
   *
   * @default - objects are kept
   */
  readonly expireAfterDays?: number;
}

/**
 * How long a bucket keeps objects, and when they move to cheaper storage.
 *
 * S3 does not move objects smaller than 128 KB: moving them would cost more than it saves
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html). They stay in S3
 * Standard until they expire.
 *
 * @example
 * new SecureBucket(this, 'Invoices', { retention: Retention.days(3650) });
 */
export class Retention {
  /** Objects are kept until somebody deletes them. */
  public static keep(): Retention {
    return new Retention({});
  }

  /** Objects expire after this many days; like deleted ones, they can be restored for `noncurrentVersionDays` more. */
  public static days(days: number): Retention {
    return new Retention({ expireAfterDays: days });
  }

  /** For records that an auditor asks for: Standard-IA after 30 days, Glacier after 90, deleted after 2,555 (seven years). */
  public static audit(): Retention {
    return new Retention({ infrequentAccessAfterDays: 30, archiveAfterDays: 90, expireAfterDays: 2555 });
  }

  /** Moves and expiry as you choose them. */
  public static tiered(tiers: TieredRetention): Retention {
    return new Retention(tiers);
  }

  /** Days until objects expire; undefined when they are kept. */
  public readonly expireAfterDays?: number;
  /** Days until objects move to S3 Standard-IA; undefined when they do not. */
  public readonly infrequentAccessAfterDays?: number;
  /** Days until objects move to S3 Glacier Flexible Retrieval; undefined when they do not. */
  public readonly archiveAfterDays?: number;

  private constructor(tiers: TieredRetention) {
    this.expireAfterDays = tiers.expireAfterDays;
    this.infrequentAccessAfterDays = tiers.infrequentAccessAfterDays;
    this.archiveAfterDays = tiers.archiveAfterDays;
  }

  /**
   * Refuses what S3 would refuse at deployment.
   *
   * @internal
   */
  public _validate(scope: IConstruct, prop: string): void {
    validateDays(scope, `${prop}.expireAfterDays`, this.expireAfterDays, 1);
    validateDays(scope, `${prop}.infrequentAccessAfterDays`, this.infrequentAccessAfterDays, 30);
    const archiveMin = this.infrequentAccessAfterDays === undefined ? 1 : this.infrequentAccessAfterDays + 30;
    validateDays(scope, `${prop}.archiveAfterDays`, this.archiveAfterDays, archiveMin);
    const lastMove = this.archiveAfterDays ?? this.infrequentAccessAfterDays;
    if (lastMove !== undefined) validateDays(scope, `${prop}.expireAfterDays`, this.expireAfterDays, lastMove + 1);
  }
}
