import { Lazy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { ACCESS_LOG_FIELDS } from '../private/access-log-fields';
import { type Protection, staysEqual } from '../private/seal';

/**
 * What every access log tells of a request: nothing a caller can sign in with, no header, query string, raw path or API key value, and none of
 * the messages that quote them.
 */
const FIELDS = {
  ...ACCESS_LOG_FIELDS,
  domainName: '$context.domainName',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integration.status',
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

/** The promise of a stage that its access log goes where it was sent, in the format that it was made with. */
export function accessLogStays(owner: IConstruct, path: string, group: logs.ILogGroup, format: string): Protection[] {
  const instead = 'Leave the access log to the construct; what else you need to know of requests, log in the function.';
  return [
    staysEqual(owner, `${path}.DestinationArn`, group.logGroupArn, 'every request is logged', instead),
    {
      ...staysEqual(owner, `${path}.Format`, format, 'every request is logged as JSON, with nothing that lets others in', instead),
      shows: () => 'changed',
    },
  ];
}
