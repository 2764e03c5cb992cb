import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** Environment variable with the scopes of each group as JSON: `{"staff":["orders/write"]}`. */
export const SCOPES_VARIABLE = 'GROUP_SCOPES';

/** A mistake in it lets nobody sign in: the function does not start. */
const scopesOfGroups = new Map<string, string[]>(Object.entries(JSON.parse(process.env[SCOPES_VARIABLE] ?? 'null') as Record<string, string[]>));

/**
 * With it, whoever has a token changes the account: its attributes and its second factor. Tokens of `InitiateAuth` have it whatever the client
 * may ask for.
 */
const ADMIN_SCOPE = 'aws.cognito.signin.user.admin';

/**
 * Takes out of an access token each scope that belongs to groups, none of which the user is in, and the one that opens the account. It
 * only takes away: what a client may not ask for is in no token, whatever the groups of the user.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export async function handler(event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> {
  const groups = event.request.groupConfiguration.groupsToOverride ?? [];
  const held = new Set(groups.flatMap((group) => scopesOfGroups.get(group) ?? []));
  const notHeld = [...new Set([...scopesOfGroups.values()].flat())].filter((scope) => !held.has(scope));
  const scopesToSuppress = [ADMIN_SCOPE, ...notHeld];
  return { ...event, response: { claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToSuppress } } } };
}
