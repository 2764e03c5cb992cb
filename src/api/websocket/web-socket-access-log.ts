import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/**
 * One line of the access log of a WebSocket API, for each connection, message and end of a connection. Nothing a caller can sign in with: no
 * header, no query string, where tokens of browsers are; and nothing of a message. Errors are told by API Gateway and by authorizers, not by
 * callers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
 */
const ACCESS_LOG_LINE = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  event: '$context.eventType',
  route: '$context.routeKey',
  connectionId: '$context.connectionId',
  connectedAt: '$context.connectedAt',
  messageId: '$context.messageId',
  ip: '$context.identity.sourceIp',
  domainName: '$context.domainName',
  status: '$context.status',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integration.status',
  error: '$context.error.responseType',
  authorizerError: '$context.authorizer.error',
  authorizerStatus: '$context.authorizer.status',
  principal: '$context.authorizer.principalId',
  caller: '$context.identity.caller',
  callerArn: '$context.identity.userArn',
  callerAccount: '$context.identity.accountId',
};

/** The format of the access log. */
export function webSocketAccessLogFormat(): apigateway.AccessLogFormat {
  return apigateway.AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_LINE));
}
