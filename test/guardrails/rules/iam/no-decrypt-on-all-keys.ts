import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-decrypt-on-all-keys';
import { resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

const DECRYPT = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a key of the app': resources({
      Subject: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['r'], PolicyDocument: document({ ...DECRYPT, Resource: { 'Fn::GetAtt': ['Key', 'Arn'] } }) } },
      Key: { Type: 'AWS::KMS::Key', Properties: {} },
    }),
    'encryption with any key': policy({ ...DECRYPT, Action: ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncryptTo'] }),
    'everything but KMS': policy({ Effect: 'Allow', NotAction: ['s3:*', 'kms:*'], Resource: '*' }),
    'denied': policy({ ...DECRYPT, Effect: 'Deny' }),
  },
  nonCompliant: {
    'every key': [policy(DECRYPT), `${AT}.0.Resource`],
    'by both actions': [policy({ ...DECRYPT, Action: 'kms:ReEncrypt*', Resource: ['arn:aws:kms:*:123456789012:key/*'] }), `${AT}.0.Resource.0`],
    'through one service': [policy({ ...DECRYPT, Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }), `${AT}.0.Resource`],
    'by NotAction': [policy({ Effect: 'Allow', NotAction: 'kms:Encrypt', Resource: '*' }), `${AT}.0.Resource`],
  },
  insufficientData: {
    'a key that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...DECRYPT, Resource: { Ref: 'Given' } }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
