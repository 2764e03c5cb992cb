import { Lazy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/**
 * What every access log tells of a request: nothing a caller can sign in with, no header, query string, raw path or API key value, and none of
 * the messages that quote them. API Gateway writes values as they are, so nothing is here that could end its text, and with it the JSON.
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

/**
 * Who calls by a token that API Gateway itself has verified. A user pool makes these values itself. What other issuers write into them, nobody
 * knows: HTTP APIs would write it as it is, and REST APIs write JSON with quotes of its own, which breaks the line whatever it is.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-jwt-authorizer-claims.html
 */
const CLAIMS = {
  subject: '$context.authorizer.claims.sub',
  client: '$context.authorizer.claims.client_id',
};

/**
 * The format of an access log, one line of JSON for each request: what every API tells, and what only this kind of API knows.
 *
 * @param areClaimsPlain whether all claims are of user pools, asked when the template is written and all routes are known
 */
export function accessLogFormat(own: Readonly<Record<string, string>>, areClaimsPlain: () => boolean): apigateway.AccessLogFormat {
  return apigateway.AccessLogFormat.custom(Lazy.string({ produce: () => JSON.stringify({ ...FIELDS, ...areClaimsPlain() && CLAIMS, ...own }) }));
}
