import { CfnResource, Stack } from 'aws-cdk-lib';
import { onceInValidation } from './validation-memory';

/** One resource as it stands in the synthesized template. */
export interface ResolvedResource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/**
 * The resource as it will be emitted, overrides included; resolved once in a validation, so do not change what is returned.
 *
 * The only place that calls `_toCloudFormation`: CDK has no public read that sees property overrides. Call it from
 * `node.addValidation()` only, which runs after Aspects and cross-stack preparation; earlier, resolving freezes Lazies.
 */
export function resolveResource(resource: CfnResource): ResolvedResource {
  return onceInValidation(resource, resource, () => {
    const fragment = Stack.of(resource).resolve(
      (resource as unknown as { _toCloudFormation(): unknown })._toCloudFormation(),
    ) as { Resources: Record<string, ResolvedResource> };
    return Object.values(fragment.Resources)[0];
  });
}
