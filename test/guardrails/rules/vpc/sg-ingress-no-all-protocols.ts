import { GIVEN, PARAMETER, group, groupWith, ingress, resource, tcp } from './situations';
import { rule } from '../../../../src/guardrails/rules/vpc/sg-ingress-no-all-protocols';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

function amongMembers(source: object): Situation {
  return resources({
    Group: resource('SecurityGroup', { GroupDescription: 'a' }),
    Subject: resource('SecurityGroupIngress', { IpProtocol: '-1', GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] }, SourceSecurityGroupId: source }),
  });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'no rules': group(),
    'one port': groupWith('Ingress', { ...tcp(443), CidrIp: '10.0.0.0/8' }),
    'ICMP': ingress({ IpProtocol: 'icmp', FromPort: -1, ToPort: -1, CidrIp: '10.0.0.0/8' }),
    'members of the group': amongMembers({ 'Fn::GetAtt': ['Group', 'GroupId'] }),
    'members of the group, by Ref': amongMembers({ Ref: 'Group' }),
    'members of a group by its id': ingress({ IpProtocol: '-1', GroupId: 'sg-1', SourceSecurityGroupId: 'sg-1' }),
  },
  nonCompliant: {
    'a network': [groupWith('Ingress', { IpProtocol: '-1', CidrIp: '10.0.0.0/8' }), 'Properties.SecurityGroupIngress.0.IpProtocol'],
    'as a number': [ingress({ IpProtocol: -1, CidrIp: '10.0.0.0/8' }), 'Properties.IpProtocol'],
    'with ports, which do not count': [ingress({ IpProtocol: '-1', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8' }), 'Properties.IpProtocol'],
    'another group': [amongMembers({ Ref: 'Other' }), 'Properties.IpProtocol'],
    'another group by its id': [ingress({ IpProtocol: '-1', SourceSecurityGroupId: 'sg-2' }), 'Properties.IpProtocol'],
  },
  insufficientData: {
    'a protocol that a parameter names': resources({ Subject: resource('SecurityGroupIngress', { IpProtocol: GIVEN, CidrIp: '10.0.0.0/8' }) }, PARAMETER),
    'of all that it says, nothing is known': resources({
      Subject: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { 'Fn::GetAtt': ['Given', 'Rule'] } }, Given: { Type: 'Custom::Given' },
    }),
    'no protocol': ingress({ CidrIp: '10.0.0.0/8' }),
  },
};
