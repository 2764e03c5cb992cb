import type { FindingSeverity } from '../rule-sets/rule-set';

/** What every rule of your own says of itself. */
export interface OwnRuleProps {
  /** Id as `prefix/name`, such as `acme/bucket-prefix`; small letters, digits and hyphens. The prefix must not be that of a rule of this library. */
  readonly id: string;
  /** What must hold, in one clause: `Buckets carry the prefix of the company`. */
  readonly title: string;
  /** How bad it is if it does not. */
  readonly severity: FindingSeverity;
  /** CloudFormation types that it judges, such as `AWS::S3::Bucket`; at least one. */
  readonly resourceTypes: string[];
  /** What to write instead. */
  readonly fix: string;
  /**
   * Whether it asks how long data lives or how hard it is to delete: then an ephemeral profile makes a warning of what it finds.
   *
   * @default false
   */
  readonly aboutDataLife?: boolean;
}
