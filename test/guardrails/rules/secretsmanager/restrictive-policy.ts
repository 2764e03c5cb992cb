import { GIVEN, policyOf, READ, secretWith } from './situations';
import { rule } from '../../../../src/guardrails/rules/secretsmanager/restrictive-policy';
import type { Situation, Verdicts } from '../verdicts';

const DENY_OTHERS = {
  Effect: 'Deny', Principal: '*', Action: 'secretsmanager:*', Resource: '*', Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/reader' } },
};

function withPolicy(...statements: readonly unknown[]): Situation {
  return secretWith({ Policy: policyOf(statements) });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'all but a role': withPolicy(READ, DENY_OTHERS),
    'all but an organization': withPolicy({ ...DENY_OTHERS, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
    'all but a role and the services of AWS': withPolicy({
      ...DENY_OTHERS,
      Action: 'secretsmanager:GetSecretValue',
      Condition: { ...DENY_OTHERS.Condition, Bool: { 'aws:PrincipalIsAWSService': 'false' } },
    }),
    'all but an account': withPolicy({ ...DENY_OTHERS, Condition: { StringNotEqualsIfExists: { 'aws:PrincipalAccount': '111122223333' } } }),
    'all but the paths of an organization': withPolicy({ ...DENY_OTHERS, Condition: { StringNotLike: { 'aws:PrincipalOrgPaths': 'o-1/*' } } }),
    'all but the sessions of a role': withPolicy({ ...DENY_OTHERS, Condition: { StringNotLike: { 'aws:userid': 'AROAEXAMPLE:*' } } }),
    'all but a role of a name that is not known': secretWith({
      Policy: policyOf([{ ...DENY_OTHERS, Condition: { ArnNotLike: { 'aws:PrincipalArn': { 'Fn::Sub': 'arn:aws:iam::111122223333:role/${Given}' } } } }]),
    }, GIVEN),
    'all but an account, without a condition': withPolicy({ ...DENY_OTHERS, Principal: undefined, NotPrincipal: { AWS: '111122223333' }, Condition: undefined }),
  },
  nonCompliant: {
    'no policy': [secretWith({}), 'Properties'],
    'nobody is denied': [withPolicy(READ), 'Properties'],
    'only writing is denied': [withPolicy({ ...DENY_OTHERS, Action: 'secretsmanager:PutSecretValue' }), 'Properties'],
    'all but an account, on a further condition': [
      withPolicy({ ...DENY_OTHERS, Principal: undefined, NotPrincipal: { AWS: '111122223333' }, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }), 'Properties',
    ],
    'one account but for a role': [withPolicy({ ...DENY_OTHERS, Principal: { AWS: '111122223333' } }), 'Properties'],
    'everybody, whoever it is': [withPolicy({ ...DENY_OTHERS, Condition: undefined }), 'Properties'],
    'all but a role, on a further condition': [
      withPolicy({ ...DENY_OTHERS, Condition: { ...DENY_OTHERS.Condition, Bool: { 'aws:SecureTransport': 'false' } } }), 'Properties',
    ],
    'the services of AWS only': [
      withPolicy({ ...DENY_OTHERS, Condition: { ...DENY_OTHERS.Condition, Bool: { 'aws:PrincipalIsAWSService': 'true' } } }), 'Properties',
    ],
    'services or not': [
      withPolicy({ ...DENY_OTHERS, Condition: { ...DENY_OTHERS.Condition, Bool: { 'aws:PrincipalIsAWSService': ['false', 'true'] } } }), 'Properties',
    ],
    'services by an operator of other values': [
      withPolicy({ ...DENY_OTHERS, Condition: { ...DENY_OTHERS.Condition, 'ForAllValues:Bool': { 'aws:PrincipalIsAWSService': 'false' } } }), 'Properties',
    ],
    'a role itself': [withPolicy({ ...DENY_OTHERS, Condition: { ArnEquals: DENY_OTHERS.Condition.ArnNotEquals } }), 'Properties'],
    'none of all values': [
      withPolicy({ ...DENY_OTHERS, Condition: { 'ForAllValues:StringNotEquals': { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/reader' } } }), 'Properties',
    ],
    'what somebody is called': [withPolicy({ ...DENY_OTHERS, Condition: { StringNotEquals: { 'aws:username': 'reader' } } }), 'Properties'],
    'no value': [withPolicy({ ...DENY_OTHERS, Condition: { ArnNotEquals: { 'aws:PrincipalArn': [] } } }), 'Properties'],
    'nobody is left out, by two stars': [withPolicy({ ...DENY_OTHERS, Condition: { ArnNotLike: { 'aws:PrincipalArn': '**' } } }), 'Properties'],
    'all organizations are left out': [withPolicy({ ...DENY_OTHERS, Condition: { StringNotLike: { 'aws:PrincipalOrgID': 'o-*' } } }), 'Properties'],
    'the roles of all accounts are left out': [
      withPolicy({ ...DENY_OTHERS, Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/reader' } } }), 'Properties',
    ],
    'nobody is left out': [withPolicy({ ...DENY_OTHERS, Condition: { ArnNotLike: { 'aws:PrincipalArn': '*' } } }), 'Properties'],
    'a condition on something else': [withPolicy({ ...DENY_OTHERS, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }), 'Properties'],
    'everybody is let in elsewhere': [withPolicy(DENY_OTHERS, { ...READ, Principal: '*' }), 'Properties'],
    'the policy of another secret': [secretWith({ Policy: policyOf([DENY_OTHERS], 'other') }), 'Properties'],
  },
  insufficientData: {
    'the policy of a secret that a parameter names': secretWith({ Policy: policyOf([DENY_OTHERS], { Ref: 'Given' }) }, GIVEN),
    'the exception is a parameter, which may be everybody': secretWith({
      Policy: policyOf([{ ...DENY_OTHERS, Condition: { ArnNotLike: { 'aws:PrincipalArn': { Ref: 'Given' } } } }]),
    }, GIVEN),
    'an action by a parameter': secretWith({ Policy: policyOf([{ ...DENY_OTHERS, Action: { Ref: 'Given' } }]) }, GIVEN),
  },
};
