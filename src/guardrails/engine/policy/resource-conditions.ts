import { openValuesOf } from './exact-values';
import { hasValues } from './has-values';
import type { Condition, Statement } from './statement';
import { some } from '../violation';

/**
 * Condition keys that say which resources a request is about, or which it may make:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and the pages of the services in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html.
 * Keys that all resources of the account share (`aws:ResourceAccount`, `aws:RequestedRegion`) are not among them.
 */
const KEYS: readonly RegExp[] = [
  /^aws:(?:resource|request)tag\/.+$/,
  /^[a-z0-9-]+:(?:resourcetag|existingobjecttag|requestobjecttag)\/.+$/,
  /^aws-marketplace:productid$/,
  /^cloudwatch:namespace$/,
  /^dynamodb:leadingkeys$/,
  /^ec2:(?:vpc|subnet)$/,
  /^ecs:(?:cluster|service|task-definition)$/,
  /^iam:(?:awsservicename|permissionsboundary|policyarn)$/,
  /^kms:(?:viaservice|requestalias|resourcealiases|encryptioncontext:.+)$/,
  /^lambda:functionarn$/,
  /^s3:dataaccesspointarn$/,
  /^secretsmanager:(?:name|secretid)$/,
  /^ses:fromaddress$/,
];

/** Operators that do not hold when the key is missing. `ForAllValues` and `IfExists` do. */
const DEMANDING = /^(?:ForAnyValue:)?(?:String(?:Equals|Like|EqualsIgnoreCase)|Arn(?:Equals|Like))$/i;

/** Whether a condition narrows a statement to some resources. */
export function isNarrowedToResources({ conditions }: Statement): boolean {
  return some(conditions, narrowsResources);
}

function narrowsResources(condition: Condition): boolean {
  const { operator, key } = condition;
  if (!DEMANDING.test(operator) || !KEYS.some((pattern) => pattern.test(key))) return false;
  return hasValues(condition) && !some(openValuesOf(condition), (value) => /^[*?]*\*[*?]*$/.test(value.text() ?? ''));
}
