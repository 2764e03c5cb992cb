import { rule } from '../../../../src/guardrails/rules/apigateway/rest-execution-logging';
import type { Verdicts } from '../verdicts';
import { GIVEN, NO_STAGE, describedStage, forAllMethods, stage } from './situations';

const ONE = { HttpMethod: 'GET', ResourcePath: '/~1orders' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'errors': forAllMethods({ LoggingLevel: 'ERROR' }),
    'everything': forAllMethods({ LoggingLevel: 'INFO' }),
    'after another setting': stage({ MethodSettings: [{ ...ONE, LoggingLevel: 'INFO' }, { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'ERROR' }] }),
    'of a deployment': describedStage({ LoggingLevel: 'ERROR' }),
  },
  nonCompliant: {
    'nothing said': [stage(), 'Properties.MethodSettings'],
    'off': [forAllMethods({ LoggingLevel: 'OFF' }), 'Properties.MethodSettings.0.LoggingLevel'],
    'no level': [forAllMethods({ MetricsEnabled: true }), 'Properties.MethodSettings'],
    'some methods only': [stage({ MethodSettings: [{ HttpMethod: 'GET', ResourcePath: '/*', LoggingLevel: 'INFO' }] }), 'Properties.MethodSettings'],
    'one path only': [stage({ MethodSettings: [{ HttpMethod: '*', ResourcePath: '/~1orders', LoggingLevel: 'INFO' }] }), 'Properties.MethodSettings'],
    'off for one method': [forAllMethods({ LoggingLevel: 'INFO' }, { ...ONE, LoggingLevel: 'OFF' }), 'Properties.MethodSettings.1.LoggingLevel'],
    'a level that a stage knows nothing of': [stage({ LoggingLevel: 'ERROR' }), 'Properties.MethodSettings'],
    'of a deployment': [describedStage({ LoggingLevel: 'OFF' }), 'Properties.StageDescription.LoggingLevel'],
    'nothing said in a deployment': [describedStage(), 'Properties.StageDescription.MethodSettings'],
  },
  insufficientData: {
    'one method says nothing of it': forAllMethods({ LoggingLevel: 'ERROR' }, { ...ONE, ThrottlingRateLimit: 5 }),
    'a parameter': forAllMethods({ LoggingLevel: 'ERROR' }, { ...ONE, LoggingLevel: { 'Fn::ImportValue': 'level' } }),
    'settings that nobody knows': stage({ MethodSettings: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: { 'a deployment without a stage': NO_STAGE },
};
