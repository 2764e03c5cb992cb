import { Fn, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The GUID in the stack's id: another one for each stack, also for one that is created again under its old name. */
export function stackGuid(scope: IConstruct): string {
  return Fn.select(2, Fn.split('/', Stack.of(scope).stackId));
}
