import { ArnFormat, CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { SecureLogGroup } from '../data/secure-log-group';
import { descriptionOf } from '../private/description';
import { seal, stays, staysSet } from '../private/seal';

/**
 * Records all traffic of a VPC in an encrypted log group.
 *
 * By the L1: the L2 lets its role pass itself on, and acknowledges findings of CDK's validation in its user's name.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html
 */
export function defineFlowLog(
  scope: Construct, vpc: ec2.IVpc, encryptionKey: kms.IKey | undefined, retention: logs.RetentionDays | undefined,
): { flowLog: ec2.CfnFlowLog; logGroup: logs.LogGroup } {
  const { logGroup } = new SecureLogGroup(scope, 'FlowLogs', { encryptionKey, retention });
  const role = defineRole(scope, logGroup);
  const flowLog = new ec2.CfnFlowLog(scope, 'FlowLog', {
    resourceId: vpc.vpcId,
    resourceType: 'VPC',
    trafficType: 'ALL',
    logDestinationType: 'cloud-watch-logs',
    logGroupName: logGroup.logGroupName,
    deliverLogsPermissionArn: role.roleArn,
    tags: [{ key: 'Name', value: scope.node.path }],
  });
  seal(scope, flowLog as CfnResource, [
    stays('TrafficType', 'ALL', 'accepted and rejected traffic is recorded', 'Filter when you read the flow logs.'),
    staysSet('LogGroupName', 'flow logs go to the encrypted log group', 'Set flowLogRetention or encryptionKey instead.'),
    staysSet('DeliverLogsPermissionArn', 'flow logs are delivered by their own role', 'Leave the role of the flow log in place.'),
  ]);
  return { flowLog, logGroup };
}

function defineRole(scope: Construct, logGroup: logs.ILogGroup): iam.Role {
  const stack = Stack.of(scope);
  return new iam.Role(scope, 'FlowLogRole', {
    description: descriptionOf(`Delivers the flow logs of ${scope.node.path}`),
    assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        // the flow log's own ARN would be a cycle
        ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'ec2', resource: 'vpc-flow-log', resourceName: '*', arnFormat: ArnFormat.SLASH_RESOURCE_NAME }) },
      },
    }),
    inlinePolicies: {
      DeliverFlowLogs: new iam.PolicyDocument({
        statements: [new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        })],
      }),
    },
  });
}
