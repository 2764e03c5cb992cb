import { namesCallers } from '../../engine/policy/callers';
import { isEveryoneInEffect } from '../../engine/policy/statement';
import type { Statement } from '../../engine/policy/statement';
import type { Outcome } from '../../engine/rule';
import { allOf, anyOf, every, some, violation } from '../../engine/violation';

/** A statement that lets everybody in is a violation. */
export function judgeOpenness(statement: Statement): Outcome {
  return isOpen(statement) ? violation(statement.value, 'it lets everybody in, and no condition says who that is') : 'COMPLIANT';
}

/** Whether a statement allows something to everybody, where no condition narrows it to known callers. */
export function isOpen(statement: Statement): boolean {
  return allOf(
    () => statement.allows,
    () => anyOf(() => statement.hasNotPrincipal, () => some(statement.principals, isEveryoneInEffect)),
    () => !some(statement.conditions, namesCallers),
  );
}

/** A statement that allows all but what it names is a violation. */
export function judgeNotAction(statement: Statement): Outcome {
  if (!allOf(() => statement.hasNotAction, () => statement.allows)) return 'COMPLIANT';
  return violation(statement.value.at('NotAction'), 'it allows every action but these');
}

/** A statement that allows something to everybody but those that it names is a violation. */
export function judgeNotPrincipal(statement: Statement): Outcome {
  if (!allOf(() => statement.hasNotPrincipal, () => statement.allows)) return 'COMPLIANT';
  return violation(statement.value.at('NotPrincipal'), 'it allows something to everybody but these');
}

/** A statement that allows `*`, `sqs:*` and what comes to the same is a violation. */
export function judgeWildcardActions(statement: Statement): Outcome {
  return every(statement.value.at('Action').list(), (action) => {
    const isWildcard = /^(?:[^:]*:)?[*?]*\*[*?]*$/.test(action.text()!);
    return allOf(() => isWildcard, () => statement.allows) ? violation(action, `it allows ${action.text()!}`) : 'COMPLIANT';
  });
}
