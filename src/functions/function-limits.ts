import type { Construct } from 'constructs';
import type { SecureFunctionProps } from './secure-function-props';
import { isLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MEMORY_MIB = { min: 128, max: 10_240 };
const TIMEOUT_SECONDS = { min: 1, max: 900 };

/** Refuses numbers that Lambda would refuse at deployment. */
export function validateLimits(scope: Construct, props: SecureFunctionProps): void {
  const { memorySize, timeout, reservedConcurrentExecutions: reserved } = props;
  if (isLiteral(memorySize) && !isWithin(memorySize, MEMORY_MIB)) {
    fail(scope, {
      prop: 'memorySize',
      value: memorySize,
      problem: 'a function has 128 to 10240 MiB of memory, in steps of 1 MiB',
      instead: 'Write a whole number in that range, for example 256.',
    });
  }
  if (timeout && !timeout.isUnresolved() && !isWithin(timeout.toSeconds({ integral: false }), TIMEOUT_SECONDS)) {
    fail(scope, {
      prop: 'timeout',
      value: `${timeout.toSeconds({ integral: false })} s`,
      problem: 'Lambda stops an invocation after 1 to 900 seconds',
      instead: 'Write Duration.seconds(n) in that range; put longer work into Step Functions.',
    });
  }
  if (isLiteral(reserved) && !(Number.isInteger(reserved) && reserved >= 1)) {
    fail(scope, {
      prop: 'reservedConcurrentExecutions',
      value: reserved,
      problem: reserved === 0 ? '0 throttles every invocation: the function would never run' : 'concurrency is a whole number of executions',
      instead: 'Write 1 or more, or leave it out for the limit of the account.',
    });
  }
  if (props.environment) validateEnvironmentNames(scope, Object.keys(props.environment));
}

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
function validateEnvironmentNames(scope: Construct, names: string[]): void {
  const malformed = names.find((name) => isLiteral(name) && !/^[a-zA-Z][a-zA-Z0-9_]+$/.test(name));
  if (malformed !== undefined) {
    fail(scope, {
      prop: 'environment',
      value: malformed,
      problem: 'a variable name starts with a letter, goes on with letters, digits or "_", and has at least two characters',
      instead: 'Rename the variable, for example to TABLE_NAME.',
    });
  }
}

function isWithin(value: number, range: { min: number; max: number }): boolean {
  return Number.isInteger(value) && value >= range.min && value <= range.max;
}
