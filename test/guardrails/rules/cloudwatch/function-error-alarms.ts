import { GIVEN, alarmOn } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudwatch/function-error-alarms';
import { app, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const FUNCTION = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'f' } };
const REF = { Ref: 'Subject' };

function watched(alarms: Readonly<Record<string, object>>): Situation {
  return resources({ Subject: FUNCTION, ...alarms }, GIVEN);
}

function on(metric: string, fn: unknown = REF): object {
  return alarmOn('AWS/Lambda', metric, 'FunctionName', fn);
}

function inRegions(one: string, other: string, account = '111122223333'): Situation {
  return app(
    { file: 'a.json', facts: { account: '111122223333', region: one }, body: { Resources: { Subject: FUNCTION } } },
    {
      file: 'b.json',
      facts: { account, region: other },
      body: { Resources: { Errors: alarmOn('AWS/Lambda', 'Errors'), Throttles: alarmOn('AWS/Lambda', 'Throttles') } },
    },
  );
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'both': watched({ Errors: on('Errors'), Throttles: on('Throttles', 'f') }),
    'alarms on all functions': watched({ Errors: alarmOn('AWS/Lambda', 'Errors'), Throttles: alarmOn('AWS/Lambda', 'Throttles') }),
    'alarms on all functions, in another stack': inRegions('eu-central-1', 'eu-central-1'),
    'a function of SAM': resources({ Subject: { Type: 'AWS::Serverless::Function', Properties: {} }, Errors: on('Errors'), Throttles: on('Throttles') }),
  },
  nonCompliant: {
    'neither': [watched({}), 'Properties', 'Properties'],
    'no alarm on throttles': [watched({ Errors: on('Errors') }), 'Properties'],
    'alarms on another function': [watched({ Errors: on('Errors', 'other'), Throttles: on('Throttles', 'other') }), 'Properties', 'Properties'],
    'metrics of another service': [watched({ Errors: on('Errors'), Throttles: alarmOn('AWS/Mine', 'Throttles', 'FunctionName', REF) }), 'Properties'],
    'alarms on all functions of another account': [inRegions('eu-central-1', 'eu-central-1', '444455556666'), 'Properties', 'Properties'],
    'alarms on all functions of another region': [inRegions('eu-central-1', 'us-east-1'), 'Properties', 'Properties'],
  },
  insufficientData: {
    'an alarm that may be on another function': watched({ Errors: on('Errors'), Throttles: on('Throttles', { Ref: 'Given' }) }),
  },
};
