import * as fs from 'fs';
import * as path from 'path';
import { findingsOf, judgedSnippet } from './judged-snippet';
import { compileSnippets, runSnippet, snippetsOf } from './snippets';
import { WAIVED_FINDINGS } from '../judges/waived-findings';

const ROOT = path.join(__dirname, '..', '..');
const PAGES = fs.readdirSync(path.join(ROOT, 'docs', 'constructs')).filter((file) => file.endsWith('.md')).map((file) => path.join('docs', 'constructs', file));
const SNIPPETS = ['README.md', ...PAGES].flatMap((page) => snippetsOf(path.join(ROOT, page), page));

test('every page has an example', () => {
  const shown = new Set(SNIPPETS.map(({ page }) => page));
  expect(PAGES.filter((page) => !shown.has(page))).toEqual([]);
  expect(PAGES.length).toBeGreaterThan(0);
});

test('every page has an example in Python, and each stands below its twin, with which CI compares it', () => {
  const pairs = SNIPPETS.filter(({ python }) => python !== undefined).map(({ page }) => page);
  expect(PAGES.filter((page) => !pairs.includes(page))).toEqual([]);
  const written = PAGES.flatMap((page) => [...fs.readFileSync(path.join(ROOT, page), 'utf8').matchAll(/^```python/gm)].map(() => page));
  expect(written).toEqual(pairs);
});

test('every example compiles', () => {
  expect(compileSnippets(SNIPPETS)).toEqual([]);
});

test.each(SNIPPETS.map((snippet): [string, typeof snippet] => [snippet.title, snippet]))('%s synthesizes', (_, snippet) => {
  expect(judgedSnippet(snippet).resources).toBeGreaterThan(0);
});

describe('the default set of our own rules', () => {
  test.each(['README.md', ...PAGES])('finds nothing in the examples of %s but what is waived', (page) => {
    const waived = WAIVED_FINDINGS.flatMap(({ rule, at }) => (at[page] ?? []).map((place) => `${rule} at ${place}`));
    expect(findingsOf(page, SNIPPETS)).toEqual(waived);
  });

  test.each(WAIVED_FINDINGS.flatMap((waived) => Object.keys(waived.at).map((page): [string, typeof waived] => [page, waived])))(
    'and %s shows how to waive it', (page, { rule, reason }) => {
      const shown = fs.readFileSync(path.join(ROOT, page), 'utf8');
      expect(shown).toContain(`rule: '${rule}'`);
      expect(shown).toContain(`reason: '${reason}'`);
    });

  test('leaves no more than ten places to waive in the whole project', () => {
    expect(WAIVED_FINDINGS.flatMap(({ at }) => Object.values(at).flat()).length).toBeLessThanOrEqual(10);
    expect(WAIVED_FINDINGS.flatMap(({ at }) => Object.keys(at)).filter((page) => !PAGES.includes(page))).toEqual([]);
  });

  test.each([
    ['secure-api.md', /waivers: \[\{[^]*?\}\],/, /Methods of REST APIs authorize their callers/],
    ['audit-trail.md', /ruleOptions: .*/, /a trail outside the app logs management events/],
  ])('would stop the app of %s without what the page writes for it', (page, written, problem) => {
    const [shown] = SNIPPETS.filter((snippet) => snippet.page.endsWith(page) && written.test(snippet.program));
    expect(() => runSnippet({ ...shown, program: shown.program.replace(written, '') })).toThrow(problem);
  });
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
