import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-full-access-to-kms';
import type { Verdicts } from '../verdicts';

const ALL = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'some actions': policy({ ...ALL, Action: ['kms:Describe*', 'kms:List*'] }),
    'one key': policy({ ...ALL, Resource: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab' }),
    'on buckets, where it means nothing': policy({ ...ALL, Resource: 'arn:aws:s3:::*' }),
    'denied': policy({ ...ALL, Effect: 'Deny' }),
  },
  nonCompliant: {
    'every action': [policy(ALL), `${AT}.0.Resource`],
    'every key of the account': [policy({ ...ALL, Resource: 'arn:aws:kms:eu-west-1:123456789012:key/*' }), `${AT}.0.Resource`],
    'through one service': [policy({ ...ALL, Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }), `${AT}.0.Resource`],
    'inside a role': [role({ ...ALL, Action: ['kms:**'] }), 'Properties.Policies.0.PolicyDocument.Statement.0.Resource'],
  },
  insufficientData: {
    'a key that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...ALL, Resource: { Ref: 'Given' } }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
