import type * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import type { Construct } from 'constructs';
import { type Protection, seal, stays, staysSet } from '../private/seal';

/** Keeps what makes a trail worth having. */
export function sealTrail(owner: Construct, trail: cloudtrail.CfnTrail, managementEvents: boolean): void {
  seal(owner, trail, [
    stays('IsLogging', true, 'the trail is logging', 'Delete the construct to end the audit; do not leave a silent trail behind.'),
    stays('IsMultiRegionTrail', true, 'the trail logs all regions', 'Leave it on: attackers use the region that nobody watches.'),
    stays('IncludeGlobalServiceEvents', true, 'the trail logs global services such as IAM', 'Leave it on.'),
    stays('EnableLogFileValidation', true, 'changed and deleted log files can be proved', 'Leave it on: digest files are free.'),
    staysSet('KMSKeyId', 'log files are encrypted with a customer-managed key', 'Pass another key as encryptionKey.'),
    staysSet('CloudWatchLogsLogGroupArn', 'events can be searched in CloudWatch Logs', 'Shorten logRetention to save cost.'),
    staysSet('CloudWatchLogsRoleArn', 'events can be searched in CloudWatch Logs', 'Shorten logRetention to save cost.'),
    ...(managementEvents ? [keepsManagementEvents(), keepsInsights()] : [logsSomething()]),
  ]);
}

/** The promise that one selector takes all management events: any further condition would exclude some. */
function keepsManagementEvents(): Protection {
  return {
    path: 'AdvancedEventSelectors',
    promise: 'the trail logs all management events',
    instead: 'Add selectors beside the construct\'s, or call watch(...).',
    holds: (selectors) => fieldsOf(selectors).some((fields) => fields.length === 1
      && fields[0].Field === 'eventCategory' && JSON.stringify(fields[0].Equals) === '["Management"]'),
  };
}

function keepsInsights(): Protection {
  return staysSet('InsightSelectors.1', 'unusual rates of calls and of errors are found', 'Leave both insights on: they cost 0.35 USD per 100,000 events.');
}

/** CloudTrail refuses a trail without selectors, and one that logs nothing audits nothing. */
function logsSomething(): Protection {
  return {
    path: 'AdvancedEventSelectors',
    promise: 'a trail with managementEventsLoggedBy logs data events',
    instead: 'Call watch(...) with the buckets, tables and functions to log, or drop this trail.',
    holds: (selectors) => fieldsOf(selectors).length > 0,
  };
}

interface Field {
  readonly Field?: string;
  readonly Equals?: string[];
}

function fieldsOf(selectors: unknown): Field[][] {
  return Array.isArray(selectors) ? selectors.map((selector: { FieldSelectors?: Field[] }) => selector.FieldSelectors ?? []) : [];
}
