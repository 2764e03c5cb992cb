import { FUNCTION, functionBeside, GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/vpc-multi-az';
import { app, given, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.VpcConfig.SubnetIds';

function subnet(zone?: unknown): object {
  return { Type: 'AWS::EC2::Subnet', Properties: zone === undefined ? {} : { AvailabilityZone: zone } };
}

function nth(index: number): object {
  return { 'Fn::Select': [index, { 'Fn::GetAZs': '' }] };
}

/** A function in a subnet of each of these zones. */
function inZones(...zones: readonly unknown[]): Situation {
  const subnets = Object.fromEntries(zones.map((zone, index) => [`Subnet${index}`, subnet(zone)]));
  return functionBeside({ VpcConfig: { SubnetIds: Object.keys(subnets).map((id) => ({ Ref: id })), SecurityGroupIds: ['sg-1'] } }, subnets, GIVEN);
}

const fn = subjectOf('AWS::Lambda::Function');

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'two zones by name': inZones('eu-west-1a', 'eu-west-1b'),
    'two zones by place, one of which is known nowhere': inZones(nth(0), nth(10), undefined),
    'two zones by place': inZones(nth(0), nth(1)),
    'a third that is not known': inZones('eu-west-1a', 'eu-west-1b', undefined),
    'subnets of another stack': app(
      {
        file: 'network.json',
        body: {
          Resources: { A: subnet('eu-west-1a'), B: subnet('eu-west-1b') },
          Outputs: { A: { Value: { Ref: 'A' }, Export: { Name: 'a' } }, B: { Value: { Ref: 'B' }, Export: { Name: 'b' } } },
        },
      },
      {
        file: 'app.json',
        body: {
          Resources: {
            Subject: {
              ...FUNCTION, Properties: { ...FUNCTION.Properties, VpcConfig: { SubnetIds: [{ 'Fn::ImportValue': 'a' }, { 'Fn::ImportValue': 'b' }] } },
            },
          },
        },
      },
    ),
  },
  nonCompliant: {
    'one subnet': [inZones('eu-west-1a'), AT],
    'one subnet, whose zone AWS chooses': [inZones(undefined), AT],
    'one imported subnet': [fn({ VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } }), AT],
    'one subnet twice': [fn({ VpcConfig: { SubnetIds: ['subnet-1', 'subnet-1'], SecurityGroupIds: ['sg-1'] } }), AT],
    'two subnets in one zone': [inZones('eu-west-1a', 'eu-west-1a'), AT],
    'two subnets in one zone by place': [inZones(nth(1), nth(1)), AT],
    'two zones where three are asked for': [given({ zones: 3 }, inZones('eu-west-1a', 'eu-west-1b', 'eu-west-1a')), AT],
  },
  insufficientData: {
    'zones that AWS chooses': inZones(undefined, undefined),
    'one by name, one by place': inZones('eu-west-1a', nth(1)),
    'a zone given at deployment': inZones('eu-west-1a', { Ref: 'Given' }),
    'imported subnets': fn({ VpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } }),
    'zones that AWS chooses, of a subnet of the app and another': functionBeside(
      { VpcConfig: { SubnetIds: [{ Ref: 'Subnet0' }, { Ref: 'Given' }], SecurityGroupIds: ['sg-1'] } }, { Subnet0: subnet('eu-west-1a') }, GIVEN,
    ),
    'three zones, one by place, where two by name are asked for': given({ zones: 3 }, inZones('eu-west-1a', 'eu-west-1b', nth(1))),
    'all subnets given at deployment': fn(
      { VpcConfig: { SubnetIds: { Ref: 'All' } } }, { Parameters: { All: { Type: 'List<AWS::EC2::Subnet::Id>' } } },
    ),
    'a subnet beside a list that may hold others': given({ zones: 3 }, functionBeside(
      { VpcConfig: { SubnetIds: [{ Ref: 'Subnet0' }, { Ref: 'Given' }], SecurityGroupIds: ['sg-1'] } }, { Subnet0: subnet('eu-west-1a') }, GIVEN,
    )),
  },
  notApplicable: {
    'no VPC': fn(),
    'no VPC any more': fn({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }),
    'instances of a capacity provider': fn({ CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: {} } }),
    'instances of a capacity provider, whatever the function says of subnets': fn({
      CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: {} }, VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    }),
  },
};
