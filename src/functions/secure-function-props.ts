import type { Duration } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { AsyncInvoke } from './async-invoke';
import type { NotSecret } from './not-secret';

/** Properties of a hardened function. */
export interface SecureFunctionProps {
  /**
   * The function's code, ready to run; give this or `entry`.
   *
   * @default - bundled from `entry`
   */
  readonly code?: lambda.Code;

  /**
   * Path of a TypeScript or JavaScript file to bundle with the esbuild of your project; give this or `code`.
   *
   * @default - `code` is used as it is
   */
  readonly entry?: string;

  /**
   * The exported function to run: file without extension, a dot, name of the export.
   *
   * @default 'index.handler'
   */
  readonly handler?: string;

  /**
   * Modules that `entry` imports and that are not bundled, because the runtime or a layer brings them.
   *
   * @default ['@aws-sdk/*'] - the Node.js runtimes bring the AWS SDK
   */
  readonly externalModules?: string[];

  /**
   * What the function does; shown in the Lambda console.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Language runtime; one that AWS no longer patches is an error.
   *
   * @default lambda.Runtime.NODEJS_24_X - the newest Node.js LTS that Lambda runs
   */
  readonly runtime?: lambda.Runtime;

  /**
   * Processor architecture.
   *
   * @default lambda.Architecture.ARM_64
   */
  readonly architecture?: lambda.Architecture;

  /**
   * Memory in MiB, 128 to 10,240; processor power grows with it.
   *
   * @default 256
   */
  readonly memorySize?: number;

  /**
   * Time after which Lambda stops an invocation; at most 15 minutes.
   *
   * @default Duration.seconds(10)
   */
  readonly timeout?: Duration;

  /**
   * Environment variables; a value that looks like a credential is an error.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * Variables whose values look like credentials and are none, each with its reason.
   *
   * @default - none
   */
  readonly notSecrets?: NotSecret[];

  /**
   * Customer-managed key of the environment variables and of the logs.
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
   * Layers, of this account or of `trustedLayerAccounts`: their code runs with the function's permissions.
   *
   * @default - none
   */
  readonly layers?: lambda.ILayerVersion[];

  /**
   * Accounts other than this one whose layers may run in the function.
   *
   * @default - none
   */
  readonly trustedLayerAccounts?: string[];

  /**
   * Failure destination and limits of asynchronous invocations (by S3, SNS, EventBridge and others).
   *
   * @default - none: set it for every function that is invoked asynchronously
   */
  readonly asyncInvoke?: AsyncInvoke;

  /**
   * Code signing configuration: Lambda then runs only code that your signing profiles have signed.
   *
   * @default - code is not signed
   */
  readonly codeSigningConfig?: lambda.ICodeSigningConfig;

  /**
   * Most concurrent executions, reserved for this function out of the account's limit.
   *
   * @default - bounded by the account's limit only: a new account has 10, and Lambda refuses reservations that leave less
   * than its minimum unreserved
   */
  readonly reservedConcurrentExecutions?: number;
}
