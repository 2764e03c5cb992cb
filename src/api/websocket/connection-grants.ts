import { Stack } from 'aws-cdk-lib';
import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { grantToPrincipal } from '../../data/grant-to-principal';
import { openNetworkPath } from '../../private/network-path';

/** What can be done to a connection: send to it, end it, look at it. */
export type ConnectionVerb = 'POST' | 'DELETE' | 'GET';

/**
 * Lets a principal do this to connections of one stage of one API, and nothing else.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
 */
export function grantOnConnections(
  owner: IConstruct, stage: apigatewayv2.IWebSocketStage, verb: ConnectionVerb, grantee: iam.IGrantable,
): iam.Grant {
  openNetworkPath(grantee, 'execute-api');
  return grantToPrincipal(owner, {
    grantee,
    actions: ['execute-api:ManageConnections'],
    // ids of connections are known when clients connect
    resourceArns: [arnOfStage(owner, stage, `${verb}/@connections/*`)],
  });
}

/** The ARN of a route, or of what else is in a stage. */
export function arnOfStage(scope: IConstruct, { api, stageName }: apigatewayv2.IWebSocketStage, rest: string): string {
  return Stack.of(scope).formatArn({ service: 'execute-api', resource: api.apiId, resourceName: `${stageName}/${rest}` });
}
