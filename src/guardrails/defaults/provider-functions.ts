import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Ids of the L2 functions that CDK makes for its own constructs: `AwsCustomResource`, `BucketDeployment`, `Provider`. The same in every app. */
const MADE_BY_CDK = /^(AWS[0-9a-f]{32}|Custom::CDKBucketDeployment[0-9A-F]{32}.*|framework-(onEvent|isComplete|onTimeout))$/;

/** Whether CDK brings a function along for its custom resources: most are raw resources, whose L1 has no attributes. */
export function isProviderFunction(node: IConstruct): node is CfnResource {
  if (!CfnResource.isCfnResource(node) || node.cfnResourceType !== 'AWS::Lambda::Function') return false;
  return !('attrArn' in node) || MADE_BY_CDK.test(node.node.scope?.node.id ?? '');
}
