import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/passrole-scoped';
import type { Verdicts } from '../verdicts';

const PASS = { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::123456789012:role/task' };
const TO_LAMBDA = { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a role': policy(PASS),
    'roles of a prefix': policy({ ...PASS, Resource: 'arn:aws:iam::123456789012:role/orders-*' }),
    'a role, and everything in every bucket': policy({ ...PASS, Action: ['iam:PassRole', 's3:*'], Resource: [PASS.Resource, 'arn:aws:s3:::*'] }),
    'denied on every role': policy({ ...PASS, Effect: 'Deny', Resource: '*' }),
    'something else on everything': policy({ ...PASS, Action: 'iam:ListRoles', Resource: '*' }),
    'everything but IAM': policy({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }),
  },
  nonCompliant: {
    'every resource': [policy({ ...PASS, Resource: '*' }), `${AT}.0.Resource`],
    'every service, by a wildcard': [policy({ ...PASS, Resource: 'arn:aws:*:*:*:*' }), `${AT}.0.Resource`],
    'every role of the account': [policy({ ...PASS, Resource: ['arn:aws:iam::123456789012:role/*'] }), `${AT}.0.Resource.0`],
    'every role, by half a word': [policy({ ...PASS, Resource: 'arn:aws:iam::*:r*' }), `${AT}.0.Resource`],
    'every role, cut short': [policy({ ...PASS, Resource: 'arn:aws:iam::*' }), `${AT}.0.Resource`],
    'to one service only': [policy({ ...PASS, Resource: '*', Condition: TO_LAMBDA }), `${AT}.0.Resource`],
    'with a condition on tags': [policy({ ...PASS, Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'orders' } } }), `${AT}.0.Resource`],
    'in other letters, by a wildcard': [policy({ ...PASS, Action: ['s3:GetObject', 'IAM:pass*'], Resource: '*' }), `${AT}.0.Resource`],
    'by NotAction': [policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }), `${AT}.0.Resource`],
    'every role but one': [policy({ Effect: 'Allow', Action: 'iam:PassRole', NotResource: 'arn:aws:iam::123456789012:role/admin' }), `${AT}.0.NotResource`],
    'inside a role': [role({ ...PASS, Resource: '*' }), 'Properties.Policies.0.PolicyDocument.Statement.0.Resource'],
  },
  insufficientData: {
    'a role that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...PASS, Resource: { Ref: 'Given' } }) }, GIVEN),
    'an action that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...PASS, Action: { Ref: 'Given' }, Resource: '*' }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
