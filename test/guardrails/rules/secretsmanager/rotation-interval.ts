import { GIVEN, schedule } from './situations';
import { rule } from '../../../../src/guardrails/rules/secretsmanager/rotation-interval';
import { given } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

function by(expression: unknown, sections: object = {}): Situation {
  return schedule({ RotationRules: { ScheduleExpression: expression } }, sections);
}

const DAYS_AT = 'Properties.RotationRules.AutomaticallyAfterDays';
const EXPRESSION_AT = 'Properties.RotationRules.ScheduleExpression';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'every 90 days': schedule({ RotationRules: { AutomaticallyAfterDays: 90 } }),
    'in text': schedule({ RotationRules: { AutomaticallyAfterDays: '30' } }),
    'a rate in days': by('rate(90 days)'),
    'a rate in hours': by('rate(4 hours)'),
    'the first of every month': by('cron(0 8 1 * ? *)'),
    'the last day of every second month': by('cron(0 8 L 2/2 ? *)'),
    'the first Monday of every month': by('cron(0 8 ? * 2#1 *)'),
    'longer, if the option allows it': given({ mostDays: 400 }, by('cron(0 8 1 JAN ? *)')),
  },
  nonCompliant: {
    'nothing said': [schedule(), 'Properties.RotationRules'],
    'no rule': [schedule({ RotationRules: { Duration: '3h' } }), 'Properties.RotationRules'],
    'every 91 days': [schedule({ RotationRules: { AutomaticallyAfterDays: 91 } }), DAYS_AT],
    'never': [schedule({ RotationRules: { AutomaticallyAfterDays: 0 } }), DAYS_AT],
    'a longer rate': [by('rate(91 days)'), EXPRESSION_AT],
    'a rate in many hours': [by('rate(2400 hours)'), EXPRESSION_AT],
    'every quarter': [by('cron(0 8 1 1/3 ? *)'), EXPRESSION_AT],
    'twice a year': [by('cron(0 8 15 MAR,SEP ? *)'), EXPRESSION_AT],
    'once a year, on a day of the week': [by('cron(0 8 ? 6 2#1 *)'), EXPRESSION_AT],
    'shorter than that is asked for': [given({ mostDays: 30 }, schedule({ RotationRules: { AutomaticallyAfterDays: 31 } })), DAYS_AT],
  },
  insufficientData: {
    'days by a parameter': schedule({ RotationRules: { AutomaticallyAfterDays: { Ref: 'Given' } } }, GIVEN),
    'an expression by a parameter': by({ Ref: 'Given' }, GIVEN),
    'a quarter on a day of the week': by('cron(0 8 ? 1/3 2#1 *)'),
    'some days of every fourth month, just as often as the option asks at the shortest': given({ mostDays: 92 }, by('cron(0 8 1,15 1/4 ? *)')),
    'one year only': by('cron(0 8 1 * ? 2030)'),
    'no expression': by('every month'),
    'no month': by('cron(0 8 1 13 ? *)'),
  },
};
