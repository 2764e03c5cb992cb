import type { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { accessLogFormat } from '../access-log-format';

/**
 * What only HTTP APIs tell. Errors are told by API Gateway and by authorizers, not by callers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const FIELDS = {
  method: '$context.httpMethod',
  route: '$context.routeKey',
  protocol: '$context.protocol',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  lambdaStatus: '$context.integrationStatus',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
  subject: '$context.authorizer.claims.sub',
  client: '$context.authorizer.claims.client_id',
  clientCertificate: '$context.identity.clientCert.serialNumber',
};

/** The format of the access log of an HTTP API. */
export function httpAccessLogFormat(): AccessLogFormat {
  return accessLogFormat(FIELDS);
}
