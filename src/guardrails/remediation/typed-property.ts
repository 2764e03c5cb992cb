import type { CfnResource } from 'aws-cdk-lib';
import type { PropertyChange } from '../engine/remediation';

/** Objects that were made here: those of the user are not touched, since they may stand in other places too, or still be filled. */
const OURS = new WeakSet<object>();

/** Sets the typed property of an L1 where it is empty, and what it is given there afterwards. Raw resources have none. */
export function showOnL1(resource: CfnResource, { path, value }: PropertyChange): void {
  const [first, ...rest] = path.split('.');
  const name = propertyOf(resource, first);
  if (name === undefined) return;
  const target = resource as unknown as Record<string, unknown>;
  const before = target[name];
  if (before === undefined || (rest.length > 0 && isOurs(before))) target[name] = withMember(before, rest, value);
}

/** The property of the L1 class that stands for a property of CloudFormation. */
function propertyOf(resource: CfnResource, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const prototype = Object.getPrototypeOf(resource) as object;
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).find(([key, { set }]) => key.toLowerCase() === wanted && set !== undefined)?.[0];
}

function withMember(before: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return typed(value);
  const object = isOurs(before) ? before : ours({});
  const name = memberName(step);
  object[name] = withMember(object[name], rest, value);
  return object;
}

/** A value with its members named as those of the L1. */
function typed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value !== 'object' || value === null) return value;
  return ours(Object.fromEntries(Object.entries(value).map(([key, inner]) => [memberName(key), typed(inner)])));
}

function ours(object: Record<string, unknown>): Record<string, unknown> {
  OURS.add(object);
  return object;
}

function isOurs(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && OURS.has(value);
}

/** Plurals that CDK writes in its own way at the end of a name. */
const PLURALS: Readonly<Record<string, string>> = { ARNs: 'Arns', MBs: 'MBs', AZs: 'AZs' };

/**
 * How CDK names a member of CloudFormation: `kmsMasterKeyId` for `KMSMasterKeyID`, `webAclId` for `WebACLId`, `sseEnabled` for `SSEEnabled`. Its
 * L1s drop what they do not know without a word; a test compares this with the names that they know.
 */
export function memberName(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[ _.-]+/);
  const joined = words.map((word, index) => (index === 0 ? word : capitalized(word))).join('').replace(/\d+[a-z]/g, (after) => after.toUpperCase());
  const plural = Object.keys(PLURALS).find((ending) => name.endsWith(ending));
  return plural === undefined ? joined : joined.slice(0, -plural.length) + PLURALS[plural];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
