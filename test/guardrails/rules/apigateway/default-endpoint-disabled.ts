import { rule } from '../../../../src/guardrails/rules/apigateway/default-endpoint-disabled';
import { app, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';
import { GIVEN, restApi } from './situations';

function mapped(properties: object, mapping: object, type = 'AWS::ApiGateway::RestApi', sections?: object): Situation {
  return resources({ Subject: { Type: type, Properties: properties }, Mapping: mapping }, sections);
}

const BASE_PATH = { Type: 'AWS::ApiGateway::BasePathMapping', Properties: { DomainName: 'api.example.com', RestApiId: { Ref: 'Subject' } } };
const MAPPING = { Type: 'AWS::ApiGatewayV2::ApiMapping', Properties: { DomainName: 'api.example.com', ApiId: { Ref: 'Subject' }, Stage: 'prod' } };
const HTTP_API = 'AWS::ApiGatewayV2::Api';
const EXTENSION = 'x-amazon-apigateway-endpoint-configuration';
const AT = 'Properties.DisableExecuteApiEndpoint';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'disabled': mapped({ DisableExecuteApiEndpoint: true }, BASE_PATH),
    'as text': mapped({ DisableExecuteApiEndpoint: 'true' }, BASE_PATH),
    'an HTTP API': mapped({ DisableExecuteApiEndpoint: true }, MAPPING, HTTP_API),
    'by the definition': mapped({ Body: { swagger: '2.0', [EXTENSION]: { disableExecuteApiEndpoint: true } } }, BASE_PATH),
    'by the servers of the definition': mapped({ Body: { servers: [{ url: '/' }, { [EXTENSION]: { disableExecuteApiEndpoint: true } }] } }, MAPPING, HTTP_API),
    'whatever is mapped to it': restApi({ DisableExecuteApiEndpoint: true }),
  },
  nonCompliant: {
    'nothing said': [mapped({}, BASE_PATH), AT],
    'not disabled': [mapped({ DisableExecuteApiEndpoint: false }, BASE_PATH), AT],
    'a definition that says nothing': [mapped({ Body: { swagger: '2.0', paths: {} } }, BASE_PATH), AT],
    'a definition that leaves it open': [
      mapped({ Body: { [EXTENSION]: { disableExecuteApiEndpoint: false } } }, BASE_PATH), `Properties.Body.${EXTENSION}.disableExecuteApiEndpoint`,
    ],
    'a property against the definition': [
      mapped({ DisableExecuteApiEndpoint: false, Body: { [EXTENSION]: { disableExecuteApiEndpoint: true } } }, BASE_PATH), AT,
    ],
    'a mapping of several levels': [mapped({}, MAPPING), AT],
    'an HTTP API': [mapped({ ProtocolType: 'HTTP' }, MAPPING, HTTP_API), AT],
    'a WebSocket API': [mapped({ ProtocolType: 'WEBSOCKET' }, MAPPING, HTTP_API), AT],
    'a routing rule': [mapped({}, {
      Type: 'AWS::ApiGatewayV2::RoutingRule', Properties: { Actions: [{ InvokeApi: { ApiId: { Ref: 'Subject' }, Stage: 'prod' } }] },
    }), AT],
    'a mapping in another stack': [app(
      { file: 'a.json', body: { Resources: { Subject: { Type: HTTP_API } }, Outputs: { Id: { Value: { Ref: 'Subject' }, Export: { Name: 'api' } } } } },
      { file: 'b.json', body: { Resources: { Mapping: { ...MAPPING, Properties: { ApiId: { 'Fn::ImportValue': 'api' } } } } } },
    ), AT],
  },
  insufficientData: {
    'a definition in S3': mapped({ BodyS3Location: { Bucket: 'a', Key: 'b' } }, BASE_PATH),
    'a definition that is included': mapped({ Body: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } } } }, BASE_PATH),
    'a mapping of an API that a parameter names': mapped({}, { ...MAPPING, Properties: { ApiId: { Ref: 'Given' } } }, HTTP_API, GIVEN),
    'a parameter': mapped({ DisableExecuteApiEndpoint: { Ref: 'Given' } }, BASE_PATH, undefined, GIVEN),
  },
  notApplicable: {
    'no domain name': restApi(),
    'no domain name, whatever a definition says': restApi({ Body: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } } } }),
    'the domain name of another API': mapped({}, { ...BASE_PATH, Properties: { RestApiId: 'abc123' } }),
  },
};
