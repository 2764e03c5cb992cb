import type { Finding } from '../reports/report';
import { matchesPattern } from '../rule-sets/rule-pattern';

/** Whether nobody may waive what a rule finds: the settings list it, by id or by a prefix with a star. */
export function isUnwaivable(ruleId: string, unwaivable: readonly string[] = []): boolean {
  return unwaivable.some((pattern) => matchesPattern(pattern, ruleId));
}

/** What is not known is no violation: it may be waived whatever the rule. */
export function mayNotBeWaived({ verdict, ruleId }: Finding, unwaivable?: readonly string[]): boolean {
  return verdict === 'NON_COMPLIANT' && isUnwaivable(ruleId, unwaivable);
}
