import { isWebSocketApi } from './protocols';
import type { AppModel } from '../../engine/app-model';
import { shown } from '../../engine/checks';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, some, violation } from '../../engine/violation';
import { authorizationInDefinition } from '../apigateway/openapi-authorization';

export const rule = defineRule({
  id: 'apigatewayv2/route-authorization',
  title: 'Routes of HTTP APIs, and connections to WebSocket APIs, authorize their callers',
  severity: 'medium',
  resourceTypes: ['AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Api'],
  controls: {
    fsbp: ['APIGateway.8'],
    pciDss4: ['1.2.8', '1.3.1', '1.3.2', '1.4.1', '1.4.2', '1.4.4', 'A1.1.3'],
    nist80053r5: ['AC-3', 'CM-2', 'CM-2(2)'],
    wellArchitected: ['SEC05-BP02'],
    owaspServerless: ['S2'],
  },
  peers: {
    cdkNag: ['APIGWAuthorization'],
    prowler: ['apigatewayv2_api_authorizers_enabled'],
    other: ['checkov-tf:CKV_AWS_309', 'config:api-gwv2-authorization-type-configured'],
  },
  rationale: 'Whoever finds the URL calls the route, or opens a connection and sends what he likes through it.',
  whenNotToUse: 'Routes that are meant for everybody, such as a health check or a webhook that checks a signature: waive each with its reason.',
  fix: 'Give the `HttpApi` a `defaultAuthorizer`, the route an `authorizer`, or the `WebSocketApi` an authorizer in `connectRouteOptions`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-apigatewaymanagedoverrides.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-8',
  ],
  absent: {
    means: 'The route is open, as with NONE.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-route.html',
  },
  partly: 'OpenAPI definitions are judged where they are written in the template, not those in S3.',
  divergences: [
    {
      peer: 'cdkNag:APIGWAuthorization',
      how: 'It asks all routes of a WebSocket API for authorization, which API Gateway only does on $connect, and OPTIONS routes for pre-flight'
        + ' requests.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
    },
  ],
  check: (resource, app) => (resource.type === 'AWS::ApiGatewayV2::Route' ? judgeRoute(resource) : judgeApi(resource, app)),
});

function judgeRoute(route: Resource): Outcome {
  const kind = kindOf(route);
  if (kind === 'needs none') return 'NOT_APPLICABLE';
  const type = route.get('AuthorizationType');
  if (isAuthorization(type)) return 'COMPLIANT';
  if (kind === 'may need it') return unknown('whether it is a route of a WebSocket API: its API is not in the app', 'Properties.ApiId');
  return violation(type, `AuthorizationType is ${type.isAbsent ? 'not set' : shown(type)}`);
}

function isAuthorization(type: Value): boolean {
  return type.is('AWS_IAM', 'JWT', 'CUSTOM');
}

/** The routes that come with an API: those of its definition, and the one of quick create. */
function judgeApi(api: Resource, app: AppModel): Outcome {
  return every([() => authorizationInDefinition(api), () => judgeQuickCreate(api, app)], (judge) => judge());
}

function judgeQuickCreate(api: Resource, app: AppModel): Outcome {
  const target = api.get('Target');
  if (target.isAbsent || keyOf(api).startsWith('OPTIONS ')) return 'NOT_APPLICABLE';
  const { resources: overrides, maybeMore } = app.naming(api, 'AWS::ApiGatewayV2::ApiGatewayManagedOverrides', 'ApiId');
  if (some(overrides, (override) => isAuthorization(override.get('Route.AuthorizationType')))) return 'COMPLIANT';
  return maybeMore === undefined ? violation(target, 'the route that quick create makes is open') : unknown(maybeMore);
}

/** A WebSocket API authorizes connections, not messages. Browsers send no credentials with a pre-flight request. */
function kindOf(route: Resource): 'needs it' | 'needs none' | 'may need it' {
  const key = keyOf(route);
  const isWebSocket = isWebSocketApi(route.get('ApiId')) ?? byRouteKey(key);
  if (isWebSocket === undefined) return 'may need it';
  if (isWebSocket) return key === '$connect' ? 'needs it' : 'needs none';
  return key.startsWith('OPTIONS ') ? 'needs none' : 'needs it';
}

/** Of the route of an HTTP API, the method is enough: the path behind it may be anything. */
function keyOf(route: Resource): string {
  const key = route.get('RouteKey');
  const start = key.parts()?.[0];
  return typeof start === 'string' && /^[A-Z]+ \//.test(start) ? start : key.text() ?? '';
}

/** `GET /orders` is a route of an HTTP API; both have a default route. */
function byRouteKey(key: string): boolean | undefined {
  return key === '$default' ? undefined : !key.includes(' /');
}
