import { CfnResource, Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { QueueConsumerProps } from './secure-queue-props';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const TIMEOUTS_PER_VISIBILITY = 6;
const LAMBDA_DEFAULT_TIMEOUT = 3;
const DEFAULT_CONCURRENCY = 10;
const LEAST_CONCURRENCY = 2;

/** Seconds a message must stay invisible so that this function, with Lambda's retries, can finish its batch. */
export function visibilityNeeded(scope: IConstruct, fn: lambda.IFunction, props: QueueConsumerProps): number {
  const timeout = props.functionTimeout ?? timeoutOf(fn);
  if (timeout === undefined || timeout.isUnresolved()) {
    fail(scope, {
      prop: 'functionTimeout',
      value: timeout?.toString(),
      problem: `the timeout of "${fn.node.path}" is not known at synth, and the visibility timeout of the queue must be six times as long`,
      instead: 'Pass functionTimeout: Duration.seconds(n), the timeout that the function has.',
    });
  }
  return TIMEOUTS_PER_VISIBILITY * timeout.toSeconds() + (props.maxBatchingWindow?.toSeconds() ?? 0);
}

/** What the emitted function needs, after Aspects and escape hatches; undefined where its timeout is no number. */
export function emittedVisibilityNeeded(fn: lambda.IFunction, props: QueueConsumerProps): number | undefined {
  const resource = functionOf(fn)?.node.defaultChild;
  if (!CfnResource.isCfnResource(resource)) return undefined;
  const timeout = resolveResource(resource).Properties?.Timeout ?? LAMBDA_DEFAULT_TIMEOUT;
  return typeof timeout === 'number' ? TIMEOUTS_PER_VISIBILITY * timeout + (props.maxBatchingWindow?.toSeconds() ?? 0) : undefined;
}

/**
 * Most invocations at a time, within what the function reserves: polls that the reservation throttles count as deliveries,
 * and move messages that nobody has worked on to the dead-letter queue.
 */
export function concurrencyWithin(scope: IConstruct, fn: lambda.IFunction, { maxConcurrency }: QueueConsumerProps): number {
  const resource = functionOf(fn)?.node.defaultChild;
  const reserved = resource instanceof lambda.CfnFunction ? resource.reservedConcurrentExecutions : undefined;
  if (!isLiteral(reserved)) return maxConcurrency ?? DEFAULT_CONCURRENCY;
  const concurrency = maxConcurrency ?? Math.min(DEFAULT_CONCURRENCY, reserved);
  if (isLiteral(concurrency) && (reserved < concurrency || reserved < LEAST_CONCURRENCY)) {
    fail(scope, {
      prop: 'maxConcurrency',
      value: maxConcurrency,
      problem: `"${fn.node.path}" reserves ${reserved} concurrent executions, and polls beyond that are throttled until messages count as failed`,
      instead: `Reserve ${Math.max(concurrency, LEAST_CONCURRENCY)} or more, or none.`,
    });
  }
  return concurrency;
}

/** Stops the synth on what Lambda would refuse at deployment. */
export function validateConsumer(scope: IConstruct, props: QueueConsumerProps, fifo: boolean): void {
  requireLiteral(scope, 'maxBatchingWindow', props.maxBatchingWindow);
  requireLiteral(scope, 'functionTimeout', props.functionTimeout);
  const window = props.maxBatchingWindow?.toSeconds() ?? 0;
  if (window > 300 || (fifo && window > 0)) {
    fail(scope, {
      prop: 'maxBatchingWindow',
      value: `${window} seconds`,
      problem: fifo ? 'a FIFO queue delivers without waiting' : 'Lambda waits at most 5 minutes for a batch',
      instead: fifo ? 'Leave maxBatchingWindow out.' : 'Write Duration.minutes(5) or less.',
    });
  }
  const largest = window > 0 ? 10_000 : 10;
  validateRange(scope, 'batchSize', props.batchSize, 1, largest,
    largest === 10 && !fifo ? 'Set maxBatchingWindow for batches of more than 10.' : `Write a whole number from 1 to ${largest}.`);
  validateRange(scope, 'maxConcurrency', props.maxConcurrency, LEAST_CONCURRENCY, 1000,
    'Write a whole number from 2 to 1000; for one invocation at a time use a FIFO queue with one message group.');
}

function validateRange(scope: IConstruct, prop: string, value: number | undefined, min: number, max: number, instead: string): void {
  if (isLiteral(value) && !(Number.isInteger(value) && value >= min && value <= max)) {
    fail(scope, { prop, value, problem: `Lambda takes ${min} to ${max} here`, instead });
  }
}

function timeoutOf(fn: lambda.IFunction): Duration | undefined {
  const owned = functionOf(fn);
  return owned && (owned.timeout ?? Duration.seconds(LAMBDA_DEFAULT_TIMEOUT));
}

/** The function behind an alias or version, if this app defines it. */
function functionOf(fn: lambda.IFunction): lambda.Function | undefined {
  if (fn instanceof lambda.Alias) return functionOf(fn.version.lambda);
  if (fn instanceof lambda.Version) return functionOf(fn.lambda);
  return fn instanceof lambda.Function ? fn : undefined;
}
