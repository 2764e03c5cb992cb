import { ArnFormat, CustomResource, Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { customResourceFunction, limitWait } from './custom-resource-function';
import { sealEmptyGroup } from './security-group-seal';
import type { SecureFunction } from '../functions/secure-function';

/** Child id of the stack's function; a contract, because logical ids follow from it. */
const CLOSER_ID = 'CdkHardenedDefaultSecurityGroups';

/**
 * Takes all rules out of the VPC's default security group: what is launched without naming a group then reaches nothing.
 *
 * CloudFormation cannot do it, and the role of CDK's own provider has a managed policy.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2
 */
export function closeDefaultGroup(scope: Construct, vpc: ec2.IVpc, groupId: string): void {
  const stack = Stack.of(scope);
  // in the VPC's own stack, also where that is a nested one: the role names the group, and the resource names the function
  const closer = (stack.node.tryFindChild(CLOSER_ID) as SecureFunction | undefined)
    ?? customResourceFunction(stack, CLOSER_ID, 'default-security-group', 'Closes the default security groups of VPCs');
  closer.addToRolePolicy(new iam.PolicyStatement({
    actions: ['ec2:RevokeSecurityGroupIngress', 'ec2:RevokeSecurityGroupEgress'],
    resources: [stack.formatArn({ service: 'ec2', resource: 'security-group', resourceName: groupId, arnFormat: ArnFormat.SLASH_RESOURCE_NAME })],
  }));
  const closed = new CustomResource(scope, 'DefaultSecurityGroup', {
    serviceToken: closer.lambdaFunction.functionArn,
    properties: { GroupId: groupId },
  });
  limitWait(closed);
  closed.node.addDependency(closer.role);
  sealEmptyGroup(scope, groupId, `the default security group of ${vpc.node.path}`);
}
