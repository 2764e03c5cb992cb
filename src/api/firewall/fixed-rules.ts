import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { FirewallRule } from './firewall-rule';
import type { IpSet } from './ip-set';
import { ManagedRuleGroup } from './managed-rule-group';
import { blockRule, countRule, groupRule, PRIORITY, rateRule, type WebAclRule } from './web-acl-rules';
import type { WebFirewallProps } from './web-firewall-props';
import { fail } from '../../private/misuse';

/** The rules that do not depend on upload routes, with the IP sets that they refer to. */
export function fixedRules(scope: Construct, props: WebFirewallProps): WebAclRule[] {
  const overridesOf = (group: ManagedRuleGroup) => (props.overrides ?? []).filter((override) => override.group === group);
  const group = (which: ManagedRuleGroup, priority: number, scopeDown?: CfnWebACL.StatementProperty) =>
    groupRule(which, priority, overridesOf(which), scopeDown);
  const trusted = addresses(scope, 'trustedIps', props.trustedIps);
  const untrusted = trusted && { notStatement: { statement: trusted } };
  const blocked = addresses(scope, 'blockedIps', props.blockedIps);
  const allowed = addresses(scope, 'allowedIps', props.allowedIps);
  return [
    ...(blocked ? [blockRule('BlockedIps', PRIORITY.blockedIps, blocked)] : []),
    ...(allowed ? [blockRule('AllowedIps', PRIORITY.allowedIps, { notStatement: { statement: allowed } })] : []),
    rateRule('RateLimit', PRIORITY.rateLimit, props.rateLimit ?? 2_000, untrusted),
    group(ManagedRuleGroup.IP_REPUTATION, PRIORITY.ipReputation, untrusted),
    ...(props.rules ?? []).map((rule, index) => ownRule(scope, rule, PRIORITY.own + index)),
    group(ManagedRuleGroup.KNOWN_BAD_INPUTS, PRIORITY.knownBadInputs),
    group(ManagedRuleGroup.SQL_INJECTION, PRIORITY.sqlInjection),
    ...(props.extraRuleGroups ?? []).map((extra, index) => group(extra, PRIORITY.extraGroups + index)),
  ];
}

function addresses(scope: Construct, prop: string, sets: IpSet[] | undefined): CfnWebACL.StatementProperty | undefined {
  if (!sets) return undefined;
  if (sets.length === 0) {
    fail(scope, { prop, value: sets, problem: 'there is no IP set in it', instead: 'Name one, for example IpSet.v4([...]), or leave the prop out.' });
  }
  const id = prop.charAt(0).toUpperCase() + prop.slice(1);
  const statements = sets.map((set, index) => set._bind(scope, prop, `${id}${index + 1}`));
  return statements.length === 1 ? statements[0] : { orStatement: { statements } };
}

function ownRule(scope: Construct, rule: FirewallRule, priority: number): WebAclRule {
  const statement = rule.match._bind(scope, `rules ${rule.name}`);
  if (rule.limitPerAddress !== undefined) return rateRule(rule.name, priority, rule.limitPerAddress, statement);
  return (rule.countsOnly ? countRule : blockRule)(rule.name, priority, statement);
}
