import { leavesOf, spread } from './leaves';
import { NOT_COMPLIANT } from './variant';
import type { Row, Variant } from './variant';
import { most } from './written-templates';

const MOST_OPAQUE = 30;
const MOST_DEFAULTS = 4;

/** Replacing literals by what only the deployment tells never makes it comply. */
export function opaque({ verdict, situation }: Row): Variant[] {
  if (verdict === 'COMPLIANT') return [];
  return spread(leavesOf(situation), most(MOST_OPAQUE, situation)).map(({ path, situationWith }) => ({
    name: `${path} given by a parameter without default`,
    situation: situationWith({ Ref: 'Varied' }, { Parameters: { Varied: { Type: 'String' } } }),
    expected: NOT_COMPLIANT,
  }));
}

/** A violating default violates. */
export function byDefault({ verdict, situation }: Row): Variant[] {
  if (verdict !== 'NON_COMPLIANT') return [];
  const texts = leavesOf(situation).filter(({ value }) => typeof value === 'string');
  return spread(texts, most(MOST_DEFAULTS, situation)).map(({ path, value, situationWith }) => ({
    name: `${path} given by the default of a parameter`,
    situation: situationWith({ Ref: 'Varied' }, { Parameters: { Varied: { Type: 'String', Default: value } } }),
    expected: ['NON_COMPLIANT'],
  }));
}
