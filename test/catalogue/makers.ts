import { CfnResource, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import * as hardened from '../../src';

/** The construct of this library that made each resource of a stack, by logical id: the nearest public class above it. */
export function makersIn(stack: Stack): Map<string, string> {
  const resources = stack.node.findAll().filter((node): node is CfnResource => CfnResource.isCfnResource(node) && Stack.of(node) === stack);
  return new Map(resources.map((resource) => [stack.resolve(resource.logicalId) as string, maker(resource)]));
}

/** Or else the construct that a stack shares, by its id. */
function maker(node: IConstruct): string {
  const classes = hardened as unknown as Record<string, unknown>;
  const above = [...node.node.scopes].reverse();
  return above.find(({ constructor }) => classes[constructor.name] === constructor)?.constructor.name
    ?? above.find(({ node: { id } }) => id.startsWith('CdkHardened'))?.node.id ?? 'none';
}
