import { World } from '../../../src/guardrails/engine/world';

/** What is read in each world. */
function inEachWorld<T>(world: World, read: () => T): T[] {
  const found: T[] = [];
  world.begin();
  do found.push(read()); while (world.next());
  return found;
}

describe('what is open', () => {
  test('takes each of its alternatives, together with those of others', () => {
    const world = new World();
    expect(inEachWorld(world, () => [world.choose('a', 2), world.choose('b', 2), world.choose('a', 2)]))
      .toEqual([[0, 0, 0], [0, 1, 0], [1, 0, 1], [1, 1, 1]]);
  });

  test('may be asked for in one world only', () => {
    const world = new World();
    expect(inEachWorld(world, () => (world.choose('a', 2) === 0 ? 'first' : `second ${world.choose('b', 2)}`))).toEqual(['first', 'second 0', 'second 1']);
  });

  test('is forgotten at the beginning', () => {
    const world = new World();
    world.begin();
    world.choose('a', 2);
    expect([world.next(), world.choose('a', 2)]).toEqual([true, 1]);
    world.begin();
    expect(world.choose('a', 2)).toBe(0);
    expect([world.next(), world.next()]).toEqual([true, false]);
  });

  test('takes the same alternative everywhere once it is no longer correlated, the last where there are less', () => {
    const world = new World();
    world.begin();
    world.choose('a', 2);
    world.decorrelate(1);
    expect([world.choose('a', 2), world.choose('b', 3), world.choose('c', 1), world.next()]).toEqual([1, 1, 0, true]);
    world.begin();
    expect(world.choose('a', 2)).toBe(0);
  });
});

test('what is asked aside changes nothing of what this world has chosen', () => {
  const world = new World();
  expect(inEachWorld(world, () => [world.choose('a', 2), world.same(() => 7)?.value, world.choose('a', 2)])).toEqual([[0, 7, 0], [1, 7, 1]]);
  expect(inEachWorld(world, () => [world.same(() => world.choose('a', 2)), world.choose('a', 2)])).toEqual([[undefined, 0], [undefined, 1]]);
});

describe('a parameter', () => {
  test('has the value that a condition settles, or has not what it rules out', () => {
    const world = new World();
    world.begin();
    world.settle('p', 'a', false);
    expect([world.settled('p'), world.isExcluded('p', 'a'), world.isExcluded('p', 'b'), world.isExcluded('q', 'a')]).toEqual([undefined, true, false, false]);
    world.settle('p', 'b', true);
    expect([world.settled('p'), world.settled('q')]).toEqual(['b', undefined]);
    world.begin();
    expect([world.settled('p'), world.isExcluded('p', 'a')]).toEqual([undefined, false]);
  });

  test('is a guess if it is given a value that is no default, until a condition settles or reads it', () => {
    const world = new World();
    world.begin();
    world.take('p', 'a', true);
    expect([world.settled('p'), world.isGuess]).toEqual(['a', false]);
    world.take('q', 'b', false);
    expect([world.settled('q'), world.isGuess]).toEqual(['b', true]);
    world.settle('q', 'b', true);
    expect(world.isGuess).toBe(false);
    world.take('r', 'c', false);
    world.foresee('r');
    expect(world.isGuess).toBe(false);
  });

  test('that is left open is a guess too', () => {
    const world = new World();
    world.begin();
    expect([world.isLeftOpen('p'), world.isGuess]).toEqual([false, false]);
    world.leaveOpen('p');
    expect([world.isLeftOpen('p'), world.isLeftOpen('q'), world.isGuess]).toEqual([true, false, true]);
    world.begin();
    expect([world.isLeftOpen('p'), world.isGuess]).toEqual([false, false]);
  });
});

test('the keys of a mapping are narrowed in one world', () => {
  const world = new World();
  world.begin();
  expect(world.narrowed('k')).toBeUndefined();
  world.narrow('k', ['a', 'b']);
  expect([...world.narrowed('k')!]).toEqual(['a', 'b']);
  world.begin();
  expect(world.narrowed('k')).toBeUndefined();
});

describe('a condition', () => {
  test('is evaluated once in each world', () => {
    const world = new World();
    let runs = 0;
    const ask = (): boolean => world.holds('c', () => { runs += 1; return world.choose('a', 2) === 0; }, () => false);
    expect(inEachWorld(world, () => [ask(), ask()])).toEqual([[true, true], [false, false]]);
    expect(runs).toBe(2);
  });

  test('that asks for itself has the answer for that', () => {
    const world = new World();
    world.begin();
    const ask = (): boolean => world.holds('c', () => !ask(), () => false);
    expect(ask()).toBe(true);
  });

  test('that fails is asked again', () => {
    const world = new World();
    world.begin();
    expect(() => world.holds('c', () => { throw new RangeError('broken'); }, () => false)).toThrow(RangeError);
    expect(world.holds('c', () => true, () => false)).toBe(true);
  });

  test('foresees what it reads, each time that it is asked, and what conditions in it read', () => {
    const world = new World();
    world.begin();
    const outer = (): boolean => world.holds('outer', () => world.holds('inner', () => { world.foresee('p'); return true; }, () => false), () => false);
    outer();
    world.take('p', 'a', false);
    expect(world.isGuess).toBe(true);
    outer();
    expect(world.isGuess).toBe(false);
  });
});

describe('what is the same in all worlds', () => {
  test('is told, absent too', () => {
    const world = new World();
    world.begin();
    expect([world.same(() => 7), world.same(() => undefined)]).toEqual([{ value: 7 }, { value: undefined }]);
  });

  test('is not what takes a choice, made before or not', () => {
    const world = new World();
    world.begin();
    expect(world.same(() => world.choose('a', 2))).toBeUndefined();
    world.choose('a', 2);
    expect(world.same(() => world.choose('a', 2))).toBeUndefined();
    expect([world.next(), world.next()]).toEqual([true, false]); // trying chose nothing
  });

  test('knows nothing of this world, and leaves nothing in it', () => {
    const world = new World();
    world.begin();
    world.take('p', 'a', false);
    world.narrow('k', ['a']);
    world.holds('c', () => true, () => false);
    const seen = world.same(() => [world.settled('p'), world.narrowed('k'), world.isGuess, world.holds('c', () => false, () => false)]);
    expect(seen).toEqual({ value: [undefined, undefined, false, false] });
    expect([world.settled('p'), [...world.narrowed('k')!], world.isGuess, world.holds('c', () => false, () => false)]).toEqual(['a', ['a'], true, true]);
    world.begin();
    world.same(() => {
      world.take('p', 'a', false);
      world.narrow('k', ['a']);
      return world.holds('c', () => true, () => false);
    });
    expect([world.settled('p'), world.narrowed('k'), world.isGuess, world.holds('c', () => false, () => false)]).toEqual([undefined, undefined, false, false]);
  });

  test('is no fault', () => {
    const world = new World();
    world.begin();
    world.choose('a', 2);
    expect(() => world.same(() => { throw new RangeError('broken'); })).toThrow(RangeError);
    expect(world.choose('a', 2)).toBe(0);
    expect(world.next()).toBe(true);
  });
});

test('a value that takes too many steps is noticed, counted from its first', () => {
  const world = new World();
  world.begin();
  expect(world.mayGoOn(true)).toBe(true);
  let steps = 1;
  while (world.mayGoOn(false)) steps += 1;
  expect(steps).toBe(20_000);
  expect([world.mayGoOn(false), world.mayGoOn(true)]).toEqual([false, true]);
});
