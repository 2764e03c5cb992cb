import { describeService } from './judge-verdicts';
import { longestInterval } from '../../../src/guardrails/rules/secretsmanager/rotation-schedules';

describeService('secretsmanager');

describe('the longest time between two rotations', () => {
  test.each<[string, number, number]>([
    ['rate(30 days)', 30, 30], ['rate(1 day)', 1, 1], ['rate(12 hours)', 0.5, 0.5], ['rate(1 hour)', 1 / 24, 1 / 24], [' rate( 10  days ) ', 10, 10],
    ['rate(365 days)', 365, 365],
    ['cron(0 16 1 * ? *)', 31, 31], ['cron(0 16 L * ? *)', 31, 31], ['  cron(  0  16 15  *  ?  *  )  ', 31, 31],
    ['cron(0 16 1 1 ? *)', 366, 366], ['cron(0 16 1 JAN ? *)', 366, 366], ['cron(0 16 1 FEB,aug ? *)', 184, 184], ['cron(0 16 1 8,2 ? *)', 184, 184],
    ['cron(0 16 1 APR,OCT ? *)', 183, 183], ['cron(0 16 1 MAY,NOV ? *)', 184, 184], ['cron(0 16 1 JUN,DEC ? *)', 183, 183], ['cron(0 16 1 MAR,SEP ? *)', 184, 184],
    ['cron(0 16 1 JAN,JUL ? *)', 184, 184],
    ['cron(0 16 1 1/3 ? *)', 92, 92], ['cron(0 16 1 */2 ? *)', 62, 62], ['cron(0 16 1 3/4 ? *)', 123, 123], ['cron(0 16 1 JAN-MAR ? *)', 306, 306],
    ['cron(0 16 1 1-12 ? *)', 31, 31], ['cron(0 16 1 1-7/3 ? *)', 184, 184], ['cron(0 16 1 2-2 ? *)', 366, 366], ['cron(0 16 1 1/12 ? *)', 366, 366],
    ['cron(0 16 1,15 * ? *)', 0, 31], ['cron(0 16 31W * ? *)', 0, 31], ['cron(0 16 ? * MON *)', 0, 38], ['cron(0 16 ? 1,7 SUN#1 *)', 153, 191],
    ['cron(0 16 15 * MON *)', 0, 38],
  ])('of %s is between %d and %d days', (expression, least, most) => expect(longestInterval(expression)).toEqual({ least, most }));

  test.each([
    '', 'daily', 'rate(days)', 'rate(1 week)', 'xrate(1 day)', 'rate(1 day)x', 'rate(1day)', 'rate(1 dayss)', 'rate 1 day', 'rate(1 day',
    'xcron(0 16 1 * ? *)', 'cron(0 16 1 * ? *)x', 'cron(0 16 1 * ?)', 'cron(0 16 1 * ? * *)', 'cron(0 16 1 13 ? *)', 'cron(0 16 1 0 ? *)', 'cron(0 16 1 1-13 ? *)',
    'cron(0 16 1 7-3 ? *)', 'cron(0 16 1 1/0 ? *)', 'cron(0 16 1 SMARCH ? *)', 'cron(0 16 1 1,x ? *)', 'cron(0 16 1 1-x ? *)', 'cron(0 16 1 JAN! ? *)', 'cron(0 16 1 !JAN ? *)',
    'cron(0 16 1 * ? 2026)', 'cron(0 16 1 , ? *)',
  ])('of %j is not known', (expression) => expect(longestInterval(expression)).toBeUndefined());
});
