import { leavesOf, spread } from './leaves';
import { ANY } from './variant';
import type { Row, Variant } from './variant';
import { most } from './written-templates';

const VALUES = [null, '', 'true', -1, [], {}, [[]], { a: null }, { 'Fn::If': [] }, { Ref: 1 }, { 'Fn::Sub': {} }];
const MOST = 4;

/** Whatever is written in the place of a value, the rule has an answer. */
export function junk({ situation, index }: Row): Variant[] {
  return spread(leavesOf(situation), most(MOST, situation)).map(({ path, situationWith }, number) => {
    const value = VALUES[(index + number) % VALUES.length];
    return { name: `${path} is ${JSON.stringify(value)}`, situation: situationWith(value), expected: ANY };
  });
}
