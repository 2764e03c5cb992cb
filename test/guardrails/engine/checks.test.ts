import { appOf, resourceOf } from './policy/app-of';
import { all, hasObjects, mustBe, mustBeNamedBy, mustBeNumber, mustBeSet, mustNotBe, set, shown } from '../../../src/guardrails/engine/checks';
import { judgeInAllWorlds } from '../../../src/guardrails/engine/evaluate';
import type { Resource } from '../../../src/guardrails/engine/resource';
import type { Outcome } from '../../../src/guardrails/engine/rule';
import { violation } from '../../../src/guardrails/engine/violation';

const OPEN = { 'Fn::ImportValue': 'a' };

/** The verdict of a check on a resource with these properties, or what is wrong. */
function outcome(check: (resource: Resource, app: any) => Outcome, properties: object, others: object = {}): unknown {
  const app = appOf({ It: { Type: 'AWS::B::C', Properties: properties }, ...others });
  const { verdict, violations } = judgeInAllWorlds(app.world, () => check(resourceOf(app, 'It'), app));
  return verdict === 'NON_COMPLIANT' ? violations.map(({ message, location }) => `${location}: ${message}`) : verdict;
}

test.each<[string, ReturnType<typeof mustBe>, object, unknown]>([
  ['the value', mustBe('A', 'x'), { A: 'x' }, 'COMPLIANT'],
  ['another value', mustBe('A', 'x'), { A: 'y' }, ['Properties.A: A is y']],
  ['one of several', mustBe('A.B', ['x', 'y']), { A: { B: 'y' } }, 'COMPLIANT'],
  ['none of several', mustBe('A.B', ['x', 'y']), { A: { B: 'z' } }, ['Properties.A.B: A.B is z']],
  ['text of a boolean', mustBe('A', true), { A: 'true' }, 'COMPLIANT'],
  ['absent', mustBe('A', 'x'), {}, ['Properties.A: A is not set']],
  ['absent, which is the value', mustBe('A', 'x', 'complies'), {}, 'COMPLIANT'],
  ['another value, where absence complies', mustBe('A', 'x', 'complies'), { A: 'y' }, ['Properties.A: A is y']],
  ['a list', mustBe('A', 'x'), { A: ['x'] }, ['Properties.A: A is a list']],
  ['not known', mustBe('A', 'x'), { A: OPEN }, 'INSUFFICIENT_DATA'],
])('mustBe: %s', (_, check, properties, expected) => expect(outcome(check, properties)).toEqual(expected));

test.each<[string, ReturnType<typeof mustNotBe>, object, unknown]>([
  ['another value', mustNotBe('A', 'x'), { A: 'y' }, 'COMPLIANT'],
  ['the value', mustNotBe('A', 'x'), { A: 'x' }, ['Properties.A: A is x']],
  ['one of several', mustNotBe('A', ['x', 'y']), { A: 'y' }, ['Properties.A: A is y']],
  ['absent', mustNotBe('A', 'x'), {}, 'COMPLIANT'],
  ['absent, which is the value', mustNotBe('A', 'x', 'violates'), {}, ['Properties.A: A is not set']],
  ['a list', mustNotBe('A', 'x'), { A: ['y'] }, 'INSUFFICIENT_DATA'],
  ['an object', mustNotBe('A', 'x'), { A: { B: 1 } }, 'INSUFFICIENT_DATA'],
  ['not known', mustNotBe('A', 'x'), { A: OPEN }, 'INSUFFICIENT_DATA'],
])('mustNotBe: %s', (_, check, properties, expected) => expect(outcome(check, properties)).toEqual(expected));

test.each<[string, readonly string[], object, unknown]>([
  ['there', ['A'], { A: 'x' }, 'COMPLIANT'],
  ['all there', ['A', 'B.C'], { A: 'x', B: { C: 0 } }, 'COMPLIANT'],
  ['a reference', ['A'], { A: { Ref: 'It' } }, 'COMPLIANT'],
  ['absent', ['A', 'B'], { A: 'x' }, ['Properties.B: B is not set']],
  ['all absent', ['A', 'B'], {}, ['Properties.A: A is not set', 'Properties.B: B is not set']],
  ['empty', ['A'], { A: '' }, ['Properties.A: A is empty']],
  ['an empty list', ['A'], { A: [] }, ['Properties.A: A is empty']],
  ['an empty object', ['A'], { A: {} }, ['Properties.A: A is empty']],
  ['empty beside what is not known', ['A', 'B'], { A: '', B: { 'Fn::ImportValue': 'b' } }, ['Properties.A: A is empty']],
  ['there beside what is perhaps empty', ['A', 'B'], { A: 'x', B: { 'Fn::ImportValue': 'b' } }, 'INSUFFICIENT_DATA'],
  ['perhaps empty', ['A'], { A: { 'Fn::ImportValue': 'a' } }, 'INSUFFICIENT_DATA'],
])('mustBeSet: %s', (_, paths, properties, expected) => expect(outcome(mustBeSet(...paths), properties)).toEqual(expected));

test.each<[string, Parameters<typeof mustBeNumber>[1], object, unknown]>([
  ['the least', { least: 2, most: 4 }, { A: 2 }, 'COMPLIANT'],
  ['the most, as text', { least: 2, most: 4 }, { A: '4' }, 'COMPLIANT'],
  ['too few', { least: 2, most: 4 }, { A: 1.9 }, ['Properties.A: A is 1.9']],
  ['too many', { least: 2, most: 4 }, { A: 4.1 }, ['Properties.A: A is 4.1']],
  ['without a least', { most: 4 }, { A: -1e9 }, 'COMPLIANT'],
  ['without a most', { least: 2 }, { A: 1e9 }, 'COMPLIANT'],
  ['absent', { least: 2 }, {}, ['Properties.A: A is not set']],
  ['absent, which is enough', { least: 2, whenAbsent: 'complies' }, {}, 'COMPLIANT'],
  ['no number', { least: 2 }, { A: 'many' }, 'INSUFFICIENT_DATA'],
  ['not known', { least: 2 }, { A: OPEN }, 'INSUFFICIENT_DATA'],
])('mustBeNumber: %s', (_, bounds, properties, expected) => expect(outcome(mustBeNumber('A', bounds), properties)).toEqual(expected));

test.each<[string, unknown, unknown]>([
  ['no list', undefined, false],
  ['an empty list', [], false],
  ['an object', [{ B: 1 }], true],
  ['an object by itself', { B: 1 }, true],
  ['text', ['x'], 'INSUFFICIENT_DATA'],
  ['text beside an object', ['x', { B: 1 }], true],
  ['something not known', OPEN, 'INSUFFICIENT_DATA'],
])('%s has objects: %j: %j', (_, list, expected) => {
  const check = (resource: Resource): Outcome => (hasObjects(resource.get('A')) ? 'COMPLIANT' : violation('Properties.A', 'none'));
  expect(outcome(check, { A: list })).toEqual(expected === true ? 'COMPLIANT' : expected === false ? ['Properties.A: none'] : expected);
});

describe('mustBeNamedBy', () => {
  const check = mustBeNamedBy('AWS::E::F', 'Of', 'nothing guards it', (companion) => companion.get('Good').boolean(false));
  const companion = (properties: object) => ({ Guard: { Type: 'AWS::E::F', Properties: properties } });

  test.each<[string, object, unknown]>([
    ['no companion', {}, ['Properties: nothing guards it']],
    ['a companion', companion({ Of: { Ref: 'It' }, Good: true }), 'COMPLIANT'],
    ['a companion of which it does not hold', companion({ Of: { Ref: 'It' } }), ['Properties: nothing guards it']],
    ['a companion of which it is not known', companion({ Of: { Ref: 'It' }, Good: OPEN }), 'INSUFFICIENT_DATA'],
    ['a companion of another', { ...companion({ Of: { Ref: 'Other' }, Good: true }), Other: { Type: 'AWS::B::C' } }, ['Properties: nothing guards it']],
    ['a companion of what is not known', companion({ Of: { 'Fn::ImportValue': 'a' }, Good: true }), 'INSUFFICIENT_DATA'],
    ['one that holds beside one of what is not known',
      { ...companion({ Of: { Ref: 'It' }, Good: true }), More: { Type: 'AWS::E::F', Properties: { Of: { 'Fn::ImportValue': 'a' } } } }, 'COMPLIANT'],
  ])('%s', (_, others, expected) => expect(outcome(check, {}, others)).toEqual(expected));

  test('any companion will do where nothing is asked of it', () => {
    expect(outcome(mustBeNamedBy('AWS::E::F', 'Of', 'nothing guards it'), {}, companion({ Of: { Ref: 'It' } }))).toBe('COMPLIANT');
  });
});

test('all are asked, with the app and the options', () => {
  const seen: unknown[] = [];
  const asking = (_resource: Resource, _app: unknown, options: unknown): Outcome => { seen.push(options); return 'COMPLIANT'; };
  expect(outcome((resource, app) => all(asking, asking)(resource, app, { a: 1 }), {})).toBe('COMPLIANT');
  expect(seen).toEqual([{ a: 1 }, { a: 1 }]);
  expect(outcome((resource, app) => all(asking, mustBe('A', 1), mustBe('B', 1), () => violation('C', 'c'))(resource, app, {}), {}))
    .toEqual(['Properties.A: A is not set', 'Properties.B: B is not set', 'C: c']);
});

test('set is a remediation of these properties', () => {
  const remediation = set({ 'A.B': true, 'C': [1] });
  expect(remediation.kind).toBe('property');
  expect(remediation.kind === 'property' && remediation.changes(undefined as unknown as Resource, {})).toEqual([{ path: 'A.B', value: true }, { path: 'C', value: [1] }]);
});

test.each<[unknown, string]>([
  ['', 'empty'], ['a', 'a'], [0, '0'], [false, 'false'], ['x'.repeat(60), 'x'.repeat(60)], ['x'.repeat(61), `${'x'.repeat(57)}…`],
  [{ 'Fn::Sub': 'a-${AWS::StackId}' }, 'a-…'], [[], 'a list'], [{ a: 1 }, 'an object'],
])('a message shows %j as %s', (value, text) => {
  expect(shown(resourceOf(appOf({ It: { Type: 'AWS::B::C', Properties: { A: value } } }), 'It').get('A'))).toBe(text);
});
