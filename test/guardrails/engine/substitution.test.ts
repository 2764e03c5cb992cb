import { Opaque } from '../../../src/guardrails/engine/resolved';
import { substitute } from '../../../src/guardrails/engine/substitution';

const WHY = new Opaque('a parameter', 'Given');

/** The text with names in capitals in place of values, `<...>` where it is not known. */
function filled(text: string): string {
  const result = substitute(text, (name) => (name === 'Given' ? WHY : name === 'None' ? undefined : name.toUpperCase()), (name) => new Opaque('no text', `not text: ${name}`));
  return typeof result === 'string' ? result : JSON.stringify(result).replace(/^"|"$/g, '');
}

test.each([
  ['', ''], ['plain', 'plain'], ['${a}', 'A'], ['x${a}y${b}z', 'xAyBz'], ['${ a }', 'A'], ['${!a}', '${a}'], ['x${!a}${b}', 'x${a}B'], ['${!}', '${}'],
  ['${Given}', '<Given>'], ['x${Given}y', 'x<Given>y'], ['${None}!', '<not text: None>!'], ['$a {b}', '$a {b}'], ['${a', '${a'], ['${a}${b}', 'AB'],
])('%j becomes %j', (text, expected) => expect(filled(text)).toBe(expected));
