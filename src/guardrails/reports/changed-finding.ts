import type { Finding } from './report';

/** A finding that knows how to be copied. */
export interface ChangeableFinding extends Finding {
  /** A copy with something else in it. */
  with(changes: Partial<Finding>): Finding;
}

/** A finding with something else in it, such as its waiver. It is apart from what makes findings, which loads the engine. */
export function changed(finding: Finding, changes: Partial<Finding>): Finding {
  return isChangeable(finding) ? finding.with(changes) : { ...finding, ...changes };
}

function isChangeable(finding: Finding): finding is ChangeableFinding {
  return typeof (finding as Partial<ChangeableFinding>).with === 'function';
}
