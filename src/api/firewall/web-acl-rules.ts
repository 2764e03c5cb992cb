import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { FirewallRule } from './firewall-rule';
import type { ManagedRuleGroup, ManagedRuleOverride } from './managed-rule-group';
import { capacityOf } from './web-acl-capacity';
import { SECURITY_HEADERS } from '../security-headers';

/** A rule of the web ACL, and the capacity that it takes. */
export interface WebAclRule {
  readonly rule: CfnWebACL.RuleProperty;
  readonly capacity: number;
}

/** Rules run by ascending priority; the gaps keep each kind of rule where it is when those of other kinds come and go. */
export const PRIORITY = {
  requiredHeader: 50,
  blockedIps: 100,
  allowedIps: 200,
  rateLimit: 300,
  ipReputation: 400,
  own: 500,
  common: 1_000,
  oversizeBodies: 1_100,
  oversizeUploads: 1_200,
  knownBadInputs: 1_300,
  sqlInjection: 1_400,
  extraGroups: 1_500,
  /** Own rules on labels, which only groups that ran before have given. */
  ownOnLabels: 3_000,
};

/** What blocked clients read, by key; it says nothing about the rule that stopped them. */
export const RESPONSE_BODIES = {
  Forbidden: { contentType: 'APPLICATION_JSON', content: '{"message":"Forbidden"}' },
  TooManyRequests: { contentType: 'APPLICATION_JSON', content: '{"message":"Too Many Requests"}' },
};

/** Headers of all custom responses of a web ACL together: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MAX_RESPONSE_HEADERS = 100;

/** What blocked clients get as headers; those that matter for JSON first, as there may not be room for all. */
const RESPONSE_HEADERS = [
  'Cache-Control', 'X-Content-Type-Options', 'Strict-Transport-Security', 'Content-Security-Policy', 'X-Frame-Options', 'Referrer-Policy',
].map((name) => ({ name: name.toLowerCase(), value: SECURITY_HEADERS[name] }));

/** Requests in this many seconds are what a rate rule counts. */
const RATE_WINDOW = 300;

/** Refuses what the statement matches. */
export function blockRule(name: string, priority: number, statement: CfnWebACL.StatementProperty): WebAclRule {
  return made({ name, priority, statement, action: { block: { customResponse: response(403, 'Forbidden') } } });
}

/** A rule that a user wrote, with its labels; its statement was checked before. */
export function ownRule(rule: FirewallRule, priority: number, statement: CfnWebACL.StatementProperty): WebAclRule {
  const { name, labels, limitPerAddress } = rule;
  const plain = limitPerAddress === undefined
    ? made({ name, priority, statement, ...actionOf(rule) })
    : rateRule(name, priority, limitPerAddress, statement);
  if (labels.length === 0) return plain;
  return { ...plain, rule: { ...plain.rule, ruleLabels: labels.map((label) => ({ name: label })) } };
}

function actionOf({ action, immunity }: FirewallRule): Partial<CfnWebACL.RuleProperty> {
  const immunityTime = immunity && { immunityTimeProperty: { immunityTime: immunity.toSeconds() } };
  switch (action) {
    case 'count': return { action: { count: {} } };
    case 'challenge': return { action: { challenge: {} }, challengeConfig: immunityTime };
    case 'captcha': return { action: { captcha: {} }, captchaConfig: immunityTime };
    default: return { action: { block: { customResponse: response(403, 'Forbidden') } } };
  }
}

/** Refuses requests of an address that sends more than `limit` of them, of those that the scope matches. */
export function rateRule(name: string, priority: number, limit: number, scopeDownStatement?: CfnWebACL.StatementProperty): WebAclRule {
  return made({
    name,
    priority,
    statement: { rateBasedStatement: { aggregateKeyType: 'IP', evaluationWindowSec: RATE_WINDOW, limit, scopeDownStatement } },
    action: { block: { customResponse: response(429, 'TooManyRequests') } },
  });
}

/** What the rule that runs a managed group is called. */
export function nameOfGroupRule({ vendorName, name }: ManagedRuleGroup): string {
  return vendorName === 'AWS' ? name : `${vendorName}-${name}`.replace(/[^\w-]/g, '-');
}

/** Runs a managed group over the requests that the scope matches. */
export function groupRule(
  group: ManagedRuleGroup, priority: number, overrides: ManagedRuleOverride[], scopeDownStatement?: CfnWebACL.StatementProperty,
  managedRuleGroupConfigs?: CfnWebACL.ManagedRuleGroupConfigProperty[],
): WebAclRule {
  const { vendorName, name } = group;
  const ruleActionOverrides = overrides.map(({ rule, action }) => ({ name: rule, actionToUse: { [action]: {} } }));
  return made({
    name: nameOfGroupRule(group),
    priority,
    statement: {
      managedRuleGroupStatement: {
        vendorName,
        name,
        scopeDownStatement,
        managedRuleGroupConfigs,
        ruleActionOverrides: ruleActionOverrides.length > 0 ? ruleActionOverrides : undefined,
      },
    },
    overrideAction: { none: {} }, // the group's own actions
  }, group.capacity);
}

function made(rule: Omit<CfnWebACL.RuleProperty, 'visibilityConfig'>, groupUnits = 0): WebAclRule {
  const statement = rule.statement as CfnWebACL.StatementProperty;
  return {
    rule: { ...rule, visibilityConfig: { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: rule.name } },
    capacity: capacityOf(statement, groupUnits),
  };
}

function response(responseCode: number, customResponseBodyKey: keyof typeof RESPONSE_BODIES): CfnWebACL.CustomResponseProperty {
  return { responseCode, customResponseBodyKey, responseHeaders: RESPONSE_HEADERS };
}

/** The rules with as many headers on each answer as a web ACL has room for: the first ones of the list, the same for all. */
export function withinHeaderQuota(rules: WebAclRule[]): WebAclRule[] {
  const answering = rules.filter(({ rule }) => customResponseOf(rule) !== undefined).length;
  const room = Math.floor(MAX_RESPONSE_HEADERS / answering);
  if (answering === 0 || room >= RESPONSE_HEADERS.length) return rules;
  const responseHeaders = room > 0 ? RESPONSE_HEADERS.slice(0, room) : undefined;
  return rules.map((each) => {
    const customResponse = customResponseOf(each.rule);
    return customResponse ? { ...each, rule: { ...each.rule, action: { block: { customResponse: { ...customResponse, responseHeaders } } } } } : each;
  });
}

/** What this library writes holds plain objects only. */
function customResponseOf({ action }: CfnWebACL.RuleProperty): CfnWebACL.CustomResponseProperty | undefined {
  const { block } = (action ?? {}) as { block?: { customResponse?: CfnWebACL.CustomResponseProperty } };
  return block?.customResponse;
}
