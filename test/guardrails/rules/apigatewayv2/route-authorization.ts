import { rule } from '../../../../src/guardrails/rules/apigatewayv2/route-authorization';
import { app, resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';
import { GIVEN, ofApi } from './situations';

const route = subjectOf('AWS::ApiGatewayV2::Route');
const api = subjectOf('AWS::ApiGatewayV2::Api');
const AT = 'Properties.AuthorizationType';
const OPENAPI = 'Properties.Body.paths.$default.x-amazon-apigateway-any-method';

/** An API by quick create, and what is overridden of what comes with it. */
function quick(overridden: object, id: unknown = { Ref: 'Subject' }): Situation {
  return resources({
    Subject: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'orders', ProtocolType: 'HTTP', Target: 'arn:aws:lambda:us-east-1:111122223333:function:f' } },
    Overrides: { Type: 'AWS::ApiGatewayV2::ApiGatewayManagedOverrides', Properties: { ApiId: id, Route: overridden } },
  }, GIVEN);
}

/** An API from an OpenAPI definition with one operation. */
function imported(operation: unknown): Situation {
  const scheme = { 'type': 'oauth2', 'x-amazon-apigateway-authorizer': { type: 'jwt', identitySource: '$request.header.Authorization' } };
  return api({ Body: { paths: { $default: { 'x-amazon-apigateway-any-method': operation } }, components: { securitySchemes: { Users: scheme } } } });
}

function http(properties: object, sections?: object): Situation {
  return ofApi('HTTP', 'AWS::ApiGatewayV2::Route', properties, sections);
}

function webSocket(properties: object): Situation {
  return ofApi('WEBSOCKET', 'AWS::ApiGatewayV2::Route', properties);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a token': http({ RouteKey: 'GET /orders', AuthorizationType: 'JWT', AuthorizerId: 'a1b2c3' }),
    'IAM': http({ RouteKey: '$default', AuthorizationType: 'AWS_IAM' }),
    'a Lambda authorizer': http({ RouteKey: 'ANY /{proxy+}', AuthorizationType: 'CUSTOM' }),
    'a connection': webSocket({ RouteKey: '$connect', AuthorizationType: 'CUSTOM' }),
    'of an API elsewhere': route({ ApiId: 'a1b2c3', RouteKey: '$default', AuthorizationType: 'JWT' }),
    'an operation of a definition': imported({ security: [{ Users: ['orders'] }] }),
    'quick create with another route': quick({ AuthorizationType: 'JWT', AuthorizerId: 'a1b2c3' }),
  },
  nonCompliant: {
    'nothing said': [http({ RouteKey: 'GET /orders' }), AT],
    'none': [http({ RouteKey: 'GET /orders', AuthorizationType: 'NONE' }), AT],
    'the default route': [http({ RouteKey: '$default' }), AT],
    'an authorizer that is not used': [http({ RouteKey: 'GET /orders', AuthorizerId: 'a1b2c3' }), AT],
    'an operation of a definition': [imported({}), OPENAPI],
    'quick create': [api({ Name: 'orders', ProtocolType: 'HTTP', Target: 'https://example.com' }), 'Properties.Target'],
    'quick create of one route': [api({ ProtocolType: 'HTTP', Target: 'https://example.com', RouteKey: 'GET /orders' }), 'Properties.Target'],
    'quick create whose route stays as it is': [quick({ OperationName: 'all' }), 'Properties.Target'],
    'a path that a parameter names': [http({ RouteKey: { 'Fn::Sub': 'GET /${Given}' } }, GIVEN), AT],
    'a connection': [webSocket({ RouteKey: '$connect', AuthorizationType: 'NONE' }), AT],
    'of an API elsewhere': [route({ ApiId: 'a1b2c3', RouteKey: 'GET /orders', AuthorizationType: 'NONE' }), AT],
    'a connection to an API elsewhere': [route({ ApiId: 'a1b2c3', RouteKey: '$connect' }), AT],
    'an API in another stack': [app(
      {
        file: 'a.json',
        body: {
          Resources: { Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } } },
          Outputs: { Id: { Value: { Ref: 'Api' }, Export: { Name: 'api' } } },
        },
      },
      {
        file: 'b.json',
        body: { Resources: { Subject: { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: { 'Fn::ImportValue': 'api' }, RouteKey: '$default' } } } },
      },
    ), AT],
  },
  insufficientData: {
    'a definition in S3': api({ BodyS3Location: { Bucket: 'a', Key: 'b' } }),
    'quick create with another route that nobody knows': quick({ AuthorizationType: { Ref: 'Given' } }),
    'quick create of an API that may be this one': quick({ AuthorizationType: 'JWT' }, { Ref: 'Given' }),
    'a parameter': http({ RouteKey: 'GET /orders', AuthorizationType: { Ref: 'Given' } }, GIVEN),
    'a key that nobody knows': http({ RouteKey: { Ref: 'Given' } }, GIVEN),
    'the default route of an API elsewhere': route({ ApiId: 'a1b2c3', RouteKey: '$default' }),
  },
  notApplicable: {
    'an API whose routes are resources': api({ Name: 'orders', ProtocolType: 'HTTP' }),
    'a WebSocket API': api({ Name: 'orders', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' }),
    'quick create of pre-flight': api({ ProtocolType: 'HTTP', Target: 'https://example.com', RouteKey: 'OPTIONS /orders' }),
    'a message': webSocket({ RouteKey: 'sendMessage' }),
    'the end of a connection': webSocket({ RouteKey: '$disconnect', AuthorizationType: 'NONE' }),
    'the default route of a WebSocket API': webSocket({ RouteKey: '$default' }),
    'a message to an API elsewhere': route({ ApiId: 'a1b2c3', RouteKey: 'sendMessage' }),
    'pre-flight for a path that a parameter names': http({ RouteKey: { 'Fn::Sub': 'OPTIONS /${Given}' } }, GIVEN),
    'pre-flight': http({ RouteKey: 'OPTIONS /{proxy+}', AuthorizationType: 'NONE' }),
  },
};
