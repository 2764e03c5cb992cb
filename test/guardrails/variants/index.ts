import { always } from './behind-conditions';
import { inNestedStack, neverDeployed } from './companions';
import { byDefault, opaque } from './given-at-deployment';
import { junk } from './junk';
import { nested } from './nesting';
import { otherWays } from './other-ways';
import type { Row, Variant } from './variant';
import type { Verdict } from '../../../src/guardrails/engine/rule';
import type { Situation } from '../rules/verdicts';

/** What is derived from a row of a table: the ways in which its values and companions reach a template beside being written there. */
export function variantsOf(row: Row, judge: (situation: Situation) => Verdict): Variant[] {
  return [
    ...opaque(row),
    ...byDefault(row),
    ...otherWays(row),
    ...always(row),
    ...nested(row),
    ...inNestedStack(row),
    ...neverDeployed(row, judge),
    ...junk(row),
  ];
}
