/**
 * Prints, as JSON, the examples of the pages that stand there in Python too: the Python, and how often the app of the TypeScript has resources
 * of which type. `test/examples/python/test_pages.py` runs the Python and compares.
 */
import * as fs from 'fs';
import * as path from 'path';
import { appOf, snippetsOf } from './snippets';

process.env.CDK_VALIDATION ??= 'false';
const ROOT = path.join(__dirname, '..', '..');
const FOLDER = path.join('docs', 'constructs');

function countsOf(types: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

const pages = fs.readdirSync(path.join(ROOT, FOLDER)).filter((file) => file.endsWith('.md')).map((file) => path.join(FOLDER, file));
const twins = pages.flatMap((page) => snippetsOf(path.join(ROOT, page), page)).filter(({ python }) => python !== undefined).map((snippet) => {
  const { stacksRecursively } = appOf(snippet).synth();
  const resources = stacksRecursively.flatMap(({ template }) => Object.values<{ Type: string }>(template.Resources ?? {}));
  return { title: snippet.title, python: snippet.python, resources: countsOf(resources.map(({ Type }) => Type)) };
});
console.log(JSON.stringify(twins));
