import type { IConstruct } from 'constructs';
import type { OpenApiRoute } from './open-api-props';
import { Part, partOf, refuse } from './read-document';
import { RouteAuth } from '../routes/route-auth';

/** Ways of proving oneself that a choice in `routes` can stand for. */
const TYPES = ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS'];

/**
 * Holds what the document says of an operation's security against what was chosen for it. The choice decides; but where it lets in whom the
 * document keeps out, one of the two is a mistake.
 */
export function checkSecurity(scope: IConstruct, document: Part, operation: Part, at: string, route: OpenApiRoute): void {
  const place = operation.security === undefined ? 'security' : `${at}.security`;
  const value = operation.security ?? document.security ?? [];
  if (!Array.isArray(value)) return refuse(scope, place, value, 'this is no list', 'Correct the document.');
  const alternatives = value.map((each) => partOf(scope, place, each));
  for (const name of alternatives.flatMap((each) => Object.keys(each))) checkScheme(scope, document, place, name);
  const asksNobody = alternatives.length === 0 || alternatives.some((each) => Object.keys(each).length === 0);
  const choice = route.auth instanceof RouteAuth ? route.auth._choice : undefined; // without one, adding the route fails
  if (asksNobody || choice === undefined) return;
  if (choice.kind === 'public') {
    refuse(scope, place, Object.keys(alternatives[0]), 'the document keeps out callers without these, and routes lets everybody in',
      'Choose who may call the operation in routes, or give it security: [] in the document.');
  }
  checkScopes(scope, place, alternatives, (choice as { readonly scopes?: string[] }).scopes);
}

function checkScheme(scope: IConstruct, document: Part, place: string, name: string): void {
  const schemes = partOf(scope, 'components.securitySchemes', partOf(scope, 'components', document.components).securitySchemes);
  const at = `components.securitySchemes.${name}`;
  if (!Object.hasOwn(schemes, name)) refuse(scope, place, name, 'there is no such security scheme in the document', `Define it as ${at}.`);
  const { type, scheme } = partOf(scope, at, schemes[name]);
  if (!TYPES.includes(String(type))) {
    refuse(scope, `${at}.type`, type ?? 'absent', 'this kind of security scheme is unknown', `Write one of ${TYPES.join(', ')}.`);
  }
  if (type === 'http' && String(scheme).toLowerCase() !== 'bearer') {
    refuse(scope, `${at}.scheme`, scheme ?? 'absent', 'no choice of this library takes such credentials: they would travel with every request',
      'Use bearer tokens, OAuth 2 or OpenID Connect; for signed requests, describe the Authorization header as an apiKey.');
  }
}

/** API Gateway lets in whoever has one of the scopes, so each of them must be enough by the document too. */
function checkScopes(scope: IConstruct, place: string, alternatives: Part[], chosen: string[] | undefined): void {
  const listed = alternatives.map((each) => Object.values(each).flat().map(String));
  if (!chosen || listed.some((scopes) => scopes.length === 0)) return;
  const enough = listed.filter((scopes) => scopes.length === 1).flat();
  const extra = chosen.filter((each) => !enough.includes(each));
  if (extra.length === 0) return;
  refuse(scope, place, listed, `routes lets in whoever has ${extra.map((each) => `"${each}"`).join(' or ')}, and by the document that is not enough`,
    'Choose scopes that the document lists one by one, or correct the document.');
}
