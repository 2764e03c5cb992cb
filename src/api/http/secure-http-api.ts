import { Lazy } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { defineHttpDomain } from './define-http-domain';
import { httpAccessLogFormat } from './http-access-log';
import { defineHttpAlarms } from './http-alarms';
import { ForeignRoute, guardHttpApi } from './http-api-guard';
import { sealHttpApi } from './http-api-seals';
import type { HttpRouteOptions } from './http-route-options';
import { HttpRoutes } from './http-routes';
import { bindRouteSettings, sealHttpStage } from './http-stage';
import { responseHeadersOf } from './response-headers';
import type { SecureHttpApiProps } from './secure-http-api-props';
import { validateKey } from '../../data/keys/validate-key';
import { SecureTopic } from '../../data/messaging/secure-topic';
import { SecureLogGroup } from '../../data/secure-log-group';
import { DEFAULT_THROTTLE } from '../default-throttle';
import { allowedHeaders, preflightAge, validateCors } from '../preflight';
import type { ApiDomain } from '../reach/api-domain';
import type { ApiThrottle } from '../throttle';
import { uniqueApiName } from '../unique-api-name';
import { validateThrottle } from '../validate-throttle';

/** A route that somebody added to the exposed API. */
const OPEN_ROUTE: ForeignRoute = {
  property: 'AuthorizationType',
  problem: 'everybody can call this route, and nothing says why',
  instead: 'Add it by addRoute(method, path, fn, { auth: RouteAuth... }); where everybody may call it, RouteAuth.public("<reason>").',
};

/**
 * An HTTP API whose every route says who may call it, and is throttled, logged and watched by alarms; answers of functions carry security
 * headers.
 *
 * HTTP APIs are cheaper and faster than REST APIs and do less: there is no web firewall, no validation of requests, no API keys, no resource
 * policy, no tracing. Where one of these matters, choose `SecureApi`.
 *
 * Costs about 1.70 USD a month before traffic: alarms and their metric 0.70 USD, the key 1 USD (shared); then 1 USD for a million requests
 * (https://aws.amazon.com/api-gateway/pricing/).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-protect.html
 *
 * @example
 * declare const orders: SecureFunction;
 * const login = JwtIssuer.at('https://login.example.com/', { audiences: ['orders'] });
 * const api = new SecureHttpApi(this, 'Api', { cors: { allowOrigins: ['https://shop.example.com'] } });
 * api.addRoute('GET', '/orders/{id}', orders.lambdaFunction, { auth: RouteAuth.jwt(login, { scopes: ['orders/read'] }) });
 */
export class SecureHttpApi extends Construct {
  /** The L2 API. Routes that are added to it without authorization are refused when the app is synthesized. */
  public readonly httpApi: apigatewayv2.HttpApi;

  /** The stage that clients call, `$default`: it is no part of URLs. */
  public readonly stage: apigatewayv2.HttpStage;

  /** Where routes start, with a slash at the end: the custom domain name, or else the default endpoint. */
  public readonly url: string;

  /** The custom domain name, if the API has one. */
  public readonly domain?: ApiDomain;

  /** The log group of the access log, one line of JSON for each request. */
  public readonly accessLogGroup: logs.LogGroup;

  /** The alarms: server errors, bursts of client errors, throttled requests. */
  public readonly alarms: cloudwatch.Alarm[];

  /** Limits of each route that has none of its own. */
  public readonly throttle: ApiThrottle;

  private readonly accessLogFormat = httpAccessLogFormat(() => this.routes.areClaimsPlain);
  private readonly routes: HttpRoutes;

  /**
   * @throws when the throttle is zero or less, an origin is malformed or `*` beside credentials or authorization, a response header is
   * reserved or malformed, or the domain contradicts itself; at synth, when the API has no route, or when routes or settings were opened behind
   * the construct's back.
   */
  constructor(scope: Construct, id: string, props: SecureHttpApiProps = {}) {
    super(scope, id);
    validateKey(this, props.encryptionKey);
    validateThrottle(this, 'throttle', props.throttle);
    validateCors(this, props.cors);
    const headers = responseHeadersOf(this, props.responseHeaders);
    this.throttle = props.throttle ?? DEFAULT_THROTTLE;
    this.domain = props.domain;
    this.accessLogGroup = new SecureLogGroup(this, 'AccessLogs', { encryptionKey: props.encryptionKey, retention: props.logRetention }).logGroup;
    this.httpApi = this.defineHttpApi(props);
    this.stage = this.defineStage();
    this.routes = new HttpRoutes(this, 'Routes', { httpApi: this.httpApi, stage: this.stage, cors: props.cors, headers });
    this.bind(props);
    this.url = this.connectDomain(props) ?? this.stage.url;
    this.alarms = defineHttpAlarms(new Construct(this, 'Alarms'), {
      stage: this.stage, accessLogGroup: this.accessLogGroup, topic: props.alarmTopic ?? SecureTopic.alarmsOf(this).topic,
    });
    this.keepPromises(props);
  }

  /**
   * Adds a route: the function is invoked for requests that are authorized, and checks what they hold. Returns the L1 route.
   *
   * @param method `GET`, `HEAD`, `POST`, `PUT`, `PATCH` or `DELETE`
   * @param path path with parameters in braces: `/orders/{id}`, `/files/{key+}`
   * @param handler function that answers, by payload format 2.0; may live in another stack
   * @param options who may call the route
   */
  public addRoute(method: string, path: string, handler: lambda.IFunction, options: HttpRouteOptions): apigatewayv2.CfnRoute {
    return this.routes.add(method, path, handler, options);
  }

  /** Lets a principal call one route that uses `RouteAuth.iam()`, in this stage only. */
  public grantInvoke(grantee: iam.IGrantable, method: string, path: string): iam.Grant {
    return this.routes.grantInvoke(grantee, method, path);
  }

  private defineHttpApi({ description, domain }: SecureHttpApiProps): apigatewayv2.HttpApi {
    return new apigatewayv2.HttpApi(this, 'Resource', {
      apiName: uniqueApiName(this),
      description: description ?? this.node.path,
      createDefaultStage: false, // it would have no logs
      disableExecuteApiEndpoint: domain !== undefined,
      // with its own endpoint off, the API's IP versions may limit those of its domain name
      ipAddressType: domain && apigatewayv2.IpAddressType.DUAL_STACK,
    });
  }

  private defineStage(): apigatewayv2.HttpStage {
    return new apigatewayv2.HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      autoDeploy: true, // a route is made with its authorization in one piece, so that no change of it can be forgotten, and none is half live
      accessLogSettings: { destination: new apigatewayv2.LogGroupLogDestination(this.accessLogGroup), format: this.accessLogFormat },
    });
  }

  /** What is known when all routes are. */
  private bind({ cors }: SecureHttpApiProps): void {
    bindRouteSettings(this.stage.node.defaultChild as apigatewayv2.CfnStage, this.throttle, () => this.routes.throttled);
    if (!cors) return;
    (this.httpApi.node.defaultChild as apigatewayv2.CfnApi).corsConfiguration = {
      allowOrigins: cors.allowOrigins,
      allowHeaders: allowedHeaders(cors),
      allowMethods: Lazy.list({ produce: () => this.routes.methods }),
      allowCredentials: cors.allowCredentials ?? false,
      maxAge: preflightAge(cors).toSeconds(),
    };
  }

  private connectDomain({ domain }: SecureHttpApiProps): string | undefined {
    return domain && `https://${defineHttpDomain(new Construct(this, 'Domain'), this.httpApi, this.stage, domain).address}`;
  }

  private keepPromises({ cors, domain }: SecureHttpApiProps): void {
    const stage = this.stage.node.defaultChild as apigatewayv2.CfnStage;
    sealHttpApi(this, this.httpApi.node.defaultChild as apigatewayv2.CfnApi, cors, domain !== undefined);
    sealHttpStage(this, stage, {
      accessLogGroup: this.accessLogGroup,
      accessLogFormat: this.accessLogFormat.toString(),
      throttle: this.throttle,
      routes: () => this.routes.throttled,
    });
    guardHttpApi(this, {
      api: this.httpApi,
      stage,
      routes: this.routes.guarded,
      instead: 'Choose another method, path, handler or auth in addRoute.',
      foreignRoute: (authorizationType) => (authorizationType === 'NONE' ? OPEN_ROUTE : undefined),
    });
  }
}
