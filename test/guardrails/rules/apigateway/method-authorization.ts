import { rule } from '../../../../src/guardrails/rules/apigateway/method-authorization';
import { subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';
import { GIVEN } from './situations';

const method = subjectOf('AWS::ApiGateway::Method');
const api = subjectOf('AWS::ApiGateway::RestApi');

const SCHEMES = {
  Signed: { 'type': 'apiKey', 'name': 'Authorization', 'in': 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
  Users: { 'type': 'apiKey', 'name': 'Authorization', 'in': 'header', 'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['a'] } },
  Key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
  Bearer: { type: 'http', scheme: 'bearer' },
  Named: { 'type': 'apiKey', 'name': 'Authorization', 'in': 'header', 'x-amazon-apigateway-authtype': 'custom' },
};

/** An API from an OpenAPI definition with one path. */
function imported(orders: unknown, members: object = {}): Situation {
  return api({ Body: { openapi: '3.0.1', paths: { '/orders': orders }, components: { securitySchemes: SCHEMES }, ...members } });
}

const OPERATIONS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'trace', 'x-amazon-apigateway-any-method'];

const GET = 'Properties.Body.paths./orders.get';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'IAM': method({ HttpMethod: 'GET', AuthorizationType: 'AWS_IAM' }),
    'Cognito': method({ HttpMethod: 'ANY', AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: 'abc' }),
    'a Lambda authorizer': method({ HttpMethod: 'POST', AuthorizationType: 'CUSTOM', AuthorizerId: 'abc' }),
    'a JWT authorizer': method({ HttpMethod: 'POST', AuthorizationType: 'JWT', AuthorizerId: 'abc' }),
    'a definition that asks for signatures': imported({ get: { security: [{ Signed: [] }] } }),
    'a definition with an authorizer, and a key beside it': imported({ 'x-amazon-apigateway-any-method': { security: [{ Users: ['read'] }, { Key: [] }] } }),
    'a definition that names IAM in small letters': imported({ get: { 'x-amazon-apigateway-auth': { type: 'aws_iam' } } }),
    'a definition of Swagger 2': api({ Body: { swagger: '2.0', paths: { '/a': { get: { security: [{ Users: [] }] } } }, securityDefinitions: SCHEMES } }),
    'a definition as text': api({ Body: JSON.stringify({ paths: { '/a': { get: { 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } } } } }) }),
    'pre-flight and what is no operation': imported({ options: {}, parameters: [], get: { security: [{ Signed: [] }] } }, { 'x-tagGroups': [] }),
    'extensions among the paths': api({ Body: { paths: { 'x-origin': 'here', '/a': { get: { 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } } } } } }),
  },
  nonCompliant: {
    'nothing said': [method({ HttpMethod: 'GET' }), 'Properties.AuthorizationType'],
    'none': [method({ HttpMethod: 'GET', AuthorizationType: 'NONE' }), 'Properties.AuthorizationType'],
    'left out by NoValue': [method({ HttpMethod: 'GET', AuthorizationType: { Ref: 'AWS::NoValue' } }), 'Properties.AuthorizationType'],
    'an API key only': [method({ HttpMethod: 'GET', AuthorizationType: 'NONE', ApiKeyRequired: true }), 'Properties.AuthorizationType'],
    'any method, pre-flight among them': [method({ HttpMethod: 'ANY', AuthorizationType: 'NONE' }), 'Properties.AuthorizationType'],
    'an authorizer that is not used': [method({ HttpMethod: 'GET', AuthorizationType: 'NONE', AuthorizerId: 'abc' }), 'Properties.AuthorizationType'],
    'empty': [method({ HttpMethod: 'GET', AuthorizationType: '' }), 'Properties.AuthorizationType'],
    'an operation that asks for nothing': [imported({ get: {}, post: { security: [{ Signed: [] }] } }), GET],
    'an operation that says so': [imported({ get: { security: [] } }), `${GET}.security`],
    'an operation that asks for a key only': [imported({ get: { security: [{ Key: [] }] } }), `${GET}.security`],
    'a scheme that API Gateway does not enforce': [imported({ get: { security: [{ Bearer: [] }] } }), `${GET}.security`],
    'open as SAM writes it': [imported({ get: { security: [{ NONE: [] }] } }), `${GET}.security`],
    'open access by the extension': [imported({ get: { 'x-amazon-apigateway-auth': { type: 'NONE' } } }), `${GET}.x-amazon-apigateway-auth.type`],
    'a root that asks for a key only': [imported({ get: {} }, { security: [{ Key: [] }] }), GET],
    'a definition with every kind of operation, and what is none': [
      api({ Body: { paths: { '/orders': { ...Object.fromEntries(OPERATIONS.map((name) => [name, {}])), options: {}, parameters: {}, summary: {} } } } }),
      ...OPERATIONS.map((name) => `Properties.Body.paths./orders.${name}`),
    ],
    'a definition as text': [api({ Body: '{"paths":{"/orders":{"get":{}}}}' }), GET],
    'each operation of each path': [
      api({ Body: { paths: { '/orders': { get: {}, post: {} }, '/': { 'x-amazon-apigateway-any-method': {} } } } }),
      GET, 'Properties.Body.paths./orders.post', 'Properties.Body.paths./.x-amazon-apigateway-any-method',
    ],
    'in small letters': [method({ HttpMethod: 'options', AuthorizationType: 'none' }), 'Properties.AuthorizationType'],
  },
  insufficientData: {
    'a parameter': method({ HttpMethod: 'GET', AuthorizationType: { Ref: 'Given' } }, GIVEN),
    'a definition in S3': api({ BodyS3Location: { Bucket: 'a', Key: 'b' } }),
    'a definition that is included': api({ Body: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } } } }),
    'paths that are included': api({ Body: { paths: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } } } } }),
    'a path that is written elsewhere': imported({ $ref: '#/components/pathItems/orders' }),
    'a definition that is none': api({ Body: ['/orders'] }),
    'what the root asks for': imported({ get: {} }, { security: [{ Users: [] }] }),
    'a choice between something and nothing': imported({ get: { security: [{ Signed: [] }, {}] } }),
    'a scheme that is not defined': imported({ get: { security: [{ Others: [] }] } }),
    'a scheme without its authorizer': imported({ get: { security: [{ Named: [] }] } }),
    'an operation in capitals': imported({ GET: { security: [{ Signed: [] }] } }),
    'a clone': api({ CloneFrom: 'a1b2c3' }),
    'a method that a parameter names': method({ HttpMethod: { Ref: 'Given' }, AuthorizationType: 'NONE' }, GIVEN),
  },
  notApplicable: {
    'an API whose methods are resources': api({ Name: 'orders' }),
    'a definition without paths': api({ Body: { openapi: '3.0.1', paths: {} } }),
    'pre-flight': method({ HttpMethod: 'OPTIONS', AuthorizationType: 'NONE', Integration: { Type: 'MOCK' } }),
  },
};
