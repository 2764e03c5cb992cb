import { Stack } from 'aws-cdk-lib';
import { JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Place } from './places';
import type { Tokens } from './token-kinds';
import { ConnectToken, JwtIssuer, RouteAuth, SecureFunction, SecureWebSocketApi, SecureWebSocketApiProps, WebSocketRouteOptions } from '../../src';

type Build = Place['build'];

const passes = (build: Build): Place => ({ build });
const refuses = (refused: RegExp, build: Build): Place => ({ build, refused });

const fn = (stack: Stack) => new SecureFunction(stack, 'Fn', { code: Code.fromInline('exports.handler = async () => {}') }).lambdaFunction;
const api = (props: (token: Tokens) => Partial<SecureWebSocketApiProps>, options: (token: Tokens) => WebSocketRouteOptions = () => ({ unvalidatedBody: 'test' })): Build =>
  (stack, token) => {
    const handler = fn(stack);
    new SecureWebSocketApi(stack, 'It', { auth: RouteAuth.iam(), onConnect: handler, ...props(token) }).addRoute('order', handler, options(token));
  };
const route = (options: (token: Tokens) => WebSocketRouteOptions): Build => api(() => ({}), options);
const connect = (place: (token: Tokens) => ConnectToken): Build => api((token) => ({
  auth: RouteAuth.jwt(JwtIssuer.at('https://login.example.com', { audiences: ['chat'] }), { withoutScopes: true }), token: place(token),
}));

/** WebSocket APIs. */
export const WEB_SOCKET_PLACES: Record<string, Place> = {
  'ApiThrottle.rateLimit, of a WebSocket API': passes(api(({ number }) => ({ throttle: { rateLimit: number, burstLimit: 1 } }))),
  'ApiThrottle.burstLimit, of connections': passes(api(({ number }) => ({ connectThrottle: { rateLimit: 1, burstLimit: number } }))),
  'ApiThrottle.burstLimit, of a route of a WebSocket API': passes(route(({ number }) => ({ unvalidatedBody: 'test', throttle: { rateLimit: 1, burstLimit: number } }))),
  'ConnectToken.queryString(name)': refuses(/token/, connect(({ text }) => ConnectToken.queryString(text))),
  'ConnectToken.subprotocol(protocol)': refuses(/token/, connect(({ text }) => ConnectToken.subprotocol(text))),
  'JsonSchema.maxLength, of a message': passes(route(({ number }) => ({
    body: { type: JsonSchemaType.OBJECT, properties: { text: { type: JsonSchemaType.STRING, maxLength: number } } },
  }))),
  'LambdaRequestAuthOptions.identitySources, of a WebSocket API': refuses(/identitySources/, (stack, { text }) => {
    new SecureWebSocketApi(stack, 'It', { auth: RouteAuth.lambdaRequest(fn(stack), { identitySources: [text] }) });
  }),
  'SecureWebSocketApi.addRoute(key)': refuses(/addRoute key/, (stack, { text }) => {
    new SecureWebSocketApi(stack, 'It', { auth: RouteAuth.iam() }).addRoute(text, fn(stack), { unvalidatedBody: 'test' });
  }),
  'SecureWebSocketApiProps.actionKey': refuses(/actionKey/, api(({ text }) => ({ actionKey: text }))),
  'SecureWebSocketApiProps.description': passes(api(({ text }) => ({ description: text }))),
  'WebSocketRouteOptions.unvalidatedBody': refuses(/unvalidatedBody/, route(({ text }) => ({ unvalidatedBody: text }))),
};
