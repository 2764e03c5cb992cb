import { AppModel } from '../../../src/guardrails/engine/app-model';
import type { Resource } from '../../../src/guardrails/engine/resource';

const SECTIONS = { Parameters: { Choice: { Type: 'String' } }, Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Choice' }, 'a'] } } };

function resource(body: object, constructPathOf?: (logicalId: string) => string): Resource {
  const app = new AppModel([{ file: 't', body: { ...SECTIONS, Resources: { Subject: { Type: 'Test::Subject', ...body } } }, constructPathOf }]);
  return app.templates[0].resources.get('Subject')!;
}

function inEachWorld<T>({ template: { app: { world } } }: Resource, ask: () => T): T[] {
  const found: T[] = [];
  world.begin();
  do found.push(ask()); while (world.next());
  return found;
}

test('its properties and attributes are read by their names', () => {
  const subject = resource({ Properties: { A: { B: 1 } }, DeletionPolicy: 'Retain' });
  expect([subject.get('A.B').json, subject.get('A.B').location]).toEqual([1, 'Properties.A.B']);
  expect([subject.attribute('DeletionPolicy').json, subject.attribute('DeletionPolicy').location, subject.attribute('UpdatePolicy').isAbsent])
    .toEqual(['Retain', 'DeletionPolicy', true]);
  expect(resource({}).get('A').isAbsent).toBe(true);
});

test('it exists where its condition holds', () => {
  const [always, sometimes, odd] = [resource({}), resource({ Condition: 'Open' }), resource({ Condition: { Ref: 'Open' } })];
  expect(inEachWorld(always, () => always.exists)).toEqual([true]);
  expect(inEachWorld(sometimes, () => sometimes.exists)).toEqual([true, false]);
  expect(inEachWorld(odd, () => odd.exists)).toEqual([true]);
});

test('a property on the way to another value', () => {
  expect(resource({ Properties: { A: 'a' } }).resolved('A', 0)).toBe('a');
  expect(resource({ Properties: { A: 'a' } }).resolved('B', 0)).toBeUndefined();
  expect(resource({ Properties: { A: 'a' } }).resolved('toString', 0)).toBeUndefined();
  expect(resource({}).resolved('A', 0)).toBeUndefined();
  const branches = resource({ Properties: { 'Fn::If': ['Open', { A: 'a' }, { A: 'b' }] } });
  expect(inEachWorld(branches, () => branches.resolved('A', 0))).toEqual(['a', 'b']);
  expect(resource({ Properties: 'text' }).resolved('A', 0)).toBe('text');
});

test('the path of its construct is in its metadata, or known to who judges', () => {
  expect(resource({ Metadata: { 'aws:cdk:path': 'Stack/Subject' } }).constructPath).toBe('Stack/Subject');
  expect(resource({}, (logicalId) => `Stack/${logicalId}`).constructPath).toBe('Stack/Subject');
  expect(resource({ Metadata: { 'aws:cdk:path': 7 } }, () => 'known').constructPath).toBe('known');
  expect(resource({ Metadata: 'x' }).constructPath).toBeUndefined();
});
