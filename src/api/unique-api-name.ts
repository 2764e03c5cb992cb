import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A name for an API, by its path below its stack: the stack's name in it keeps two deployments of one app apart. */
export function uniqueApiName(api: IConstruct): string {
  const stack = Stack.of(api);
  const path = api.node.scopes.slice(stack.node.scopes.length).map((scope) => scope.node.id);
  return [stack.stackName, ...path].join('-');
}
