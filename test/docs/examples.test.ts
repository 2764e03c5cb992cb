import * as fs from 'fs';
import * as path from 'path';
import { compileSnippets, runSnippet, snippetsOf } from './snippets';

const ROOT = path.join(__dirname, '..', '..');
const PAGES = fs.readdirSync(path.join(ROOT, 'docs', 'constructs')).filter((file) => file.endsWith('.md')).map((file) => path.join('docs', 'constructs', file));
const SNIPPETS = ['README.md', ...PAGES].flatMap((page) => snippetsOf(path.join(ROOT, page), page));

test('every page has an example', () => {
  const shown = new Set(SNIPPETS.map(({ page }) => page));
  expect(PAGES.filter((page) => !shown.has(page))).toEqual([]);
  expect(PAGES.length).toBeGreaterThan(0);
});

test('every example compiles', () => {
  expect(compileSnippets(SNIPPETS)).toEqual([]);
});

test.each(SNIPPETS.map((snippet): [string, typeof snippet] => [snippet.title, snippet]))('%s synthesizes', (_, snippet) => {
  const assembly = runSnippet(snippet);
  const resources = assembly.stacksRecursively.map((stack) => Object.keys(stack.template.Resources ?? {}).length);
  expect(resources.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
});
