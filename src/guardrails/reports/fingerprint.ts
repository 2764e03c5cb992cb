import { createHash } from 'crypto';

/** What of a violation tells it apart from others: the words of its message may change. */
export interface FingerprintedPlace {
  readonly location: string;
  /** JSON of what is there; undefined: nothing is. */
  readonly content?: unknown;
  /** JSON of what else tells it from others at its place. */
  readonly about?: unknown;
}

/** What violates: a resource, or a stack as such. */
export interface FingerprintedSubject {
  /** Its stack, as its Stage knows it; undefined: the app as such. */
  readonly stack?: string;
  readonly resource?: { readonly type: string; readonly logicalId: string };
}

/**
 * Hash of what violates: the rule, the resource by its stack and logical id, the property and what is written there. Not the construct path, the
 * Stage or the position in a list, so that new names elsewhere and reordering change nothing, and the same finding in several Stages is
 * one; not the message either, so that better words break no baseline. A resource of another logical id, or of another stack, is another resource
 * for CloudFormation, so its findings are new. What is hashed here is a contract: another scheme breaks the baselines of everybody.
 */
export function fingerprintOf(ruleId: string, { stack, resource }: FingerprintedSubject, { location, content, about }: FingerprintedPlace): string {
  const place = location.split('.').filter((step) => !/^\d+$/.test(step)).join('.');
  const subject = [stack ?? '', ...resource === undefined ? [] : [resource.type, withoutHash(resource.logicalId)]];
  const there = content === undefined ? ['absent'] : ['written', sorted(content)];
  const text = JSON.stringify([ruleId, ...subject, place, ...there, ...about === undefined ? [] : [sorted(about)]]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function byText([, one]: readonly [unknown, string], [, other]: readonly [unknown, string]): number {
  return one < other ? -1 : Number(one > other);
}

/** CDK appends a hash of what is deployed to the ids of API deployments and function versions. */
export function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9a-f]{32}$/, '');
}

/** The same JSON whatever the order of its keys and of its lists: CDK orders the resources of a statement by how it writes them. */
function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted).map((item) => [item, JSON.stringify(item)] as const).sort(byText).map(([item]) => item);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => {
    // what stands where says what a function is given: `Fn::If` of the same two turned round is another content
    return [key, key.startsWith('Fn::') && Array.isArray(item) ? item.map(sorted) : sorted(item)];
  }));
}
