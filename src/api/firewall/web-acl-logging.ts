import { ArnFormat, Names, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { SecureLogGroup, type SecureLogGroupProps } from '../../data/secure-log-group';
import { seal, staysSet, type Protection } from '../../private/seal';
import { Profile } from '../../profile';
import { stackGuid } from '../stack-guid';

/** Logs every request of the web ACL, without the secrets in its headers. */
export function defineLogging(scope: Construct, webAcl: wafv2.CfnWebACL, hiddenHeaders: string[], props: SecureLogGroupProps): SecureLogGroup {
  const logGroup = new SecureLogGroup(scope, 'LogGroup', {
    ...props,
    // AWS WAF prescribes the prefix; the stack's GUID keeps the name apart from what an earlier deployment left behind
    logGroupName: `aws-waf-logs-${Names.uniqueResourceName(scope, { maxLength: 128, separator: '-' })}-${stackGuid(scope)}`,
  });
  if (Profile.of(scope).removalPolicy === RemovalPolicy.RETAIN) {
    // but not when the deployment that makes it fails: kept, its name would be in the way of the next try
    logGroup.logGroup.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
  // No log resource policy: whoever turns logging on has AWS put one on the log group itself, outside the quota of ten a region.
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html
  const logging = new wafv2.CfnLoggingConfiguration(scope, 'Logging', {
    resourceArn: webAcl.attrArn,
    logDestinationConfigs: [Stack.of(scope).formatArn({
      service: 'logs', // AWS WAF refuses the ":*" that the log group's own ARN ends with
      resource: 'log-group',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      resourceName: logGroup.logGroup.logGroupName,
    })],
    redactedFields: hiddenHeaders.map((header) => ({ singleHeader: { Name: header } })),
  });
  seal(scope, logging, [
    hidesHeaders(hiddenHeaders),
    staysSet('LogDestinationConfigs.0', 'requests are logged', 'Leave the log to the construct.'),
  ]);
  return logGroup;
}

/**
 * Hides the headers everywhere, in sampled requests too; the log's own redaction does not reach those.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/data-protection-masking.html
 */
export function dataProtection(hiddenHeaders: string[]): wafv2.CfnWebACL.DataProtectionConfigProperty {
  return {
    dataProtections: [
      { field: { fieldType: 'SINGLE_HEADER', fieldKeys: hiddenHeaders }, action: 'SUBSTITUTION' },
      { field: { fieldType: 'SINGLE_COOKIE' }, action: 'SUBSTITUTION' }, // all cookies, where rules name them one by one
    ],
  };
}

function hidesHeaders(headers: string[]): Protection {
  return {
    path: 'RedactedFields',
    promise: `the log never shows the headers ${headers.join(', ')}`,
    instead: 'Leave the redaction in place; hide further headers by sensitiveHeaders.',
    holds: (fields) => {
      const redacted = (Array.isArray(fields) ? fields : []).map((field: RedactedField) => field.SingleHeader?.Name);
      return headers.every((header) => redacted.includes(header));
    },
  };
}

interface RedactedField {
  readonly SingleHeader?: { readonly Name?: string };
}
