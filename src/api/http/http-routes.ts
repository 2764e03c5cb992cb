import { Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct, type IConstruct } from 'constructs';
import { decidedOf, GuardedRoute } from './http-api-guard';
import { HttpAuthorizers } from './http-authorizers';
import { HttpIntegrations } from './http-integrations';
import { whyNotNativeHttp } from './http-native-jwt';
import type { HttpRouteOptions } from './http-route-options';
import type { ThrottledHttpRoute } from './http-stage';
import { v2RouteId } from './v2-route-id';
import { httpAuthChoiceOf } from './validate-http-auth';
import { describeMisuse, fail, warn } from '../../private/misuse';
import type { ApiCors } from '../api-cors';
import { verifiesNatively } from '../jwt/native-jwt';
import { validateCorsOfRoute } from '../preflight';
import type { HttpAuthChoice } from '../routes/auth-choice';
import { parseRoute, RoutePath } from '../routes/route-path';
import { validateGrantInvoke } from '../routes/validate-grant-invoke';
import { validateThrottle } from '../validate-throttle';

/** Routes that an API may have by default (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html). */
const QUOTA = 300;

/** What routes need to know of their API. */
interface HttpRoutesProps {
  readonly httpApi: apigatewayv2.IHttpApi;
  readonly stage: apigatewayv2.IHttpStage;
  readonly cors?: ApiCors;
  readonly headers: Readonly<Record<string, string>>;
}

/** A route that was added. */
interface AddedRoute {
  readonly route: RoutePath;
  readonly options: HttpRouteOptions;
  readonly choice: HttpAuthChoice;
}

/** The routes of an HTTP API. */
export class HttpRoutes extends Construct {
  /** What was decided about routes, by their resources. */
  public readonly guarded = new Map<IConstruct, GuardedRoute>();

  private readonly added = new Map<string, AddedRoute>();
  private readonly authorizers: HttpAuthorizers;
  private readonly integrations: HttpIntegrations;

  /** @param owner the construct in whose name errors speak */
  constructor(private readonly owner: Construct, id: string, private readonly props: HttpRoutesProps) {
    super(owner, id);
    this.authorizers = new HttpAuthorizers(owner, 'Authorizers', props.httpApi);
    this.integrations = new HttpIntegrations(owner, 'Integrations', { ...props, stageName: props.stage.stageName });
    owner.node.addValidation({ validate: () => this.validate() });
  }

  /** Routes with limits of their own. */
  public get throttled(): ThrottledHttpRoute[] {
    return [...this.added.values()].flatMap(({ route, options: { throttle } }) => (throttle ? [{ key: route.name, throttle }] : []));
  }

  /** Methods of all routes, for preflight requests. */
  public get methods(): string[] {
    return [...new Set([...this.added.values()].map(({ route }) => route.method))].sort();
  }

  /** Whether no claims are in the context but those of user pools. */
  public get areClaimsPlain(): boolean {
    return ![...this.added.values()].some(({ choice }) => choice.kind === 'jwt' && verifiesNatively(choice, whyNotNativeHttp)
      && choice.issuer._demands.audienceClaim !== 'client_id'); // which only tokens of user pools have instead of aud
  }

  public add(method: string, path: string, handler: lambda.IFunction, options: HttpRouteOptions): apigatewayv2.CfnRoute {
    const route = parseRoute(this.owner, method, path);
    this.refuseDuplicate(route);
    const choice = httpAuthChoiceOf(this.owner, route.name, options?.auth);
    validateThrottle(this.owner, `${route.name} throttle`, options.throttle);
    validateCorsOfRoute(this.owner, this.props.cors, route.name, choice.kind === 'public');
    const resource = new apigatewayv2.CfnRoute(this, v2RouteId(`${route.method}${route.path}`), {
      apiId: this.props.httpApi.apiId,
      routeKey: route.name,
      target: this.integrations.targetOf(handler),
      ...this.authorizers.authOf(choice, route.name),
    });
    this.record(route, options, choice, resource);
    return resource;
  }

  public grantInvoke(grantee: iam.IGrantable, method: string, path: string): iam.Grant {
    validateGrantInvoke(this.owner, this.added, method, path);
    const { httpApi, stage } = this.props;
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: [Stack.of(this).formatArn({
        service: 'execute-api', resource: httpApi.apiId, resourceName: `${stage.stageName}/${method}${path.replace(/\{[^}]*\}/g, '*')}`,
      })],
    });
  }

  private record(route: RoutePath, options: HttpRouteOptions, choice: HttpAuthChoice, resource: apigatewayv2.CfnRoute): void {
    if (choice.kind === 'public') resource.addMetadata('cdk-hardened:public-route', choice.reason);
    this.added.set(route.name, { route, options, choice });
    this.guarded.set(resource, { name: route.name, decided: decidedOf(resource) });
    // the stage is refused settings for a route that is not there yet
    if (options.throttle) this.props.stage.node.addDependency(resource);
    if (this.added.size === QUOTA + 1) {
      warn(this.owner, 'http-routes-quota', `[${this.owner.node.path}] An HTTP API has ${QUOTA} routes by default, and this one has more: `
        + 'raise the quota, or split the API by domain.');
    }
  }

  /** The names of parameters tell no requests apart. */
  private refuseDuplicate(route: RoutePath): void {
    const shape = shapeOf(route);
    const same = [...this.added.values()].find((other) => shapeOf(other.route) === shape);
    if (!same) return;
    fail(this.owner, {
      prop: 'addRoute',
      value: route.name,
      problem: same.route.name === route.name ? 'this route exists already' : `${same.route.name} takes the same requests`,
      instead: 'Drop one of the two, or give it another method or path.',
    });
  }

  private validate(): string[] {
    return this.added.size > 0 ? [] : [describeMisuse(this.owner, {
      prop: 'routes', value: [], problem: 'an API without routes answers nothing', instead: 'Call addRoute(method, path, fn, { auth }).',
    })];
  }
}

/** `GET /orders/{}`, and `GET /files/{+}` for a parameter that takes the rest of the path. */
function shapeOf({ name }: RoutePath): string {
  return name.replace(/\{[^}+]*(\+?)\}/g, '{$1}');
}
