import { GIVEN, PARAMETER, VPC, resource, vpcWith } from './situations';
import { rule } from '../../../../src/guardrails/rules/vpc/flow-logs';
import { app } from '../verdicts';
import type { Verdicts } from '../verdicts';

function log(of: unknown, traffic: unknown = 'ALL'): object {
  return resource('FlowLog', { ResourceId: of, ResourceType: 'VPC', TrafficType: traffic });
}

const SUBNET = resource('Subnet', { VpcId: VPC });

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'everything': vpcWith({ Log: log(VPC) }),
    'rejected traffic': vpcWith({ Log: log({ 'Fn::GetAtt': ['Subject', 'VpcId'] }, 'REJECT') }),
    'every subnet': vpcWith({ A: SUBNET, B: SUBNET, LogA: log({ Ref: 'A' }), LogB: log({ Ref: 'B' }) }),
    'from another stack': app(
      { file: 'a.json', body: { Resources: { Subject: resource('VPC', {}) }, Outputs: { Id: { Value: VPC, Export: { Name: 'vpc' } } } } },
      { file: 'b.json', body: { Resources: { Log: log({ 'Fn::ImportValue': 'vpc' }) } } },
    ),
  },
  nonCompliant: {
    'none': [vpcWith(), 'Properties'],
    'accepted traffic only': [vpcWith({ Log: log(VPC, 'ACCEPT') }), 'Properties'],
    'no kind of traffic': [vpcWith({ Log: resource('FlowLog', { ResourceId: VPC, ResourceType: 'VPC' }) }), 'Properties'],
    'one of two subnets': [vpcWith({ A: SUBNET, B: SUBNET, LogA: log({ Ref: 'A' }) }), 'Properties'],
    'accepted traffic of one subnet': [vpcWith({ A: SUBNET, B: SUBNET, LogA: log({ Ref: 'A' }), LogB: log({ Ref: 'B' }, 'ACCEPT') }), 'Properties'],
    'another VPC': [vpcWith({ Other: resource('VPC', {}), Log: log({ Ref: 'Other' }) }), 'Properties'],
    'a log that exists sometimes': [vpcWith({ Log: { ...log(VPC), Condition: 'Logged' } }, {
      ...PARAMETER, Conditions: { Logged: { 'Fn::Equals': [GIVEN, 'yes'] } },
    }), 'Properties'],
  },
  insufficientData: {
    'of something that a parameter names': vpcWith({ Log: log(GIVEN) }, PARAMETER),
    'every subnet, and one of a VPC that a parameter names': vpcWith(
      { A: SUBNET, LogA: log({ Ref: 'A' }), B: resource('Subnet', { VpcId: GIVEN }) }, PARAMETER,
    ),
    'traffic that a parameter names': vpcWith({ Log: log(VPC, GIVEN) }, PARAMETER),
  },
};
