import { Kept } from '../../../src/guardrails/engine/kept';
import { unknown, Unknown } from '../../../src/guardrails/engine/unknown';
import { World } from '../../../src/guardrails/engine/world';

test('what is the same in all worlds is computed once', () => {
  const kept = new Kept<string>(new World());
  let runs = 0;
  const ask = (): number => kept.get('a', () => { runs += 1; return 7; });
  expect([ask(), ask(), runs]).toEqual([7, 7, 1]);
  expect(kept.isSame('a')).toBe(true);
});

test('each key has its own', () => {
  const kept = new Kept<string>(new World());
  expect([kept.get('a', () => 1), kept.get('b', () => 2), kept.get('a', () => 3)]).toEqual([1, 2, 1]);
});

test('absent is a result too', () => {
  const kept = new Kept<string>(new World());
  let runs = 0;
  const ask = (): undefined => kept.get('a', () => { runs += 1; return undefined; });
  expect([ask(), ask(), runs]).toEqual([undefined, undefined, 1]);
});

test('what differs between worlds is computed in each, and never tried for all of them again', () => {
  const world = new World();
  const kept = new Kept<string>(world);
  const seen: number[] = [];
  let runs = 0;
  world.begin();
  do seen.push(kept.get('a', () => { runs += 1; return world.choose('branch', 3); })); while (world.next());
  expect([seen, runs]).toEqual([[0, 1, 2], 4]);
  expect(kept.isSame('a')).toBe(false);
});

test('giving up is kept like a result', () => {
  const kept = new Kept<string>(new World());
  let runs = 0;
  const ask = (): never => kept.get('a', () => { runs += 1; return unknown('nobody knows', 'Properties.A'); });
  expect(ask).toThrow(Unknown);
  expect(ask).toThrow(Unknown);
  expect(runs).toBe(1);
});

test('a fault is thrown on, and nothing is kept of it', () => {
  const kept = new Kept<string>(new World());
  expect(() => kept.get('a', () => { throw new RangeError('broken'); })).toThrow(RangeError);
  expect(kept.get('a', () => 1)).toBe(1);
});

test('what was never asked for is not the same', () => expect(new Kept<string>(new World()).isSame('a')).toBe(false));
