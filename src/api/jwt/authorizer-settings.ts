import type { KeyChoice } from './key-choice';
import type { TokenDemands } from './token-demands';

/** Environment variable of the handler that holds its settings as JSON. */
export const SETTINGS_VARIABLE = 'JWT_AUTHORIZER_SETTINGS';

/** What `handlers/jwt-authorizer/settings.ts` reads; a test runs the handler with what is synthesized from this. */
export function authorizerSettings(demands: TokenDemands, scopes: Readonly<Record<string, readonly string[]>>): object {
  return {
    issuer: demands.issuer,
    audiences: demands.audiences,
    audienceClaim: demands.audienceClaim,
    algorithms: demands.algorithms,
    keys: keySettings(demands.keys),
    tokenUse: demands.tokenUse,
    type: demands.tokenType,
    clockToleranceSeconds: demands.clockTolerance.toSeconds(),
    maxAgeSeconds: demands.maxAge?.toSeconds(),
    claims: demands.claims,
    context: demands.contextClaims ?? [],
    header: demands.header.toLowerCase(),
    scopes,
  };
}

/** Pinned keys are not here: they are deployed with the code. */
function keySettings(keys: KeyChoice): object {
  switch (keys.kind) {
    case 'secret': return { kind: 'secret', arn: keys.secret.secretArn, field: keys.field };
    case 'pinned': return { kind: 'pinned' };
    default: return keys;
  }
}
