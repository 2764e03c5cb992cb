import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { accessLogFormat } from './access-log-format';
import { SecureLogGroup } from '../data/secure-log-group';

/**
 * What only REST APIs tell.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
const ACCESS_LOG_FIELDS = {
  traceId: '$context.xrayTraceId',
  vpcEndpoint: '$context.identity.vpceId',
  method: '$context.httpMethod',
  resource: '$context.resourcePath',
  protocol: '$context.protocol',
  tlsVersion: '$context.tlsVersion',
  cipherSuite: '$context.cipherSuite',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  firewall: '$context.wafResponseCode',
  authorizerStatus: '$context.authorizer.status',
  apiKeyId: '$context.identity.apiKeyId',
};

/** What logging needs to know. */
export interface ApiLoggingProps {
  readonly encryptionKey?: kms.IKey;
  readonly retention?: logs.RetentionDays;
}

/** The format of the access log of a REST API. */
export function restAccessLogFormat(areClaimsPlain: () => boolean): apigateway.AccessLogFormat {
  return accessLogFormat(ACCESS_LOG_FIELDS, areClaimsPlain);
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
