import type {
  APIGatewayRequestAuthorizerEvent, APIGatewayRequestAuthorizerEventV2, APIGatewayTokenAuthorizerEvent,
} from 'aws-lambda';
import { Refusal } from './refusal';
import type { Settings } from './settings';

/** What a WebSocket API asks when a client connects: no method, no path. */
export interface ConnectEvent extends Pick<
  APIGatewayRequestAuthorizerEvent, 'type' | 'methodArn' | 'headers' | 'multiValueHeaders' | 'queryStringParameters' | 'multiValueQueryStringParameters'
> {
  readonly requestContext: { readonly requestId: string; readonly eventType: 'CONNECT'; readonly routeKey: '$connect' };
}

/** What API Gateway asks: of a REST API with a token or the whole request, of an HTTP API in format 2.0, of a WebSocket API for a connection. */
export type AuthorizerEvent = APIGatewayTokenAuthorizerEvent | APIGatewayRequestAuthorizerEvent | APIGatewayRequestAuthorizerEventV2 | ConnectEvent;

/** Whether an HTTP API asks. */
export function isOfHttpApi(event: AuthorizerEvent): event is APIGatewayRequestAuthorizerEventV2 {
  return 'version' in event && event.version === '2.0';
}

/** Whether a client opens a WebSocket: REST APIs have a method in every request, and never this event type. */
export function isConnect(event: AuthorizerEvent): event is ConnectEvent {
  return event.type === 'REQUEST' && !('httpMethod' in event) && (event as ConnectEvent).requestContext?.eventType === 'CONNECT';
}

/** The route as the API declares it, `GET /orders/{id}`; undefined where only a token is handed to the function. */
export function routeOf(event: AuthorizerEvent): string | undefined {
  if (isOfHttpApi(event)) return event.routeKey;
  if (isConnect(event)) return '$connect';
  return event.type === 'REQUEST' ? `${event.httpMethod} ${event.resource}` : undefined;
}

/**
 * Whether the route is part of what API Gateway finds kept answers by. The construct makes such an authorizer for routes with scopes alone, whatever
 * the settings say by now.
 */
export function isAskedByRoute(event: AuthorizerEvent): boolean {
  if (isOfHttpApi(event)) return (event.identitySource ?? []).length > 1;
  return event.type === 'REQUEST' && !isConnect(event);
}

/** What API Gateway calls the request in its own log: of a REST API the extended id, because callers may choose the other one. */
export function requestIdOf(event: AuthorizerEvent): string | undefined {
  if (event.type === 'TOKEN') return undefined;
  return isOfHttpApi(event) || isConnect(event) ? event.requestContext.requestId : event.requestContext.extendedRequestId;
}

/** The token of the request, from the one place where it is looked for. */
export function tokenOf(event: AuthorizerEvent, { header, place }: Pick<Settings, 'header' | 'place'>): string {
  if (place !== undefined && !isConnect(event)) throw new Refusal('the function is there for a WebSocket API only');
  if (event.type === 'TOKEN') return bearerToken([event.authorizationToken]);
  if (!isConnect(event) || place === undefined || place.kind === 'header') return bearerToken(headerValues(event, header));
  return place.kind === 'query' ? onlyOne(queryValues(event, place.name)) : offeredToken(event, place.name);
}

function bearerToken(values: readonly string[]): string {
  const value = onlyOne(values).trim();
  const token = value.slice(/^Bearer +/i.exec(value)?.[0].length ?? value.length);
  if (token === '' || token.includes(' ')) throw new Refusal('there is no bearer token');
  return token;
}

function onlyOne(values: readonly string[]): string {
  if (values.length !== 1) throw new Refusal(values.length === 0 ? 'there is no token' : 'there is more than one token');
  return values[0];
}

/**
 * Offered as a second subprotocol, as `new WebSocket(url, ['chat.v1', token])` does; several lines of the header are one list (RFC 6455, section
 * 11.3.4).
 */
function offeredToken(event: ConnectEvent, protocol: string): string {
  const [first, ...others] = headerValues(event, 'sec-websocket-protocol').join(',').split(',').map((each) => each.trim());
  if (first !== protocol) throw new Refusal('the subprotocol is not offered first');
  return onlyOne(others);
}

function queryValues(event: ConnectEvent, name: string): string[] {
  const all = [event.multiValueQueryStringParameters, event.queryStringParameters].find((values) => values && Object.hasOwn(values, name));
  return [all?.[name] ?? []].flat();
}

function headerValues(event: Exclude<AuthorizerEvent, APIGatewayTokenAuthorizerEvent>, header: string): string[] {
  const found = (headers: Readonly<Record<string, string | string[] | undefined>> | null | undefined): string[] => Object.entries(headers ?? {})
    .filter(([name]) => name.toLowerCase() === header)
    .flatMap(([, value]) => value ?? []);
  const all = 'multiValueHeaders' in event ? found(event.multiValueHeaders) : [];
  return all.length > 0 ? all : found(event.headers);
}
