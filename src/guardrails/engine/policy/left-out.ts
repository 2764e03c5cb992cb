import { isEveryResource } from './statement';
import type { Statement } from './statement';
import { unknown } from '../unknown';
import type { Value } from '../value';
import { some } from '../violation';

/**
 * Whether a statement leaves out some of a resource by its NotResource: the resource, or what is below its name. Gives up where a pattern
 * may match it.
 */
export function leavesOut(statement: Statement, isNamed: (value: Value) => boolean): boolean {
  return some(statement.notResources, (pattern) => {
    if (isEveryResource(pattern)) return true;
    // objects of a bucket: a part of it
    const whole = pattern.isKnown ? pattern.holding(pattern.text()!.replace(/\/.*$/, '')) : pattern;
    if (/[*?]/.test(whole.isKnown ? whole.text()! : '')) return unknown('whether the pattern matches it is not in the template', pattern.location);
    return isNamed(whole);
  });
}
