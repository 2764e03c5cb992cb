import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-wildcard-marketplace-subscribe';
import type { Verdicts } from '../verdicts';

const BUY = { Effect: 'Allow', Action: 'aws-marketplace:Subscribe', Resource: '*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'on buckets, where it means nothing': policy({ ...BUY, Resource: 'arn:aws:s3:::*' }),
    'looking only': policy({ ...BUY, Action: 'aws-marketplace:ViewSubscriptions' }),
    'one product': policy({ ...BUY, Condition: { 'ForAnyValue:StringEquals': { 'aws-marketplace:ProductId': ['prod-abcdefghijklm'] } } }),
    'denied': policy({ ...BUY, Effect: 'Deny' }),
  },
  nonCompliant: {
    'every product': [policy(BUY), `${AT}.0.Resource`],
    'by a wildcard': [policy({ ...BUY, Action: ['aws-marketplace:*'] }), `${AT}.0.Resource`],
    'a condition that holds without a product': [
      policy({ ...BUY, Condition: { 'ForAllValues:StringEquals': { 'aws-marketplace:ProductId': ['prod-abcdefghijklm'] } } }), `${AT}.0.Resource`,
    ],
  },
  insufficientData: {
    'an action that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...BUY, Action: { Ref: 'Given' } }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
