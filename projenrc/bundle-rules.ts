/**
 * After jsii: joins lib/guardrails/engine and lib/guardrails/rules into one file, so that loading all rules reads one file and not hundreds,
 * and so that rules call the engine directly and not through a property of a module. It is made of the sources, whose imports esbuild can
 * resolve into plain variables. Files of the engine stay as doors into it, since the rules and those who run them must share its classes.
 */
import * as fs from 'fs';
import * as path from 'path';
import { build, type Plugin } from 'esbuild';

const ROOT = path.join(__dirname, '..');
const SOURCES = path.join(ROOT, 'src', 'guardrails');
const COMPILED = path.join(ROOT, 'lib', 'guardrails');
const BUNDLE = path.join(COMPILED, 'rules', 'all-rules.js');

/** Large, and needed by few rules: loaded when the first asks. */
const APART = 'engine/iam/action-data';

const apart: Plugin = {
  name: 'apart',
  setup: ({ onResolve }) => onResolve({ filter: /\/action-data$/ }, () => ({ path: `../${APART}`, external: true })),
};

/** Paths of all modules of the engine, without endings, from `guardrails`. */
function engine(): string[] {
  return fs.readdirSync(path.join(SOURCES, 'engine'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join('engine', file.slice(0, -'.ts'.length)).split(path.sep).join('/'))
    .filter((module) => module !== APART)
    .sort();
}

/** What the bundle exports: the rules, and each module of the engine by its path. */
function entry(modules: readonly string[]): string {
  return [
    ...modules.map((module, index) => `import * as m${index} from './${module}';`),
    'export { ALL_RULES } from \'./rules/all-rules\';',
    `export const ENGINE = { ${modules.map((module, index) => `'${module}': m${index}`).join(', ')} };`,
  ].join('\n');
}

async function main(): Promise<void> {
  const modules = engine();
  await build({
    stdin: { contents: entry(modules), resolveDir: SOURCES, loader: 'ts' },
    outfile: BUNDLE,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    plugins: [apart],
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
  });
  for (const module of modules) {
    const file = path.join(COMPILED, `${module}.js`);
    const bundle = path.relative(path.dirname(file), BUNDLE).split(path.sep).join('/');
    fs.writeFileSync(file, `"use strict";\nmodule.exports = require("./${bundle}").ENGINE["${module}"];\n`);
    await import(file); // what it needs is there
  }
  for (const entryOf of fs.readdirSync(path.join(COMPILED, 'rules'), { withFileTypes: true })) {
    if (entryOf.isDirectory()) fs.rmSync(path.join(COMPILED, 'rules', entryOf.name), { recursive: true });
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
