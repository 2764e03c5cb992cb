import type { KnownRule, KnownWildcards } from './catalogue';
import { REASONS } from './reasons';
import { SecureVpc } from '../network/secure-vpc';
import { VpcLambda } from '../network/vpc-lambda';

const NETWORK_INTERFACES = { owner: (each: unknown) => each instanceof VpcLambda, at: 'NetworkInterfaces/Resource', type: 'AWS::IAM::Policy' };

/** Findings on VPCs, and on what functions in them need. */
export const NETWORK_RULES: KnownRule[] = [
  { ...NETWORK_INTERFACES, rules: ['IAMNoInlinePolicy'], reason: REASONS.inlinePolicy },
  { owner: isVpc, at: 'FlowLogRole/Resource', type: 'AWS::IAM::Role', rules: ['IAMNoInlinePolicy'], reason: REASONS.inlinePolicy },
  { owner: isVpc, at: 'Resource/Resource', type: 'AWS::EC2::VPC', rules: ['VPCDefaultSecurityGroupClosed'], reason: REASONS.defaultSecurityGroup },
  {
    owner: isVpc,
    at: 'Resource/*/DefaultRoute',
    type: 'AWS::EC2::Route',
    rules: ['VPCNoUnrestrictedRouteToIGW'],
    reason: ({ properties }) => (properties.GatewayId === undefined ? undefined : REASONS.natRoute), // others lead to a NAT gateway
  },
];

export const NETWORK_WILDCARDS: KnownWildcards[] = [{
  ...NETWORK_INTERFACES,
  wildcards: [
    { resource: (text) => text === '*', actions: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'], reason: REASONS.listInterfaces },
    {
      resource: (text) => /^arn:[^*]+:ec2:[^*]+:\*\/\*$/.test(text),
      actions: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses'],
      reason: REASONS.manageInterfaces,
    },
  ],
}];

function isVpc(each: unknown): boolean {
  return each instanceof SecureVpc;
}
