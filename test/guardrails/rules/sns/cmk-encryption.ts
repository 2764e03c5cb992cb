import { GIVEN, topic } from './situations';
import { rule } from '../../../../src/guardrails/rules/sns/cmk-encryption';
import { resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a key of the template': resources({
      Subject: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: { Ref: 'Key' } } }, Key: { Type: 'AWS::KMS::Key', Properties: {} },
    }),
    'a key by its id': topic({ KmsMasterKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' }),
  },
  nonCompliant: {
    'nothing said': [topic(), 'Properties.KmsMasterKeyId'],
    'the key of AWS': [topic({ KmsMasterKeyId: 'alias/aws/sns' }), 'Properties.KmsMasterKeyId'],
  },
  insufficientData: {
    'a parameter': topic({ KmsMasterKeyId: { Ref: 'Given' } }, GIVEN),
    'an alias that a parameter completes': topic({ KmsMasterKeyId: { 'Fn::Sub': 'alias/${Given}' } }, GIVEN),
    'a number': topic({ KmsMasterKeyId: 1234 }),
  },
};
