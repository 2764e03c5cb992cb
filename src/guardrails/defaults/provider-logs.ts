import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { keepProviderLogs } from './provider-log-groups';
import { refuseWrongLogs } from './wrong-provider-logs';
import { fail } from '../../private/misuse';

/** How the logs of CDK's own functions are kept. */
export interface ProviderLogsProps {
  /**
   * Days for which logs are kept; one of the numbers that CloudWatch Logs takes.
   *
   * @default 731
   */
  readonly retentionDays?: number;

  /**
   * ARN of the KMS key that encrypts the logs. Its key policy must let in CloudWatch Logs of the region.
   *
   * @default - CloudWatch Logs encrypts with a key of its own
   */
  readonly encryptionKeyArn?: string;
}

/**
 * Log groups for the functions that CDK brings along for its custom resources, such as the one that empties buckets: else Lambda makes
 * them at the first call, outside the stack, and keeps the logs for ever.
 *
 * Functions that name no log group get one, in every stack of every Stage. Those of `AwsCustomResource`, `BucketDeployment` and `Provider` may have one
 * of CDK's (feature flag `@aws-cdk/aws-lambda:useCdkManagedLogGroup`): it gets the days and the key, if they are given. One that
 * you gave to these, or their `logRetention`, stays as it is.
 *
 * Out of reach are functions that come to nested stacks at the very end of the synth, those of Stages that are synthesized before the call,
 * and those that cannot refer to the key. There is a warning at each.
 *
 * `Guardrails.enforce(app, { providerLogs: {...} })` does the same.
 *
 * @example
 * ProviderLogs.keep(app, { retentionDays: 365 });
 */
export class ProviderLogs {
  /**
   * Adds the log groups when the app is synthesized, to every stack of every Stage. A second call replaces the settings of the first;
   * `providerLogs` of `Guardrails.enforce` go before both.
   *
   * @param app the app
   * @throws if it is given something else than the app, days that CloudWatch Logs does not take, or what is no ARN of a key
   */
  public static keep(app: IConstruct, props: ProviderLogsProps = {}): void {
    if (!Stage.isStage(app) || app.node.scope !== undefined) {
      fail(app, { prop: 'app', problem: 'is not the app', instead: 'Pass the App: ProviderLogs.keep(app).' });
    }
    refuseWrongLogs(app, props);
    keepProviderLogs(app, { kept: props });
  }

  private constructor() {}
}
