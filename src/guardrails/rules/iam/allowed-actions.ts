import { expandAction } from '../../engine/iam/actions';
import { matchesAction } from '../../engine/policy/action-patterns';
import type { Statement } from '../../engine/policy/statement';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { which } from '../../engine/violation';

/** Of an exact action. */
export type IsMeant = (action: string) => boolean;

/** The actions of a list that a statement allows, each with what covers it where that is no exact name. None: it allows no such action. */
export function allowedAmong(statement: Statement, isMeant: IsMeant): readonly string[] {
  return allowed(statement, (pattern) => actionAmong(pattern, isMeant), isMeant);
}

/** The same by facts about actions: gives up on an action that is not known and not meant by its name. */
export function allowedByFacts(statement: Statement, isMeant: IsMeant): readonly string[] {
  return allowed(statement, (pattern) => {
    const found = actionAmong(pattern, isMeant);
    if (found === undefined && expandAction(pattern).length === 0) return unknown(`nothing is known of the action ${pattern}`, statement.location);
    return found;
  }, isMeant);
}

/** `s3:PutObject`, or `s3:PutObject and 2 more`. */
export function named([first, ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function allowed(statement: Statement, find: (pattern: string) => string | undefined, isMeant: IsMeant): readonly string[] {
  if (statement.hasNotAction) {
    const { notActions } = statement;
    const found = expandAction('*').find((action) => isMeant(action) && !notActions.some((pattern) => matchesAction(pattern, action)));
    return found === undefined ? [] : [`${found} (by NotAction)`];
  }
  const known = knownActions(statement);
  const patterns = known ?? which(actionsOf(statement), (action) => find(action.text()!) !== undefined).map((action) => action.text()!);
  return patterns.flatMap((pattern) => {
    const found = find(pattern);
    return found === undefined ? [] : [foundBy(pattern, found)];
  });
}

/** The texts of its actions; undefined where one is not known. */
function knownActions(statement: Statement): readonly string[] | undefined {
  return statement.once('known actions', () => {
    const actions = actionsOf(statement);
    return actions.every((action) => action.isKnown && !action.isList && !action.isObject) ? actions.map((action) => action.text()!) : undefined;
  });
}

/** A reader looks for what is written in the policy. */
function foundBy(pattern: string, action: string): string {
  return pattern === action ? action : `${action} (by ${pattern})`;
}

/** Its actions as values. Gives up on a statement that has none, which IAM refuses. */
export function actionsOf(statement: Statement): readonly Value[] {
  const actions = statement.value.at('Action');
  return actions.isAbsent ? unknown('a statement has actions', statement.location) : actions.list();
}

function actionAmong(pattern: string, isMeant: IsMeant): string | undefined {
  if (/[*?]/.test(pattern)) return expandAction(pattern).find(isMeant);
  return isMeant(pattern) ? pattern : undefined;
}
