import { at, GIVEN, inlinePolicy, policy, policyIn, policyProperties, PUBLIC, PUBLISH } from './situations';
import { rule } from '../../../../src/guardrails/rules/sns/policy-no-cross-account';
import { given, resources, template } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const OWN = '999900001111';
const TRUSTED = { trustedAccounts: ['111122223333'] };

function of(principal: unknown): object {
  return { ...PUBLISH, Principal: { AWS: principal } };
}

function withRole(statement: object): Situation {
  return resources({
    Subject: { Type: 'AWS::SNS::TopicPolicy', Properties: policyProperties([statement]) },
    Role: { Type: 'AWS::IAM::Role', Properties: {} },
  }, GIVEN);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a trusted account': given(TRUSTED, policy(PUBLISH)),
    'a trusted account by its number': given(TRUSTED, policy(of('111122223333'))),
    'the own account by its number': policyIn(OWN, of(`arn:aws:iam::${OWN}:root`)),
    'the own account by reference': policy(of({ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' })),
    'a role of the app': withRole(of({ 'Fn::GetAtt': ['Role', 'Arn'] })),
    'a service': policy({ ...PUBLISH, Principal: { Service: 'events.amazonaws.com' } }),
    'another account is denied': given(TRUSTED, policyIn(OWN, { ...of('222233334444'), Effect: 'Deny' })),
    'everybody, where a condition names the own account': policy({ ...PUBLIC, Condition: { StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } } }),
    'everybody, where a condition names a trusted account': given(TRUSTED, policy({ ...PUBLIC, Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } })),
    'everybody of a trusted account, under another condition too': given(TRUSTED, policy({
      ...PUBLIC, Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' }, Bool: { 'aws:SecureTransport': true } },
    })),
  },
  nonCompliant: {
    'an account that is not listed': [given(TRUSTED, policyIn(OWN, PUBLISH, of(['111122223333', '222233334444']))), at(1, '.Principal.AWS.1')],
    'the role of such an account': [given({ trustedAccounts: [] }, policyIn(OWN, of('arn:aws:iam::222233334444:role/r'))), at(0, '.Principal.AWS')],
    'everybody': [policy(PUBLIC), at(0)],
    'everybody but one': [given(TRUSTED, policy({ ...PUBLISH, Principal: undefined, NotPrincipal: { AWS: '222233334444' } })), at(0)],
    'everybody, where a condition names an account that is not listed': [
      given(TRUSTED, policyIn(OWN, { ...PUBLIC, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:222233334444:rule/r' } } })),
      at(0, '.Condition.ArnLike.aws:SourceArn'),
    ],
    'an inline policy': [inlinePolicy([PUBLIC]), at(0)],
  },
  insufficientData: {
    'an account without a list': policy(PUBLISH),
    'an account in a stack of any account': given(TRUSTED, policy(of('222233334444'))),
    'an organization': given(TRUSTED, policy({ ...PUBLIC, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } })),
    'an account by a parameter': given(TRUSTED, withRole(of({ Ref: 'Given' }))),
    'a role of the app in an account by a parameter': given(TRUSTED, withRole(of({ 'Fn::Sub': 'arn:aws:iam::${Given}:role/${Role}' }))),
    'a canonical user': given(TRUSTED, template({ Resources: { Subject: { Type: 'AWS::SNS::TopicPolicy', Properties: policyProperties([{ ...PUBLISH, Principal: { CanonicalUser: 'abc' } }]) } } })),
    'an account without a list, in a stack whose account is known': policyIn(OWN, of('222233334444')),
  },
};
