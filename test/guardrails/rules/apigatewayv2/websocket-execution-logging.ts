import { rule } from '../../../../src/guardrails/rules/apigatewayv2/websocket-execution-logging';
import { resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';
import { GIVEN, ofApi } from './situations';

const stage = subjectOf('AWS::ApiGatewayV2::Stage');
const AT = 'Properties.DefaultRouteSettings.LoggingLevel';

function webSocket(properties: object, sections?: object): Situation {
  return ofApi('WEBSOCKET', 'AWS::ApiGatewayV2::Stage', properties, sections);
}

/** A stage of an API that AWS SAM makes. */
function ofServerless(type: string): Situation {
  return resources({ Subject: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: 'beta' } }, Api: { Type: type } });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'errors': webSocket({ DefaultRouteSettings: { LoggingLevel: 'ERROR' } }),
    'everything, and less for one route': webSocket({
      DefaultRouteSettings: { LoggingLevel: 'INFO' }, RouteSettings: { $connect: { LoggingLevel: 'ERROR' }, ping: { DataTraceEnabled: false } },
    }),
    'of an API elsewhere': stage({ ApiId: 'a1b2c3', DefaultRouteSettings: { LoggingLevel: 'INFO' } }),
  },
  nonCompliant: {
    'nothing said': [webSocket({ StageName: 'prod' }), AT],
    'off': [webSocket({ DefaultRouteSettings: { LoggingLevel: 'OFF' } }), AT],
    'off for one route': [
      webSocket({ DefaultRouteSettings: { LoggingLevel: 'INFO' }, RouteSettings: { sendMessage: { LoggingLevel: 'OFF' } } }),
      'Properties.RouteSettings.sendMessage.LoggingLevel',
    ],
    'a WebSocket API of SAM': [ofServerless('AWS::Serverless::WebSocketApi'), AT],
    'one route only': [webSocket({ RouteSettings: { sendMessage: { LoggingLevel: 'INFO' } } }), AT],
  },
  insufficientData: {
    'a parameter': webSocket({ DefaultRouteSettings: { LoggingLevel: { Ref: 'Given' } } }, GIVEN),
    'of an API elsewhere': stage({ ApiId: 'a1b2c3', StageName: 'prod' }),
    'of an API whose protocol nobody knows': ofApi({ Ref: 'Given' }, 'AWS::ApiGatewayV2::Stage', { StageName: 'prod' }, GIVEN),
  },
  notApplicable: {
    'an HTTP API of SAM': ofServerless('AWS::Serverless::HttpApi'),
    'an HTTP API': ofApi('HTTP', 'AWS::ApiGatewayV2::Stage', { StageName: '$default' }),
  },
};
