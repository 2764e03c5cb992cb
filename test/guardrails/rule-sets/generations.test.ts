import { modeOf } from '../../../src/guardrails/mode-of-rule';
import { CURRENT_GENERATION, rulesOf, SELECTIONS } from '../../../src/guardrails/rule-sets/selection';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';

const GENERATIONS = Array.from({ length: CURRENT_GENERATION }, (_, index) => index + 1);

/**
 * What an app gets from a generation: for each rule its severity, what it does by default, and the sets that hold it. What is here is a promise to
 * everybody who upgrades within a major version: a rule that is added, made worse, or put into one more set breaks builds unasked, so it
 * belongs to the next generation. The snapshot of a generation that is released changes only where it finds less.
 */
test.each(GENERATIONS)('generation %d is what it was when it was released', (generation) => {
  const held = rulesOf(() => true, generation).map((rule) => {
    const sets = Object.keys(SELECTIONS).filter((name) => name !== 'all' && rulesOf(SELECTIONS[name], generation).includes(rule));
    return [rule.id, `${rule.severity}, ${modeOf(rule, [])}${rule.aboutDataLife ? ', yields to an ephemeral profile' : ''}: ${sets.join(' ') || 'no set'}`];
  });
  expect(Object.fromEntries(held)).toMatchSnapshot();
});

test('a rule of a later generation is in no set of an earlier one', () => {
  const later = { ...ALL_RULES[0], id: 's3/later', generation: CURRENT_GENERATION + 1 };
  (ALL_RULES as (typeof later)[]).push(later);
  try {
    expect(rulesOf(() => true).map(({ id }) => id)).not.toContain(later.id);
    expect(rulesOf(() => true, CURRENT_GENERATION + 1).map(({ id }) => id)).toContain(later.id);
  } finally {
    (ALL_RULES as (typeof later)[]).pop();
  }
});

test('no rule claims a generation that is not there', () => {
  expect(ALL_RULES.filter(({ generation = 1 }) => !GENERATIONS.includes(generation)).map(({ id }) => id)).toEqual([]);
});

test('the generation is the major version of the package, from its first release on', () => {
  const { version } = jest.requireActual<{ version: string }>('../../../package.json');
  expect(CURRENT_GENERATION).toBe(Math.max(1, Number(version.split('.')[0])));
});
