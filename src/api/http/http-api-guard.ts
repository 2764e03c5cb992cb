import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import { describeMisuse } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';
import { resourcesOf } from '../api-resources';

/** What was decided about a route when it was added. */
export interface GuardedRoute {
  /** The route for people: `POST /orders`. */
  readonly name: string;
  /** Properties as they were when the route was added, by the template's names; absent ones are undefined. */
  readonly decided: Readonly<Record<string, unknown>>;
}

/** What is decided about a route, to be taken when it has just been made: nobody changes it later. */
export function decidedOf(route: apigatewayv2.CfnRoute): GuardedRoute['decided'] {
  return {
    RouteKey: route.routeKey,
    AuthorizationType: route.authorizationType,
    AuthorizerId: route.authorizerId,
    AuthorizationScopes: route.authorizationScopes,
    Target: route.target,
    // what only WebSocket APIs have
    ModelSelectionExpression: route.modelSelectionExpression,
    RequestModels: route.requestModels as unknown,
    RouteResponseSelectionExpression: route.routeResponseSelectionExpression,
  };
}

/** What the guard reads of emitted properties. */
interface Emitted {
  readonly RouteKey?: string;
  readonly AuthorizationType?: string;
  readonly StageName?: unknown;
}

/** What is guarded, and what was decided about it. */
interface Guarded {
  readonly api: apigatewayv2.IApi;
  readonly stage: IConstruct;
  readonly routes: ReadonlyMap<IConstruct, GuardedRoute>;
  /** What an added route contradicts, by its resource and its kind of authorization: a clause; undefined if nothing. */
  readonly foreignRoute: (authorizationType: string) => ForeignRoute | undefined;
  /** What to change about a route, instead of its resource. */
  readonly instead: string;
}

/** Why a route may not be added behind the construct's back. */
export interface ForeignRoute {
  /** The property that the error names, with its value. */
  readonly property: 'AuthorizationType' | 'RouteKey';
  readonly problem: string;
  readonly instead: string;
}

/**
 * Finds, when the template is written, what was added to the exposed API behind the construct's back: routes without authorization that no
 * public route made, stages without throttle and logs, settings of quick create; and routes whose authorization was taken away.
 */
export function guardHttpApi(owner: IConstruct, { api, stage, routes, foreignRoute, instead }: Guarded): void {
  const checks: Record<string, (resource: CfnResource, emitted: Emitted) => string[]> = {
    'AWS::ApiGatewayV2::Route': (resource, emitted) => {
      const route = routes.get(resource);
      return route ? checkRoute(owner, resource, route, emitted, instead) : checkForeignRoute(owner, resource, emitted, foreignRoute);
    },
    'AWS::ApiGatewayV2::Stage': (resource) => (resource === stage ? [] : [foreignStage(owner, resource)]),
    'AWS::ApiGatewayV2::Deployment': (resource, { StageName }) => (StageName === undefined ? [] : [foreignStage(owner, resource)]),
    'AWS::ApiGatewayV2::ApiGatewayManagedOverrides': (resource) => [managedOverrides(owner, resource)],
  };
  owner.node.addValidation({
    validate: () => resourcesOf({ api, id: api.apiId, property: 'ApiId' }, Object.keys(checks))
      .flatMap((resource) => checks[resource.cfnResourceType](resource, resolveResource(resource).Properties ?? {})),
  });
}

function checkRoute(owner: IConstruct, resource: CfnResource, route: GuardedRoute, emitted: Emitted, instead: string): string[] {
  const decided = Stack.of(resource).resolve(route.decided) as Record<string, unknown>;
  const found = emitted as Record<string, unknown>;
  return Object.keys(route.decided)
    .filter((property) => JSON.stringify(found[property]) !== JSON.stringify(decided[property]))
    .map((property) => describeMisuse(owner, {
      prop: `${route.name} ${property}`,
      value: found[property] ?? 'absent',
      problem: `the route was added with ${shown(decided[property])}, and something changed it after construction`,
      instead,
    }));
}

function shown(decided: unknown): string {
  return typeof decided === 'string' ? decided : JSON.stringify(decided) ?? 'none';
}

function checkForeignRoute(
  owner: IConstruct, resource: CfnResource, { AuthorizationType = 'NONE', RouteKey }: Emitted, judge: Guarded['foreignRoute'],
): string[] {
  const wrong = judge(AuthorizationType);
  if (!wrong) return [];
  const { property, problem, instead } = wrong;
  return [describeMisuse(owner, { prop: `route ${resource.node.path} ${property}`, value: { AuthorizationType, RouteKey }[property], problem, instead })];
}

function foreignStage(owner: IConstruct, resource: CfnResource): string {
  return describeMisuse(owner, {
    prop: `stage ${resource.node.path}`,
    problem: 'this second stage serves the same routes without the throttle and logs of the first',
    instead: 'Make another API for it.',
  });
}

function managedOverrides(owner: IConstruct, resource: CfnResource): string {
  return describeMisuse(owner, {
    prop: `overrides ${resource.node.path}`,
    problem: 'it changes routes and stages that API Gateway made by itself, and this API has none',
    instead: 'Add routes by addRoute.',
  });
}
