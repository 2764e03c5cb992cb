import { Stack } from 'aws-cdk-lib';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { canonicalJson } from '../../private/canonical-json';
import { type Protection, valueAt } from '../../private/seal';

/** A rule of a web ACL, as CloudFormation spells it. */
interface EmittedRule {
  readonly Action?: { readonly Allow?: unknown };
  readonly OverrideAction?: { readonly Count?: unknown };
  readonly Statement?: unknown;
}

/** The promise that the rules are there as they were made; others may stand beside them. */
export function keepsRules(scope: Construct, rulesNow: () => CfnWebACL.RuleProperty[]): Protection {
  return {
    path: 'Rules',
    promise: 'its rules stay as they were made',
    instead: 'Use the props overrides, trustedIps, uploadRoutes and rules of WebFirewall.',
    holds: (rules) => {
      const present = new Set(emitted(rules).map(canonicalJson));
      return rulesNow().every((rule) => present.has(canonicalJson(asEmitted(Stack.of(scope).resolve(rule)))));
    },
  };
}

/**
 * The promise that no rule lets requests past the others: by itself, or as one of a group that others fill. What such a group decides holds,
 * unless it only counts.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-group-override-options.html
 */
export const ALLOWS_NOTHING: Protection = {
  path: 'Rules',
  promise: 'no rule allows requests, which would end the inspection by the rules after it',
  instead: 'Exempt requests from single rules: overrides, trustedIps, uploadRoutes. Have a rule group of your own only count, and act on its labels by rules.',
  holds: (rules) => emitted(rules).every((rule) => !mayAllow(rule)),
  shows: (rules) => emitted(rules).filter(mayAllow),
};

function mayAllow({ Action, OverrideAction, Statement }: EmittedRule): boolean {
  if (Action?.Allow !== undefined) return true;
  if (OverrideAction?.Count !== undefined) return false;
  const { RuleGroupReferenceStatement: ofOthers, ManagedRuleGroupStatement: managed } = (Statement ?? {}) as Record<string, unknown>;
  const overrides = valueAt(managed, 'RuleActionOverrides');
  return ofOthers !== undefined
    || (Array.isArray(overrides) && overrides.some((override) => valueAt(override, 'ActionToUse.Allow') !== undefined));
}

function emitted(rules: unknown): EmittedRule[] {
  return Array.isArray(rules) ? rules : [];
}

/** What CloudFormation spells otherwise than with a capital. */
const SPELLED: Record<string, string> = {
  ipSetReferenceStatement: 'IPSetReferenceStatement',
  ipSetForwardedIpConfig: 'IPSetForwardedIPConfig',
  forwardedIpConfig: 'ForwardedIPConfig',
  awsManagedRulesBotControlRuleSet: 'AWSManagedRulesBotControlRuleSet',
  awsManagedRulesAtpRuleSet: 'AWSManagedRulesATPRuleSet',
  awsManagedRulesAcfpRuleSet: 'AWSManagedRulesACFPRuleSet',
};

/** A property of the L1 as CloudFormation spells it. */
function asEmitted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asEmitted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
    SPELLED[key] ?? key.charAt(0).toUpperCase() + key.slice(1),
    asEmitted(inner),
  ]));
}
