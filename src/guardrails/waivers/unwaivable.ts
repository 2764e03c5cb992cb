import { matchesPattern } from '../rule-sets/rule-pattern';

/** Whether nobody may waive what a rule finds: the settings list it, by id or by a prefix with a star. */
export function isUnwaivable(ruleId: string, unwaivable: readonly string[] = []): boolean {
  return unwaivable.some((pattern) => matchesPattern(pattern, ruleId));
}
