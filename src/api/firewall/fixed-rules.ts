import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { FirewallScope } from './firewall-scope';
import type { IpSet } from './ip-set';
import { ManagedRuleGroup } from './managed-rule-group';
import { blockRule, groupRule, PRIORITY, rateRule, type WebAclRule } from './web-acl-rules';
import type { WebFirewallProps } from './web-firewall-props';
import { fail } from '../../private/misuse';

/** The rules that no method adds to, with the IP sets that they refer to. */
export function fixedRules(scope: Construct, props: WebFirewallProps): WebAclRule[] {
  const overridesOf = (group: ManagedRuleGroup) => (props.overrides ?? []).filter((override) => override.group === group);
  const group = (which: ManagedRuleGroup, priority: number, scopeDown?: CfnWebACL.StatementProperty) =>
    groupRule(which, priority, overridesOf(which), scopeDown);
  const firewallScope = props.scope ?? FirewallScope.REGIONAL;
  const trusted = addresses(scope, 'trustedIps', props.trustedIps, firewallScope);
  const untrusted = trusted && { notStatement: { statement: trusted } };
  const blocked = addresses(scope, 'blockedIps', props.blockedIps, firewallScope);
  const allowed = addresses(scope, 'allowedIps', props.allowedIps, firewallScope);
  return [
    ...(blocked ? [blockRule('BlockedIps', PRIORITY.blockedIps, blocked)] : []),
    ...(allowed ? [blockRule('AllowedIps', PRIORITY.allowedIps, { notStatement: { statement: allowed } })] : []),
    rateRule('RateLimit', PRIORITY.rateLimit, props.rateLimit ?? 2_000, untrusted),
    group(ManagedRuleGroup.IP_REPUTATION, PRIORITY.ipReputation, untrusted),
    group(ManagedRuleGroup.KNOWN_BAD_INPUTS, PRIORITY.knownBadInputs),
    group(ManagedRuleGroup.SQL_INJECTION, PRIORITY.sqlInjection),
    ...(props.extraRuleGroups ?? []).map((extra, index) => {
      const { scopeDown, configs } = extra._bind(scope, firewallScope);
      return groupRule(extra, PRIORITY.extraGroups + index, overridesOf(extra), scopeDown, configs);
    }),
  ];
}

function addresses(
  scope: Construct, prop: string, sets: IpSet[] | undefined, firewallScope: FirewallScope,
): CfnWebACL.StatementProperty | undefined {
  if (!sets) return undefined;
  if (sets.length === 0) {
    fail(scope, { prop, value: sets, problem: 'there is no IP set in it', instead: 'Name one, for example IpSet.v4([...]), or leave the prop out.' });
  }
  const id = prop.charAt(0).toUpperCase() + prop.slice(1);
  const statements = sets.map((set, index) => set._bind(scope, prop, `${id}${index + 1}`, firewallScope));
  return statements.length === 1 ? statements[0] : { orStatement: { statements } };
}
