import { GIVEN, TRUST, TRUST_AT, carrier, document, trusting } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/trust-no-wildcard-principal';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a service': trusting(TRUST),
    'a role': trusting({ ...TRUST, Principal: { AWS: ['arn:aws:iam::123456789012:role/r'] } }),
    'a role that the template lacks': trusting({ ...TRUST, Principal: { AWS: { 'Fn::GetAtt': ['Elsewhere', 'Arn'] } } }),
    'all of an organisation': trusting({ ...TRUST, Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
    'all of a part of an organisation': trusting({
      ...TRUST, Principal: '*', Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*' } },
    }),
    'roles of one account': trusting({ ...TRUST, Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/deploy-*' } } }),
    'everybody is denied': trusting({ ...TRUST, Effect: 'Deny', Principal: '*' }),
    'everybody but one, which is another rule': trusting({ ...TRUST, Principal: { Ref: 'AWS::NoValue' }, NotPrincipal: { AWS: '123456789012' } }),
  },
  nonCompliant: {
    'every identity provider': [trusting({ ...TRUST, Principal: { Federated: '*' } }), `${TRUST_AT}.0.Principal.Federated`],
    'everybody': [trusting({ ...TRUST, Principal: '*' }), `${TRUST_AT}.0.Principal`],
    'everybody, as AWS': [trusting(TRUST, { ...TRUST, Principal: { AWS: '*' } }), `${TRUST_AT}.1.Principal.AWS`],
    'every account': [trusting({ ...TRUST, Principal: { AWS: 'arn:aws:iam::*:root' } }), `${TRUST_AT}.0.Principal.AWS`],
    'in a list': [trusting({ ...TRUST, Principal: { AWS: ['123456789012', '*'] } }), `${TRUST_AT}.0.Principal.AWS.1`],
    'whoever knows a word': [
      trusting({ ...TRUST, Principal: { AWS: '*' }, Condition: { StringEquals: { 'sts:ExternalId': 'partner-1' } } }), `${TRUST_AT}.0.Principal.AWS`,
    ],
    'whoever calls from somewhere': [
      trusting({ ...TRUST, Principal: { AWS: '*' }, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }), `${TRUST_AT}.0.Principal.AWS`,
    ],
    'every organisation': [
      trusting({ ...TRUST, Principal: { AWS: '*' }, Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }), `${TRUST_AT}.0.Principal.AWS`,
    ],
    'those outside any organisation too': [
      trusting({ ...TRUST, Principal: '*', Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }), `${TRUST_AT}.0.Principal`,
    ],
    'a role of that name in every account': [
      trusting({ ...TRUST, Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' } } }), `${TRUST_AT}.0.Principal`,
    ],
    'every identity provider, with an organisation that its users do not have': [
      trusting({ ...TRUST, Principal: { Federated: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
      `${TRUST_AT}.0.Principal.Federated`,
    ],
    'a document as text': [
      carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: JSON.stringify(document({ ...TRUST, Principal: '*' })) }), `${TRUST_AT}.0.Principal`,
    ],
  },
  insufficientData: {
    'an organisation by a pattern that is not known': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...TRUST, Principal: '*', Condition: { StringLike: { 'aws:PrincipalOrgID': { Ref: 'Given' } } } }),
    }, GIVEN),
    'a principal that a parameter names': carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { Ref: 'Given' } } }) }, GIVEN),
    'a document that is not known': carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: { 'no trust policy': carrier('AWS::Serverless::Function', { Policies: [] }) },
};
