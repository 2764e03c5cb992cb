import type { IConstruct } from 'constructs';
import { ConnectToken } from './connect-token';
import type { SecureWebSocketApiProps } from './secure-web-socket-api-props';
import { CONNECT } from './web-socket-authorizers';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import type { CognitoChoice, HttpAuthChoice, RequestChoice } from '../routes/auth-choice';
import { RouteAuth } from '../routes/route-auth';
import { authChoiceOf } from '../routes/validate-auth';

const PLACES = 'Write ConnectToken.subprotocol("chat.v1") for browsers, .queryString() where nobody can answer with a subprotocol, or .header() for clients '
  + 'that are no browsers.';

/** Who may connect, or a teaching error where WebSocket APIs do not have it. */
export function connectChoiceOf(scope: IConstruct, props: SecureWebSocketApiProps): HttpAuthChoice {
  const { auth } = props;
  // before the checks for APIs that keep answers
  if (auth instanceof RouteAuth && auth._choice.kind === 'request') validateIdentitySources(scope, auth._choice);
  const choice = authChoiceOf(scope, CONNECT, auth, () => 'WebSocket APIs have no authorizer of their own for tokens');
  switch (choice.kind) {
    case 'cognito': return refuseCognito(scope, choice);
    case 'token': return refuse(scope, 'RouteAuth.lambdaToken', 'authorizers of type TOKEN are for REST APIs; a WebSocket API hands its function the whole request',
      'Write RouteAuth.lambdaRequest(fn, { identitySources: [apigateway.IdentitySource.queryString("token")] }).');
    default:
      validateToken(scope, choice, props);
      return choice;
  }
}

function refuse(scope: IConstruct, value: unknown, problem: string, instead: string, prop = `${CONNECT} auth`): never {
  return fail(scope, { prop, value, problem, instead });
}

function refuseCognito(scope: IConstruct, { scopes = [] }: CognitoChoice): never {
  return refuse(scope, 'RouteAuth.cognito', 'WebSocket APIs have no authorizer for user pools',
    `Write RouteAuth.jwt(JwtIssuer.userPool(pool, { clients: [client] }), { scopes: ${JSON.stringify(scopes)} }), and where clients put the token.`);
}

/** Without any, every scan of the internet invokes the function. */
function validateIdentitySources(scope: IConstruct, { identitySources }: RequestChoice): void {
  const prop = `${CONNECT} auth.identitySources`;
  // how it is written differs between REST and WebSocket APIs, so each must be known
  identitySources.forEach((source) => requireLiteral(scope, prop, source));
  if (identitySources.length === 0) {
    refuse(scope, [], 'API Gateway would ask the function for everybody who connects, with a token or without',
      'Name what the function looks at: apigateway.IdentitySource.queryString("token") or .header("X-Signature").', prop);
  }
  const multiple = identitySources.filter(isLiteral).find((source) => source.startsWith('method.request.multivalue'));
  if (multiple !== undefined) {
    refuse(scope, multiple, 'identity sources of several values are for REST APIs', 'Write apigateway.IdentitySource.header(name) or .queryString(name).', prop);
  }
}

function validateToken(scope: IConstruct, choice: HttpAuthChoice, { token, onConnect }: SecureWebSocketApiProps): void {
  if (choice.kind !== 'jwt') {
    if (token) refuse(scope, 'ConnectToken', 'only the JWT authorizer looks for a token there', 'Drop token; for RouteAuth.lambdaRequest, name identitySources.', 'token');
    return;
  }
  if (!(token instanceof ConnectToken)) {
    refuse(scope, token ?? 'absent', 'browsers cannot set headers on a WebSocket, so it must be said where clients put their token', PLACES, 'token');
  }
  const place = token._place;
  if (place.kind === 'header') return;
  requireLiteral(scope, 'token', place.name);
  if (place.kind === 'query' && !/^[A-Za-z0-9._-]{1,128}$/.test(place.name)) {
    refuse(scope, place.name, 'API Gateway takes names of letters, digits and . _ - only', 'Write the bare name: ConnectToken.queryString("token").', 'token');
  }
  if (place.kind !== 'protocol') return;
  if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/.test(place.name)) {
    refuse(scope, place.name, 'a subprotocol is one word without blanks, commas and slashes (RFC 6455, section 4.1)', 'Write for example ConnectToken.subprotocol("chat.v1").', 'token');
  }
  if (!onConnect) {
    refuse(scope, place.name, 'a browser closes the connection unless it is answered with the subprotocol, and only a function behind $connect can do that',
      `Give onConnect a function that returns { statusCode: 200, headers: { "Sec-WebSocket-Protocol": "${place.name}" } }, or choose ConnectToken.queryString().`, 'token');
  }
}
