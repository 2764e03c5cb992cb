import { matchesWildcard } from '../../../private/wildcard';

export { matchesWildcard } from '../../../private/wildcard';

/** Whether an action (`s3:GetObject`) is one that a pattern of a policy names (`s3:Get*`, `*`): `*` and `?` match, case does not matter. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesWildcard(pattern.toLowerCase(), action.toLowerCase());
}
