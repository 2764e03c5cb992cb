import { at, inlinePolicy, policy, policyWithParameter, PUBLIC, SEND } from './situations';
import { rule } from '../../../../src/guardrails/rules/sqs/policy-not-public';
import type { Verdicts } from '../verdicts';

function onCondition(condition: object): object {
  return { ...PUBLIC, Condition: condition };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'the sessions of one role': policy(onCondition({ StringLike: { 'aws:userid': 'AROAEXAMPLEID:*' } })),
    'the identities of one pool': policy(onCondition({ StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1' } })),
    'the own account': policy({ ...SEND, Principal: { AWS: { Ref: 'AWS::AccountId' } } }),
    'an account': policy(SEND),
    'a service': policy({ ...SEND, Principal: { Service: 'sns.amazonaws.com' } }),
    'a pattern of roles of one account': policy({ ...SEND, Principal: { AWS: 'arn:aws:iam::111122223333:role/*' } }),
    'everybody is denied': policy({ ...PUBLIC, Effect: 'Deny' }),
    'everybody on behalf of one topic': policy(onCondition({ ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:topic' } })),
    'everybody on behalf of one bucket, as AWS documents it': policy(onCondition({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:bucket' } })),
    'everybody of an account, the key in other letters': policy(onCondition({ StringEquals: { 'AWS:sourceaccount': '111122223333' } })),
    'everybody of an organization': policy(onCondition({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })),
    'everybody below an organization': policy(onCondition({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } })),
    'an inline policy': inlinePolicy(SEND),
  },
  nonCompliant: {
    'whatever any service is made to do': [policy({ ...SEND, Principal: { Service: '*' } }), at(0)],
    'what begins like the own account': [policy({ ...SEND, Principal: { AWS: { 'Fn::Sub': '${AWS::AccountId}*' } } }), at(0)],
    'a user name that every account may have': [policy(onCondition({ StringEquals: { 'aws:username': 'alice' } })), at(0)],
    'a source identity that every account may set': [policy(onCondition({ StringEquals: { 'aws:SourceIdentity': 'alice' } })), at(0)],
    'a private address that every network has': [policy(onCondition({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } })), at(0)],
    'the name of a session, of any role': [policy(onCondition({ StringLike: { 'aws:userid': '*:ci' } })), at(0)],
    'signed in at Cognito, wherever': [policy(onCondition({ 'ForAnyValue:StringEquals': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } })), at(0)],
    'an audience that all repositories share': [
      policy(onCondition({ StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } })), at(0),
    ],
    'a star': [policy(PUBLIC), at(0)],
    'a star as an account, in a list': [policy(SEND, { ...SEND, Principal: { AWS: ['111122223333', '*'] } }), at(1)],
    'a pattern of accounts, which SQS refuses': [policy({ ...SEND, Principal: { AWS: 'arn:aws:iam::*:root' } }), at(0)],
    'a pattern cut short': [policy({ ...SEND, Principal: 'arn:aws:iam::*' }), at(0)],
    'everybody but one': [policy({ ...SEND, Principal: undefined, NotPrincipal: { AWS: '111122223333' } }), at(0)],
    'a condition on TLS only': [policy(onCondition({ Bool: { 'aws:SecureTransport': 'true' } })), at(0)],
    'a condition that excludes': [policy(onCondition({ StringNotEquals: { 'aws:SourceAccount': '111122223333' } })), at(0)],
    'a condition that holds without the key': [policy(onCondition({ StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } })), at(0)],
    'topics of all accounts': [policy(onCondition({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:topic' } })), at(0)],
    'all buckets': [policy(onCondition({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } })), at(0)],
    'all organizations': [policy(onCondition({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } })), at(0)],
    'a single statement of an inline policy': [inlinePolicy(PUBLIC), 'Properties.PolicyDocument.Statement'],
  },
  insufficientData: {
    'a service that a parameter names': policyWithParameter({ ...SEND, Principal: { Service: { Ref: 'Given' } } }),
    'a principal by a parameter': policyWithParameter({ ...PUBLIC, Principal: { Ref: 'Given' } }),
    'an effect by a parameter': policyWithParameter({ ...PUBLIC, Effect: { Ref: 'Given' } }),
    'a source by a parameter': policyWithParameter(onCondition({ ArnLike: { 'aws:SourceArn': { Ref: 'Given' } } })),
  },
};
