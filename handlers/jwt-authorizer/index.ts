import type { APIGatewayAuthorizerResult, APIGatewaySimpleAuthorizerResult } from 'aws-lambda';
import { contextOf, welcome } from './answers';
import { AuthorizerEvent, isOfHttpApi, routeOf, tokenOf } from './caller';
import type { KeySource } from './key-source';
import { PublicKeys } from './public-keys';
import { Refusal } from './refusal';
import { Settings, settingsOf } from './settings';
import { hasScope, verifiedClaims } from './verify-token';

const settings = settingsOf(process.env);
const keys = keySourceOf(settings);

/** Lets in whoever shows a token that is as the settings say; everybody else is told Unauthorized, and the log says why. */
export async function handler(event: AuthorizerEvent): Promise<APIGatewayAuthorizerResult | APIGatewaySimpleAuthorizerResult> {
  const route = routeOf(event);
  try {
    const claims = await verifiedClaims(tokenOf(event, settings), settings, await keys);
    checkScopes(claims, route);
    return welcome(event, typeof claims.sub === 'string' ? claims.sub : 'caller', contextOf(claims, settings.context));
  } catch (error) {
    log(event, route, error);
    if (isOfHttpApi(event)) return { isAuthorized: false }; // the service makes it a 403
    throw new Error('Unauthorized'); // this very word makes it a 401
  }
}

async function keySourceOf({ keys: source, issuer, algorithms }: Settings): Promise<KeySource> {
  if (source.kind !== 'secret') return new PublicKeys(source, issuer);
  const { SharedSecret } = await import('./shared-secret'); // with the AWS SDK, which takes a while and public keys do not need
  return new SharedSecret(source.id, source.field, algorithms);
}

function checkScopes(claims: Awaited<ReturnType<typeof verifiedClaims>>, route: string | undefined): void {
  if (Object.keys(settings.scopes).length === 0) return;
  if (route === undefined) throw new Refusal('scopes by route need an authorizer of type REQUEST');
  const name = [route, route.replace(/^\S+/, 'ANY')].find((each) => Object.hasOwn(settings.scopes, each));
  if (name === undefined) throw new Refusal('the route is not among those that say which scopes they need');
  const scopes = settings.scopes[name];
  if (scopes.length > 0 && !hasScope(claims, scopes)) throw new Refusal('the token has none of the scopes of the route');
}

/** One line, without the token and without any value of it. */
function log(event: AuthorizerEvent, route: string | undefined, error: unknown): void {
  const requestId = 'requestContext' in event ? event.requestContext.requestId : undefined;
  const reason = error instanceof Refusal ? error.reason : 'the authorizer failed';
  const failure = error instanceof Refusal || !(error instanceof Error) ? {} : { error: error.name };
  console.warn(JSON.stringify({ level: 'WARN', event: 'jwt-refused', reason, ...failure, route, requestId })); // eslint-disable-line no-console
}
