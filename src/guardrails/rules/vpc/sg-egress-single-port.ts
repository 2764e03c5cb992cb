import { eachRule } from './security-group-rules';
import { hasSinglePort } from './single-port';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'vpc/sg-egress-single-port',
  title: 'Egress rules of security groups name a single port',
  severity: 'low',
  resourceTypes: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress'],
  controls: {},
  peers: {
    guard: ['SECURITY_GROUP_EGRESS_PORT_RANGE_RULE'],
    other: ['cfn_nag:W29'],
  },
  rationale: 'A range of ports leaves malicious code a choice of ways out that the app itself does not need.',
  whenNotToUse: 'Protocols that need a range, such as passive FTP, media over UDP, or ephemeral ports.',
  fix: 'Set `allowAllOutbound: false` and add one rule a port: `group.addEgressRule(target, ec2.Port.tcp(443))`.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  absent: {
    means: 'EC2 adds rules that let everything out, unless the group is created with egress rules of its own.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html',
  },
  outsideDefault: 'opinion of one family of tools: many protocols need a range of ports',
  divergences: [
    {
      peer: 'guard:SECURITY_GROUP_EGRESS_PORT_RANGE_RULE',
      how: 'It compares `FromPort` and `ToPort` of ICMP too, where they are a type and a code and no ports.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/blob/main/rules/aws/amazon_ec2/security_group_egress_port_range_rule.guard',
    },
  ],
  check: eachRule('egress', hasSinglePort),
  unreachable: {
    NOT_APPLICABLE: 'every security group and every rule of one is judged',
  },
});
