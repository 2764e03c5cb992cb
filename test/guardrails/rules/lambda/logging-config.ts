import { FUNCTION, functionBeside, GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/logging-config';
import { subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const fn = subjectOf('AWS::Lambda::Function');
const AT = 'Properties.LoggingConfig.LogGroup';

function group(name: unknown): object {
  return { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: name, RetentionInDays: 30 } };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a group of the app': functionBeside({ LoggingConfig: { LogGroup: { Ref: 'Logs' } } }, { Logs: group('mine') }),
    'a group by its name': fn({ LoggingConfig: { LogGroup: 'mine' } }),
    'the group that Lambda would make': functionBeside({}, { Logs: group({ 'Fn::Sub': '/aws/lambda/${Subject}' }) }),
    'the same by name': functionBeside({ FunctionName: 'f' }, { Logs: group('/aws/lambda/f') }),
  },
  nonCompliant: {
    'nothing said': [fn(), AT],
    'only a format': [fn({ LoggingConfig: { LogFormat: 'JSON' } }), AT],
    'an empty name': [fn({ LoggingConfig: { LogGroup: '' } }), AT],
    'the group of another function': [functionBeside({ FunctionName: 'f' }, { Logs: group('/aws/lambda/g') }), AT],
    'another group named after it': [functionBeside({}, { Logs: group({ 'Fn::Sub': '/audit/${Subject}' }) }), AT],
    'the group that Lambda would make for another function': [
      functionBeside({}, { Logs: group({ 'Fn::Sub': '/aws/lambda/${Other}' }), Other: FUNCTION }), AT,
    ],
  },
  insufficientData: { 'given at deployment': fn({ LoggingConfig: { LogGroup: { Ref: 'Given' } } }, GIVEN) },
};
