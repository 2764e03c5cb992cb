import type { Duration } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** What happens to events of asynchronous invocations that the function cannot handle. */
export interface AsyncInvoke {
  /**
   * Queue that receives a record of each event that Lambda gives up on, with the error. A `SecureQueue` with `collectsFailures` tells somebody
   * of each.
   */
  readonly onFailure: sqs.IQueue;

  /**
   * How long Lambda keeps an event before it gives up: 60 seconds to 6 hours.
   *
   * @default Duration.hours(1)
   */
  readonly maxEventAge?: Duration;

  /**
   * How often Lambda tries again after an error of the function: 0 to 2 times.
   *
   * @default 2
   */
  readonly retryAttempts?: number;
}
