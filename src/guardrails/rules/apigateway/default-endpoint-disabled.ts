import type { AppModel } from '../../engine/app-model';
import { documentFromText } from '../../engine/policy/json-text';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'apigateway/default-endpoint-disabled',
  title: 'APIs with a custom domain name are not reachable by their default endpoint',
  severity: 'medium',
  resourceTypes: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  controls: {
    wellArchitected: ['SEC05-BP02', 'SEC06-BP02'],
    owaspServerless: ['S6'],
  },
  peers: {},
  rationale: 'The default endpoint stays open beside the domain name: whoever knows the id of the API goes around the mutual TLS and the TLS'
    + ' policy of the domain name, and around a CloudFront distribution and its firewall in front of it.',
  whenNotToUse: 'While clients still move from the default endpoint to the domain name.',
  fix: 'Set `disableExecuteApiEndpoint: true` on the `RestApi`, `HttpApi` or, by an override, on the `WebSocketApi`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-disable-default-endpoint.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-endpoint-configuration.html',
  ],
  absent: {
    means: 'Clients may call the API by its default endpoint.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  },
  partly: 'A domain name that another app maps to the API is not seen.',
  check: (api, app) => {
    const property = api.get('DisableExecuteApiEndpoint');
    if (property.isKnown && property.boolean(false)) return 'COMPLIANT'; // whatever may be mapped to it
    if (!isMapped(api, app)) return 'NOT_APPLICABLE';
    const disabled = property.isAbsent ? inDefinition(api) ?? property : property;
    return disabled.boolean(false) ? 'COMPLIANT' : violation(disabled, 'the default endpoint goes around the custom domain name');
  },
});

/** The extension in the OpenAPI definition: at its root in version 2, at its servers in version 3. */
function inDefinition(api: Resource): Value | undefined {
  if (!api.get('BodyS3Location').isAbsent) return unknown('its OpenAPI definition is in S3', 'Properties.BodyS3Location');
  const definition = documentFromText(api.get('Body'));
  const places = [definition, ...definition.get('servers').list()];
  return places.map((place) => place.get('x-amazon-apigateway-endpoint-configuration.disableExecuteApiEndpoint')).find((value) => !value.isAbsent);
}

/** The resources that map a public domain name to an API, and where they name it. */
const MAPPINGS: readonly (readonly [string, string])[] = [
  ['AWS::ApiGateway::BasePathMapping', 'RestApiId'],
  ['AWS::ApiGatewayV2::ApiMapping', 'ApiId'],
  ['AWS::ApiGatewayV2::RoutingRule', 'Actions.*.InvokeApi.ApiId'],
];

function isMapped(api: Resource, app: AppModel): boolean {
  const found = MAPPINGS.map(([type, path]) => app.naming(api, type, path));
  if (found.some(({ resources }) => resources.length > 0)) return true;
  const why = found.find(({ maybeMore }) => maybeMore !== undefined)?.maybeMore;
  return why === undefined ? false : unknown(why);
}
