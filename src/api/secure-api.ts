import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { defineApiAlarms } from './api-alarms';
import { ApiCloudWatchRole, ApiGatewayAccount } from './api-gateway-account';
import { defineExecutionLogs, restAccessLogFormat } from './api-logging';
import { sealRestApi, sealStage } from './api-seals';
import { ApiTlsPolicy } from './api-tls-policy';
import { ApiUsagePlan, ApiUsagePlanOptions } from './api-usage-plan';
import { DEFAULT_THROTTLE } from './default-throttle';
import { WebFirewall } from './firewall/web-firewall';
import { defineGatewayResponses } from './gateway-responses';
import type { ServiceIntegration } from './integrations/service-integration';
import { ServiceIntegrations } from './integrations/service-integrations';
import type { OpenApiProps } from './openapi/open-api-props';
import { openApiRoutes } from './openapi/open-api-routes';
import type { ApiAccess } from './reach/api-access';
import type { ApiDomain } from './reach/api-domain';
import type { BoundAccess } from './reach/bound-access';
import { DefinedDomain, defineDomain } from './reach/define-domain';
import { limitRoute } from './route-rate-limit';
import type { RouteOptions } from './routes/route-options';
import { type RouteTarget, toFunction } from './routes/route-target';
import { Routes } from './routes/routes';
import type { SecureApiProps } from './secure-api-props';
import { bindMethodSettings } from './stage-settings';
import type { ApiThrottle } from './throttle';
import { uniqueApiName } from './unique-api-name';
import { validateApiProps } from './validate-api';
import { SecureTopic } from '../data/messaging/secure-topic';
import { SecureLogGroup } from '../data/secure-log-group';

/**
 * A REST API whose every route says who may call it, checks its requests, and is throttled, logged, traced and behind a firewall.
 *
 * Costs about 13 USD a month before traffic: the web firewall 11 USD, alarms and their metric 0.70 USD, the key 1 USD
 * (shared); then 3.50 USD for a million requests (https://aws.amazon.com/api-gateway/pricing/).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/security-best-practices.html
 *
 * @example
 * declare const orders: SecureFunction;
 * declare const users: cognito.IUserPool;
 * const api = new SecureApi(this, 'Api', { cors: { allowOrigins: ['https://shop.example.com'] } });
 * api.addRoute('POST', '/orders', orders.lambdaFunction, {
 *   auth: RouteAuth.cognito([users], { scopes: ['orders/write'] }),
 *   body: {
 *     type: apigateway.JsonSchemaType.OBJECT,
 *     required: ['sku'],
 *     properties: { sku: { type: apigateway.JsonSchemaType.STRING, maxLength: 24 } },
 *   },
 * });
 */
export class SecureApi extends Construct {
  /**
   * Makes an API with the routes of an OpenAPI document: paths, required parameters and the schemas of bodies are the document's, closed to
   * unknown properties; who may call each operation and what answers is said in `routes`. Nothing in the document opens, calls or permits
   * anything.
   *
   * @throws as constructor and `addRoute` do, and when the document cannot be read or is not of version 3.0 or 3.1; when an operation has no
   * id, no choice in `routes`, or one that lets in whom the document keeps out; when it refers outside itself, has schemas that API Gateway would
   * not check as meant, unknown security schemes, or extensions named `x-amazon-apigateway-`.
   */
  public static fromOpenApi(scope: Construct, id: string, props: OpenApiProps): SecureApi {
    const api = new SecureApi(scope, id, props);
    for (const { method, path, handler, integration, options } of openApiRoutes(api, props)) {
      if (integration) api.addServiceRoute(method, path, integration, options);
      else api.addRoute(method, path, handler!, options);
    }
    return api;
  }

  /** The L2 API. Methods that are added to it without authorization are refused when the app is synthesized. */
  public readonly restApi: apigateway.RestApi;

  /** The stage that clients call. */
  public readonly stage: apigateway.Stage;

  /** The web firewall in front of the stage. */
  public readonly firewall: WebFirewall;

  /** Where routes start, with a slash at the end: the custom domain name, or else the default endpoint. */
  public readonly url: string;

  /** The custom domain name, as it was given. */
  public readonly domain?: ApiDomain;

  /** Who can reach it at all, as it was given. */
  public readonly access?: ApiAccess;

  /** The log group of the access log, one line of JSON for each request. */
  public readonly accessLogGroup: logs.LogGroup;

  /** The log group of the execution log: errors, without payloads. */
  public readonly executionLogGroup: logs.LogGroup;

  /** The alarms: server errors, bursts of client errors, throttled requests, requests that the firewall blocks. */
  public readonly alarms: cloudwatch.Alarm[];

  /** Limits of the stage. */
  public readonly throttle: ApiThrottle;

  private readonly accessLogFormat = restAccessLogFormat(() => this.routes.areClaimsPlain);
  private readonly routes: Routes;
  private readonly integrations: ServiceIntegrations;

  /**
   * @throws when the throttle is zero or less, an origin is malformed or `*` beside credentials or authorization, the stage name is
   * malformed or a token, binary media types are `*` followed by `/*`, or domain and access contradict each other; at synth, when the
   * API has no route, or when methods or settings were opened behind the construct's back.
   */
  constructor(scope: Construct, id: string, props: SecureApiProps = {}) {
    super(scope, id);
    validateApiProps(this, props);
    this.throttle = props.throttle ?? DEFAULT_THROTTLE;
    this.domain = props.domain;
    this.access = props.access;
    const access = props.access?._bind(this, { hasCors: props.cors !== undefined, hasDomain: props.domain !== undefined });
    this.accessLogGroup = new SecureLogGroup(this, 'AccessLogs', { encryptionKey: props.encryptionKey, retention: props.logRetention }).logGroup;
    this.restApi = this.defineRestApi(props, access);
    this.stage = this.restApi.deploymentStage;
    this.executionLogGroup = this.defineLogging(props);
    defineGatewayResponses(this.restApi, props.cors);
    this.routes = new Routes(this, this.restApi, { cors: props.cors, access: props.access });
    this.integrations = new ServiceIntegrations(this, 'Integrations', this, props.cors);
    bindMethodSettings(this.stage, this.throttle, () => this.routes.throttled);
    this.firewall = props.firewall ?? new WebFirewall(this, 'Firewall', { encryptionKey: props.encryptionKey });
    this.firewall.associate(this.stage);
    this.url = this.connectDomain(props, access)?.url ?? this.restApi.url;
    this.alarms = this.defineAlarms(props);
    sealRestApi(this, this.restApi, access, props.domain !== undefined);
    sealStage(this, this.stage, {
      accessLogGroup: this.accessLogGroup,
      accessLogFormat: this.accessLogFormat.toString(),
      throttle: this.throttle,
      routes: () => this.routes.throttled,
    });
  }

  /**
   * Adds a route: the function is invoked for requests that are authorized and valid. Returns the L2 method.
   *
   * @param method `GET`, `HEAD`, `POST`, `PUT`, `PATCH` or `DELETE`
   * @param path path with parameters in braces: `/orders/{id}`, `/files/{key+}`
   * @param handler function that answers; may live in another stack
   * @param options who may call the route, and what its requests must look like
   */
  public addRoute(method: string, path: string, handler: lambda.IFunction, options: RouteOptions): apigateway.Method {
    return this.add(method, path, toFunction(this, handler), options);
  }

  /**
   * Adds a route that a service takes itself, without a function between: requests that are authorized and valid become messages of a queue
   * or events on a bus, and callers get 202. Returns the L2 method.
   *
   * @param method `POST`, `PUT` or `PATCH`
   * @param path path with parameters in braces: `/orders/{id}`
   * @param integration what requests become
   * @param options who may call the route, and what its requests must look like; a `body` schema is required
   */
  public addServiceRoute(method: string, path: string, integration: ServiceIntegration, options: RouteOptions): apigateway.Method {
    return this.add(method, path, this.integrations.to(integration), options);
  }

  /** Adds a quota and throttle for callers with API keys; routes ask for a key by `apiKeyRequired`. */
  public addUsagePlan(id: string, options: ApiUsagePlanOptions): ApiUsagePlan {
    return new ApiUsagePlan(this, id, { api: this, ...options });
  }

  /** Lets a principal call one route that uses `RouteAuth.iam()`, in this stage only. */
  public grantInvoke(grantee: iam.IGrantable, method: string, path: string): iam.Grant {
    return this.routes.grantInvoke(grantee, method, path, this.stage.stageName);
  }

  /**
   * The method of a route that asks for an API key.
   *
   * @internal
   */
  public _keyedMethod(scope: Construct, prop: string, method: string, path: string): apigateway.Method {
    return this.routes.keyedMethod(scope, prop, method, path);
  }

  private add(method: string, path: string, target: RouteTarget, options: RouteOptions): apigateway.Method {
    const added = this.routes.add(method, path, target, options);
    limitRoute(this, this.firewall, method, path, options.rateLimitPerAddress);
    return added;
  }

  private defineRestApi(props: SecureApiProps, access: BoundAccess | undefined): apigateway.RestApi {
    const restApi = new apigateway.RestApi(this, 'Resource', {
      restApiName: uniqueApiName(this), // metrics are counted by it
      description: props.description ?? this.node.path,
      cloudWatchRole: false, // account-wide, see ApiGatewayAccount
      endpointConfiguration: access?.endpointConfiguration ?? { types: [apigateway.EndpointType.REGIONAL] },
      policy: access?.policy,
      disableExecuteApiEndpoint: props.domain !== undefined,
      binaryMediaTypes: props.binaryMediaTypes,
      deployOptions: {
        stageName: props.stageName ?? 'live',
        tracingEnabled: true,
        accessLogDestination: new apigateway.LogGroupLogDestination(this.accessLogGroup),
        accessLogFormat: this.accessLogFormat,
      },
    });
    const resource = restApi.node.defaultChild as apigateway.CfnRestApi;
    resource.securityPolicy = props.tlsPolicy ?? ApiTlsPolicy.TLS_1_2_OR_NEWER;
    resource.endpointAccessMode = 'STRICT';
    if (props.domain) restApi.node.tryRemoveChild('Endpoint'); // an output with the URL of the endpoint that is off
    return restApi;
  }

  private defineLogging(props: SecureApiProps): logs.LogGroup {
    // without the role creating the stage fails
    if (props.cloudWatchRole !== ApiCloudWatchRole.ALREADY_SET) ApiGatewayAccount.of(this)._connect(this.restApi, this.stage);
    return defineExecutionLogs(this, this.stage, props.stageName ?? 'live', { encryptionKey: props.encryptionKey, retention: props.logRetention }).logGroup;
  }

  private connectDomain({ domain, tlsPolicy }: SecureApiProps, access: BoundAccess | undefined): DefinedDomain | undefined {
    return domain && defineDomain(new Construct(this, 'Domain'), this.restApi, this.stage, domain, { tlsPolicy, ipv6: access?.admitsIpv6 });
  }

  private defineAlarms({ alarmTopic, alarmThresholds }: SecureApiProps): cloudwatch.Alarm[] {
    return Object.values(defineApiAlarms(new Construct(this, 'Alarms'), {
      api: this.restApi,
      stage: this.stage,
      accessLogGroup: this.accessLogGroup,
      firewall: this.firewall,
      topic: alarmTopic ?? SecureTopic.alarmsOf(this).topic,
      thresholds: alarmThresholds,
    }));
  }
}
