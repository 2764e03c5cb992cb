import type { IConstruct } from 'constructs';

/** A trail of this or another app. */
export interface IAuditTrail extends IConstruct {
  /** ARN of the trail. */
  readonly trailArn: string;

  /** Name of the trail. */
  readonly trailName: string;
}
