import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { resourcesOf } from './api-resources';
import { describeMisuse } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';

/** What was decided about a method when its route was added. */
export interface GuardedMethod {
  /** The route for people: `POST /orders`. */
  readonly name: string;
  /** Properties as they were when the route was added, by the template's names; absent ones are undefined. */
  readonly decided: Record<DecidedProperty, unknown>;
}

/** What a route decides and nobody changes later. Ids are compared, too: another authorizer would let other people in. */
type DecidedProperty = 'AuthorizationType' | 'AuthorizerId' | 'AuthorizationScopes' | 'ApiKeyRequired'
| 'RequestValidatorId' | 'RequestModels' | 'RequestParameters';

const VALIDATION: DecidedProperty[] = ['RequestValidatorId', 'RequestModels', 'RequestParameters'];

/** What is decided about the method of a route, to be taken when it has just been made. */
export function decidedOf(method: apigateway.CfnMethod): GuardedMethod['decided'] {
  return {
    AuthorizationType: method.authorizationType,
    AuthorizerId: method.authorizerId,
    AuthorizationScopes: method.authorizationScopes,
    ApiKeyRequired: method.apiKeyRequired,
    RequestValidatorId: method.requestValidatorId,
    RequestModels: method.requestModels,
    RequestParameters: method.requestParameters,
  };
}

/** What the guard reads of emitted properties. */
interface Emitted {
  readonly HttpMethod?: string;
  readonly AuthorizationType?: string;
  readonly Integration?: { readonly Type?: string };
  readonly ResponseParameters?: Record<string, unknown>;
  readonly StageName?: unknown;
}

/**
 * Finds, when the template is written, what was added to the exposed API behind the construct's back: methods without authorization
 * that no public route made, stages without firewall and logs, gateway responses that reflect the origin; and routes whose
 * authorization or validation was taken away.
 */
export function guardApi(owner: IConstruct, restApi: apigateway.RestApi, decided: Map<IConstruct, GuardedMethod>): void {
  const checks: Record<string, (resource: CfnResource, emitted: Emitted) => string[]> = {
    'AWS::ApiGateway::Method': (resource, method) => {
      const route = decided.get(resource);
      return route ? checkRoute(owner, resource, route, method) : checkForeignMethod(owner, resource, method);
    },
    'AWS::ApiGateway::Stage': (resource) =>
      resource === restApi.deploymentStage.node.defaultChild ? [] : [foreignStage(owner, resource)],
    'AWS::ApiGateway::Deployment': (resource, deployment) =>
      deployment.StageName === undefined ? [] : [foreignStage(owner, resource)],
    'AWS::ApiGateway::GatewayResponse': (resource, response) => checkResponse(owner, resource, response),
  };
  owner.node.addValidation({
    validate: () => resourcesOf({ api: restApi, id: restApi.restApiId, property: 'RestApiId' }, Object.keys(checks))
      .flatMap((resource) => checks[resource.cfnResourceType](resource, resolveResource(resource).Properties ?? {})),
  });
}

function checkRoute(owner: IConstruct, resource: CfnResource, route: GuardedMethod, method: Emitted): string[] {
  const emitted = method as Record<string, unknown>;
  const decided = Stack.of(resource).resolve(route.decided) as Record<string, unknown>;
  return (Object.keys(route.decided) as DecidedProperty[])
    .filter((property) => JSON.stringify(emitted[property]) !== JSON.stringify(decided[property]))
    .map((property) => describeMisuse(owner, {
      prop: `${route.name} ${property}`,
      value: emitted[property] ?? 'absent',
      problem: VALIDATION.includes(property)
        ? 'the construct promises that requests are validated, and something changed it after construction'
        : `the route was added with ${shown(decided[property])}, and something changed it after construction`,
      instead: VALIDATION.includes(property) ? 'Leave validation to the construct.' : 'Choose another auth or apiKeyRequired in addRoute.',
    }));
}

function shown(decided: unknown): string {
  return typeof decided === 'string' ? decided : JSON.stringify(decided) ?? 'none';
}

function checkForeignMethod(owner: IConstruct, resource: CfnResource, method: Emitted): string[] {
  if ((method.AuthorizationType ?? 'NONE') !== 'NONE') return [];
  if (method.HttpMethod === 'OPTIONS' && method.Integration?.Type === 'MOCK') return []; // a preflight answer, calls nothing
  return [describeMisuse(owner, {
    prop: `method ${resource.node.path} AuthorizationType`,
    value: method.AuthorizationType ?? 'absent',
    problem: 'everybody can call this method, and no route says why',
    instead: 'Add it by addRoute(method, path, fn, { auth: RouteAuth... }); where everybody may call it, RouteAuth.public("<reason>").',
  })];
}

function foreignStage(owner: IConstruct, resource: CfnResource): string {
  return describeMisuse(owner, {
    prop: `stage ${resource.node.path}`,
    problem: 'this second stage serves the same routes without the firewall, throttle and logs of the first',
    instead: 'Make another SecureApi for it.',
  });
}

function checkResponse(owner: IConstruct, resource: CfnResource, response: Emitted): string[] {
  const reflected = Object.entries(response.ResponseParameters ?? {})
    .find(([, value]) => typeof value === 'string' && /request\.(multivalue)?header\.origin/i.test(value));
  return reflected ? [describeMisuse(owner, {
    prop: `gateway response ${resource.node.path} ${reflected[0]}`,
    value: reflected[1],
    problem: 'it reflects the origin of the request, so that every web page may read the answer',
    instead: 'Write the one origin that may, in quotes: "\'https://shop.example.com\'".',
  })] : [];
}
