import { hasObjects } from '../../engine/checks';
import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'vpc/sg-egress-declared',
  title: 'Security groups declare what may leave',
  severity: 'medium',
  resourceTypes: ['AWS::EC2::SecurityGroup'],
  controls: {},
  peers: {
    guard: ['SECURITY_GROUP_MISSING_EGRESS_RULE'],
    other: ['cfn_nag:F1000'],
  },
  rationale: 'A group without egress rules lets everything out to everywhere. Written down, that is a decision that a reviewer sees.',
  whenNotToUse: 'Groups of resources that open no connections themselves.',
  fix: 'CDK always writes egress rules: use `ec2.SecurityGroup` with `allowAllOutbound: false` and `addEgressRule`. In L1, set '
    + '`securityGroupEgress`.',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html'],
  absent: {
    means: 'EC2 adds rules that let everything out, unless the group is created with egress rules of its own.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html',
  },
  check: (group) => {
    const egress = group.get('SecurityGroupEgress');
    if (hasObjects(egress)) return 'COMPLIANT';
    return violation(egress.location, 'no rule is declared, so that everything may leave');
  },
  unreachable: {
    NOT_APPLICABLE: 'every security group has rules for what leaves',
  },
});
