/** A finding of cdk-nag that a construct of this library causes, and why it is no weakness there. */
export interface KnownFinding {
  /** Exact id, as cdk-nag reports it, such as `AwsSolutions-IAM5[Resource::<Uploads88C64F96.Arn>/in/*]`. */
  readonly id: string;

  /** Construct path of the one resource that it is about. */
  readonly resourcePath: string;

  /** Why it is no weakness, as a security engineer would want to read it. */
  readonly reason: string;
}
