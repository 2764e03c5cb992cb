import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { parseCidr } from '../private/cidr';
import { fail } from '../private/misuse';

/** VPC ranges and subnets that AWS accepts: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const PREFIX = { vpcWidest: 16, narrowest: 28 };

/** A range of subnets inside the VPC's. */
interface Tier {
  readonly name: string;
  readonly subnetType: ec2.SubnetType;
  /** Bits more than the VPC's prefix: 4 make 16 subnets of this size fill the VPC. */
  readonly extraBits: number;
}

const ISOLATED: Tier = { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, extraBits: 4 };
const PRIVATE: Tier = { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, extraBits: 4 };
const PUBLIC: Tier = { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, extraBits: 6 }; // for NAT gateways only

/**
 * The subnets of a VPC in each availability zone.
 *
 * Sizes are fixed and isolated subnets come first, so that asking for NAT gateways later moves none of them.
 */
export function subnetLayout(scope: IConstruct, cidr: string, zones: number, nat: boolean): ec2.SubnetConfiguration[] {
  const { prefix, version, address } = parseCidr(scope, 'cidr', cidr);
  if (version === 6 || prefix < PREFIX.vpcWidest || prefix > PREFIX.narrowest || !isNetworkAddress(address, prefix)) {
    fail(scope, {
      prop: 'cidr',
      value: cidr,
      problem: version === 6 || isNetworkAddress(address, prefix)
        ? `the range of a VPC is an IPv4 one of /${PREFIX.vpcWidest} to /${PREFIX.narrowest}`
        : `${address} is inside a /${prefix} range, not its first address`,
      instead: 'Write for example "10.0.0.0/16".',
    });
  }
  const tiers = nat ? [ISOLATED, PRIVATE, PUBLIC] : [ISOLATED];
  const sizes = tiers.map((tier) => ({ tier, cidrMask: Math.min(prefix + tier.extraBits, PREFIX.narrowest) }));
  const needed = sizes.reduce((sum, { cidrMask }) => sum + zones * 2 ** (32 - cidrMask), 0);
  if (needed > 2 ** (32 - prefix)) {
    fail(scope, {
      prop: 'cidr',
      value: cidr,
      problem: `${zones * tiers.length} subnets do not fit: each has at least 16 addresses`,
      instead: 'Write a larger range, such as a /16, or use fewer availability zones.',
    });
  }
  return sizes.map(({ tier, cidrMask }) => ({
    name: tier.name,
    subnetType: tier.subnetType,
    cidrMask,
    ...(tier === PUBLIC ? { mapPublicIpOnLaunch: false } : {}),
  }));
}

function isNetworkAddress(address: string, prefix: number): boolean {
  const bits = address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
  return bits % 2 ** (32 - prefix) === 0;
}
