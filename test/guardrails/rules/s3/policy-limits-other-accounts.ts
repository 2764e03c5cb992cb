import { accessPoint, at, GIVEN, policy, policyIn, policyWith, ROLE_READ } from './situations';
import { rule } from '../../../../src/guardrails/rules/s3/policy-limits-other-accounts';
import type { Verdicts } from '../verdicts';

const OWN = '444455556666';
const OTHER = { ...ROLE_READ, Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 's3:PutBucketPolicy' };
const ROLE = { Type: 'AWS::IAM::Role', Properties: {} };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'another account may read': policyIn(OWN, { ...OTHER, Action: ['s3:GetObject', 's3:PutObject'] }),
    'another account is denied': policyIn(OWN, { ...OTHER, Effect: 'Deny' }),
    'its own account': policyIn(OWN, { ...OTHER, Principal: { AWS: [OWN, `arn:aws:iam::${OWN}:role/a`] } }),
    'its own account, by the pseudo parameter': policy({ ...OTHER, Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } } }),
    'a role of the app': policyWith({ ...OTHER, Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } }, {}, { Role: ROLE }),
    'a service': policy({ ...OTHER, Principal: { Service: 'cloudtrail.amazonaws.com' } }),
    'an origin access identity': policy({
      ...OTHER, Principal: { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }, Action: 's3:PutObjectAcl',
    }),
    'everybody of its own account': policyIn(OWN, { ...OTHER, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': OWN } } }),
    'everybody of its own account, which is not known': policy({
      ...OTHER, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': [{ Ref: 'AWS::AccountId' }] } },
    }),
  },
  nonCompliant: {
    'the policy': [policyIn(OWN, OTHER), at(0)],
    'the account by its number': [policyIn(OWN, { ...OTHER, Principal: { AWS: ['444455556666', '111122223333'] } }), at(0)],
    'a role of another account that is called after the own one': [
      policyIn(OWN, { ...OTHER, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::111122223333:role/${AWS::StackName}-${AWS::AccountId}' } } }), at(0),
    ],
    'the ACLs, among others': [policyIn(OWN, ROLE_READ, { ...OTHER, Action: ['s3:GetObject', 's3:PutObjectAcl'] }), at(1)],
    'the encryption, by a wildcard in another case': [policyIn(OWN, { ...OTHER, Action: 'S3:putenc*' }), at(0)],
    'every action but one': [policyIn(OWN, { ...OTHER, Action: undefined, NotAction: 's3:GetObject' }), at(0)],
    'everybody': [policy({ ...OTHER, Principal: '*', Action: 's3:*' }), at(0)],
    'everybody but one': [policy({ ...OTHER, Principal: undefined, NotPrincipal: { AWS: OWN } }), at(0)],
    'everybody of an organisation': [
      policy({ ...OTHER, Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }), at(0),
    ],
    'everybody of a named other account': [
      policyIn(OWN, { ...OTHER, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': [OWN, '111122223333'] } } }), at(0),
    ],
    'everybody on behalf of a bucket, whose ARN has no account': [
      policyIn(OWN, { ...OTHER, Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } } }), at(0),
    ],
    'an unknown action beside it': [policyWith({ ...OTHER, Principal: '*', Action: [{ Ref: 'Given' }, 's3:PutBucketAcl'] }, GIVEN), at(0)],
  },
  insufficientData: {
    'a number, where the account of the stack is not known': policy(OTHER),
    'a principal by a parameter': policyWith({ ...OTHER, Principal: { AWS: { Ref: 'Given' } } }, GIVEN),
    'an account by a parameter': policyWith({ ...OTHER, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${Given}:root' } } }, GIVEN),
    'a canonical user': policyIn(OWN, { ...OTHER, Principal: { CanonicalUser: '79a59df900b949e5' } }),
    'the id of a role that is gone': policyIn(OWN, { ...OTHER, Principal: { AWS: 'AROAEXAMPLE' } }),
  },
  notApplicable: {
    'an access point without a policy': accessPoint({ Bucket: 'b' }),
  },
};
