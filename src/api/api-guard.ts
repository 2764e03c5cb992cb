import { CfnResource } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { resourcesOf } from './api-resources';
import { describeMisuse } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';

/** What was decided about a method when its route was added. */
export interface GuardedMethod {
  /** The route for people: `POST /orders`. */
  readonly name: string;
  readonly authorizationType: string;
  readonly hasBodySchema: boolean;
}

/** What the guard reads of emitted properties. */
interface Emitted {
  readonly HttpMethod?: string;
  readonly AuthorizationType?: string;
  readonly RequestValidatorId?: unknown;
  readonly RequestModels?: Record<string, unknown>;
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
      return route ? checkRoute(owner, route, method) : checkForeignMethod(owner, resource, method);
    },
    'AWS::ApiGateway::Stage': (resource) =>
      resource === restApi.deploymentStage.node.defaultChild ? [] : [foreignStage(owner, resource)],
    'AWS::ApiGateway::Deployment': (resource, deployment) =>
      deployment.StageName === undefined ? [] : [foreignStage(owner, resource)],
    'AWS::ApiGateway::GatewayResponse': (resource, response) => checkResponse(owner, resource, response),
  };
  owner.node.addValidation({
    validate: () => resourcesOf(restApi, Object.keys(checks))
      .flatMap((resource) => checks[resource.cfnResourceType](resource, resolveResource(resource).Properties ?? {})),
  });
}

function checkRoute(owner: IConstruct, route: GuardedMethod, method: Emitted): string[] {
  const findings: string[] = [];
  if (method.AuthorizationType !== route.authorizationType) {
    findings.push(describeMisuse(owner, {
      prop: `${route.name} AuthorizationType`,
      value: method.AuthorizationType ?? 'absent',
      problem: `the route was added with ${route.authorizationType}, and something changed it after construction`,
      instead: 'Choose another auth in addRoute.',
    }));
  }
  if (method.RequestValidatorId === undefined || (route.hasBodySchema && method.RequestModels?.$default === undefined)) {
    findings.push(describeMisuse(owner, {
      prop: `${route.name} ${method.RequestValidatorId === undefined ? 'RequestValidatorId' : 'RequestModels.$default'}`,
      value: 'absent',
      problem: 'the construct promises that requests are validated, and something changed it after construction',
      instead: 'Leave validation to the construct.',
    }));
  }
  return findings;
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
    .find(([, value]) => typeof value === 'string' && /request\.header\.origin/i.test(value));
  return reflected ? [describeMisuse(owner, {
    prop: `gateway response ${resource.node.path} ${reflected[0]}`,
    value: reflected[1],
    problem: 'it reflects the origin of the request, so that every web page may read the answer',
    instead: 'Write the one origin that may, in quotes: "\'https://shop.example.com\'".',
  })] : [];
}
