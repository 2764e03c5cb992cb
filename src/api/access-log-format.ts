import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/**
 * What every access log tells of a request: nothing a caller can sign in with, no header, query string, raw path or API key value, and none of
 * the messages that quote them.
 */
const FIELDS = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  domainName: '$context.domainName',
  status: '$context.status',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integration.status',
  error: '$context.error.responseType',
  principal: '$context.authorizer.principalId',
  caller: '$context.identity.caller',
  callerArn: '$context.identity.userArn',
  callerAccount: '$context.identity.accountId',
};

/** The format of an access log, one line of JSON for each request: what every API tells, and what only this kind of API knows. */
export function accessLogFormat(own: Readonly<Record<string, string>>): apigateway.AccessLogFormat {
  return apigateway.AccessLogFormat.custom(JSON.stringify({ ...FIELDS, ...own }));
}
