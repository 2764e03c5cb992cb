import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { AccountCreationFraudPreventionOptions } from './account-creation-options';
import type { AccountTakeoverPreventionOptions } from './account-takeover-options';
import type { BotControlOptions } from './bot-control-options';
import type { FirewallScope } from './firewall-scope';
import { ACFP_RULES, ATP_RULES, BOT_CONTROL_RULES } from './paid-group-rules';
import { botConfig, type Configure, loginConfig, signUpConfig } from './paid-groups';
import type { RequestMatch } from './request-match';

/** What a rule of a managed rule group does with a request that it matches. */
export enum ManagedRuleAction {
  /** Lets the request go on to the next rules; the match is counted, logged and labelled. */
  COUNT = 'count',
  /** Refuses the request. */
  BLOCK = 'block',
  /** Has the browser prove in the background that it is one; see `FirewallRule.challenge`. */
  CHALLENGE = 'challenge',
  /** Shows a puzzle to people; see `FirewallRule.captcha`. */
  CAPTCHA = 'captcha',
}

/** What a group adds to its rule in a web ACL. */
interface BoundGroup {
  readonly scopeDown?: CfnWebACL.StatementProperty;
  readonly configs?: CfnWebACL.ManagedRuleGroupConfigProperty[];
}

/** Another action for one rule of a managed rule group: `ManagedRuleGroup.COMMON.overrideRule(...)`. */
export class ManagedRuleOverride {
  /** Easier to write as `group.overrideRule(rule, action)`. */
  constructor(
    /** Group of the rule. */
    public readonly group: ManagedRuleGroup,
    /** Name of the rule, as the group's documentation spells it. */
    public readonly rule: string,
    /** What the rule does instead. */
    public readonly action: ManagedRuleAction,
  ) {}
}

/**
 * A group of rules that AWS or an AWS Marketplace seller maintains.
 *
 * Groups are used without a version: AWS then moves the firewall to each new default version, announced some weeks ahead on the
 * SNS topic of the group, and protection against a new vulnerability needs no deployment of yours. A pinned version expires.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export class ManagedRuleGroup {
  /** Core rule set: what is generally wrong in a request (700 capacity units). Always part of a `WebFirewall`. */
  public static readonly COMMON = ManagedRuleGroup.aws('AWSManagedRulesCommonRuleSet', 700, [
    'NoUserAgent_HEADER', 'UserAgent_BadBots_HEADER', 'SizeRestrictions_QUERYSTRING', 'SizeRestrictions_Cookie_HEADER',
    'SizeRestrictions_BODY', 'SizeRestrictions_URIPATH', 'EC2MetaDataSSRF_BODY', 'EC2MetaDataSSRF_COOKIE', 'EC2MetaDataSSRF_URIPATH',
    'EC2MetaDataSSRF_QUERYARGUMENTS', 'GenericLFI_QUERYARGUMENTS', 'GenericLFI_URIPATH', 'GenericLFI_BODY',
    'RestrictedExtensions_URIPATH', 'RestrictedExtensions_QUERYARGUMENTS', 'GenericRFI_QUERYARGUMENTS', 'GenericRFI_BODY',
    'GenericRFI_URIPATH', 'CrossSiteScripting_COOKIE', 'CrossSiteScripting_QUERYARGUMENTS', 'CrossSiteScripting_BODY',
    'CrossSiteScripting_URIPATH',
  ]);

  /** Known bad inputs, Log4j's among them (200 capacity units). Always part of a `WebFirewall`. */
  public static readonly KNOWN_BAD_INPUTS = ManagedRuleGroup.aws('AWSManagedRulesKnownBadInputsRuleSet', 200, [
    'JavaDeserializationRCE_HEADER', 'JavaDeserializationRCE_BODY', 'JavaDeserializationRCE_URIPATH',
    'JavaDeserializationRCE_QUERYSTRING', 'Host_localhost_HEADER', 'PROPFIND_METHOD', 'ExploitablePaths_URIPATH', 'Log4JRCE_HEADER',
    'Log4JRCE_QUERYSTRING', 'Log4JRCE_BODY', 'Log4JRCE_URIPATH', 'ReactJSRCE_BODY',
  ]);

  /** SQL injection (200 capacity units). Always part of a `WebFirewall`. */
  public static readonly SQL_INJECTION = ManagedRuleGroup.aws('AWSManagedRulesSQLiRuleSet', 200, [
    'SQLi_QUERYARGUMENTS', 'SQLiExtendedPatterns_QUERYARGUMENTS', 'SQLi_BODY', 'SQLiExtendedPatterns_BODY',
    'SQLiExtendedPatterns_HEADER', 'SQLiExtendedPatterns_URIPATH', 'SQLi_COOKIE', 'SQLi_URIPATH',
  ]);

  /** Addresses that AWS sees attacking (25 capacity units). Always part of a `WebFirewall`. */
  public static readonly IP_REPUTATION = ManagedRuleGroup.aws('AWSManagedRulesAmazonIpReputationList', 25, [
    'AWSManagedIPReputationList', 'AWSManagedReconnaissanceList', 'AWSManagedIPDDoSList',
  ]);

  /** Addresses of anonymizing services and hosting providers (50 capacity units). */
  public static readonly ANONYMOUS_IP = ManagedRuleGroup.aws('AWSManagedRulesAnonymousIpList', 50, ['AnonymousIPList', 'HostingProviderIPList']);

  /** Paths of administration pages (100 capacity units). */
  public static readonly ADMIN_PROTECTION = ManagedRuleGroup.aws('AWSManagedRulesAdminProtectionRuleSet', 100, ['AdminProtection_URIPATH']);

  /** Linux: local files (200 capacity units). */
  public static readonly LINUX = ManagedRuleGroup.aws('AWSManagedRulesLinuxRuleSet', 200, ['LFI_URIPATH', 'LFI_QUERYSTRING', 'LFI_HEADER']);

  /** POSIX systems: shell commands (100 capacity units). */
  public static readonly UNIX = ManagedRuleGroup.aws('AWSManagedRulesUnixRuleSet', 100, [
    'UNIXShellCommandsVariables_QUERYSTRING', 'UNIXShellCommandsVariables_BODY', 'UNIXShellCommandsVariables_HEADER',
  ]);

  /**
   * Any other managed rule group, for example one of the AWS Marketplace.
   *
   * Rule names in overrides are not checked, and AWS WAF silently ignores names that the group does not have.
   *
   * @param capacity the group's capacity units, as its documentation states them
   */
  public static of(vendorName: string, name: string, capacity: number): ManagedRuleGroup {
    return new ManagedRuleGroup(vendorName, name, capacity);
  }

  /**
   * Bots, by what they say of themselves and, at the level `TARGETED`, by how they behave (50 capacity units). Verified bots, search
   * engines among them, pass; the rest is refused or challenged, programs that call an API too: override their rules, or name other
   * requests in `requests`.
   *
   * Costs 10 USD a month, and 1 USD per million inspected requests after the first 10 million; `TARGETED` 10 USD per million after the
   * first million (https://aws.amazon.com/waf/pricing/).
   *
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-bot.html
   */
  public static botControl(options: BotControlOptions = {}): ManagedRuleGroup {
    return ManagedRuleGroup.paid('AWSManagedRulesBotControlRuleSet', BOT_CONTROL_RULES, botConfig(options), options.requests);
  }

  /**
   * Logins with stolen or guessed passwords at one login path (50 capacity units). Not for Cognito user pools.
   *
   * Costs 10 USD a month, and 1 USD per thousand logins after the first 10,000 (https://aws.amazon.com/waf/pricing/).
   *
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-atp.html
   */
  public static accountTakeoverPrevention(options: AccountTakeoverPreventionOptions): ManagedRuleGroup {
    return ManagedRuleGroup.paid('AWSManagedRulesATPRuleSet', ATP_RULES, loginConfig(options), options.requests);
  }

  /**
   * Accounts that are made in bulk or under stolen names (50 capacity units). Browsers are challenged on the registration page, so that it
   * must be served behind the same firewall. Not for Cognito user pools.
   *
   * Costs 10 USD a month, and 1 USD per thousand registrations after the first 10,000 (https://aws.amazon.com/waf/pricing/).
   *
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-acfp.html
   */
  public static accountCreationFraudPrevention(options: AccountCreationFraudPreventionOptions): ManagedRuleGroup {
    return ManagedRuleGroup.paid('AWSManagedRulesACFPRuleSet', ACFP_RULES, signUpConfig(options), options.requests);
  }

  private static aws(name: string, capacity: number, rules: string[]): ManagedRuleGroup {
    return new ManagedRuleGroup('AWS', name, capacity, rules);
  }

  private static paid(name: string, rules: string[], configure: Configure, requests?: RequestMatch): ManagedRuleGroup {
    return new ManagedRuleGroup('AWS', name, 50, rules, configure, requests);
  }

  private constructor(
    /** Vendor: `AWS` or the name of a Marketplace seller. */
    public readonly vendorName: string,
    /** Name of the group: `AWSManagedRulesCommonRuleSet`. */
    public readonly name: string,
    /** Web ACL capacity units that the group takes. */
    public readonly capacity: number,
    /** Names of the group's rules, where this library knows them. */
    public readonly ruleNames?: string[],
    private readonly configure?: Configure,
    private readonly requests?: RequestMatch,
  ) {}

  /**
   * Another action for one rule, where it stops legitimate requests: count it, and block the rest of its matches by rules of
   * your own. AWS WAF ignores rule names that it does not know; here they are an error.
   */
  public overrideRule(rule: string, action: ManagedRuleAction): ManagedRuleOverride {
    return new ManagedRuleOverride(this, rule, action);
  }

  /** @internal */
  public _bind(scope: Construct, firewallScope: FirewallScope): BoundGroup {
    return { scopeDown: this.requests?._bind(scope, `extraRuleGroups ${this.name}`), configs: this.configure?.(scope, firewallScope) };
  }
}
