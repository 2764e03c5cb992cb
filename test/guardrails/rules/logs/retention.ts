import { GIVEN, group } from './situations';
import { rule } from '../../../../src/guardrails/rules/logs/retention';
import { given } from '../verdicts';
import type { Verdicts } from '../verdicts';

const WHERE = 'Properties.RetentionInDays';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a day': group({ RetentionInDays: 1 }),
    'as text': group({ RetentionInDays: '30' }),
    'just as long as is asked for': given({ minimumDays: 365 }, group({ RetentionInDays: 365 })),
    'a group of another class': group({ LogGroupClass: 'INFREQUENT_ACCESS', RetentionInDays: 7 }),
  },
  nonCompliant: {
    'nothing said': [group({ LogGroupName: 'a' }), WHERE],
    'left out by NoValue': [group({ RetentionInDays: { Ref: 'AWS::NoValue' } }), WHERE],
    'a number that CloudWatch Logs does not take': [group({ RetentionInDays: 100 }), WHERE],
    'no days': [group({ RetentionInDays: 0 }), WHERE],
    'shorter than is asked for': [given({ minimumDays: 365 }, group({ RetentionInDays: 180 })), WHERE],
    'shorter than three years': [given({ minimumDays: 1_000 }, group({ RetentionInDays: 731 })), WHERE],
    'shorter than CloudWatch Logs can be told': [given({ minimumDays: 5_000 }, group({ RetentionInDays: 3653 })), WHERE],
  },
  insufficientData: {
    'a parameter': group({ RetentionInDays: { Ref: 'Given' } }, GIVEN),
    'no number': group({ RetentionInDays: 'ONE_YEAR' }),
    'a class by parameter': group({ LogGroupClass: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: {
    'a group that passes events on': group({ LogGroupClass: 'DELIVERY' }),
  },
};
