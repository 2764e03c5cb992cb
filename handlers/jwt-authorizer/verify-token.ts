import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyOptions } from 'jose';
import type { KeySource, VerificationKey } from './key-source';
import { Refusal } from './refusal';
import type { Settings } from './settings';
import { checkMembers, headerOf } from './token-parts';

/** So many keys are tried for one token that names none: an issuer has one, or two while it changes them. */
const MOST_KEYS = 4;

/** Verifies tokens: the claims of one that was signed by the right key, for us, and is valid now. */
export type VerifyToken = (token: string, keys: KeySource) => Promise<JWTPayload>;

/** What tokens must be by these settings. */
export function verifierOf(settings: Settings): VerifyToken {
  const checks: JWTVerifyOptions = {
    algorithms: [...settings.algorithms],
    issuer: settings.issuer,
    clockTolerance: settings.clockToleranceSeconds,
    maxTokenAge: settings.maxAgeSeconds,
    typ: settings.type,
    requiredClaims: ['exp'],
    ...settings.audienceClaim === 'aud' ? { audience: [...settings.audiences] } : {},
  };
  return async (token, keys) => {
    const header = headerOf(token);
    if (typeof header.alg !== 'string' || !(settings.algorithms as readonly string[]).includes(header.alg)) {
      throw new Refusal('the token is signed by an algorithm that is not accepted');
    }
    if (header.kid !== undefined && typeof header.kid !== 'string') throw new Refusal('the key id is no text');
    const claims = await signedBy(await keys.candidates(header), token, checks)
      ?? await signedBy(await keys.candidatesAnew(header) ?? [], token, checks);
    if (claims === undefined) throw new Refusal('no key of the issuer has signed the token');
    checkMembers(token, claims);
    checkClaims(claims, settings);
    return claims;
  };
}

/** Undefined if none of the keys has signed it. */
async function signedBy(keys: readonly VerificationKey[], token: string, checks: JWTVerifyOptions): Promise<JWTPayload | undefined> {
  for (const key of keys.slice(0, MOST_KEYS)) {
    try {
      return (await jwtVerify(token, key, checks)).payload;
    } catch (error) {
      // without a key id, keys may come first that have not signed the token, or do not even fit its algorithm
      if (error instanceof errors.JWSSignatureVerificationFailed || !(error instanceof errors.JOSEError)) continue;
      throw new Refusal(reasonOf(error));
    }
  }
  return undefined;
}

/** Names the check and the claim, never its value. */
function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `the claim ${error.claim} is not as it must be (${error.reason})`;
  return `the token is not valid (${error.code})`;
}

function checkClaims(claims: JWTPayload, { audienceClaim, audiences, tokenUse, claims: demanded, clockToleranceSeconds }: Settings): void {
  // jose looks at it only where the age of tokens is limited
  if (claims.iat !== undefined && !(typeof claims.iat === 'number' && claims.iat <= Math.floor(Date.now() / 1000) + clockToleranceSeconds)) {
    throw new Refusal('the claim iat is not as it must be');
  }
  if (audienceClaim === 'client_id' && !(typeof claims.client_id === 'string' && audiences.includes(claims.client_id))) {
    throw new Refusal('the claim client_id is not as it must be');
  }
  if (tokenUse !== undefined && claims.token_use !== tokenUse) throw new Refusal('the claim token_use is not as it must be');
  const wrong = Object.entries(demanded).find(([name, value]) => !Object.hasOwn(claims, name) || claims[name] !== value);
  if (wrong !== undefined) throw new Refusal(`the claim ${wrong[0]} is not as it must be`);
}

/** Whether a token has one of these scopes: words in `scope` (RFC 8693, section 4.2), or a list in `scp`. */
export function hasScope({ scope, scp }: JWTPayload, accepted: readonly string[]): boolean {
  const held = typeof scope === 'string' ? scope.split(' ') : Array.isArray(scp) ? scp : typeof scp === 'string' ? scp.split(' ') : [];
  return accepted.some((each) => held.includes(each));
}
