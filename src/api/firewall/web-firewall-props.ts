import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { FirewallLogDestination } from './firewall-log-destination';
import type { FirewallRule } from './firewall-rule';
import type { FirewallScope } from './firewall-scope';
import type { IpSet } from './ip-set';
import type { ManagedRuleGroup, ManagedRuleOverride } from './managed-rule-group';
import type { UploadRoute } from './upload-route';

/** Properties of a web firewall. */
export interface WebFirewallProps {
  /**
   * What the firewall stands in front of. One in front of CloudFront must be in a stack of us-east-1. Changing it replaces the firewall.
   *
   * @default FirewallScope.REGIONAL
   */
  readonly scope?: FirewallScope;

  /**
   * Requests that one address may send in 5 minutes, 10 to 2,000,000,000; above, it gets 429 until it slows down.
   *
   * @default 2000
   */
  readonly rateLimit?: number;

  /**
   * Addresses that are refused.
   *
   * @default - none
   */
  readonly blockedIps?: IpSet[];

  /**
   * The only addresses that are let in; what they send is inspected all the same.
   *
   * @default - every address
   */
  readonly allowedIps?: IpSet[];

  /**
   * Addresses without a rate limit and without a look at their reputation, such as your own offices and monitoring: whoever
   * sends from there can flood the API. What they send is inspected all the same.
   *
   * @default - none
   */
  readonly trustedIps?: IpSet[];

  /**
   * Rules of your own on methods, headers, query strings and paths; they run before the managed groups that inspect content. Those that
   * ask for labels run after all groups.
   *
   * @default - none
   */
  readonly rules?: FirewallRule[];

  /**
   * Routes that take bodies of more than 8 KB. Larger bodies are refused on every other route.
   *
   * @default - none
   */
  readonly uploadRoutes?: UploadRoute[];

  /**
   * Other actions for single rules of managed groups that stop legitimate requests. A rule set to count no longer protects.
   *
   * @default - every rule does what AWS set it to
   */
  readonly overrides?: ManagedRuleOverride[];

  /**
   * Managed groups beyond the core rule set, known bad inputs, SQL injection and IP reputation.
   *
   * @default - none
   */
  readonly extraRuleGroups?: ManagedRuleGroup[];

  /**
   * Further headers that carry secrets, hidden in logs and samples.
   *
   * @default - `authorization`, `cookie`, `x-api-key` and `x-amz-security-token` are hidden always, `referer` unless `logQueryStrings`
   */
  readonly sensitiveHeaders?: string[];

  /**
   * Whether logs and samples show query strings, and the `referer` header that repeats them: codes of sign-ins, links that confirm or reset
   * something, and presigned URLs carry their secrets there, for everybody who may read the log. Rules inspect query strings either way.
   *
   * @default false
   */
  readonly logQueryStrings?: boolean;

  /**
   * Where requests are logged. Changing it leaves the earlier log behind in production.
   *
   * @default FirewallLogDestination.logGroup()
   */
  readonly logDestination?: FirewallLogDestination;

  /**
   * How long the log of requests is kept; not for a stream, which leads where others decide.
   *
   * @default - by the profile: 365 days in production, 7 days in an ephemeral environment
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Customer-managed key of the log group or bucket.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;
}
