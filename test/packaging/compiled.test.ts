import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { hashOf } from '../../projenrc/compiled';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'compiled-'));
afterAll(() => fs.rmSync(root, { recursive: true }));

function hashWith(files: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.join(root, 'sources-'));
  for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return hashOf(['src', 'package.json'], folder);
}

const SOURCES = { 'src/a.ts': 'a', 'src/rules/b.ts': 'b' };

test('the same sources, wherever they are, are compiled once', () => {
  expect(hashWith({ ...SOURCES })).toBe(hashWith(SOURCES));
});

test.each<[string, Record<string, string>]>([
  ['another text', { ...SOURCES, 'src/a.ts': 'A' }],
  ['another text in a folder', { ...SOURCES, 'src/rules/b.ts': 'B' }],
  ['one file more', { ...SOURCES, 'src/c.ts': '' }],
  ['one file fewer', { 'src/a.ts': 'a' }],
  ['another name', { 'src/a2.ts': 'a', 'src/rules/b.ts': 'b' }],
  ['texts the other way round', { 'src/a.ts': 'b', 'src/rules/b.ts': 'a' }],
  ['another version of a package', { ...SOURCES, 'package.json': '{ "version": "2" }' }],
])('%s is compiled anew', (_what, sources) => {
  expect(hashWith(sources)).not.toBe(hashWith(SOURCES));
});
