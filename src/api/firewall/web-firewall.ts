import { Names, type SecretValue, Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { Construct, type IConstruct } from 'constructs';
import { inspectionLimit } from './body-size-rules';
import { adviseAtSynth } from './firewall-advice';
import { FirewallLogDestination } from './firewall-log-destination';
import { validateGroupsOfUserPool, validateHeaderOfUserPools } from './firewall-of-user-pool';
import type { FirewallRule } from './firewall-rule';
import { FirewallScope } from './firewall-scope';
import type { FirewallTestRequest } from './firewall-test-request';
import { HiddenFields } from './hidden-fields';
import type { ManagedRuleGroup } from './managed-rule-group';
import { putInFront } from './put-in-front';
import { validatePuzzlesOfUserPools } from './puzzles-of-user-pools';
import { RuleList } from './rule-list';
import { testRequestsOf } from './test-requests';
import { stackGuid } from '../stack-guid';
import type { UploadRoute } from './upload-route';
import { GROUPS_OF_EVERY_FIREWALL, validateFirewall, validateResource } from './validate-firewall';
import { validateCapacity } from './web-acl-capacity';
import { defineLogging, type FirewallLogging } from './web-acl-logging';
import { RESPONSE_BODIES } from './web-acl-rules';
import { sealDistribution, sealWebAcl } from './web-acl-seal';
import type { WebFirewallProps } from './web-firewall-props';
import type { SecureBucket } from '../../data/bucket/secure-bucket';

/**
 * A web firewall (AWS WAF) in front of REST APIs or, with `FirewallScope.CLOUDFRONT`, of distributions: attacks, bad addresses, floods
 * and oversize bodies are refused, and every request is logged without the headers, cookies and query strings that carry secrets.
 *
 * AWS WAF inspects the first 16 KB of a body unless told otherwise
 * (https://docs.aws.amazon.com/waf/latest/developerguide/waf-oversize-request-components.html); here no body passes whose end it
 * has not seen. One firewall can protect several APIs, which then share its rate limit.
 *
 * Costs 11 USD a month as it comes (web ACL 5, six rules 6), 0.60 USD per million requests, and the log at 0.50 USD per GB
 * (https://aws.amazon.com/waf/pricing/).
 *
 * @example
 * const firewall = new WebFirewall(this, 'Firewall', {
 *   blockedIps: [IpSet.v4(['198.51.100.0/24'])],
 *   rules: [FirewallRule.block('OldClients', RequestMatch.header('x-client-version', StringMatch.startsWith('1.')))],
 *   uploadRoutes: [{ method: 'PUT', path: '/documents/{id}', maxBytes: 65_536 }],
 *   overrides: [ManagedRuleGroup.COMMON.overrideRule('NoUserAgent_HEADER', ManagedRuleAction.COUNT)],
 * });
 * new SecureApi(this, 'Api', { firewall });
 */
export class WebFirewall extends Construct {
  /** The web ACL (aws-cdk-lib has no L2 for it). */
  public readonly webAcl: wafv2.CfnWebACL;

  /** Log of the requests, where they go to a log group. */
  public readonly logGroup?: logs.LogGroup;

  /** Bucket of the log, where requests go to a bucket. */
  public readonly logBucket?: SecureBucket;

  /** What it stands in front of. */
  public readonly scope: FirewallScope;

  /** Name of the web ACL in its metrics: their dimension `WebACL`. */
  public readonly metricName: string;

  private readonly rules: RuleList;
  private readonly groups: ManagedRuleGroup[];
  private readonly hidden: HiddenFields;
  private readonly logging: FirewallLogging;
  private readonly userPools: IConstruct[] = [];
  private readonly inFront: WebFirewall[] = [];
  private associations = 0;

  /**
   * @throws on malformed address ranges, mixed IP versions, rule names that are malformed, taken or unknown to their group, a rate
   * limit outside 10 to 2,000,000,000, an upload route over 64 KB, the scope of CloudFront outside us-east-1 or where the region is not
   * known, a log stream that AWS WAF would refuse, and when the rules need more than 5,000 capacity units.
   */
  constructor(scope: Construct, id: string, props: WebFirewallProps = {}) {
    super(scope, id);
    validateFirewall(this, props);
    this.scope = props.scope ?? FirewallScope.REGIONAL;
    this.hidden = new HiddenFields(!props.logQueryStrings, props.sensitiveHeaders);
    this.groups = [...GROUPS_OF_EVERY_FIREWALL, ...(props.extraRuleGroups ?? [])];
    this.rules = new RuleList(this, props);
    this.metricName = `${Names.uniqueResourceName(this, { maxLength: 80 })}-${stackGuid(this)}`;
    this.webAcl = this.defineWebAcl();
    this.render();
    this.logging = defineLogging(this, this.webAcl, this.hidden, {
      destination: props.logDestination ?? FirewallLogDestination.logGroup(), encryptionKey: props.encryptionKey, retention: props.logRetention,
    });
    this.logGroup = this.logging.logGroup;
    this.logBucket = this.logging.bucket;
    sealWebAcl(this, this.webAcl, () => this.rendered, this.hidden);
    adviseAtSynth(this, () => this.associations === 0);
  }

  /**
   * Requests that it should refuse and requests that it should let through, each with the rule that it should hit: for a test of yours
   * that sends them to what is deployed. Only those whose outcome follows from the managed groups, overrides and upload routes of this firewall:
   * rules of your own may refuse more. Where a group judges senders too (bot control, `ANONYMOUS_IP`), no harmless request is among them: a test that
   * runs in a cloud would be refused for where it runs.
   */
  public get testRequests(): FirewallTestRequest[] {
    return testRequestsOf(this, { groups: this.groups, overrides: this.rules.overrides, uploadRoutes: this.rules.uploadRoutes });
  }

  /** Capacity units (WCU) of the rules, by AWS's published figures. */
  public get capacity(): number {
    return this.rules.all.reduce((sum, rule) => sum + rule.capacity, 0);
  }

  /**
   * Lets bodies of more than 8 KB through on one more route; the firewall of a `SecureSite` that the API is behind lets them through, too.
   *
   * @throws when the route is malformed or there already, or its size is outside 8,193 to 65,536 bytes.
   */
  public addUploadRoute(route: UploadRoute): void {
    this.rules.addUploadRoute(route);
    this.render();
    for (const firewall of this.inFront) firewall.render();
  }

  /**
   * Adds one more rule of yours, after those that are there.
   *
   * @throws when its name is malformed or taken, its limit outside what AWS WAF takes, or the rules need more than 5,000 capacity units; or
   * when it could show a puzzle where users of a user pool set up an authenticator app.
   */
  public addRule(rule: FirewallRule): void {
    this.rules.add(rule);
    this.render();
    validatePuzzlesOfUserPools(this, 'addRule(rule)', this.userPools, this.rendered);
  }

  /**
   * Refuses every request without a header of a secret value, before all other rules: for an API that is to be reached through a
   * distribution of yours only, which adds the header; `SecureSite` does this itself.
   *
   * Whoever may read the web ACL or the distribution in your account can read the value. A new value of the secret takes effect with the
   * next deployment that changes the rule: give the old and the new one while the distribution still sends the old one.
   *
   * Functions behind the API receive the header too: do not log headers, and change the secret if one did.
   *
   * @param name name of the header; hidden in logs and samples
   * @param values references to secrets, such as `secret.secretValue`; each up to 200 bytes
   * @throws when a value would stand in the template in plain text, or the firewall is in front of a user pool, whose users could not send it.
   */
  public requireHeader(name: string, ...values: SecretValue[]): void {
    validateHeaderOfUserPools(this, 'requireHeader(name)', this.userPools, true);
    this.rules.requireHeader(name, values);
    this.hidden.hideHeader(name);
    this.render();
    this.webAcl.dataProtectionConfig = this.hidden.dataProtection;
    this.logging.configuration.redactedFields = this.hidden.redaction;
  }

  /**
   * Has rules on addresses look at this header instead of the sender, after `requireHeader` has refused all senders but one.
   *
   * @internal
   */
  public _trustAddressIn(header: string): void {
    this.rules.trustAddressIn(header);
    this.render();
  }

  /**
   * Lets the bodies through that the firewall of an API lets through, now or later; the API is served below this path of a distribution.
   *
   * @internal
   */
  public _letUploadsThrough(behind: WebFirewall, path: string): void {
    this.rules.letUploadsThrough(behind.rules, path);
    behind.inFront.push(this);
    this.render();
  }

  /**
   * Has the core rule set only count URLs on `localhost`, which sign-ins of apps on a developer's machine hold.
   *
   * @internal
   */
  public _letLocalhostPass(): void {
    this.rules.letLocalhostPass();
    this.render();
  }

  /** @internal */
  public get _letsLocalhostPass(): boolean {
    return this.rules.letsLocalhostPass;
  }

  /**
   * Puts the firewall in front of a distribution; `SecureSite` does this itself.
   *
   * @throws when the firewall's scope is not CloudFront, or the distribution has a web ACL already.
   */
  public associateDistribution(distribution: cloudfront.Distribution): void {
    validateResource(this, 'associateDistribution(distribution)', distribution, FirewallScope.CLOUDFRONT);
    this.associations += 1;
    distribution.attachWebAclId(this.webAcl.attrArn);
    sealDistribution(this, distribution, this.webAcl.attrArn);
  }

  /**
   * Puts the firewall in front of a stage of a REST API of its account and region; `SecureApi` does this itself.
   *
   * @throws when the firewall is for CloudFront, or the stage has a web firewall already.
   */
  public associate(stage: apigateway.IStage): wafv2.CfnWebACLAssociation {
    this.associations += 1;
    return putInFront(this, stage, 'stage', Stack.of(stage).formatArn({
      service: 'apigateway', account: '', resource: '/restapis', resourceName: `${stage.restApi.restApiId}/stages/${stage.stageName}`,
    }));
  }

  /**
   * Puts the firewall in front of a user pool of its account and region, sign-in pages and API alike; `SecureUserPool` does this itself.
   *
   * Cognito hands on neither names nor passwords to AWS WAF: its rules see addresses, headers, paths and what else is in a request
   * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html).
   *
   * @throws when the pool has a web firewall already, or the firewall asks for a header that users do not send, has a group on sign-ins or
   * sign-ups of one's own, which Cognito refuses, or could show a puzzle where users set up an authenticator app.
   */
  public associateUserPool(userPool: cognito.IUserPool): wafv2.CfnWebACLAssociation {
    validateGroupsOfUserPool(this, this.groups);
    validateHeaderOfUserPools(this, 'associateUserPool(userPool)', [userPool], this.rules.asksForHeader);
    validatePuzzlesOfUserPools(this, 'associateUserPool(userPool)', [userPool], this.rendered);
    this.userPools.push(userPool);
    this.associations += 1;
    return putInFront(this, userPool, 'user pool', userPool.userPoolArn);
  }

  /**
   * Requests that the rules refused.
   *
   * @default - sum over 5 minutes
   */
  public metricBlockedRequests(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: 'AWS/WAFV2',
      metricName: 'BlockedRequests',
      // those of CloudFront have no dimension for the region: https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
      dimensionsMap: { WebACL: this.metricName, Rule: 'ALL', ...(this.scope === FirewallScope.REGIONAL ? { Region: Stack.of(this).region } : {}) },
      statistic: 'Sum',
      ...props,
    }).attachTo(this);
  }

  private defineWebAcl(): wafv2.CfnWebACL {
    return new wafv2.CfnWebACL(this, 'Resource', {
      scope: this.scope,
      defaultAction: { allow: {} }, // what no rule refuses is for the API's own authorization to judge
      visibilityConfig: { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: this.metricName },
      customResponseBodies: RESPONSE_BODIES,
      dataProtectionConfig: this.hidden.dataProtection,
    });
  }

  private get rendered(): wafv2.CfnWebACL.RuleProperty[] {
    return this.rules.all.map(({ rule }) => rule);
  }

  /** Writes the rules; again after each call that changes them. */
  private render(): void {
    this.webAcl.rules = this.rendered;
    this.webAcl.associationConfig = inspectionLimit(this.rules.uploadRoutes, this.scope);
    validateCapacity(this, this.capacity);
  }
}
