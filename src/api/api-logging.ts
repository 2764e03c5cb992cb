import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { SecureLogGroup } from '../data/secure-log-group';

/**
 * One line of the access log. Nothing a caller can sign in with: no header, query string, raw path or API key value, and none of
 * the messages that quote them. Nothing a caller can break the JSON with either.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
const ACCESS_LOG_LINE = {
  requestId: '$context.requestId',
  extendedRequestId: '$context.extendedRequestId',
  traceId: '$context.xrayTraceId',
  requestTime: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  vpcEndpoint: '$context.identity.vpceId',
  domainName: '$context.domainName',
  method: '$context.httpMethod',
  resource: '$context.resourcePath',
  protocol: '$context.protocol',
  tlsVersion: '$context.tlsVersion',
  cipherSuite: '$context.cipherSuite',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integration.status',
  error: '$context.error.responseType',
  firewall: '$context.wafResponseCode',
  authorizerStatus: '$context.authorizer.status',
  principal: '$context.authorizer.principalId',
  subject: '$context.authorizer.claims.sub',
  client: '$context.authorizer.claims.client_id',
  caller: '$context.identity.caller',
  callerArn: '$context.identity.userArn',
  callerAccount: '$context.identity.accountId',
  apiKeyId: '$context.identity.apiKeyId',
};

/** What logging needs to know. */
export interface ApiLoggingProps {
  readonly encryptionKey?: kms.IKey;
  readonly retention?: logs.RetentionDays;
}

/** The format of the access log. */
export function accessLogFormat(): apigateway.AccessLogFormat {
  return apigateway.AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_LINE));
}

/**
 * Makes the log group that API Gateway would otherwise make by itself when the stage starts: unencrypted, and kept for ever.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export function defineExecutionLogs(scope: Construct, stage: apigateway.Stage, stageName: string, props: ApiLoggingProps): SecureLogGroup {
  const executionLogs = new SecureLogGroup(scope, 'ExecutionLogs', {
    logGroupName: `API-Gateway-Execution-Logs_${stage.restApi.restApiId}/${stageName}`,
    encryptionKey: props.encryptionKey,
    retention: props.retention,
  });
  // first the group, then the stage that writes to it; on deletion the other way round
  stage.node.addDependency(executionLogs.logGroup);
  return executionLogs;
}
