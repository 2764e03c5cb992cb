import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'apigatewayv2/cors-no-wildcard',
  title: 'HTTP APIs answer the browsers of named origins only',
  severity: 'medium',
  resourceTypes: ['AWS::ApiGatewayV2::Api'],
  controls: {
    wellArchitected: ['SEC05-BP02'],
    owaspServerless: ['S6'],
  },
  peers: {},
  rationale: 'With `*` any website a user visits may call the API from his browser and read the answers: with what his network position or a'
    + ' stored token gives it.',
  whenNotToUse: 'APIs of public data without any authorization.',
  fix: 'List the origins in `corsPreflight: { allowOrigins: [...] }` on the `HttpApi`.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html'],
  absent: {
    means: 'API Gateway adds no CORS headers: browsers refuse all other origins.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  },
  partly: 'Headers that the code behind the API sets itself are not seen.',
  check: (api) => {
    if (api.get('ProtocolType').is('WEBSOCKET')) return 'NOT_APPLICABLE';
    return every(allowedOrigins(api).list(), judge);
  },
});

function allowedOrigins(api: Resource): Value {
  const cors = api.get('CorsConfiguration');
  if (!cors.isAbsent) return cors.at('AllowOrigins');
  if (!api.get('BodyS3Location').isAbsent) return unknown('its CORS configuration may be in its OpenAPI definition');
  return api.get('Body').at('x-amazon-apigateway-cors').at('allowOrigins');
}

/** All origins, or all of a scheme. */
const ANY_ORIGIN = /^([a-z][\w+.-]*:\/\/)?\*$/i;

function judge(origin: Value): Outcome {
  const end = origin.parts()?.at(-1);
  // only a star at the end lets any website in, whatever parameters say before it
  if (typeof end === 'string' && !end.endsWith('*')) return 'COMPLIANT';
  const text = origin.text()!;
  return ANY_ORIGIN.test(text) ? violation(origin, `any website is allowed: ${text}`) : 'COMPLIANT';
}
