import { hasObjects } from '../../engine/checks';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'waf/rulegroup-not-empty',
  title: 'WAF rule groups have at least one rule',
  severity: 'medium',
  resourceTypes: ['AWS::WAFv2::RuleGroup'],
  controls: {},
  peers: {
    other: ['config:wafv2-rulegroup-not-empty'],
  },
  rationale: 'A rule group without rules inspects nothing. The web ACLs that refer to it look protected and are not.',
  whenNotToUse: 'Rule groups that another tool fills after deployment; then the stack takes the rules away again with its next update.',
  fix: 'Give `wafv2.CfnRuleGroup` at least one rule in `rules`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-rulegroup.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/wafv2-rulegroup-not-empty.html',
  ],
  absent: {
    means: 'The rule group holds no rules.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-rulegroup.html',
  },
  check: (group) => (hasObjects(group.get('Rules')) ? 'COMPLIANT' : violation(group.get('Rules'), 'it has no rules')),
  unreachable: {
    NOT_APPLICABLE: 'every rule group can have rules',
  },
});
