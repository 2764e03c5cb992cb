import { GIVEN, PARAMETER, VPC, resource, vpcWith } from './situations';
import { rule } from '../../../../src/guardrails/rules/vpc/public-private-separation';
import type { Verdicts } from '../verdicts';

const SUBNET = resource('Subnet', { VpcId: VPC });
const PUBLIC = {
  Gateway: resource('InternetGateway', {}),
  Out: resource('RouteTable', { VpcId: VPC }),
  Route: resource('Route', { RouteTableId: { Ref: 'Out' }, DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } }),
  Front: SUBNET,
  FrontOut: resource('SubnetRouteTableAssociation', { SubnetId: { Ref: 'Front' }, RouteTableId: { Ref: 'Out' } }),
};

function routed(table: unknown): object {
  return resource('SubnetRouteTableAssociation', { SubnetId: { Ref: 'Back' }, RouteTableId: table });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'both': vpcWith({ ...PUBLIC, Back: SUBNET }),
    'both, the private one with a route table': vpcWith({ ...PUBLIC, Back: SUBNET, Inside: resource('RouteTable', { VpcId: VPC }), BackIn: routed({ Ref: 'Inside' }) }),
    'a route to the internet gateway for some addresses': vpcWith({
      ...PUBLIC, Route: resource('Route', { RouteTableId: { Ref: 'Out' }, DestinationCidrBlock: '192.0.2.0/24', GatewayId: { Ref: 'Gateway' } }),
    }),
    'private ones only': vpcWith({ Back: SUBNET }),
    'a route to a NAT gateway': vpcWith({
      Back: SUBNET,
      Inside: resource('RouteTable', {}),
      BackIn: routed({ Ref: 'Inside' }),
      Nat: resource('Route', { RouteTableId: { Ref: 'Inside' }, DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' }),
    }),
  },
  nonCompliant: {
    'one public subnet': [vpcWith(PUBLIC), 'Properties'],
    'two public subnets': [vpcWith({ ...PUBLIC, Back: SUBNET, BackOut: routed({ Ref: 'Out' }) }), 'Properties'],
  },
  insufficientData: {
    'a route table outside the app': vpcWith({ ...PUBLIC, Back: SUBNET, BackOut: routed('rtb-1') }),
    'a gateway that a parameter names': vpcWith({
      ...PUBLIC, Route: resource('Route', { RouteTableId: { Ref: 'Out' }, DestinationCidrBlock: '0.0.0.0/0', GatewayId: GIVEN }),
    }, PARAMETER),
    'no other subnet than that of a VPC that a parameter names': vpcWith({ Other: resource('Subnet', { VpcId: GIVEN }) }, PARAMETER),
    'a route of a table that a parameter names': vpcWith({
      ...PUBLIC, Route: resource('Route', { RouteTableId: GIVEN, DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } }),
    }, PARAMETER),
    'a route table of a subnet that a parameter names': vpcWith({
      ...PUBLIC, FrontOut: resource('SubnetRouteTableAssociation', { SubnetId: GIVEN, RouteTableId: { Ref: 'Out' } }),
    }, PARAMETER),
    'a subnet of a VPC that a parameter names': vpcWith({ ...PUBLIC, Other: resource('Subnet', { VpcId: GIVEN }) }, PARAMETER),
  },
  notApplicable: { 'no subnets': vpcWith() },
};
