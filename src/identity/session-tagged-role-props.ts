import type * as iam from 'aws-cdk-lib/aws-iam';

/** Properties of a role that is assumed for one user, or one tenant, at a time. */
export interface SessionTaggedRoleProps {
  /** Keys of the tags that every session has, one for each thing that decides what it reaches: `tenant`. */
  readonly tags: string[];

  /** Who assumes the role: functions of the same stack. */
  readonly assumedBy: iam.IGrantable[];
}
