import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { resolveResource } from '../private/resolved-resource';

/** An API as its routes, stages and the like refer to it. */
export interface ReferredApi {
  /** The L2 API. */
  readonly api: IConstruct;
  /** Its id. */
  readonly id: string;
  /** Property by which its resources name it: in the template, and on the L1. */
  readonly property: 'RestApiId' | 'ApiId';
}

/** Resources of these types that belong to the API, anywhere in the app and raw ones included. Call it from validations only. */
export function resourcesOf({ api, id, property }: ReferredApi, types: string[]): CfnResource[] {
  const stack = Stack.of(api);
  const reference = JSON.stringify(stack.resolve(id));
  return api.node.root.node.findAll().filter((node): node is CfnResource => {
    if (!CfnResource.isCfnResource(node) || !types.includes(node.cfnResourceType)) return false;
    if (refersTo(node, property, api.node.defaultChild)) return true;
    return Stack.of(node) === stack && JSON.stringify(resolveResource(node).Properties?.[property]) === reference;
  });
}

/** In other stacks the emitted reference is an import: there the L1's own token still says whose id it is. */
function refersTo(resource: CfnResource, property: ReferredApi['property'], api: IConstruct | undefined): boolean {
  const id = (resource as unknown as Record<string, unknown>)[property === 'ApiId' ? 'apiId' : 'restApiId'];
  return typeof id === 'string'
    && Tokenization.reverseString(id).tokens.some((token) => Reference.isReference(token) && token.target === api);
}
