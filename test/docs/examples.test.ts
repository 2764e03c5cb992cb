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

/** Targets of the links in a Markdown text, without anchors; those within the page are left out. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target);
}

describe('links', () => {
  const repository = 'https://github.com/cdk-hardened/cdk-hardened';
  const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');

  test('of the README are absolute, since npm and PyPI show it without the repository, and lead to what is there', () => {
    const links = linksOf(readme);
    expect(links.filter((link) => !link.startsWith('https://'))).toEqual([]);
    const here = links.filter((link) => link.startsWith(`${repository}/`)).map((link) => link.replace(/^.*?\/(blob|tree)\/main\//, ''));
    expect(here.filter((target) => !fs.existsSync(path.join(ROOT, target)))).toEqual([]);
    expect(PAGES.filter((page) => !here.includes(page))).toEqual([]);
  });

  test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'examples/orders/README.md', ...PAGES])('of %s to other files lead there', (page) => {
    const links = linksOf(fs.readFileSync(path.join(ROOT, page), 'utf8')).filter((link) => !/^https?:/.test(link));
    expect(links.filter((link) => !fs.existsSync(path.join(ROOT, path.dirname(page), link)))).toEqual([]);
  });
});
