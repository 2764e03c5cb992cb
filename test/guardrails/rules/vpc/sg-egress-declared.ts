import { ANYWHERE, group, groupWith, resource, tcp } from './situations';
import { rule } from '../../../../src/guardrails/rules/vpc/sg-egress-declared';
import { resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'declared': groupWith('Egress', { ...tcp(443), CidrIp: '10.0.0.0/8' }),
    'everything, but declared': groupWith('Egress', { IpProtocol: '-1', ...ANYWHERE }),
  },
  nonCompliant: {
    'nothing said': [group(), 'Properties.SecurityGroupEgress'],
    'an empty list': [groupWith('Egress'), 'Properties.SecurityGroupEgress'],
    'an item that is left out': [groupWith('Egress', { Ref: 'AWS::NoValue' }), 'Properties.SecurityGroupEgress'],
    'a rule of its own, which leaves the default in place': [resources({
      Subject: resource('SecurityGroup', { GroupDescription: 'a' }),
      Rule: resource('SecurityGroupEgress', { GroupId: { Ref: 'Subject' }, ...tcp(443), CidrIp: '10.0.0.0/8' }),
    }), 'Properties.SecurityGroupEgress'],
  },
  insufficientData: {
    'rules from another stack, whose outputs are text': group({ SecurityGroupEgress: { 'Fn::ImportValue': 'rules' } }),
    'rules from a transform': group({ SecurityGroupEgress: { 'Fn::Transform': { Name: 'a' } } }),
  },
};
