import { hasObjects } from '../../engine/checks';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'waf/webacl-not-empty',
  title: 'Web ACLs have at least one rule',
  severity: 'medium',
  resourceTypes: ['AWS::WAFv2::WebACL'],
  controls: {
    fsbp: ['WAF.10'],
    pciDss4: ['6.4.1', '6.4.2'],
    nist80053r5: ['CA-9(1)', 'CM-2'],
  },
  peers: {
    prowler: ['wafv2_webacl_with_rules'],
    other: ['checkov-tf:CKV_AWS_175', 'config:wafv2-webacl-not-empty'],
  },
  rationale: 'A web ACL without rules lets every request pass, or none, whatever it carries, while everybody believes the application is '
    + 'protected.',
  whenNotToUse: 'Web ACLs whose rule groups AWS Firewall Manager adds.',
  fix: 'Give `wafv2.CfnWebACL` at least one rule in `rules`, such as a managed rule group.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-10',
  ],
  absent: {
    means: 'A web ACL without rules applies its default action to every request.',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-default-action.html',
  },
  check: (acl) => (hasObjects(acl.get('Rules')) ? 'COMPLIANT' : violation(acl.get('Rules'), 'it has no rules')),
  unreachable: {
    NOT_APPLICABLE: 'every web ACL can have rules',
  },
});
