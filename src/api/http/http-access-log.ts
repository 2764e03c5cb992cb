import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/**
 * One line of the access log of an HTTP API. Nothing a caller can sign in with: no header, query string or raw path. Errors are told by API
 * Gateway and by authorizers, not by callers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const ACCESS_LOG_LINE = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  domainName: '$context.domainName',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  protocol: '$context.protocol',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integration.status',
  lambdaStatus: '$context.integrationStatus',
  integrationError: '$context.integrationErrorMessage',
  error: '$context.error.responseType',
  authorizerError: '$context.authorizer.error',
  principal: '$context.authorizer.principalId',
  subject: '$context.authorizer.claims.sub',
  client: '$context.authorizer.claims.client_id',
  caller: '$context.identity.caller',
  callerArn: '$context.identity.userArn',
  callerAccount: '$context.identity.accountId',
  clientCertificate: '$context.identity.clientCert.serialNumber',
};

/** The format of the access log. */
export function httpAccessLogFormat(): apigateway.AccessLogFormat {
  return apigateway.AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_LINE));
}
