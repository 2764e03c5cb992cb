import { GIVEN, queue } from './situations';
import { rule } from '../../../../src/guardrails/rules/sqs/encrypted-at-rest';
import { resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'nothing said': queue(),
    'keys of SQS': queue({ SqsManagedSseEnabled: true }),
    'keys of SQS, in text': queue({ SqsManagedSseEnabled: 'true' }),
    'a key': queue({ KmsMasterKeyId: 'alias/aws/sqs', SqsManagedSseEnabled: false }),
    'a key of the template': resources({
      Subject: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
      Key: { Type: 'AWS::KMS::Key', Properties: {} },
    }),
  },
  nonCompliant: {
    'turned off': [queue({ SqsManagedSseEnabled: false }), 'Properties.SqsManagedSseEnabled'],
    'turned off, in text': [queue({ SqsManagedSseEnabled: 'false' }), 'Properties.SqsManagedSseEnabled'],
    'turned off, the key left out': [queue({ SqsManagedSseEnabled: false, KmsMasterKeyId: { Ref: 'AWS::NoValue' } }), 'Properties.SqsManagedSseEnabled'],
    'an empty key': [queue({ KmsMasterKeyId: '' }), 'Properties.KmsMasterKeyId'],
  },
  insufficientData: {
    'a parameter': queue({ SqsManagedSseEnabled: { Ref: 'Given' } }, GIVEN),
    'a key, and no boolean': queue({ SqsManagedSseEnabled: 'perhaps' }),
    'a key that may be empty': queue({ SqsManagedSseEnabled: false, KmsMasterKeyId: { Ref: 'Given' } }, GIVEN),
  },
};
