import { Refusal } from './refusal';

/** Signature algorithms of RFC 7518 and RFC 8037, without `none`. */
export type Algorithm = 'HS256' | 'HS384' | 'HS512' | 'RS256' | 'RS384' | 'RS512' | 'PS256' | 'PS384' | 'PS512' | 'ES256' | 'ES384' | 'ES512' | 'EdDSA';

/** Where the keys come from that tokens are verified with. */
export type KeySettings =
  /** A secret of Secrets Manager, by its complete ARN or its name, or a field of the JSON in it; for HS algorithms. */
  | { readonly kind: 'secret'; readonly id: string; readonly field?: string }
  /** A JSON Web Key Set behind a URL. */
  | { readonly kind: 'jwks'; readonly url: string }
  /** The key set that the issuer's OpenID configuration names. */
  | { readonly kind: 'issuer' }
  /** A JSON Web Key Set that was deployed beside this code: the environment of a function has room for 4 KB only. */
  | { readonly kind: 'pinned' };

/** Where a client puts its token when it opens a WebSocket. */
export type TokenPlace =
  /** The header that other APIs look into too. */
  | { readonly kind: 'header' }
  /** A parameter of the query string, which holds nothing else. */
  | { readonly kind: 'query'; readonly name: string }
  /** `Sec-WebSocket-Protocol`: the subprotocol of this name, and behind it the token. */
  | { readonly kind: 'protocol'; readonly name: string };

/** What a token must be; the construct writes it into the environment of the function. */
export interface Settings {
  readonly issuer: string;
  /** One of them must be in the audience claim. */
  readonly audiences: readonly string[];
  /** Access tokens of Cognito name the app client in `client_id` and have no `aud`. */
  readonly audienceClaim: 'aud' | 'client_id';
  readonly algorithms: readonly Algorithm[];
  readonly keys: KeySettings;
  /** What the claim `token_use` must be. */
  readonly tokenUse?: string;
  /** What the header `typ` must be: `at+jwt`. */
  readonly type?: string;
  readonly clockToleranceSeconds: number;
  /** Since `iat`, whatever `exp` says. */
  readonly maxAgeSeconds?: number;
  /** Claims that must have exactly these values. */
  readonly claims: Readonly<Record<string, string | number | boolean>>;
  /** Claims that are handed on to the integration. */
  readonly context: readonly string[];
  /** Header with the token, in small letters. */
  readonly header: string;
  /** Where the token is if the API is a WebSocket API, the only one that is answered then: browsers cannot set headers on a WebSocket. */
  readonly place?: TokenPlace;
  /**
   * Scopes by route, `GET /orders/{id}` or `$connect`: the token must have one of them; an empty list asks for none. If any route is here, all are: a
   * route that is not lets nobody in.
   */
  readonly scopes: Readonly<Record<string, readonly string[]>>;
}

/** Environment variable with the settings as JSON. */
export const SETTINGS_VARIABLE = 'JWT_AUTHORIZER_SETTINGS';

/** The settings of this function; a mistake in them refuses every request. */
export function settingsOf(environment: NodeJS.ProcessEnv): Settings {
  const settings = settingsIn(environment[SETTINGS_VARIABLE]);
  const { issuer, audiences, algorithms, keys } = settings;
  if (!issuer || !keys || !(audiences?.length > 0) || !(algorithms?.length > 0)) {
    throw new Refusal('the settings name no issuer, audiences, algorithms or keys');
  }
  // with a public key as the secret of an HMAC, whoever knows the key could sign
  if (algorithms.some((algorithm) => algorithm.startsWith('HS') !== (keys.kind === 'secret'))) {
    throw new Refusal('the settings accept an algorithm without keys for it: HS goes with a secret, all others with public keys');
  }
  return settings;
}

function settingsIn(text: string | undefined): Settings {
  try {
    const settings = JSON.parse(text ?? '') as Settings | null;
    if (typeof settings === 'object' && settings !== null) return settings;
  } catch {
    // said below
  }
  throw new Refusal('the settings are no JSON object');
}
