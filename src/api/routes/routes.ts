import { CfnResource, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import type { ApiCors } from '../api-cors';
import { decidedOf, guardApi, GuardedMethod } from '../api-guard';
import type { AuthChoice } from './auth-choice';
import { Authorizers } from './authorizers';
import { addPreflight, validateCorsOfRoute } from '../preflight';
import { Models } from './models';
import { requestParameters, sealValidator } from './request-validation';
import type { RouteOptions } from './route-options';
import { parseRoute, resourcePaths, RoutePath } from './route-path';
import type { RouteTarget } from './route-target';
import { authChoiceOf } from './validate-auth';
import { validateGrantInvoke } from './validate-grant-invoke';
import { requireLiteral } from '../../private/literal';
import { describeMisuse, fail, warn } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';
import { verifiesNatively, whyNotNative } from '../jwt/native-jwt';
import type { ApiAccess } from '../reach/api-access';
import type { ThrottledRoute } from '../stage-settings';
import { validateThrottle } from '../validate-throttle';

/** Resources that an API may have by default (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html). */
const RESOURCES_QUOTA = 300;

/** What the API decided for all of its routes. */
interface RouteDefaults {
  readonly cors?: ApiCors;
  readonly access?: ApiAccess;
}

/** A route that was added. */
interface AddedRoute {
  readonly route: RoutePath;
  readonly options: RouteOptions;
  readonly method: apigateway.Method;
  readonly choice: AuthChoice;
}

/** The routes of an API. */
export class Routes {
  private readonly added = new Map<string, AddedRoute>();
  private readonly paths = new Set<string>(['/']);
  private readonly guarded = new Map<IConstruct, GuardedMethod>();
  private readonly authorizers: Authorizers;
  private readonly models: Models;
  private readonly validator: apigateway.RequestValidator;

  constructor(private readonly owner: Construct, private readonly restApi: apigateway.RestApi, private readonly defaults: RouteDefaults) {
    this.authorizers = new Authorizers(owner, 'Authorizers', restApi);
    this.models = new Models(owner, restApi);
    this.validator = restApi.addRequestValidator('Validator', { validateRequestBody: true, validateRequestParameters: true });
    sealValidator(owner, this.validator);
    guardApi(owner, restApi, this.guarded);
    owner.node.addValidation({ validate: () => this.validate() });
  }

  /** Routes with limits of their own. */
  public get throttled(): ThrottledRoute[] {
    return [...this.added.values()].flatMap(({ route, options: { throttle } }) => (throttle ? [{ route, throttle }] : []));
  }

  /** Whether no claims are in the context but those of user pools. */
  public get areClaimsPlain(): boolean {
    return ![...this.added.values()].some(({ choice }) => choice.kind === 'jwt' && verifiesNatively(choice, whyNotNative));
  }

  public add(method: string, path: string, target: RouteTarget, options: RouteOptions): apigateway.Method {
    const route = parseRoute(this.owner, method, path);
    this.refuseDuplicate(route);
    const choice = authChoiceOf(this.owner, route.name, options?.auth, whyNotNative);
    validateThrottle(this.owner, `${route.name} throttle`, options.throttle);
    validateCorsOfRoute(this.owner, this.defaults.cors, route.name, choice.kind === 'public');
    const body = this.models.of(route, options);
    const parameters = requestParameters(this.owner, route, options);
    const { authorizationScopes: scopes, ...auth } = this.authorizers.authOf(choice, route.name);
    this.defaults.access?._checkRoute(this.owner, route.name, auth.authorizationType!);
    const { integration, methodResponses, connect } = target({ route, choice, options, schema: body?.schema });
    const resource = this.resourceOf(route);
    const added = resource.addMethod(route.method, integration, {
      ...auth,
      // of scopes with other authorizers the L2 says that it ignores them
      authorizationScopes: auth.authorizationType === apigateway.AuthorizationType.COGNITO ? scopes : undefined,
      apiKeyRequired: options.apiKeyRequired ?? false,
      requestParameters: Object.keys(parameters).length > 0 ? parameters : undefined,
      requestValidator: this.validator,
      // whatever the content type says: an unknown one would otherwise pass unchecked
      requestModels: body && { $default: body.model() },
      methodResponses,
    });
    this.demandScopes(added, scopes);
    connect?.(added);
    this.record(route, options, choice, added);
    return added;
  }

  public grantInvoke(grantee: iam.IGrantable, method: string, path: string, stageName: string): iam.Grant {
    validateGrantInvoke(this.owner, this.added, method, path);
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: [this.restApi.arnForExecuteApi(method, path.replace(/\{[^}]*\}/g, '*'), stageName)],
    });
  }

  /** The method of a route that asks for an API key: others no usage plan meters. */
  public keyedMethod(scope: IConstruct, prop: string, method: string, path: string): apigateway.Method {
    requireLiteral(scope, `${prop}.method`, method);
    requireLiteral(scope, `${prop}.path`, path);
    const added = this.added.get(`${method} ${path}`);
    if (added?.options.apiKeyRequired) return added.method;
    return fail(scope, {
      prop,
      value: `${method} ${path}`,
      problem: added ? 'the route asks for no API key, and a plan limits holders of keys only' : 'there is no such route',
      instead: added ? 'Add the route with apiKeyRequired: true; for all callers, give it a throttle of its own.' : 'Add it first, and write method and path as in addRoute.',
    });
  }

  /** The L2 drops scopes unless a user pool authorizes: here those of a JWT authorizer, and in the deployment's hash too. */
  private demandScopes(method: apigateway.Method, scopes: string[] | undefined): void {
    const resource = method.node.defaultChild as apigateway.CfnMethod;
    if (scopes === undefined || resource.authorizationScopes !== undefined) return;
    resource.authorizationScopes = scopes;
    this.restApi.latestDeployment?.addToLogicalId({ method: method.node.path, scopes });
  }

  private record(route: RoutePath, options: RouteOptions, choice: AuthChoice, method: apigateway.Method): void {
    const resource = method.node.defaultChild as apigateway.CfnMethod;
    if (choice.kind === 'public') resource.addMetadata('cdk-hardened:public-route', choice.reason);
    if (options.unvalidatedBody !== undefined) resource.addMetadata('cdk-hardened:unvalidated-body', options.unvalidatedBody);
    this.added.set(route.name, { route, options, method, choice });
    this.guarded.set(resource, { name: route.name, decided: decidedOf(resource) });
  }

  /** The resource of the path, with its preflight answer once. */
  private resourceOf(route: RoutePath): apigateway.IResource {
    this.claimPaths(route);
    const resource = this.restApi.root.resourceForPath(route.path.slice(1));
    const { cors } = this.defaults;
    const isFirst = ![...this.added.values()].some((other) => other.route.path === route.path);
    if (cors && isFirst) addPreflight(resource, cors, () => this.methodsOf(route.path));
    return resource;
  }

  private methodsOf(path: string): string[] {
    return [...this.added.values()].filter(({ route }) => route.path === path).map(({ route }) => route.method);
  }

  private refuseDuplicate(route: RoutePath): void {
    if (this.added.has(route.name)) {
      fail(this.owner, {
        prop: 'addRoute',
        value: route.name,
        problem: 'this route exists already',
        instead: 'Drop one of the two, or give it another method or path.',
      });
    }
  }

  /** API Gateway has one parameter at each place of the tree, and so many places. */
  private claimPaths(route: RoutePath): void {
    for (const path of resourcePaths(route.path)) {
      const parent = path.slice(0, path.lastIndexOf('/') + 1);
      const sibling = path.endsWith('}') && [...this.paths].find((other) =>
        other !== path && other.startsWith(`${parent}{`) && other.lastIndexOf('/') + 1 === parent.length);
      if (sibling) {
        fail(this.owner, {
          prop: 'addRoute path',
          value: route.path,
          problem: `"${sibling}" has another name for the parameter at the same place, and API Gateway takes one`,
          instead: `Write ${sibling.slice(parent.length)} here too.`,
        });
      }
      this.paths.add(path);
      if (this.paths.size === RESOURCES_QUOTA + 1) {
        warn(this.owner, 'api-resources-quota', `[${this.owner.node.path}] An API has ${RESOURCES_QUOTA} resources by default, and this one needs more: `
          + 'raise the quota, or split the API by domain.');
      }
    }
  }

  private validate(): string[] {
    if (this.added.size === 0) {
      return [describeMisuse(this.owner, {
        prop: 'routes', value: [], problem: 'an API without routes cannot be deployed', instead: 'Call addRoute(method, path, fn, { auth }).',
      })];
    }
    const keyed = [...this.added.values()].find(({ options }) => options.apiKeyRequired);
    return keyed && !hasUsagePlan(this.restApi) ? [describeMisuse(this.owner, {
      prop: `${keyed.route.name} apiKeyRequired`,
      value: true,
      problem: 'there is no usage plan, so no key opens this route',
      instead: 'Call addUsagePlan(id, { quota }), and addApiKey(id) on what it returns.',
    })] : [];
  }
}

/** Whether a usage plan names this API; one of another stack is taken to, because its references are imports there. */
function hasUsagePlan(restApi: apigateway.RestApi): boolean {
  const stack = Stack.of(restApi);
  const reference = JSON.stringify(stack.resolve(restApi.restApiId));
  return restApi.node.root.node.findAll().some((node) => CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::ApiGateway::UsagePlan'
    && (Stack.of(node) !== stack || JSON.stringify(resolveResource(node).Properties?.ApiStages ?? []).includes(reference)));
}
