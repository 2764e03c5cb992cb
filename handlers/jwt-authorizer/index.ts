import type { APIGatewayAuthorizerResult, APIGatewaySimpleAuthorizerResult } from 'aws-lambda';
import type { JWTPayload } from 'jose';
import { contextOf, principalIdOf, welcome } from './answers';
import { AuthorizerEvent, isAskedByRoute, isOfHttpApi, requestIdOf, routeOf, tokenOf } from './caller';
import type { KeySource } from './key-source';
import { PublicKeys } from './public-keys';
import { Refusal } from './refusal';
import { Settings, settingsOf } from './settings';
import { hasScope, verifierOf, type VerifyToken } from './verify-token';

/** Read while Lambda starts the function; what is wrong with it refuses every request, and is said in the log. */
const ready = prepared();
ready.catch(() => undefined);

/** Lets in whoever shows a token that is as the settings say; everybody else is told Unauthorized, and the log says why. */
export async function handler(event: AuthorizerEvent): Promise<APIGatewayAuthorizerResult | APIGatewaySimpleAuthorizerResult> {
  const route = routeOf(event);
  try {
    const { settings, keys, verify } = await ready;
    const claims = await verify(tokenOf(event, settings), keys);
    checkScopes(claims, event, settings.scopes);
    return welcome(event, principalIdOf(claims), contextOf(claims, settings.context));
  } catch (error) {
    log(event, route, error);
    if (isOfHttpApi(event)) return { isAuthorized: false }; // the service makes it a 403
    throw new Error('Unauthorized'); // this very word makes it a 401
  }
}

async function prepared(): Promise<{ readonly settings: Settings; readonly keys: KeySource; readonly verify: VerifyToken }> {
  const settings = settingsOf(process.env);
  return { settings, keys: await keySourceOf(settings), verify: verifierOf(settings) };
}

async function keySourceOf({ keys: source, issuer, algorithms }: Settings): Promise<KeySource> {
  if (source.kind !== 'secret') return new PublicKeys(source, issuer);
  const { SharedSecret } = await import('./shared-secret'); // with the AWS SDK, which takes a while and public keys do not need
  return new SharedSecret(source.id, source.field, algorithms);
}

function checkScopes(claims: JWTPayload, event: AuthorizerEvent, byRoute: Settings['scopes']): void {
  const route = routeOf(event);
  const isForAll = Object.keys(byRoute).length === 0;
  if (route === undefined) {
    // of type TOKEN is the authorizer of the routes without scopes; it tells no route, and serves no other
    if (isForAll || Object.values(byRoute).some((scopes) => scopes.length === 0)) return;
    throw new Refusal('every route needs a scope, and the authorizer is not told which route it is');
  }
  if (!Object.hasOwn(byRoute, route)) {
    // a route that had scopes is there until its API is deployed anew, after the settings no longer name it
    if (isForAll && !isAskedByRoute(event)) return;
    throw new Refusal('the route is not among those that say which scopes they need');
  }
  const scopes = byRoute[route];
  if (scopes.length > 0 && !hasScope(claims, scopes)) throw new Refusal('the token has none of the scopes of the route');
}

/** One line, without the token, any value of it, and the id that callers of a REST API may choose for their request. */
function log(event: AuthorizerEvent, route: string | undefined, error: unknown): void {
  const requestId = requestIdOf(event);
  const reason = error instanceof Refusal ? error.reason : 'the authorizer failed';
  const failure = error instanceof Refusal || !(error instanceof Error) ? {} : { error: error.name };
  console.warn(JSON.stringify({ level: 'WARN', event: 'jwt-refused', reason, ...failure, route, requestId })); // eslint-disable-line no-console
}
