import { rule } from '../../../../src/guardrails/rules/apigateway/rest-request-validation';
import { app, judging, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';
import { GIVEN, restApi } from './situations';

const ALL = { ValidateRequestBody: true, ValidateRequestParameters: true };

/** An API with one method and one validator. */
function api({ method = {}, validator = ALL, sections = {} }: { method?: object; validator?: object; sections?: object } = {}): Situation {
  return resources({
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'orders' } },
    Subject: {
      Type: 'AWS::ApiGateway::Method',
      Properties: { RestApiId: { Ref: 'Api' }, HttpMethod: 'POST', RequestValidatorId: { Ref: 'Validator' }, ...method },
    },
    Validator: { Type: 'AWS::ApiGateway::RequestValidator', Properties: { RestApiId: { Ref: 'Api' }, ...validator } },
  }, sections);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a method that validates all': api(),
    'an API with a validator': judging('Api', api()),
    'a validator with text for booleans': api({ validator: { ValidateRequestBody: 'true', ValidateRequestParameters: 'true' } }),
    'a method in another stack': app(
      {
        file: 'a.json',
        body: {
          Resources: { Validator: { Type: 'AWS::ApiGateway::RequestValidator', Properties: ALL } },
          Outputs: { Id: { Value: { Ref: 'Validator' }, Export: { Name: 'validator' } } },
        },
      },
      {
        file: 'b.json',
        body: {
          Resources: {
            Subject: { Type: 'AWS::ApiGateway::Method', Properties: { HttpMethod: 'GET', RequestValidatorId: { 'Fn::ImportValue': 'validator' } } },
          },
        },
      },
    ),
  },
  nonCompliant: {
    'an API without validator': [restApi({ Name: 'orders' }), 'Properties'],
    'an API whose validator checks parameters only': [
      judging('Api', api({ validator: { ValidateRequestParameters: true } })), 'Properties',
    ],
    'the validator of another API': [judging('Api', api({ validator: { ...ALL, RestApiId: 'abc123' } })), 'Properties'],
    'a method without': [api({ method: { RequestValidatorId: { Ref: 'AWS::NoValue' } } }), 'Properties.RequestValidatorId'],
    'a method with an empty id': [api({ method: { RequestValidatorId: '' } }), 'Properties.RequestValidatorId'],
    'a method that checks the body only': [
      api({ validator: { ValidateRequestBody: true, ValidateRequestParameters: false } }), 'Properties.RequestValidatorId',
    ],
    'a method that checks no body, and parameters perhaps': [
      api({ validator: { ValidateRequestBody: false, ValidateRequestParameters: { Ref: 'Given' } }, sections: GIVEN }), 'Properties.RequestValidatorId',
    ],
    'a method that says nothing of parameters': [api({ validator: { ValidateRequestBody: true } }), 'Properties.RequestValidatorId'],
  },
  insufficientData: {
    'a validator by its id': api({ method: { RequestValidatorId: 'a1b2c3' } }),
    'a validator that a parameter names': api({ method: { RequestValidatorId: { Ref: 'Given' } }, sections: GIVEN }),
    'an API whose definition is elsewhere': restApi({ BodyS3Location: { Bucket: 'b', Key: 'k' } }),
    'an API whose definition is here': restApi({ Body: { openapi: '3.0.1' } }),
    'a validator of an API that a parameter names': judging('Api', api({
      validator: { RestApiId: { Ref: 'Given' } }, sections: GIVEN,
    })),
  },
  notApplicable: {
    'pre-flight': api({ method: { HttpMethod: 'OPTIONS', RequestValidatorId: { Ref: 'AWS::NoValue' } } }),
  },
};
