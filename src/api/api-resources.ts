import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { resolveResource } from '../private/resolved-resource';

/** Resources of these types that belong to the API, anywhere in the app and raw ones included. Call it from validations only. */
export function resourcesOf(restApi: apigateway.RestApi, types: string[]): CfnResource[] {
  const stack = Stack.of(restApi);
  const reference = JSON.stringify(stack.resolve(restApi.restApiId));
  return restApi.node.root.node.findAll().filter((node): node is CfnResource => {
    if (!CfnResource.isCfnResource(node) || !types.includes(node.cfnResourceType)) return false;
    if (refersTo(node, restApi.node.defaultChild)) return true;
    return Stack.of(node) === stack && JSON.stringify(resolveResource(node).Properties?.RestApiId) === reference;
  });
}

/** In other stacks the emitted reference is an import: there the L1's own token still says whose id it is. */
function refersTo(resource: CfnResource, api: IConstruct | undefined): boolean {
  const { restApiId } = resource as { restApiId?: unknown };
  return typeof restApiId === 'string'
    && Tokenization.reverseString(restApiId).tokens.some((token) => Reference.isReference(token) && token.target === api);
}
