import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { seal } from '../private/seal';
import { Statement, statementsOf } from '../private/sealed-policy';

const MANAGE_INTERFACES = [
  'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses',
];
const LIST_INTERFACES = ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'];
const DENIED = [...MANAGE_INTERFACES, ...LIST_INTERFACES, 'ec2:DetachNetworkInterface'];
const SOURCE_FUNCTION = 'lambda:SourceFunctionArn';
const DENY_SID = 'DenyNetworkInterfacesToCode';

/**
 * What the Lambda service needs to put a function into a VPC, denied to the function's own code.
 *
 * The key `lambda:SourceFunctionArn` is in requests of the code only. The exact ARN of the function would be a cycle, and the
 * role is of this one function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
export function allowNetworkInterfaces(scope: Construct, role: iam.IRole): iam.Policy {
  const { partition, region, account } = Stack.of(scope);
  const policy = new iam.Policy(scope, 'NetworkInterfaces', {
    roles: [role],
    statements: [
      new iam.PolicyStatement({
        sid: 'ManageNetworkInterfaces',
        actions: MANAGE_INTERFACES,
        // Lambda checks the role against this very pattern: narrower ones make it refuse the function
        resources: [`arn:${partition}:ec2:${region}:${account}:*/*`],
      }),
      new iam.PolicyStatement({ sid: 'ListNetworkInterfaces', actions: LIST_INTERFACES, resources: ['*'] }), // no resource types
      new iam.PolicyStatement({
        sid: DENY_SID,
        effect: iam.Effect.DENY,
        actions: DENIED,
        resources: ['*'],
        conditions: { ArnLike: { [SOURCE_FUNCTION]: `arn:${partition}:lambda:*:${account}:function:*` } },
      }),
    ],
  });
  seal(scope, policy.node.defaultChild as iam.CfnPolicy, [{
    path: 'PolicyDocument',
    promise: 'the code cannot use the network-interface permissions that Lambda needs',
    instead: `Leave the statement ${DENY_SID} as it is.`,
    holds: (document) => statementsOf(document).some(deniesCode),
    shows: (document) => statementsOf(document).find(({ Sid }) => Sid === DENY_SID) ?? 'absent',
  }]);
  return policy;
}

/** The one condition of the denial holds for all requests of the code; a second one would leave some of them out. */
function deniesCode({ Sid, Effect, Action = [], Condition = {}, ...rest }: Statement & { Resource?: unknown }): boolean {
  const conditions = Object.values(Condition).flatMap((keys) => Object.keys(keys));
  return Sid === DENY_SID && Effect === 'Deny' && rest.Resource === '*' && DENIED.every((action) => Action.includes(action))
    && Object.keys(Condition).join() === 'ArnLike' && conditions.join() === SOURCE_FUNCTION;
}
