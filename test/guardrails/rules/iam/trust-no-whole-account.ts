import { GIVEN, TRUST, TRUST_AT, carrier, document, trusting } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/trust-no-whole-account';
import type { Verdicts } from '../verdicts';

const ACCOUNT = { ...TRUST, Principal: { AWS: '123456789012' } };
const CDK_ROOT = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']] };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a service': trusting(TRUST),
    'a role': trusting({ ...TRUST, Principal: { AWS: 'arn:aws:iam::123456789012:role/r' } }),
    'a role by a name given at deployment': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${Given}:role/${Given}' } } }),
    }, GIVEN),
    'a third party with its id': trusting({ ...ACCOUNT, Condition: { StringEquals: { 'sts:ExternalId': 'a-long-random-id' } } }),
    'the principals of an account by name': trusting({ ...ACCOUNT, Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/build-*' } } }),
    'with multi-factor authentication': trusting({ ...ACCOUNT, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    'a tag that not all have': trusting({ ...ACCOUNT, Condition: { Null: { 'aws:PrincipalTag/team': 'false' } } }),
    'a part of an ARN behind a parameter': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${Given}:user' } } }),
    }, GIVEN),
    'tags of sessions only': trusting({ ...ACCOUNT, Action: 'sts:TagSession' }),
    'denied': trusting({ ...ACCOUNT, Effect: 'Deny' }),
  },
  nonCompliant: {
    'the number of an account': [trusting(ACCOUNT), `${TRUST_AT}.0.Principal.AWS`],
    'its own account, as CDK writes it': [trusting({ ...TRUST, Principal: { AWS: CDK_ROOT } }), `${TRUST_AT}.0.Principal.AWS`],
    'the root, without a key': [trusting({ ...TRUST, Principal: 'arn:aws:iam::123456789012:root' }), `${TRUST_AT}.0.Principal`],
    'in a list, by every action of STS': [
      trusting({ ...ACCOUNT, Action: 'sts:*', Principal: { AWS: ['arn:aws:iam::123456789012:role/r', 'arn:aws:iam::111122223333:root'] } }), `${TRUST_AT}.0.Principal.AWS.1`,
    ],
    'a condition that holds without multi-factor authentication': [
      trusting({ ...ACCOUNT, Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } }), `${TRUST_AT}.0.Principal.AWS`,
    ],
    'the account of the stack': [trusting({ ...TRUST, Principal: { AWS: { Ref: 'AWS::AccountId' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'a tag that nobody may have': [trusting({ ...ACCOUNT, Condition: { Null: { 'aws:PrincipalTag/team': 'true' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'without multi-factor authentication': [
      trusting({ ...ACCOUNT, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }), `${TRUST_AT}.0.Principal.AWS`,
    ],
    'with multi-factor authentication or without': [
      trusting({ ...ACCOUNT, Condition: { Bool: { 'aws:MultiFactorAuthPresent': ['true', 'false'] } } }), `${TRUST_AT}.0.Principal.AWS`,
    ],
    'a pattern of all ARNs': [trusting({ ...ACCOUNT, Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam:eu-west-1:1:**' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'stars': [trusting({ ...ACCOUNT, Condition: { StringLike: { 'aws:PrincipalArn': '**' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'until a day': [
      trusting({ ...ACCOUNT, Condition: { StringEquals: { 'aws:CurrentTime': '2026-11-21T00:00:00Z' } } }), `${TRUST_AT}.0.Principal.AWS`,
    ],
    'until a second': [trusting({ ...ACCOUNT, Condition: { NumericLessThan: { 'aws:EpochTime': '1795219200' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'from a page': [trusting({ ...ACCOUNT, Condition: { StringEquals: { 'aws:Referer': 'https://example.com' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'to a region': [trusting({ ...ACCOUNT, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'over TLS': [trusting({ ...ACCOUNT, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'by a program': [trusting({ ...ACCOUNT, Condition: { StringEquals: { 'aws:UserAgent': 'deploy/1' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'a condition that says the same': [trusting({ ...ACCOUNT, Condition: { StringEquals: { 'aws:PrincipalAccount': '123456789012' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'a condition that lets all through': [trusting({ ...ACCOUNT, Condition: { StringLike: { 'aws:PrincipalArn': '*' } } }), `${TRUST_AT}.0.Principal.AWS`],
    'an account that a parameter names': [
      carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${Other}:root' } } }) }, { Parameters: { Other: { Type: 'String' } } }),
      `${TRUST_AT}.0.Principal.AWS`,
    ],
  },
  insufficientData: {
    'a principal that a parameter names': carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { Ref: 'Given' } } }) }, GIVEN),
    'a principal that begins with a parameter': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { 'Fn::Sub': '${Given}:iam::111122223333:root' } } }),
    }, GIVEN),
    'a number of which a parameter names the beginning': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { 'Fn::Sub': '${Given}34' } } }),
    }, GIVEN),
    'an ARN of which a parameter names the end': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::111122223333:${Given}' } } }),
    }, GIVEN),
    'an ARN of which a parameter names a part': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::111122223333${Given}oot' } } }),
    }, GIVEN),
    'a pattern that a parameter gives': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...ACCOUNT, Condition: { ArnLike: { 'aws:PrincipalArn': { Ref: 'Given' } } } }),
    }, GIVEN),
  },
  notApplicable: { 'no trust policy': carrier('AWS::Serverless::Function', { Policies: [] }) },
};
