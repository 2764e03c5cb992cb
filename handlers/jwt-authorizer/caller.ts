import type {
  APIGatewayRequestAuthorizerEvent, APIGatewayRequestAuthorizerEventV2, APIGatewayTokenAuthorizerEvent,
} from 'aws-lambda';
import { Refusal } from './refusal';

/** What API Gateway asks: of a REST API with a token or the whole request, of an HTTP API in format 2.0. */
export type AuthorizerEvent = APIGatewayTokenAuthorizerEvent | APIGatewayRequestAuthorizerEvent | APIGatewayRequestAuthorizerEventV2;

/** Whether an HTTP API asks. */
export function isOfHttpApi(event: AuthorizerEvent): event is APIGatewayRequestAuthorizerEventV2 {
  return 'version' in event && event.version === '2.0';
}

/** The route as the API declares it, `GET /orders/{id}`; undefined where only a token is handed to the function. */
export function routeOf(event: AuthorizerEvent): string | undefined {
  if (isOfHttpApi(event)) return event.routeKey;
  return event.type === 'REQUEST' ? `${event.httpMethod} ${event.resource}` : undefined;
}

/** The token of the request: the only value of the header, behind the word Bearer. */
export function tokenOf(event: AuthorizerEvent, header: string): string {
  const values = event.type === 'TOKEN' ? [event.authorizationToken] : headerValues(event, header);
  if (values.length !== 1) throw new Refusal(values.length === 0 ? 'there is no token' : 'there is more than one token');
  const [, token] = /^Bearer +(\S+)$/i.exec(values[0].trim()) ?? [];
  if (token === undefined) throw new Refusal('there is no bearer token');
  return token;
}

function headerValues(event: Exclude<AuthorizerEvent, APIGatewayTokenAuthorizerEvent>, header: string): string[] {
  const found = (headers: Readonly<Record<string, string | string[] | undefined>> | null | undefined): string[] => Object.entries(headers ?? {})
    .filter(([name]) => name.toLowerCase() === header)
    .flatMap(([, value]) => value ?? []);
  const all = 'multiValueHeaders' in event ? found(event.multiValueHeaders) : [];
  return all.length > 0 ? all : found(event.headers);
}
