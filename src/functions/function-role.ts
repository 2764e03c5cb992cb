import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * A role for one function: no managed policy, only statements written out for it.
 *
 * The trust is bound to this account; binding it to the function's own ARN would be a cycle.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-cross-service-confused-deputy-prevention.html
 */
export function defineRole(scope: Construct, logGroup: logs.ILogGroup): iam.Role {
  const role = new iam.Role(scope, 'Role', {
    description: `Execution role of ${scope.node.path}`,
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  role.addToPolicy(new iam.PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  }));
  return role;
}
