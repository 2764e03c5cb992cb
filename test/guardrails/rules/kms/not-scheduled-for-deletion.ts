import { GIVEN, key } from './situations';
import { rule } from '../../../../src/guardrails/rules/kms/not-scheduled-for-deletion';
import { given } from '../verdicts';
import type { Verdicts } from '../verdicts';

const RETAINED = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'retained': key({}, {}, RETAINED),
    'retained except when its creation fails': key({}, {}, { ...RETAINED, DeletionPolicy: 'RetainExceptOnCreate' }),
    'retained, with the longest waiting period': key({ PendingWindowInDays: 30 }, {}, RETAINED),
    'a shorter waiting period that the option allows': given({ leastPendingDays: 14 }, key({ PendingWindowInDays: 14 }, {}, RETAINED)),
  },
  nonCompliant: {
    'nothing said': [key(), 'DeletionPolicy', 'UpdateReplacePolicy'],
    'deleted with the stack': [key({}, {}, { ...RETAINED, DeletionPolicy: 'Delete' }), 'DeletionPolicy'],
    'deleted when it is replaced': [key({}, {}, { DeletionPolicy: 'Retain' }), 'UpdateReplacePolicy'],
    'a short waiting period': [key({ PendingWindowInDays: 7 }, {}, RETAINED), 'Properties.PendingWindowInDays'],
    'a short waiting period in text': [key({ PendingWindowInDays: '7' }, {}, RETAINED), 'Properties.PendingWindowInDays'],
  },
  insufficientData: {
    'a waiting period by a parameter': key({ PendingWindowInDays: { Ref: 'Given' } }, GIVEN, RETAINED),
  },
};
