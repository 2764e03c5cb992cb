import type { Stack } from 'aws-cdk-lib';

/**
 * The value as a template of that stack says it; `undefined` where no template of that stack can say it: a resource without a name of its
 * own cannot be referred to from another region or account, and CDK throws when it is asked to.
 */
export function asWrittenIn(stack: Stack, value: unknown): unknown {
  try {
    return stack.resolve(value);
  } catch {
    return undefined;
  }
}
