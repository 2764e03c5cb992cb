import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { arnOfStage, grantOnConnections } from './connection-grants';
import type { SecureWebSocketApiProps } from './secure-web-socket-api-props';
import { connectChoiceOf } from './validate-connect';
import { validateWebSocketProps } from './validate-web-socket-props';
import { webSocketAccessLogFormat } from './web-socket-access-log';
import { defineWebSocketAlarms } from './web-socket-alarms';
import type { WebSocketRouteOptions } from './web-socket-route-options';
import { WebSocketRoutes } from './web-socket-routes';
import { CHANGE_ROUTE, sealExecutionLog, sealWebSocketApi, UNKNOWN_ROUTE } from './web-socket-seals';
import { grantToPrincipal } from '../../data/grant-to-principal';
import { SecureTopic } from '../../data/messaging/secure-topic';
import { SecureLogGroup } from '../../data/secure-log-group';
import { fail } from '../../private/misuse';
import { ApiCloudWatchRole, ApiGatewayAccount } from '../api-gateway-account';
import { DEFAULT_THROTTLE } from '../default-throttle';
import { defineHttpDomain } from '../http/define-http-domain';
import { guardHttpApi } from '../http/http-api-guard';
import { bindRouteSettings, sealHttpStage } from '../http/http-stage';
import type { ApiDomain } from '../reach/api-domain';
import type { HttpAuthChoice } from '../routes/auth-choice';
import type { ApiThrottle } from '../throttle';
import { uniqueApiName } from '../unique-api-name';

/** Literal: integrations and functions name the stage without waiting for it. */
const STAGE = 'live';

/** Errors, without what clients sent: headers and query strings, in which tokens are, and messages. */
const EXECUTION_LOG = { LoggingLevel: 'ERROR', DataTraceEnabled: false };

/**
 * A WebSocket API that says who may connect and what messages look like, throttled, logged and watched by alarms.
 *
 * API Gateway authorizes connections, not messages: whoever may connect may send to every route, for two hours at most, also when his token has
 * expired meanwhile. Functions find who it is in `event.requestContext.authorizer`, and decide what he may do.
 *
 * Costs about 2.00 USD a month before traffic: alarms and their metric 0.90 USD, the key 1 USD (shared); then 1 USD for a million messages of up to
 * 32 KB and 0.25 USD for a million minutes of connections (https://aws.amazon.com/api-gateway/pricing/).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 *
 * @example
 * declare const send: SecureFunction;
 * const api = new SecureWebSocketApi(this, 'Chat', { auth: RouteAuth.iam() });
 * api.addRoute('send', send.lambdaFunction, {
 *   body: {
 *     type: apigateway.JsonSchemaType.OBJECT,
 *     required: ['text'],
 *     properties: { text: { type: apigateway.JsonSchemaType.STRING, maxLength: 2000 } },
 *   },
 * });
 * api.grantPostToConnections(send);
 * send.lambdaFunction.addEnvironment('CALLBACK_URL', api.callbackUrl);
 */
export class SecureWebSocketApi extends Construct {
  /** The L2 API. Routes that are added to it are refused when the app is synthesized. */
  public readonly webSocketApi: apigatewayv2.WebSocketApi;

  /** The stage that clients connect to, `live`. */
  public readonly stage: apigatewayv2.WebSocketStage;

  /** Where clients connect: `wss://`, and the custom domain name or else the default endpoint with the stage. */
  public readonly url: string;

  /** Endpoint of the API Gateway Management API, by which functions send to connections: the same address with `https://`. */
  public readonly callbackUrl: string;

  /** The custom domain name, as it was given. */
  public readonly domain?: ApiDomain;

  /** The log group of the access log, one line of JSON for each connection, message and end of a connection. */
  public readonly accessLogGroup: logs.LogGroup;

  /** The log group of the execution log: errors, without payloads. */
  public readonly executionLogGroup: logs.LogGroup;

  /** The alarms: failures of functions, bursts of client errors, what is throttled. */
  public readonly alarms: cloudwatch.Alarm[];

  /** Limits of each route that has none of its own. */
  public readonly throttle: ApiThrottle;

  private readonly choice: HttpAuthChoice;
  private readonly routes: WebSocketRoutes;
  private readonly invokers: iam.IGrantable[] = [];

  /**
   * @throws when nobody says who may connect or, for JWTs, where the token is; when the subprotocol is nowhere answered; when a throttle is zero or
   * less, the action key is malformed, or the domain asks for client certificates; at synth, when there is no route, or when routes or settings
   * were opened behind the construct's back.
   */
  constructor(scope: Construct, id: string, props: SecureWebSocketApiProps) {
    super(scope, id);
    validateWebSocketProps(this, props);
    this.choice = connectChoiceOf(this, props);
    this.throttle = props.throttle ?? DEFAULT_THROTTLE;
    this.domain = props.domain;
    const actionKey = props.actionKey ?? 'action';
    const logProps = { encryptionKey: props.encryptionKey, retention: props.logRetention };
    this.accessLogGroup = new SecureLogGroup(this, 'AccessLogs', logProps).logGroup;
    this.webSocketApi = this.defineApi(props, actionKey);
    this.stage = this.defineStage();
    this.executionLogGroup = new SecureLogGroup(this, 'ExecutionLogs', {
      ...logProps, logGroupName: `/aws/apigateway/${this.webSocketApi.apiId}/${STAGE}`,
    }).logGroup;
    this.routes = new WebSocketRoutes(this, 'Routes', { ...props, api: this.webSocketApi, stageName: STAGE, choice: this.choice, actionKey });
    this.bindStage(props);
    const address = this.connectDomain(props);
    this.url = address ? `wss://${address}` : this.stage.url;
    this.callbackUrl = address ? `https://${address}` : this.stage.callbackUrl;
    this.alarms = defineWebSocketAlarms(new Construct(this, 'Alarms'), {
      stage: this.stage, accessLogGroup: this.accessLogGroup, topic: props.alarmTopic ?? SecureTopic.alarmsOf(this).topic,
    });
    this.keepPromises(actionKey);
  }

  /**
   * Adds a route: the function is invoked for messages that name it and match its schema. Returns the L1 route.
   *
   * @param key value of the action key of its messages: with `send`, the message `{"action":"send"}` takes it
   * @param handler function that acts; may live in another stack
   * @param options what its messages must look like
   */
  public addRoute(key: string, handler: lambda.IFunction, options: WebSocketRouteOptions): apigatewayv2.CfnRoute {
    const route = this.routes.add(key, handler, options);
    for (const invoker of this.invokers) this.allowInvoke(invoker, key);
    return route;
  }

  /** Lets a principal send to connections of this stage. */
  public grantPostToConnections(grantee: iam.IGrantable): iam.Grant {
    return grantOnConnections(this, this.stage, 'POST', grantee);
  }

  /** Lets a principal end connections of this stage. */
  public grantDeleteConnections(grantee: iam.IGrantable): iam.Grant {
    return grantOnConnections(this, this.stage, 'DELETE', grantee);
  }

  /** Lets a principal see of a connection of this stage since when it is there, when it was last used, and from which address. */
  public grantReadConnections(grantee: iam.IGrantable): iam.Grant {
    return grantOnConnections(this, this.stage, 'GET', grantee);
  }

  /** Lets a principal connect to this stage, where `auth` is `RouteAuth.iam()`, and send to its routes: those that there are, and those to come. */
  public grantInvoke(grantee: iam.IGrantable): iam.Grant {
    if (this.choice.kind !== 'iam') {
      fail(this, {
        prop: 'grantInvoke', value: this.choice.kind, problem: 'the API does not ask for an AWS identity, so a grant changes nothing', instead: 'Choose auth: RouteAuth.iam().',
      });
    }
    this.invokers.push(grantee);
    const [first, ...others] = this.routes.keys;
    return others.reduce((grant, key) => grant.combine(this.allowInvoke(grantee, key)), this.allowInvoke(grantee, first));
  }

  /** Route by route: what is in a stage beside them is the sending to connections of others. */
  private allowInvoke(grantee: iam.IGrantable, key: string): iam.Grant {
    return grantToPrincipal(this, { grantee, actions: ['execute-api:Invoke'], resourceArns: [arnOfStage(this, this.stage, key)] });
  }

  private defineApi({ description, domain }: SecureWebSocketApiProps, actionKey: string): apigatewayv2.WebSocketApi {
    const api = new apigatewayv2.WebSocketApi(this, 'Resource', {
      apiName: uniqueApiName(this),
      description: description ?? this.node.path,
      routeSelectionExpression: `$request.body.${actionKey}`,
      // with its own endpoint off, the API's IP versions may limit those of its domain name
      ipAddressType: domain && apigatewayv2.IpAddressType.DUAL_STACK,
    });
    if (domain) (api.node.defaultChild as apigatewayv2.CfnApi).disableExecuteApiEndpoint = true;
    return api;
  }

  private defineStage(): apigatewayv2.WebSocketStage {
    return new apigatewayv2.WebSocketStage(this, 'Stage', {
      webSocketApi: this.webSocketApi,
      stageName: STAGE,
      autoDeploy: true, // a route is made with all that it asks for in one piece, so that no change of it can be forgotten, and none is half live
      accessLogSettings: { destination: new apigatewayv2.LogGroupLogDestination(this.accessLogGroup), format: webSocketAccessLogFormat() },
    });
  }

  private bindStage({ cloudWatchRole }: SecureWebSocketApiProps): void {
    bindRouteSettings(this.stage.node.defaultChild as apigatewayv2.CfnStage, this.throttle, () => this.routes.throttled, EXECUTION_LOG);
    // without the role creating the stage fails
    if (cloudWatchRole !== ApiCloudWatchRole.ALREADY_SET) ApiGatewayAccount.of(this)._connect(this.webSocketApi, this.stage);
    // the group that API Gateway would otherwise make by itself: unencrypted, and kept for ever
    this.stage.node.addDependency(this.executionLogGroup, ...this.routes.parts);
  }

  /** Host and path where clients connect, if the API has a custom domain name. */
  private connectDomain({ domain }: SecureWebSocketApiProps): string | undefined {
    return domain && defineHttpDomain(new Construct(this, 'Domain'), this.webSocketApi, this.stage, domain).address.replace(/\/$/, '');
  }

  private keepPromises(actionKey: string): void {
    const stage = this.stage.node.defaultChild as apigatewayv2.CfnStage;
    sealWebSocketApi(this, this.webSocketApi.node.defaultChild as apigatewayv2.CfnApi, `$request.body.${actionKey}`, this.domain !== undefined);
    sealHttpStage(this, stage, {
      accessLogGroup: this.accessLogGroup,
      accessLogFormat: webSocketAccessLogFormat().toString(),
      throttle: this.throttle,
      routes: () => this.routes.throttled,
    });
    sealExecutionLog(this, stage);
    guardHttpApi(this, { api: this.webSocketApi, stage, routes: this.routes.guarded, instead: CHANGE_ROUTE, foreignRoute: () => UNKNOWN_ROUTE });
  }
}
