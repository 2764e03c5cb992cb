import { AccessLevel, ActionFacts, actionsOfService, servicePrefixes } from './action-table';
import { matchesWildcard, wildcardsOverlap } from '../../../private/wildcard';

export type { AccessLevel } from './action-table';

/** Patterns are few and come again and again; junk in a template must not fill the memory. */
const MOST_REMEMBERED = 500;
const expanded = new Map<string, readonly string[]>();

/**
 * The known actions that a pattern of a policy covers, as AWS writes them: `s3:getobj*` covers `s3:GetObject` and others.
 * Empty for what is not known here, which may be a new action: empty never means that the pattern is harmless.
 */
export function expandAction(pattern: string): readonly string[] {
  const key = pattern.toLowerCase();
  if (!isWildcard(key)) { // found at once: were it remembered, the thousands that `*` covers would push out `*` itself
    const name = factsOf(key)?.name;
    return Object.freeze(name === undefined ? [] : [name]);
  }
  const remembered = expanded.get(key);
  if (remembered) {
    return remembered;
  }
  if (expanded.size >= MOST_REMEMBERED) {
    expanded.clear();
  }
  const names = Object.freeze(expandWildcard(key));
  expanded.set(key, names);
  return names;
}

/** Undefined for an action that is not known, and for a pattern. */
export function accessLevelOf(action: string): AccessLevel | undefined {
  return factsOf(action.toLowerCase())?.accessLevel;
}

/** Whether a policy can limit the action to resources; undefined for an action that is not known, and for a pattern. */
export function supportsResource(action: string): boolean | undefined {
  return factsOf(action.toLowerCase())?.supportsResource;
}

/** Whether the pattern of a policy covers the action, which need not be known. */
export function matchesAction(pattern: string, action: string): boolean {
  return pattern === '*' || matchesWildcard(pattern.toLowerCase(), action.toLowerCase());
}

/** Whether some action, known or not, can match both patterns. */
export function overlaps(patternA: string, patternB: string): boolean {
  return wildcardsOverlap(patternA.toLowerCase(), patternB.toLowerCase());
}

function isWildcard(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?');
}

function factsOf(lowerCaseAction: string): ActionFacts | undefined {
  return actionsOfService(prefixOf(lowerCaseAction))?.get(lowerCaseAction);
}

function prefixOf(action: string): string {
  return action.slice(0, Math.max(action.indexOf(':'), 0));
}

function expandWildcard(pattern: string): string[] {
  const prefix = prefixOf(pattern);
  const prefixes = prefix && !isWildcard(prefix) ? [prefix] : [...servicePrefixes()];
  return prefixes.flatMap((service) => [...actionsOfService(service) ?? []])
    .filter(([name]) => matchesWildcard(pattern, name))
    .map(([, facts]) => facts.name);
}
