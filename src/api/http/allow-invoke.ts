import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** Lets all routes of one stage invoke the function, by one permission: one a route would soon be more than the 20 KB that its policy may have. */
export function allowStageToInvoke(scope: Construct, id: string, handler: lambda.IFunction, apiId: string, stageName: string): void {
  handler.addPermission(id, {
    scope,
    principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: Stack.of(scope).formatArn({ service: 'execute-api', resource: apiId, resourceName: `${stageName}/*` }),
  });
}
