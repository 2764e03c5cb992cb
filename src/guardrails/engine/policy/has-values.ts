import type { Condition } from './statement';

/** Whether a condition has any value to compare with. Gives up on what may come to a list: that may be an empty one. */
export function hasValues({ written }: Condition): boolean {
  return written.list().length > 0;
}
