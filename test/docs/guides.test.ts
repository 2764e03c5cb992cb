import * as fs from 'fs';
import * as path from 'path';
import { findingsOf, judgedSnippet } from './judged-snippet';
import { compileSnippets, runSnippet, snippetsOf } from './snippets';
import { ALL_RULES } from '../../src/guardrails/rules/all-rules';
import { SHOWN_FINDINGS } from '../judges/shown-findings';

const ROOT = path.join(__dirname, '..', '..');
const GUIDES = fs.readdirSync(path.join(ROOT, 'docs', 'guardrails')).filter((file) => file.endsWith('.md')).map((file) => path.join('docs', 'guardrails', file));
const SNIPPETS = GUIDES.flatMap((guide) => snippetsOf(path.join(ROOT, guide), guide));

test('every example of the guides compiles', () => {
  expect(SNIPPETS.length).toBeGreaterThan(GUIDES.length);
  expect(compileSnippets(SNIPPETS)).toEqual([]);
});

test.each(SNIPPETS.map((snippet): [string, typeof snippet] => [snippet.title, snippet]))('%s synthesizes', (_, snippet) => {
  expect(() => judgedSnippet(snippet)).not.toThrow();
});

test.each(GUIDES)('the default set of our own rules finds in the examples of %s what they show on purpose', (guide) => {
  expect(findingsOf(guide, SNIPPETS).sort()).toEqual([...SHOWN_FINDINGS[guide] ?? []].sort());
});

test.each(GUIDES)('links of %s lead to files that are there', (guide) => {
  const links = [...fs.readFileSync(path.join(ROOT, guide), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !link.startsWith('https://') && !fs.existsSync(path.join(ROOT, path.dirname(guide), link)))).toEqual([]);
});

test('the guides name rules that there are', () => {

  const services = new Set(ALL_RULES.map(({ id }) => id.split('/')[0]));
  const named = GUIDES.flatMap((guide) => [...fs.readFileSync(path.join(ROOT, guide), 'utf8').matchAll(/[`':"]([a-z0-9]+\/[a-z0-9-]+)[`'"]/g)].map(([, id]) => id))
    .filter((id) => services.has(id.split('/')[0]));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((id) => !ALL_RULES.some((rule) => rule.id === id))).toEqual([]);
});

test('the app that the introduction shows fails without the line that it speaks of, as it says', () => {
  const [shown] = snippetsOf(path.join(ROOT, 'docs/guardrails/README.md'), 'README');
  const without = shown.program.replace(/.*blockPublicAccess.*\n/, '');
  expect(without).not.toEqual(shown.program);
  expect(() => runSnippet({ ...shown, program: without }))
    .toThrow(/S3 buckets block public access, by all four settings: PublicAccessBlockConfiguration is not set[^]*Shop\/Orders\/Resource/);
});
