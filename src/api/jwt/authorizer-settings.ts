import type { IConstruct } from 'constructs';
import type { KeyChoice } from './key-choice';
import { secretId } from './secret-id';
import type { TokenDemands } from './token-demands';
import type { TokenPlace } from './token-place';

/** Environment variable of the handler that holds its settings as JSON. */
export const SETTINGS_VARIABLE = 'JWT_AUTHORIZER_SETTINGS';

/** What `handlers/jwt-authorizer/settings.ts` reads; a test runs the handler with what is synthesized from this. */
export function authorizerSettings(
  scope: IConstruct, demands: TokenDemands, scopes: Readonly<Record<string, readonly string[]>>, place?: TokenPlace,
): object {
  return {
    issuer: demands.issuer,
    audiences: demands.audiences,
    audienceClaim: demands.audienceClaim,
    algorithms: demands.algorithms,
    keys: keySettings(scope, demands.keys),
    tokenUse: demands.tokenUse,
    type: demands.tokenType,
    clockToleranceSeconds: demands.clockTolerance.toSeconds(),
    maxAgeSeconds: demands.maxAge?.toSeconds(),
    claims: demands.claims,
    context: demands.contextClaims ?? [],
    header: demands.header.toLowerCase(),
    place,
    scopes,
  };
}

/** Pinned keys are not here: they are deployed with the code. */
function keySettings(scope: IConstruct, keys: KeyChoice): object {
  switch (keys.kind) {
    case 'secret': return { kind: 'secret', id: secretId(scope, keys.secret), field: keys.field };
    case 'pinned': return { kind: 'pinned' };
    default: return keys;
  }
}
