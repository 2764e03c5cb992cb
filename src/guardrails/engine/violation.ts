import { itemsAround } from './items-around';
import type { Resolved } from './resolved';
import type { Outcome } from './rule';
import { Unknown } from './unknown';
import type { Value } from './value';

/** One thing that is wrong. */
export interface Violation {
  /** What is wrong there, in one clause without a full stop: `Status is Suspended`. */
  readonly message: string;
  /** Path inside the resource: `Properties.VersioningConfiguration.Status`. */
  readonly location: string;
  /** What violates, as the world has it in which it does, so that a baseline can tell this finding from others. Undefined: nothing is there. */
  readonly content?: Resolved;
  /** What else tells it from others at its place: the item of a list that it is in, the name of what is missing. Words of the message do not. */
  readonly about?: About;
}

/** Text, values that count together, or several of these. */
export type About = string | number | Resolved | readonly About[];

/** Says what is wrong with a value, or at a path. Where several things may be wrong with the same content, `about` tells them apart. */
export function violation(at: Value | string, message: string, about?: About): Violation {
  const items = typeof at === 'string' ? [] : itemsAround(at);
  const all = about === undefined ? items : [...items, about];
  return {
    message, ...typeof at === 'string' ? { location: at } : { location: at.location, content: at.content }, ...all.length === 0 ? {} : { about: all },
  };
}

/**
 * Judges each item: everything that is wrong with any of them; else it gives up if one could not be judged; else COMPLIANT, also for no
 * items at all. NOT_APPLICABLE if it was that for each.
 */
export function every<Item>(items: readonly Item[], judge: (item: Item) => Outcome): Outcome {
  let violations: Violation[] | undefined;
  let gaveUp: Unknown | undefined;
  let fell = false;
  let applicable = items.length === 0;
  for (const item of items) {
    try {
      const outcome = judge(item);
      if (outcome === 'COMPLIANT') applicable = true;
      else if (outcome === undefined) fell = true;
      else if (outcome !== 'NOT_APPLICABLE') (violations ??= []).push(...'message' in outcome ? [outcome] : outcome);
    } catch (signal) {
      if (!(signal instanceof Unknown)) throw signal;
      gaveUp ??= signal;
    }
  }
  if (violations !== undefined && violations.length > 0) return violations;
  if (gaveUp !== undefined) throw gaveUp;
  if (fell) return undefined;
  return applicable ? 'COMPLIANT' : 'NOT_APPLICABLE';
}

/** True if any holds, whatever the others are; gives up if none does and one is unknown. */
export function anyOf(...claims: readonly (() => boolean)[]): boolean {
  return some(claims, (claim) => claim());
}

/** False if any does not hold, whatever the others are; gives up if all others do and one is unknown. */
export function allOf(...claims: readonly (() => boolean)[]): boolean {
  return !some(claims, (claim) => !claim());
}

/** `anyOf` over items: without a function for each of them, since nothing is asked more often. */
export function some<Item>(items: readonly Item[], holds: (item: Item) => boolean): boolean {
  let gaveUp: Unknown | undefined;
  for (const item of items) {
    try {
      if (holds(item)) return true;
    } catch (signal) {
      if (!(signal instanceof Unknown)) throw signal;
      gaveUp ??= signal;
    }
  }
  if (gaveUp !== undefined) throw gaveUp;
  return false;
}

/** The items of which it holds; gives up if none does and one is unknown. */
export function which<Item>(items: readonly Item[], holds: (item: Item) => boolean): Item[] {
  let gaveUp: Unknown | undefined;
  const found = items.filter((item) => {
    try {
      return holds(item);
    } catch (signal) {
      if (!(signal instanceof Unknown)) throw signal;
      gaveUp ??= signal;
      return false;
    }
  });
  if (found.length === 0 && gaveUp !== undefined) throw gaveUp;
  return found;
}
