import * as fs from 'fs';
import * as path from 'path';
import { PARTS } from './parts';
import { scoreOf, shown } from './scores';

const ROOT = path.join(__dirname, '..', '..');

test('every folder of the engine and of the rules is a part, with tests that there are', () => {
  const folders = ['engine', 'rules'].flatMap((top) => [top, ...fs.readdirSync(path.join(ROOT, 'src/guardrails', top), { withFileTypes: true })
    .filter((entry) => entry.isDirectory()).map(({ name }) => `${top}/${name}`)]);
  const guardrails = PARTS.filter(({ name }) => name !== 'secret-detection');
  expect(guardrails.map(({ name }) => name).sort()).toEqual(folders.sort());
  expect(guardrails.map(({ mutate: [pattern] }) => pattern).sort()).toEqual(folders.map((folder) => `src/guardrails/${folder}/*.ts`).sort());
  const missing = PARTS.flatMap(({ testFiles }) => testFiles).filter((file) => !fs.existsSync(path.join(ROOT, file)));
  expect(missing).toEqual([]);
});

test('what several services ask is tried against the tables of all of them', () => {
  const { testFiles } = PARTS.find(({ name }) => name === 'rules/kms')!;
  expect(testFiles).toEqual(expect.arrayContaining(['kms', 'sqs', 'sns'].map((service) => `test/guardrails/rules/${service}.test.ts`)));
});

test('a score counts what was killed, in either way, among all that loaded', () => {
  const fates = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError'] as const;
  const score = scoreOf(fates.map((status) => ({ status }) as Parameters<typeof scoreOf>[0][number]));
  expect(score).toEqual({ killed: 2, timedOut: 1, survived: 1, uncovered: 1 });
  expect(shown(score)).toBe('60.0 % of 5');
  expect(shown({ killed: 0, timedOut: 0, survived: 0, uncovered: 0 })).toBe('100.0 % of 0');
});
