import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { allOf, some, violation } from '../../engine/violation';

const VALIDATOR = 'AWS::ApiGateway::RequestValidator';

export const rule = defineRule({
  id: 'apigateway/rest-request-validation',
  title: 'REST APIs validate the body and the parameters of requests before they pass them on',
  severity: 'medium',
  resourceTypes: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::Method'],
  controls: {
    owaspServerless: ['S1'],
  },
  peers: {
    cdkNag: ['APIGWRequestValidation'],
    other: ['checkov-tf:CKV2_AWS_53'],
  },
  rationale: 'Without validation every malformed or oversized request reaches the code behind the API, which then is all that stands between an'
    + ' attacker and injection.',
  whenNotToUse: 'Methods that pass anything on by design, such as a proxy or an upload, and whose backend validates it.',
  fix: 'Give each method `requestValidatorOptions: { validateRequestBody: true, validateRequestParameters: true }`, its `requestModels` (with the'
    + ' content type `$default`) and its required `requestParameters`.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html'],
  absent: {
    means: 'A method without a request validator validates nothing.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  },
  partly: 'Whether the models say anything is not judged, nor the methods of an API that is imported from an OpenAPI definition.',
  divergences: [
    {
      peer: 'cdkNag:APIGWRequestValidation',
      how: 'It is content with a validator that the API owns, whether a method uses it or not.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/apigw/APIGWRequestValidation.ts',
    },
  ],
  check: (resource, app) => (resource.type === 'AWS::ApiGateway::Method' ? judgeMethod(resource) : judgeApi(resource, app)),
});

function judgeApi(api: Resource, app: AppModel): Outcome {
  if (!api.get('Body').isAbsent || !api.get('BodyS3Location').isAbsent) return unknown('its methods are in an OpenAPI definition');
  const { resources: validators, maybeMore } = app.naming(api, VALIDATOR, 'RestApiId');
  if (some(validators, validatesAll)) return 'COMPLIANT';
  if (maybeMore !== undefined) return unknown(maybeMore);
  const what = validators.length === 0 ? 'it has no request validator' : 'none of its request validators validates body and parameters';
  return violation('Properties', what);
}

function judgeMethod(method: Resource): Outcome {
  if (method.get('HttpMethod').is('OPTIONS')) return 'NOT_APPLICABLE';
  const id = method.get('RequestValidatorId');
  if (id.isAbsent || id.is('')) return violation(id, `RequestValidatorId is ${id.isAbsent ? 'not set' : 'empty'}`);
  const validator = id.target();
  if (validator?.type !== VALIDATOR) return unknown(id.whyUnknown ?? 'the request validator is not in the app', id.location);
  return validatesAll(validator) ? 'COMPLIANT' : violation(id, 'its request validator does not validate body and parameters');
}

function validatesAll(validator: Resource): boolean {
  return allOf(() => validator.get('ValidateRequestBody').boolean(false), () => validator.get('ValidateRequestParameters').boolean(false));
}
