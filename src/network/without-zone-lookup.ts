import { Fn, Stack } from 'aws-cdk-lib';

/** The first zones of whatever region the stack is deployed to, so that no lookup and no known region is needed. */
export function firstZones(count: number): string[] {
  return Array.from({ length: count }, (_, index) => Fn.select(index, Fn.getAzs()));
}

/**
 * Makes something in a stack that knows its availability zones.
 *
 * `ec2.Vpc` reads `stack.availabilityZones` even when it is given zones. In a stack with a known environment that asks the CLI
 * for a lookup, which needs credentials, and acknowledges a finding of CDK's validation in the user's name. The property is
 * documented as one to override; here it is for as long as `make` runs.
 */
export function withZones<T>(stack: Stack, zones: string[], make: () => T): T {
  const own = Object.getOwnPropertyDescriptor(stack, 'availabilityZones');
  Object.defineProperty(stack, 'availabilityZones', { get: () => zones, configurable: true });
  try {
    return make();
  } finally {
    if (own) Object.defineProperty(stack, 'availabilityZones', own);
    else delete (stack as unknown as Record<string, unknown>).availabilityZones;
  }
}
