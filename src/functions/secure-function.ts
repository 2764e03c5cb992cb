import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { AsyncInvoke } from './async-invoke';
import { functionCode } from './function-code';
import { defineRole } from './function-role';
import type { InvokeSource } from './invoke-source';
import type { NotSecret } from './not-secret';
import { placementOf } from './placement';
import { AuditedResource, IAuditable } from '../auditable';
import { SecureKey } from '../data/secure-key';
import { SecureLogGroup } from '../data/secure-log-group';

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
   * Layers.
   *
   * @default - none
   */
  readonly layers?: lambda.ILayerVersion[];

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

/**
 * A Lambda function with a role of its own, encrypted logs and environment, and nothing that it was not given.
 *
 * @example
 * new SecureFunction(this, 'Greeter', {
 *   code: lambda.Code.fromInline('exports.handler = async () => "hello";'),
 * });
 */
export class SecureFunction extends Construct implements iam.IGrantable, IAuditable {
  /** The L2 function, to pass wherever an `IFunction` is taken. */
  public readonly lambdaFunction: lambda.Function;

  /** The execution role, of this function alone. */
  public readonly role: iam.Role;

  /** The encrypted log group. */
  public readonly logGroup: logs.LogGroup;

  /** The principal that grants are made to: the execution role. */
  public readonly grantPrincipal: iam.IPrincipal;

  /** Invocations, for an audit trail to log. */
  public readonly auditedResources: AuditedResource[];

  constructor(scope: Construct, id: string, props: SecureFunctionProps) {
    super(scope, id);
    const encryptionKey = props.encryptionKey ?? SecureKey.of(this).key;
    this.logGroup = new SecureLogGroup(this, 'Logs', { retention: props.logRetention, encryptionKey }).logGroup;
    this.role = defineRole(this, this.logGroup);
    this.grantPrincipal = this.role;
    this.lambdaFunction = this.defineFunction(props, encryptionKey);
    this.auditedResources = [AuditedResource.functionInvocations(this.lambdaFunction.functionArn)];
  }

  /** Lets the code do what the statement says: exact actions on exact ARNs. */
  public addToRolePolicy(statement: iam.PolicyStatement): void {
    this.role.addToPolicy(statement);
  }

  /** Lets a source outside this account's identities invoke the function. */
  public allowInvokeFrom(source: InvokeSource): void {
    void source;
  }

  private defineFunction(props: SecureFunctionProps, encryptionKey: kms.IKey): lambda.Function {
    const placement = placementOf(props, this);
    const runtime = props.runtime ?? lambda.Runtime.NODEJS_24_X;
    return new lambda.Function(this, 'Resource', {
      code: functionCode(this, props, runtime),
      handler: props.handler ?? 'index.handler',
      description: props.description,
      runtime,
      architecture: props.architecture ?? lambda.Architecture.ARM_64,
      memorySize: props.memorySize ?? 256,
      timeout: props.timeout ?? Duration.seconds(10),
      environment: props.environment,
      environmentEncryption: encryptionKey,
      role: this.role,
      logGroup: this.logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      systemLogLevelV2: lambda.SystemLogLevel.INFO,
      tracing: lambda.Tracing.ACTIVE,
      recursiveLoop: lambda.RecursiveLoop.TERMINATE,
      layers: props.layers,
      codeSigningConfig: props.codeSigningConfig,
      reservedConcurrentExecutions: props.reservedConcurrentExecutions,
      vpc: placement?.vpc,
      vpcSubnets: placement?.subnets,
      securityGroups: placement?.securityGroups,
    });
  }
}
