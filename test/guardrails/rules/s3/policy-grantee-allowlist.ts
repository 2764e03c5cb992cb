import { accessPoint, at, GIVEN, policy, policyWith, PUBLIC_READ, ROLE_READ } from './situations';
import { rule } from '../../../../src/guardrails/rules/s3/policy-grantee-allowlist';
import { given } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const OPTIONS = {
  principals: ['111122223333', 'arn:aws:iam::111122223333:role/read*'],
  services: ['logging.s3.amazonaws.com'],
  ipRanges: ['192.0.2.0/24'],
  vpcs: ['vpc-1', 'vpce-1'],
};

function listed(situation: Situation): Situation {
  return given(OPTIONS, situation);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a listed role': listed(policy(ROLE_READ)),
    'a listed account': listed(policy({ ...ROLE_READ, Principal: { AWS: ['111122223333', 'arn:aws:iam::111122223333:root'] } })),
    'a listed service': listed(policy({ ...ROLE_READ, Principal: { Service: 'logging.s3.amazonaws.com' } })),
    'a role of the app': listed(policyWith(
      { ...ROLE_READ, Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } }, {}, { Role: { Type: 'AWS::IAM::Role', Properties: {} } },
    )),
    'everybody from listed addresses': listed(policy({ ...PUBLIC_READ, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } })),
    'everybody from listed VPCs': listed(policy({ ...PUBLIC_READ, Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-1'] } } })),
    'others are denied': listed(policy({ ...PUBLIC_READ, Effect: 'Deny' })),
  },
  nonCompliant: {
    'another account': [listed(policy({ ...ROLE_READ, Principal: { AWS: '444455556666' } })), at(0, '.Principal.AWS')],
    'another role beside a listed one': [
      listed(policy({ ...ROLE_READ, Principal: { AWS: [ROLE_READ.Principal.AWS, 'arn:aws:iam::111122223333:role/writer'] } })), at(0, '.Principal.AWS.1'),
    ],
    'another service': [listed(policy({ ...ROLE_READ, Principal: { Service: 'cloudtrail.amazonaws.com' } })), at(0, '.Principal.Service')],
    'a service in the list of principals only': [
      given({ principals: ['logging.s3.amazonaws.com'] }, policy({ ...ROLE_READ, Principal: { Service: 'logging.s3.amazonaws.com' } })),
      at(0, '.Principal.Service'),
    ],
    'everybody, although any principal is listed': [given({ principals: ['*'] }, policy(PUBLIC_READ)), at(0, '.Principal')],
    'everybody from other addresses too': [
      listed(policy({ ...PUBLIC_READ, Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.0/24'] } } })), at(0, '.Principal'),
    ],
    'everybody outside a listed VPC': [listed(policy({ ...PUBLIC_READ, Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } })), at(0, '.Principal')],
    'everybody but one': [
      listed(policy({ ...ROLE_READ, Principal: undefined, NotPrincipal: { AWS: '111122223333' } })), at(0, '.NotPrincipal'),
    ],
  },
  insufficientData: {
    'no options': policy(ROLE_READ),
    'a principal by a parameter': listed(policyWith({ ...ROLE_READ, Principal: { AWS: { Ref: 'Given' } } }, GIVEN)),
    'a role of another account by a name of the app': listed(policyWith(
      { ...ROLE_READ, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::444455556666:role/${Role}' } } }, {}, { Role: { Type: 'AWS::IAM::Role', Properties: {} } },
    )),
    'addresses by a parameter': listed(policyWith({ ...PUBLIC_READ, Condition: { IpAddress: { 'aws:SourceIp': { Ref: 'Given' } } } }, GIVEN)),
  },
  notApplicable: {
    'an access point without a policy': listed(accessPoint({ Bucket: 'b' })),
  },
};
