import type { Verdict } from '../../../src/guardrails/engine/rule';
import type { Situation } from '../rules/verdicts';

/** A row of the table of a rule, without the locations that it names. */
export interface Row {
  readonly name: string;
  readonly verdict: Verdict;
  readonly situation: Situation;
  /** Its place in the table: what is tried of a row differs from row to row, so that all of the table sees everything. */
  readonly index: number;
}

/** A situation derived from a row, with the verdicts that are right for it. */
export interface Variant {
  readonly name: string;
  readonly situation: Situation;
  readonly expected: readonly Verdict[];
}

export const ANY: readonly Verdict[] = ['COMPLIANT', 'NON_COMPLIANT', 'NOT_APPLICABLE', 'INSUFFICIENT_DATA'];

export const NOT_COMPLIANT = ANY.filter((verdict) => verdict !== 'COMPLIANT');
