import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-full-access-to-cloudtrail';
import type { Verdicts } from '../verdicts';

const ALL = { Effect: 'Allow', Action: 'cloudtrail:*', Resource: '*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'some actions': policy({ ...ALL, Action: ['cloudtrail:Get*', 'cloudtrail:LookupEvents'] }),
    'one trail': policy({ ...ALL, Resource: 'arn:aws:cloudtrail:eu-west-1:123456789012:trail/t' }),
    'on buckets, where it means nothing': policy({ ...ALL, Resource: 'arn:aws:s3:::*' }),
    'another service': policy({ ...ALL, Action: 'cloudwatch:*' }),
    'everything but CloudTrail': policy({ Effect: 'Allow', NotAction: ['cloudtrail:*'], Resource: '*' }),
    'everything but stopping the trail': policy({ Effect: 'Allow', NotAction: ['cloudtrail:StopLogging'], Resource: '*' }),
    'denied': policy({ ...ALL, Effect: 'Deny' }),
  },
  nonCompliant: {
    'every action': [policy(ALL), `${AT}.0.Resource`],
    'in other letters, in lists': [policy({ ...ALL, Action: ['s3:GetObject', 'CloudTrail:*'], Resource: ['*'] }), `${AT}.0.Resource.0`],
    'every trail': [policy({ ...ALL, Resource: 'arn:aws:cloudtrail:*:*:trail/*' }), `${AT}.0.Resource`],
    'every service': [policy({ ...ALL, Action: '*' }), `${AT}.0.Resource`],
    'services that begin so': [policy({ ...ALL, Action: 'cloud*:*' }), `${AT}.0.Resource`],
    'everything but another service': [policy({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }), `${AT}.0.Resource`],
    'with a condition on tags': [policy({ ...ALL, Condition: { StringEquals: { 'aws:ResourceTag/team': 'orders' } } }), `${AT}.0.Resource`],
    'with a condition': [policy({ ...ALL, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }), `${AT}.0.Resource`],
  },
  insufficientData: {
    'an action that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...ALL, Action: { Ref: 'Given' } }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
