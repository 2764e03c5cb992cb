import { Composite, Opaque, isNeverEmpty, keyOf, mayBe, partsOf, piecesOf, textOf } from '../../../src/guardrails/engine/resolved';

const OPEN = new Opaque('given', 'G');
const SET = new Opaque('given', 'S', true);

test('text is put together as simply as it can be said', () => {
  expect([textOf([]), textOf(['', '']), textOf(['a', '', 'b']), textOf(['', OPEN, '']), textOf([OPEN])]).toEqual(['', '', 'ab', OPEN, OPEN]);
  expect(textOf(['a', 'b', OPEN, 'c', '', 'd'])).toEqual(new Composite(['ab', OPEN, 'cd']));
});

test('the parts of a value', () => {
  expect([partsOf('a'), partsOf(1), partsOf(true), partsOf(OPEN), partsOf(new Composite(['a', OPEN])), partsOf(undefined)])
    .toEqual([['a'], ['1'], ['true'], [OPEN], ['a', OPEN], undefined]);
});

test('pieces of a text, where no part that is not known may hold the delimiter', () => {
  expect([piecesOf(['a,b', 'c,,d'], ','), piecesOf([''], ','), piecesOf(['a', OPEN], ','), piecesOf(['a-b'], '-')])
    .toEqual([['a', 'bc', '', 'd'], [''], undefined, ['a', 'b']]);
});

test('equal keys are equal texts', () => {
  expect([keyOf(['a', OPEN, 'b']), keyOf([]), JSON.stringify(new Composite(['a', OPEN])), JSON.stringify(OPEN)]).toEqual(['a<G>b', '', '"a<G>"', '"<G>"']);
});

test.each<[readonly (string | Opaque)[], string, boolean]>([
  [['a'], 'a', true], [['a'], 'b', false], [['a'], 'ab', false], [['a', OPEN], 'a', true], [['a', OPEN], 'ab', true], [['a', OPEN], 'ba', false], [[OPEN, 'a'], 'ba', true],
  [[OPEN, 'a'], 'ab', false], [[OPEN, 'a'], 'a', true], [['a', OPEN, 'a'], 'a', false], [['a', OPEN, 'a'], 'aa', true], [['a', OPEN, 'b', OPEN, 'c'], 'abc', true],
  [['a', OPEN, 'b', OPEN, 'c'], 'acb', false], [[OPEN, 'b', OPEN], 'abc', true], [[OPEN, 'b', OPEN], 'ac', false], [[OPEN, 'ab', OPEN, 'b'], 'ab', false],
  [[OPEN], '', true], [[SET], '', false], [[OPEN, SET], '', false], [['a', OPEN], '', false], [[], '', true], [[OPEN, 'a'], 'aXa', true], [[OPEN, 'abc'], 'bc', false],
])('%j may be %j: %j', (parts, text, expected) => expect(mayBe(parts, text)).toBe(expected));

test('what is never empty', () => expect([isNeverEmpty('a'), isNeverEmpty(''), isNeverEmpty(OPEN), isNeverEmpty(SET)]).toEqual([true, false, false, true]));

test('what something that is not known may come to', () => {
  const account = new Opaque('AWS::AccountId', 'a', true, true, /^\d{12}$/);
  expect([OPEN.mayBe('*'), account.mayBe('*'), account.mayBe('111122223333')]).toEqual([true, false, true]);
  expect([OPEN.cutFrom, OPEN.nonEmpty, OPEN.isText]).toEqual([[], false, false]);
});
