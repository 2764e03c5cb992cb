import type { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { accessLogFormat } from '../access-log-format';

/**
 * What only HTTP APIs tell. No messages of authorizers and integrations: those are text of functions, or quote tokens.
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
  clientCertificate: '$context.identity.clientCert.serialNumber',
};

/** The format of the access log of an HTTP API. */
export function httpAccessLogFormat(areClaimsPlain: () => boolean): AccessLogFormat {
  return accessLogFormat(FIELDS, areClaimsPlain);
}
