import { authorizationInDefinition } from './openapi-authorization';
import { shown } from '../../engine/checks';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'apigateway/method-authorization',
  title: 'Methods of REST APIs authorize their callers',
  severity: 'high',
  resourceTypes: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::RestApi'],
  controls: {
    wellArchitected: ['SEC05-BP02', 'SEC05-BP04'],
    owaspServerless: ['S2'],
  },
  peers: {
    cdkNag: ['APIGWAuthorization'],
    guard: ['API_GW_METHOD_AUTHORIZATION_TYPE_RULE'],
    checkov: ['CKV_AWS_59'],
    prowler: ['apigateway_restapi_authorizers_enabled', 'apigateway_restapi_public_with_authorizer'],
    other: ['cfn_nag:W59', 'checkov-tf:CKV2_AWS_70', 'trivy:AWS-0004'],
  },
  rationale: 'Whoever finds the URL calls the method and whatever is behind it. An API key does not help: it identifies a client for quotas, it'
    + ' authorizes nobody.',
  whenNotToUse: 'Methods that are meant for everybody, such as a health check, a webhook that checks a signature, or a private API whose resource'
    + ' policy is the gate: waive each with its reason.',
  fix: 'Give the method an `authorizer` with its `authorizationType`, or `defaultMethodOptions` to the `RestApi`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-jwt-authorizer.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html',
  ],
  absent: {
    means: 'The method is open, as with NONE.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html',
  },
  partly: 'OpenAPI definitions are judged where they are written in the template, not those in S3.',
  divergences: [
    {
      peer: 'cdkNag:APIGWAuthorization',
      how: 'It only excuses OPTIONS methods that answer 204 with CORS headers.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/apigw/APIGWAuthorization.ts',
    },
    {
      peer: 'checkov:CKV_AWS_59',
      how: 'It takes an API key for authorization, and a method without AuthorizationType for closed.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
    },
  ],
  check: (resource) => (resource.type === 'AWS::ApiGateway::Method' ? judgeMethod(resource) : judgeApi(resource)),
});

function judgeMethod(method: Resource): Outcome {
  // browsers send no credentials with a pre-flight request
  if (method.get('HttpMethod').is('OPTIONS')) return 'NOT_APPLICABLE';
  const type = method.get('AuthorizationType');
  if (type.isAbsent) return violation(type, 'AuthorizationType is not set');
  return type.is('AWS_IAM', 'COGNITO_USER_POOLS', 'CUSTOM', 'JWT') ? 'COMPLIANT' : violation(type, `AuthorizationType is ${shown(type)}`);
}

function judgeApi(api: Resource): Outcome {
  const original = api.get('CloneFrom');
  return original.isAbsent ? authorizationInDefinition(api) : unknown('its methods are those of another API', original.location);
}
