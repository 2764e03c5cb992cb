import { CfnResource } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { hasRouteTo } from './function-subnets';
import { isOpen } from './security-group-seal';
import { contains, parseCidr } from '../private/cidr';
import { isLiteral } from '../private/literal';
import { describeMisuse, fail } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';

/** Stops the synth when a peer is an address range that is malformed or open to everybody. */
export function checkPeerRange(scope: IConstruct, peer: ec2.IConnectable): void {
  const rule = (peer as Partial<ec2.IPeer>).toEgressRuleConfig?.() as { cidrIp?: string; cidrIpv6?: string } | undefined;
  const cidr = rule?.cidrIp ?? rule?.cidrIpv6;
  if (!isLiteral(cidr)) return;
  parseCidr(scope, 'peer', cidr);
  if (isOpen({ CidrIp: rule?.cidrIp, CidrIpv6: rule?.cidrIpv6 })) {
    fail(scope, {
      prop: 'peer',
      value: cidr,
      problem: 'the function may reach only what it needs, and this range is open to everybody',
      instead: 'Name the ranges of the partner that the function calls, at most a /8; for an AWS service connectTo(AwsService...).',
    });
  }
}

/** Egress rules to ranges outside the VPC that no route of the function's subnets leads to; imported routes are not known. */
export function egressOutOfReach(owner: IConstruct, vpc: ec2.IVpc, subnets: ec2.ISubnet[], group: ec2.SecurityGroup): string[] {
  const resource = vpc.node.defaultChild;
  const vpcCidr = CfnResource.isCfnResource(resource) ? (resource as ec2.CfnVPC).cidrBlock : undefined;
  if (!isLiteral(vpcCidr)) return [];
  const declared = resolveResource(group.node.defaultChild as CfnResource).Properties?.SecurityGroupEgress ?? [];
  const rules = declared as { CidrIp?: unknown; CidrIpv6?: unknown }[];
  return rules
    .map((rule) => rule.CidrIp ?? rule.CidrIpv6)
    .filter((cidr): cidr is string => typeof cidr === 'string' && cidr !== '255.255.255.255/32') // CDK's "no traffic"
    .filter((cidr) => !contains(vpcCidr, cidr) && !hasRouteTo(vpc, subnets, (route) => contains(route, cidr)))
    .map((cidr) => describeMisuse(owner, {
      prop: 'egress',
      value: cidr,
      problem: 'no route of the function\'s subnets leads there',
      instead: 'Put the function into private subnets behind a NAT gateway (SecureVpc natGateways), or add the route.',
    }));
}
