import { GIVEN, PARAMETER, VPC, ingress, resource, tcp, vpcWith } from './situations';
import { rule } from '../../../../src/guardrails/rules/vpc/default-security-group-closed';
import { app, judging, resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

const DEFAULT = { 'Fn::GetAtt': ['Subject', 'DefaultSecurityGroup'] };
const REVOKE = ['ec2:RevokeSecurityGroupIngress', 'ec2:RevokeSecurityGroupEgress'];

function restriction(group: unknown): object {
  return { Type: 'Custom::VpcRestrictDefaultSG', Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:a', DefaultSecurityGroupId: group } };
}

/** A custom resource of another kind, with the permissions of its function. */
function closer(group: unknown, actions: readonly string[]): Record<string, object> {
  const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
  return {
    Closer: { Type: 'AWS::CloudFormation::CustomResource', Properties: { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] }, GroupId: group } },
    Function: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } },
    Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement } } },
  };
}

function ruleOf(group: unknown, type = 'SecurityGroupIngress'): Record<string, object> {
  return { Rule: resource(type, { GroupId: group, ...tcp(443), CidrIp: '10.0.0.0/8' }) };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'the custom resource of CDK': vpcWith({ Custom: restriction(DEFAULT) }),
    'a custom resource that may only revoke': vpcWith(closer(DEFAULT, REVOKE)),
    'closed from another stack': app(
      { file: 'a.json', body: { Resources: { Subject: resource('VPC', {}) }, Outputs: { Id: { Value: DEFAULT, Export: { Name: 'group' } } } } },
      { file: 'b.json', body: { Resources: { Custom: restriction({ 'Fn::ImportValue': 'group' }) } } },
    ),
  },
  nonCompliant: {
    'nothing closes it': [vpcWith(), 'Properties'],
    'another group is closed': [vpcWith({ Other: resource('SecurityGroup', {}), Custom: restriction({ Ref: 'Other' }) }), 'Properties'],
    'that of another VPC is closed': [
      vpcWith({ Other: resource('VPC', {}), Custom: restriction({ 'Fn::GetAtt': ['Other', 'DefaultSecurityGroup'] }) }), 'Properties',
    ],
    'the custom resource gets the VPC, not the group': [vpcWith(closer(VPC, REVOKE)), 'Properties'],
    'a rule opens it': [judging('Rule', vpcWith(ruleOf(DEFAULT))), 'Properties.GroupId'],
    'a rule lets out of it': [judging('Rule', vpcWith(ruleOf(DEFAULT, 'SecurityGroupEgress'))), 'Properties.GroupId'],
    'a rule opens it by its name': [
      resources({ Subject: resource('SecurityGroupIngress', { GroupName: 'default', ...tcp(443), CidrIp: '10.0.0.0/8' }) }), 'Properties.GroupName',
    ],
  },
  insufficientData: {
    'a custom resource that may add rules too': vpcWith(closer(DEFAULT, [...REVOKE, 'ec2:AuthorizeSecurityGroup*'])),
    'a custom resource that may add rules for what comes in': vpcWith(closer(DEFAULT, [...REVOKE, 'ec2:AuthorizeSecurityGroupIngress'])),
    'a custom resource that may add rules for what goes out': vpcWith(closer(DEFAULT, [...REVOKE, 'ec2:AuthorizeSecurityGroupEgress'])),
    'a custom resource that closes one direction': vpcWith(closer(DEFAULT, ['ec2:RevokeSecurityGroupIngress'])),
    'a custom resource with a managed policy': vpcWith({
      ...closer(DEFAULT, REVOKE), Role: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonEC2FullAccess'] } },
    }),
    'a custom resource that may do something else': vpcWith(closer(DEFAULT, ['ec2:Describe*'])),
    'a group that a parameter names is closed': vpcWith({ Custom: restriction(GIVEN) }, PARAMETER),
    'a rule of a group by its id': ingress({ ...tcp(443), CidrIp: '10.0.0.0/8' }),
  },
  notApplicable: {
    'a rule of another group': judging('Rule', vpcWith({ Group: resource('SecurityGroup', {}), ...ruleOf({ 'Fn::GetAtt': ['Group', 'GroupId'] }) })),
    'a rule of another group by its name': resources({ Subject: resource('SecurityGroupIngress', { GroupName: 'orders', ...tcp(443) }) }),
  },
};
