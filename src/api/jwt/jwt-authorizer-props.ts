import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { JwtIssuer } from './jwt-issuer';

/** Properties of a function that verifies tokens. */
export interface JwtAuthorizerProps {
  /** Who issues the tokens, and what they must be. */
  readonly issuer: JwtIssuer;

  /**
   * VPC to run in. The keys must then be `JwtKeys.pinned` or `JwtKeys.secret`: nothing opens the way to an issuer.
   *
   * @default - none: the function runs outside any VPC, and reaches issuers on the internet
   */
  readonly vpc?: ec2.IVpc;

  /**
   * Subnets of the VPC to run in.
   *
   * @default - the isolated subnets, or where there are none the private ones
   */
  readonly subnets?: ec2.SubnetSelection;

  /**
   * Customer-managed key of the function's environment and logs.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * How long logs are kept.
   *
   * @default - by the profile: 365 days in production, 7 days in an ephemeral environment
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Memory in MiB, 128 to 10,240; processor power, and so the speed of a cold start, grows with it.
   *
   * @default 512
   */
  readonly memorySize?: number;

  /**
   * Most concurrent executions, reserved for this function out of the account's limit. When all are busy, requests whose answer is not kept
   * are refused.
   *
   * @default - bounded by the throttle of the API, and by the account's limit
   */
  readonly reservedConcurrentExecutions?: number;
}
