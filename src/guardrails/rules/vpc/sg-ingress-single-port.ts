import { eachRule } from './security-group-rules';
import { hasSinglePort } from './single-port';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'vpc/sg-ingress-single-port',
  title: 'Ingress rules of security groups name a single port',
  severity: 'low',
  resourceTypes: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  controls: {},
  peers: {
    guard: ['SECURITY_GROUP_INGRESS_PORT_RANGE_RULE'],
    other: ['cfn_nag:W27'],
  },
  rationale: 'A range of ports also opens those inside it that nobody thought of, and services that listen there later.',
  whenNotToUse: 'Protocols that need a range, such as passive FTP, media over UDP, or ephemeral ports.',
  fix: 'Add one rule a port: `group.addIngressRule(source, ec2.Port.tcp(443))` instead of `ec2.Port.tcpRange(...)`.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  absent: {
    means: 'A security group without ingress rules lets nothing in.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html',
  },
  outsideDefault: 'opinion of one family of tools: many protocols need a range of ports',
  divergences: [
    {
      peer: 'guard:SECURITY_GROUP_INGRESS_PORT_RANGE_RULE',
      how: 'It compares `FromPort` and `ToPort` of ICMP too, where they are a type and a code and no ports.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/blob/main/rules/aws/amazon_ec2/security_group_ingress_port_range_rule.guard',
    },
  ],
  check: eachRule('ingress', hasSinglePort),
  unreachable: {
    NOT_APPLICABLE: 'every security group and every rule of one is judged',
  },
});
