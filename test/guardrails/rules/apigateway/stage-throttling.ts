import { rule } from '../../../../src/guardrails/rules/apigateway/stage-throttling';
import { subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';
import { GIVEN, NO_STAGE, describedStage, forAllMethods, stage } from './situations';

const LIMITS = { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 50 };
const ONE = { HttpMethod: 'GET', ResourcePath: '/~1orders' };
const httpStage = subjectOf('AWS::ApiGatewayV2::Stage');

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'both for all methods': forAllMethods(LIMITS),
    'as text': forAllMethods({ ThrottlingRateLimit: '100', ThrottlingBurstLimit: '0' }),
    'less for one method': forAllMethods(LIMITS, { ...ONE, ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 }),
    'of a deployment': describedStage(LIMITS),
    'of an HTTP API': httpStage({ DefaultRouteSettings: LIMITS, RouteSettings: { 'GET /orders': { ThrottlingRateLimit: 1 } } }),
  },
  nonCompliant: {
    'nothing said': [stage(), 'Properties.MethodSettings', 'Properties.MethodSettings'],
    'no burst': [forAllMethods({ ThrottlingRateLimit: 100 }), 'Properties.MethodSettings'],
    'some methods only': [
      stage({ MethodSettings: [{ HttpMethod: 'GET', ResourcePath: '/*', ...LIMITS }] }), 'Properties.MethodSettings', 'Properties.MethodSettings',
    ],
    'switched off': [
      forAllMethods({ ThrottlingRateLimit: -1, ThrottlingBurstLimit: -1 }),
      'Properties.MethodSettings.0.ThrottlingRateLimit', 'Properties.MethodSettings.0.ThrottlingBurstLimit',
    ],
    'switched off for one method': [
      forAllMethods(LIMITS, { ...ONE, ThrottlingRateLimit: -1 }), 'Properties.MethodSettings.1.ThrottlingRateLimit',
    ],
    'of a deployment': [describedStage({ ThrottlingBurstLimit: 5 }), 'Properties.StageDescription.MethodSettings'],
    'of an HTTP API': [
      httpStage(), 'Properties.DefaultRouteSettings.ThrottlingRateLimit', 'Properties.DefaultRouteSettings.ThrottlingBurstLimit',
    ],
    'one route of an HTTP API only': [
      httpStage({ DefaultRouteSettings: { ThrottlingRateLimit: 5 }, RouteSettings: { 'GET /orders': { ThrottlingBurstLimit: -1 } } }),
      'Properties.DefaultRouteSettings.ThrottlingBurstLimit', 'Properties.RouteSettings.GET /orders.ThrottlingBurstLimit',
    ],
  },
  insufficientData: {
    'a parameter': httpStage({ DefaultRouteSettings: { ...LIMITS, ThrottlingRateLimit: { Ref: 'Given' } } }, GIVEN),
    'one limit for one method': forAllMethods(LIMITS, { ...ONE, ThrottlingRateLimit: 1 }),
    'no number': forAllMethods({ ...LIMITS, ThrottlingBurstLimit: 'many' }),
  },
  notApplicable: { 'a deployment without a stage': NO_STAGE },
};
