import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct, type IConstruct } from 'constructs';
import { defineMessageModel, messageSchema } from './message-model';
import type { SecureWebSocketApiProps } from './secure-web-socket-api-props';
import { CONNECT, WebSocketAuthorizers } from './web-socket-authorizers';
import { WebSocketIntegrations } from './web-socket-integrations';
import type { WebSocketRouteOptions } from './web-socket-route-options';
import { requireLiteral } from '../../private/literal';
import { describeMisuse, fail, warn } from '../../private/misuse';
import { decidedOf, GuardedRoute } from '../http/http-api-guard';
import type { ThrottledHttpRoute } from '../http/http-stage';
import { v2RouteId } from '../http/v2-route-id';
import type { HttpAuthChoice } from '../routes/auth-choice';
import { validateThrottle } from '../validate-throttle';

/** Routes that an API may have by default (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html). */
const QUOTA = 300;

/** What API Gateway tells a client whose message takes no route; in the form of its own errors. */
const UNKNOWN_ACTION = '{"message":"Unknown action","connectionId":"$context.connectionId","requestId":"$context.requestId"}';

/** Only `$default` exists (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html). */
const ANSWERS = { routeResponseSelectionExpression: '$default' };

/** What routes need to know of their API. */
interface WebSocketRoutesProps extends Pick<SecureWebSocketApiProps, 'token' | 'onConnect' | 'onDisconnect' | 'connectThrottle'> {
  readonly api: apigatewayv2.IApi;
  readonly stageName: string;
  readonly choice: HttpAuthChoice;
  readonly actionKey: string;
}

/** The routes of a WebSocket API: for connections, for messages by their action, and for all other messages. */
export class WebSocketRoutes extends Construct {
  /** What was decided about routes, by their resources. */
  public readonly guarded = new Map<IConstruct, GuardedRoute>();

  /** Keys of all routes that clients reach: `$connect`, `$default` and those of messages. */
  public readonly keys: string[] = [CONNECT, '$default'];

  private readonly limits: ThrottledHttpRoute[] = [];
  private readonly integrations: WebSocketIntegrations;

  /** @param owner the construct in whose name errors speak */
  constructor(private readonly owner: Construct, id: string, private readonly props: WebSocketRoutesProps) {
    super(owner, id);
    this.integrations = new WebSocketIntegrations(owner, 'Integrations', props.api, props.stageName);
    this.defineConnect();
    if (props.onDisconnect) this.define('$disconnect', { target: this.integrations.targetOf(props.onDisconnect) });
    this.define('$default', { target: this.integrations.ownAnswer('UnknownAction', UNKNOWN_ACTION), ...ANSWERS });
    owner.node.addValidation({ validate: () => this.validate() });
  }

  /** Routes with limits of their own. */
  public get throttled(): ThrottledHttpRoute[] {
    return this.limits;
  }

  /** What has to be there before the stage, which would otherwise serve half of it, or be refused settings for what is not there yet. */
  public get parts(): IConstruct[] {
    return [this, this.integrations];
  }

  public add(key: string, handler: lambda.IFunction, options: WebSocketRouteOptions): apigatewayv2.CfnRoute {
    this.validateKey(key);
    const { throttle, returnResponse } = options ?? {};
    const schema = messageSchema(this.owner, key, this.props.actionKey, options ?? {});
    validateThrottle(this.owner, `${key} throttle`, throttle);
    const scope = new Construct(this, v2RouteId(key));
    const model = schema && defineMessageModel(scope, this.props.api, key, schema);
    const route = this.define(key, {
      target: this.integrations.targetOf(handler),
      ...returnResponse ? ANSWERS : {},
      // what chose the route chooses its model: there is none for anything else, and without one API Gateway refuses the message
      ...model ? { modelSelectionExpression: `$request.body.${this.props.actionKey}`, requestModels: { [key]: model.name } } : {},
    }, scope);
    if (model) route.node.addDependency(model); // which it knows by name only
    this.keys.push(key);
    if (throttle) this.limits.push({ key, throttle });
    if (this.keys.length === QUOTA + 1) {
      warn(this.owner, 'web-socket-routes-quota', `[${this.owner.node.path}] A WebSocket API has ${QUOTA} routes by default, and this one has more: `
        + 'raise the quota, or split the API by domain.');
    }
    return route;
  }

  private defineConnect(): void {
    const { choice, token, onConnect, connectThrottle, api } = this.props;
    const target = onConnect
      ? { target: this.integrations.targetOf(onConnect) }
      : { target: this.integrations.ownAnswer('Accept'), ...ANSWERS };
    const route = this.define(CONNECT, { ...target, ...new WebSocketAuthorizers(this.owner, 'Authorizers', api).authOf(choice, token) });
    if (choice.kind === 'public') route.addMetadata('cdk-hardened:public-route', choice.reason);
    if (connectThrottle) this.limits.push({ key: CONNECT, throttle: connectThrottle });
  }

  private define(
    routeKey: string, props: Omit<apigatewayv2.CfnRouteProps, 'apiId' | 'routeKey'>, scope = new Construct(this, v2RouteId(routeKey)),
  ): apigatewayv2.CfnRoute {
    const { apiId } = this.props.api;
    // messages carry no authorization: that of $connect is theirs
    const route = new apigatewayv2.CfnRoute(scope, 'Resource', { authorizationType: 'NONE', ...props, apiId, routeKey });
    if (props.routeResponseSelectionExpression !== undefined) {
      new apigatewayv2.CfnRouteResponse(scope, 'Response', { apiId, routeId: route.ref, routeResponseKey: '$default' });
    }
    this.guarded.set(route, { name: routeKey, decided: decidedOf(route) });
    return route;
  }

  private validateKey(key: string): void {
    requireLiteral(this.owner, 'addRoute key', key);
    const refuse = (problem: string, instead: string): never => fail(this.owner, { prop: 'addRoute key', value: key, problem, instead });
    if (key.startsWith('$')) {
      refuse('keys with a dollar sign are those of API Gateway itself', key === '$default'
        ? 'Messages of unknown actions are answered with an error; add a route for each action that you know.'
        : 'Use onConnect and onDisconnect of the API.');
    }
    if (!/^[A-Za-z0-9][A-Za-z0-9_./-]{0,127}$/.test(key)) {
      refuse('a key is 1 to 128 letters, digits and _ . / -, because a message names it and a policy could', 'Write for example "send".');
    }
    if (this.keys.includes(key)) refuse('this route exists already', 'Drop one of the two, or give it another key.');
  }

  private validate(): string[] {
    return this.keys.length > 2 ? [] : [describeMisuse(this.owner, {
      prop: 'routes', value: [], problem: 'an API without routes answers every message with an error', instead: 'Call addRoute(key, fn, { body }).',
    })];
  }
}
