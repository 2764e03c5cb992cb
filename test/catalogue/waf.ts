import { at, Check, list, unless } from './check';
import type { Resource } from './template';

const ACL = 'AWS::WAFv2::WebACL';

function managedGroup(acl: Resource, name: string): any {
  return list(acl.properties.Rules).find((rule) => at(rule, 'Statement.ManagedRuleGroupStatement.Name') === name);
}

export const WAF_CHECKS: Check[] = [
  {
    key: 'waf/webacl-not-empty',
    types: [ACL],
    problem: ({ properties }) => unless(list(properties.Rules).length > 0, 'has no rule'),
  },
  {
    key: 'waf/rule-metrics',
    types: [ACL],
    problem: ({ properties }) => unless(
      [properties, ...list(properties.Rules)].every((part) => at(part, 'VisibilityConfig.CloudWatchMetricsEnabled') === true), 'a rule without metrics',
    ),
  },
  {
    key: 'waf/log4j-rule',
    types: [ACL],
    problem: (acl) => {
      const rule = managedGroup(acl, 'AWSManagedRulesKnownBadInputsRuleSet');
      const group = at(rule, 'Statement.ManagedRuleGroupStatement');
      const softened = [...list(group?.ExcludedRules), ...list(group?.RuleActionOverrides)].filter(({ Name }) => /^Log4JRCE/.test(Name));
      return unless(rule !== undefined && at(rule, 'OverrideAction.Count') === undefined && softened.length === 0, 'Log4j requests pass');
    },
  },
  {
    key: 'waf/rate-based-rule',
    types: [ACL],
    problem: ({ properties }) => unless(
      list(properties.Rules).some((rule) => at(rule, 'Statement.RateBasedStatement') && at(rule, 'Action.Block')), 'no limit for one address',
    ),
  },
];
