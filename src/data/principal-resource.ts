import { CfnResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** The resource behind an L2 role, user or group, or behind one that is made when it is needed; undefined for those of elsewhere. */
export function resourceOfPrincipal(principal: unknown): CfnResource | undefined {
  let current: unknown = principal;
  while (Construct.isConstruct(current) && !CfnResource.isCfnResource(current)) current = current.node.defaultChild;
  return CfnResource.isCfnResource(current) ? current : undefined;
}
