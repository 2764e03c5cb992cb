import type { Duration } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import type { FirewallRule } from './firewall-rule';
import { FirewallScope } from './firewall-scope';
import { validateHeaderName } from './header-name';
import { validateOwnLabels } from './labels';
import { ManagedRuleGroup, type ManagedRuleOverride } from './managed-rule-group';
import { validateInRegionOfCloudFront } from './region-of-cloudfront';
import { nameOfGroupRule } from './web-acl-rules';
import type { WebFirewallProps } from './web-firewall-props';
import { validateKey } from '../../data/keys/validate-key';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

const RATE = { min: 10, max: 2_000_000_000 };

/** Names that the firewall gives to rules of its own. */
const TAKEN = /^(RequiredHeader|BlockedIps|AllowedIps|RateLimit|OversizeBodies|OversizeUploads\d*|AWSManagedRules.*|Default_Action|ALL)$/;

/** Quota that only AWS can raise: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MAX_RATE_RULES = 10;

/** There is room for this many priorities before those of the managed groups. */
const MAX_OWN_RULES = 500;

/** Stops on what AWS WAF would refuse, or silently ignore. */
export function validateFirewall(scope: Construct, props: WebFirewallProps): void {
  if (props.scope === FirewallScope.CLOUDFRONT) validateInRegionOfCloudFront(scope, 'scope', props.scope, 'what AWS WAF keeps for CloudFront');
  for (const header of props.sensitiveHeaders ?? []) validateHeaderName(scope, 'sensitiveHeaders', header);
  validateKey(scope, props.encryptionKey);
  validateLog(scope, props);
  validateRateLimit(scope, 'rateLimit', props.rateLimit);
  validateGroups(scope, props.extraRuleGroups ?? []);
  validateRules(scope, props.rules ?? [], props.extraRuleGroups ?? []);
  validateOverrides(scope, props.overrides ?? [], props.extraRuleGroups ?? []);
}

/** Stops on a resource that a firewall of this scope cannot stand in front of. */
export function validateResource(
  firewall: IConstruct & { readonly scope: FirewallScope }, prop: string, resource: IConstruct, wanted: FirewallScope,
): void {
  if (firewall.scope === wanted) return;
  fail(firewall, {
    prop,
    value: resource.node.path,
    problem: `the firewall is for ${firewall.scope === FirewallScope.CLOUDFRONT ? 'distributions of CloudFront' : 'stages of REST APIs and user pools'}`,
    instead: `Make another one, with scope: FirewallScope.${wanted}.`,
  });
}

/** Stops on a rate that AWS WAF does not take. */
function validateRateLimit(scope: IConstruct, prop: string, limit: number | undefined): void {
  if (isLiteral(limit) && (!Number.isInteger(limit) || limit < RATE.min || limit > RATE.max)) {
    fail(scope, {
      prop,
      value: limit,
      problem: 'AWS WAF limits rates of 10 to 2,000,000,000 requests in 5 minutes',
      instead: 'Write a whole number in that range, for example 2000.',
    });
  }
}

/** Stops on rules without a usable name of their own; the rules of groups have names too. */
export function validateRules(scope: IConstruct, rules: FirewallRule[], extraGroups: ManagedRuleGroup[]): void {
  const names = new Set(extraGroups.map(nameOfGroupRule));
  for (const { name, action, labels, limitPerAddress, immunity } of rules) {
    requireLiteral(scope, 'rules', name);
    if (!/^[A-Za-z0-9_-]{1,128}$/.test(name)) {
      fail(scope, {
        prop: 'rules',
        value: name,
        problem: 'the name of a rule is 1 to 128 letters, digits, "-" or "_"',
        instead: 'Write for example "OldClients".',
      });
    }
    if (names.has(name) || TAKEN.test(name)) {
      fail(scope, { prop: 'rules', value: name, problem: 'another rule of this firewall has this name', instead: 'Give each rule a name of its own.' });
    }
    names.add(name);
    validateRateLimit(scope, `rules ${name}`, limitPerAddress);
    validateOwnLabels(scope, `rules ${name}`, labels);
    validateImmunity(scope, `rules ${name}`, action, immunity);
  }
  const rateRules = rules.filter(({ limitPerAddress }) => limitPerAddress !== undefined).length + 1;
  if (rateRules > MAX_RATE_RULES || rules.length > MAX_OWN_RULES) {
    fail(scope, {
      prop: 'rules',
      value: rateRules > MAX_RATE_RULES ? `${rateRules} rate limits` : `${rules.length} rules`,
      problem: rateRules > MAX_RATE_RULES
        ? `a web ACL holds ${MAX_RATE_RULES} rate limits, rateLimit among them`
        : `a firewall holds ${MAX_OWN_RULES} rules of your own`,
      instead: 'Put several requests into one rule by RequestMatch.anyOf.',
    });
  }
}

/** Seconds: https://docs.aws.amazon.com/waf/latest/developerguide/waf-tokens-immunity-times.html */
const IMMUNITY = { challenge: 300, captcha: 60, max: 259_200 };

function validateImmunity(scope: IConstruct, prop: string, action: string, immunity: Duration | undefined): void {
  if (!isLiteral(immunity)) return;
  const seconds = immunity.toSeconds({ integral: false });
  const min = action === 'captcha' ? IMMUNITY.captcha : IMMUNITY.challenge;
  if (!Number.isInteger(seconds) || seconds < min || seconds > IMMUNITY.max) {
    fail(scope, {
      prop,
      value: immunity,
      problem: `a passed ${action} holds for ${min} to ${IMMUNITY.max.toLocaleString('en')} seconds`,
      instead: 'Write for example Duration.hours(1), or leave it out for 5 minutes.',
    });
  }
}

/** Stops on settings of a log that lies where others decide. */
function validateLog(scope: IConstruct, { logDestination, logRetention, encryptionKey }: WebFirewallProps): void {
  if (logDestination?.kind !== 'stream') return;
  for (const [prop, value] of Object.entries({ logRetention, encryptionKey })) {
    if (value === undefined) continue;
    fail(scope, {
      prop,
      value,
      problem: 'requests are logged to a stream of yours, and what it leads to decides on this',
      instead: `Leave ${prop} out, or log to FirewallLogDestination.logGroup() or .bucket().`,
    });
  }
}

/** Groups that nobody has to ask for. */
export const GROUPS_OF_EVERY_FIREWALL = [
  ManagedRuleGroup.COMMON, ManagedRuleGroup.KNOWN_BAD_INPUTS, ManagedRuleGroup.SQL_INJECTION, ManagedRuleGroup.IP_REPUTATION,
];

/** Stops on a group that would run twice, or whose capacity AWS WAF would refuse. */
function validateGroups(scope: IConstruct, extra: ManagedRuleGroup[]): void {
  const seen = new Set(GROUPS_OF_EVERY_FIREWALL.map(nameOfGroupRule));
  for (const group of extra) {
    if (seen.has(nameOfGroupRule(group))) {
      fail(scope, {
        prop: 'extraRuleGroups',
        value: group.name,
        problem: `the firewall has this group already, or another whose rule is ${nameOfGroupRule(group)}, too`,
        instead: 'Leave this one out if it is the same, or else put it into a WebFirewall of its own.',
      });
    }
    seen.add(nameOfGroupRule(group));
    requireLiteral(scope, 'extraRuleGroups capacity', group.capacity);
    if (!Number.isInteger(group.capacity) || group.capacity < 1) {
      fail(scope, {
        prop: 'extraRuleGroups',
        value: `${group.name}, ${group.capacity} capacity units`,
        problem: 'a managed group takes a whole number of capacity units, at least 1',
        instead: 'Write the capacity that its documentation states.',
      });
    }
  }
}

/** Stops on overrides that AWS WAF would silently ignore. */
function validateOverrides(scope: IConstruct, overrides: ManagedRuleOverride[], extra: ManagedRuleGroup[]): void {
  const groups = [...GROUPS_OF_EVERY_FIREWALL, ...extra];
  const seen = new Set<string>();
  for (const { group, rule } of overrides) {
    requireLiteral(scope, 'overrides rule', rule);
    const value = `${group.name} ${rule}`;
    if (!groups.includes(group)) {
      fail(scope, {
        prop: 'overrides',
        value,
        problem: 'the firewall does not have this group',
        instead: 'Add the group (the same object) to extraRuleGroups, or drop the override.',
      });
    }
    if (rule === 'SizeRestrictions_BODY') {
      fail(scope, {
        prop: 'overrides',
        value,
        problem: 'without this rule, bytes that AWS WAF does not inspect would reach every route',
        instead: 'Name the routes that take larger bodies in uploadRoutes.',
      });
    }
    if (group.ruleNames && !group.ruleNames.includes(rule)) {
      fail(scope, {
        prop: 'overrides',
        value,
        problem: 'the group has no such rule, and AWS WAF would silently ignore the override',
        instead: `Write one of ${group.ruleNames.join(', ')}.`,
      });
    }
    if (seen.has(value)) {
      fail(scope, { prop: 'overrides', value, problem: 'there are two overrides of this rule', instead: 'Keep one.' });
    }
    seen.add(value);
  }
}
