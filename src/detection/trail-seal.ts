import { type CfnResource, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AuditTrail } from './audit-trail';
import type { EventSelectors } from './event-selectors';
import { encryptedWith } from '../data/keys/encrypted-with';
import { type Protection, seal, stays, staysEqual, staysSet } from '../private/seal';

/** Keeps what makes a trail worth having. */
export function sealTrail(owner: AuditTrail, selectors: EventSelectors, ofOrganization: boolean): void {
  const delivered = 'events can be searched in CloudWatch Logs';
  const cheaper = 'Shorten logRetention to save cost.';
  seal(owner, owner.trail, [
    stays('IsLogging', true, 'the trail is logging', 'Delete the construct to end the audit; do not leave a silent trail behind.'),
    stays('IsMultiRegionTrail', true, 'the trail logs all regions', 'Leave it on: attackers use the region that nobody watches.'),
    stays('IncludeGlobalServiceEvents', true, 'the trail logs global services such as IAM', 'Leave it on.'),
    stays('EnableLogFileValidation', true, 'changed and deleted log files can be proved', 'Leave it on: digest files are free.'),
    stays('IsOrganizationTrail', ofOrganization, 'the trail audits the accounts that it was made for', 'Set or drop organizationId instead.'),
    encryptedWith(owner, owner.encryptionKey, 'KMSKeyId', 'log files are encrypted with its customer-managed key'),
    staysEqual(owner, 'S3BucketName', owner.secureBucket.bucketName, 'log files go to its locked bucket', 'Set retention and objectLock instead.'),
    staysEqual(owner, 'CloudWatchLogsLogGroupArn', owner.logGroup.logGroupArn, delivered, cheaper),
    staysEqual(owner, 'CloudWatchLogsRoleArn', owner.deliveryRole.roleArn, delivered, cheaper),
    keepsWatching(owner, selectors),
    ...(selectors.managementEvents ? [keepsManagementEvents(), keepsInsights()] : [logsSomething()]),
  ]);
  seal(owner, owner.deliveryRole.node.defaultChild as CfnResource, deliveryRoleStays());
}

/** The promises of the role that writes events to the log group: whoever else assumed it could write false ones. */
function deliveryRoleStays(): Protection[] {
  const instead = 'Give other principals and purposes roles of their own.';
  return [
    {
      path: 'AssumeRolePolicyDocument.Statement',
      promise: 'CloudTrail alone assumes the delivery role',
      instead,
      holds: (statements) => Array.isArray(statements) && statements.length === 1
        && JSON.stringify(statements[0].Principal) === '{"Service":"cloudtrail.amazonaws.com"}',
    },
    {
      path: 'ManagedPolicyArns',
      promise: 'the delivery role may write its log streams and nothing else',
      instead,
      holds: (arns) => arns === undefined,
    },
  ];
}

/** The promise that what was passed to `watch` is logged, reads and writes: any further condition would exclude some. */
function keepsWatching(owner: Construct, selectors: EventSelectors): Protection {
  return {
    path: 'AdvancedEventSelectors',
    promise: 'who reads and changes the watched data is logged',
    instead: 'Add selectors beside the construct\'s, or drop the call of watch(...).',
    holds: (emitted) => selectors.watched.every(([type, arns]) => fieldsOf(emitted).some((fields) => {
      const valuesOf = (name: string) => fields.filter(({ Field }) => Field === name).flatMap(({ Equals, StartsWith }) => Equals ?? StartsWith ?? []);
      const logged = valuesOf('resources.ARN').map((arn) => JSON.stringify(arn));
      return fields.length === 3 && valuesOf('resources.type')[0] === type
        && arns.every((arn) => logged.includes(JSON.stringify(Stack.of(owner).resolve(arn))));
    })),
  };
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
  readonly Equals?: unknown[];
  readonly StartsWith?: unknown[];
}

function fieldsOf(selectors: unknown): Field[][] {
  return Array.isArray(selectors) ? selectors.map((selector: { FieldSelectors?: Field[] }) => selector.FieldSelectors ?? []) : [];
}
