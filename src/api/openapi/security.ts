import type { IConstruct } from 'constructs';
import type { OpenApiRoute } from './open-api-props';
import type { Operation } from './operations';
import { Part, partOf, refuse } from './read-document';
import type { AuthChoice } from '../routes/auth-choice';
import { RouteAuth } from '../routes/route-auth';

/** Ways of proving oneself that a choice in `routes` can stand for. */
const TYPES = ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS'];

/** Those by a token, which may have scopes. */
const TOKENS = ['http', 'oauth2', 'openIdConnect'];

/** One way in: schemes with their scopes, all of which a caller must satisfy. */
type Requirement = Readonly<Record<string, unknown>>;

/** What of the API and the route there is beside the choice of who may call. */
interface Around {
  readonly scope: IConstruct;
  readonly schemes: Part;
  readonly place: string;
  readonly asksForKey: boolean;
  readonly hasMutualTls: boolean;
}

/**
 * Holds what the document says of an operation's security against what was chosen for it. The choice decides; but where it lets in whom the
 * document keeps out, one of the two is a mistake.
 */
export function checkSecurity(scope: IConstruct, document: Part, { part, at }: Operation, route: OpenApiRoute, hasMutualTls: boolean): void {
  const place = part.security === undefined ? 'security' : `${at}.security`;
  const value = part.security ?? document.security ?? [];
  if (!Array.isArray(value)) return refuse(scope, place, value, 'this is no list', 'Correct the document.');
  const schemes = partOf(scope, 'components.securitySchemes', partOf(scope, 'components', document.components).securitySchemes);
  const requirements: Requirement[] = value.map((each) => partOf(scope, place, each));
  for (const name of requirements.flatMap((each) => Object.keys(each))) checkScheme(scope, schemes, place, name);
  const asksNobody = requirements.length === 0 || requirements.some((each) => Object.keys(each).length === 0);
  const choice = route.auth instanceof RouteAuth ? route.auth._choice : undefined; // without one, adding the route fails
  if (asksNobody || choice === undefined) return;
  if (choice.kind === 'public') {
    refuse(scope, place, Object.keys(requirements[0]), 'the document keeps out callers without these, and routes lets everybody in',
      'Choose who may call the operation in routes, or give it security: [] in the document.');
  }
  const around = { scope, schemes, place, asksForKey: route.apiKeyRequired ?? false, hasMutualTls };
  checkScopes(around, satisfied(around, requirements, choice.kind), choice);
}

function checkScheme(scope: IConstruct, schemes: Part, place: string, name: string): void {
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

/**
 * The requirements that whoever the route lets in satisfies: an API key of a usage plan where the route asks for one, a client certificate where
 * the domain does, and one more scheme, which the choice stands for. A function that gets the whole request may look at all of them.
 */
function satisfied({ scope, schemes, place, asksForKey, hasMutualTls }: Around, requirements: Requirement[], kind: AuthChoice['kind']): Requirement[] {
  if (kind === 'request') return requirements;
  const withKey = requirements.filter((each) => asksForKey || !Object.keys(each).some((name) => isUsageKey(schemes[name] as Part)));
  if (withKey.length === 0) {
    refuse(scope, place, requirements.map((each) => Object.keys(each)), 'the document demands an API key, and routes lets callers in without one',
      'Write apiKeyRequired: true in routes, and add a usage plan; or take the key out of the document.');
  }
  const met = withKey.filter((each) => Object.keys(each).map((name) => schemes[name] as Part)
    .filter((scheme) => !isUsageKey(scheme) && !(hasMutualTls && scheme.type === 'mutualTLS')).length <= 1);
  if (met.length === 0) {
    refuse(scope, place, withKey.map((each) => Object.keys(each)), 'the document demands several proofs at once, and the auth in routes is one of them',
      'Choose RouteAuth.lambdaRequest with a function that checks them all, or demand one beside an API key (X-API-Key) or mutualTLS with mutualTls in domain.');
  }
  return met;
}

/** Whether it is the key that API Gateway meters callers by; other headers are called keys as well. */
function isUsageKey({ type, in: where, name }: Part): boolean {
  return type === 'apiKey' && where === 'header' && String(name).toLowerCase() === 'x-api-key';
}

/** API Gateway lets in whoever has one of the scopes, so each of them must be enough by the document too. */
function checkScopes({ scope, schemes, place }: Around, requirements: Requirement[], choice: AuthChoice): void {
  // a function, or a policy of IAM, has its own idea of who may do what
  if (choice.kind !== 'cognito' && choice.kind !== 'jwt') return;
  const byToken = requirements.filter((each) => Object.keys(each).some((name) => TOKENS.includes(String((schemes[name] as Part).type))));
  const listed = (byToken.length > 0 ? byToken : requirements).map((each) => Object.values(each).flat().map(String));
  if (listed.some((scopes) => scopes.length === 0)) return;
  const { scopes: chosen = [] } = choice;
  if (chosen.length === 0) {
    refuse(scope, place, listed, 'the document demands scopes, and routes lets in every token of the issuer',
      'Choose scopes that the document lists one by one, or take them out of the document.');
  }
  const enough = listed.filter((scopes) => scopes.length === 1).flat();
  const extra = chosen.filter((each) => !enough.includes(each));
  if (extra.length === 0) return;
  refuse(scope, place, listed, `routes lets in whoever has ${extra.map((each) => `"${each}"`).join(' or ')}, and by the document that is not enough`,
    'Choose scopes that the document lists one by one, or correct the document.');
}
