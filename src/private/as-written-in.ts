import type { Stack } from 'aws-cdk-lib';
import { canonicalJson } from './canonical-json';

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

/**
 * How that stack refers to a resource of `home`, as JSON to compare by; `undefined` where it does not: the reference of a stack that does not
 * refer to the resource would be that of its own resource with the same logical id.
 */
export function referenceIn(stack: Stack, value: unknown, home: Stack): string | undefined {
  const written = asWrittenIn(stack, value);
  if (written === undefined) return undefined;
  const json = canonicalJson(written);
  return stack !== home && typeof written !== 'string' && json === canonicalJson(asWrittenIn(home, value)) ? undefined : json;
}
