import { GIVEN, PARAMETER, VPC, resource, vpcWith } from './situations';
import { rule } from '../../../../src/guardrails/rules/vpc/subnets-multi-az';
import type { Verdicts } from '../verdicts';

function subnet(zone: unknown, more: object = {}): object {
  return resource('Subnet', { VpcId: VPC, AvailabilityZone: zone, ...more });
}

const FIRST = { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] };
const SECOND = { 'Fn::Select': ['1', { 'Fn::GetAZs': { Ref: 'AWS::Region' } }] };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'by name': vpcWith({ A: subnet('eu-west-1a'), B: subnet('eu-west-1b') }),
    'by number': vpcWith({ A: subnet(FIRST), B: subnet(SECOND) }),
    'by letter': vpcWith({ A: subnet({ 'Fn::Sub': '${AWS::Region}a' }), B: subnet({ 'Fn::Join': ['', [{ Ref: 'AWS::Region' }, 'b']] }) }),
    'by id': vpcWith({ A: subnet(undefined, { AvailabilityZoneId: 'euw1-az1' }), B: subnet(undefined, { AvailabilityZoneId: 'euw1-az2' }) }),
    'two of three known': vpcWith({ A: subnet('eu-west-1a'), B: subnet('eu-west-1b'), C: subnet(GIVEN) }, PARAMETER),
  },
  nonCompliant: {
    'one subnet': [vpcWith({ A: subnet(GIVEN) }, PARAMETER), 'Properties'],
    'one zone by name': [vpcWith({ A: subnet('eu-west-1a'), B: subnet('eu-west-1a') }), 'Properties'],
    'one zone by letter': [vpcWith({ A: subnet({ 'Fn::Sub': '${AWS::Region}a' }), B: subnet({ 'Fn::Sub': '${AWS::Region}a' }) }), 'Properties'],
    'one zone by number': [vpcWith({ A: subnet(FIRST), B: subnet({ 'Fn::Select': ['0', { 'Fn::GetAZs': '' }] }) }), 'Properties'],
  },
  insufficientData: {
    'a parameter': vpcWith({ A: subnet('eu-west-1a'), B: subnet(GIVEN) }, PARAMETER),
    'two parameters': vpcWith({ A: subnet(GIVEN), B: subnet({ Ref: 'Other' }) }, { Parameters: { Source: { Type: 'String' }, Other: { Type: 'String' } } }),
    'a name and a letter': vpcWith({ A: subnet('eu-west-1a'), B: subnet({ 'Fn::Sub': '${AWS::Region}b' }) }),
    'regions of parameters': vpcWith(
      { A: subnet({ 'Fn::Sub': '${Source}a' }), B: subnet({ 'Fn::Sub': '${Other}b' }) }, { Parameters: { Source: { Type: 'String' }, Other: { Type: 'String' } } },
    ),
    'a name and a number': vpcWith({ A: subnet('eu-west-1a'), B: subnet(FIRST) }),
    'zones that EC2 chooses': vpcWith({ A: subnet(undefined), B: subnet(undefined) }),
    'no other subnet than that of a VPC that a parameter names': vpcWith({ B: resource('Subnet', { VpcId: GIVEN }) }, PARAMETER),
    'a subnet of a VPC that a parameter names': vpcWith({ A: subnet(FIRST), B: resource('Subnet', { VpcId: GIVEN }) }, PARAMETER),
  },
  notApplicable: { 'no subnets': vpcWith() },
};
