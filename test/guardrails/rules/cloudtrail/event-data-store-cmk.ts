import { GIVEN, store } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudtrail/event-data-store-cmk';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a key': store({ KmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/a' }),
    'a key that is given, where region and account are known': store({ KmsKeyId: { 'Fn::Sub': 'arn:aws:kms:eu-central-1:111122223333:key/${Given}' } }, GIVEN),
  },
  nonCompliant: {
    'no key': [store(), 'Properties.KmsKeyId'],
    'an empty one': [store({ KmsKeyId: '' }), 'Properties.KmsKeyId'],
  },
  insufficientData: {
    'a parameter, which may be empty': store({ KmsKeyId: { Ref: 'Given' } }, GIVEN),
  },
};
