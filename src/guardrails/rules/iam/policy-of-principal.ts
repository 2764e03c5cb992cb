import type { Value } from '../../engine/value';
import { violation } from '../../engine/violation';
import type { Violation } from '../../engine/violation';

/** That a principal has a policy is what is wrong, whatever the policy says: an inline one counts by its name. */
export function policyOfPrincipal(policy: Value, message: string): Violation {
  return violation(policy.location, message, (policy.isObject ? policy.at('PolicyName') : policy).content);
}
