import * as fs from 'fs';
import * as path from 'path';
import { App } from 'aws-cdk-lib';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import * as ts from 'typescript';
import { ENV, newApp } from '../harness/apps';

const ROOT = path.join(__dirname, '..', '..');
const FIXTURE = fs.readFileSync(path.join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');

/** One fenced block of TypeScript. */
export interface Snippet {
  readonly page: string;
  /** `docs/constructs/secure-key.md line 12` */
  readonly title: string;
  /** Complete program: the block inside the rosetta fixture, or as it stands if it says `nofixture`. */
  readonly program: string;
  /** The same example in Python, if it follows. */
  readonly python?: string;
}

/** The blocks that start with ```ts, each as a complete program. */
export function snippetsOf(file: string, page: string): Snippet[] {
  const text = fs.readFileSync(file, 'utf8');
  return [...text.matchAll(/^```ts( [^\n]*)?\n([\s\S]*?)^```/gm)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    const program = match[1]?.includes('nofixture') ? match[2] : inFixture(match[2]);
    const [, python] = /^\nPython:\n\n```python\n([\s\S]*?\n)```\n/.exec(text.slice(match.index + match[0].length + 1)) ?? [];
    return { page, title: `${page} line ${line}`, program, python };
  });
}

/** As jsii-rosetta does it: imports go to the top, the rest replaces the marker. */
function inFixture(code: string): string {
  const imports = code.split('\n').filter((line) => /^import .* from /.test(line));
  const rest = code.split('\n').filter((line) => !/^import .* from /.test(line));
  return [...imports, FIXTURE.replace(/\/\/\/ here/, () => rest.join('\n')), 'export { Fixture };'].join('\n');
}

/** Type-checks all snippets in one program against the sources; returns one line per error. */
export function compileSnippets(snippets: Snippet[]): string[] {
  const files = new Map(snippets.map((snippet, index) => [path.join(ROOT, 'test', 'docs', `snippet-${index}.ts`), snippet]));
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    skipLibCheck: true,
    types: ['node'],
    paths: { 'cdk-hardened': [path.join(ROOT, 'src', 'index.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(path.normalize(file)) || fileExists(file);
  host.readFile = (file) => files.get(path.normalize(file))?.program ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const snippet = files.get(path.normalize(file));
    return snippet ? ts.createSourceFile(file, snippet.program, version) : getSourceFile(file, version, ...rest);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([file, snippet]) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map((diagnostic) => `${snippet.title}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`));
}

/** Runs a snippet as the constructor of a stack of a new app, or as a program that exports its `app`. */
export function appOf(snippet: Snippet): App {
  const code = ts.transpileModule(snippet.program, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
  }).outputText;
  const exported: { Fixture?: new (app: App, id: string, props: object) => unknown; app?: App } = {};
  const load = (name: string) => (name === 'cdk-hardened' ? require('../../src') : require(name)); // eslint-disable-line @typescript-eslint/no-require-imports
  new Function('exports', 'require', code)(exported, load);
  if (exported.Fixture === undefined) {
    if (exported.app === undefined) throw new Error(`${snippet.title} is marked nofixture: it must export its app as \`app\``);
    return exported.app;
  }
  const app = newApp();
  new exported.Fixture(app, 'Docs', { env: ENV });
  return app;
}

/** Runs a snippet and synthesizes its app. */
export function runSnippet(snippet: Snippet): CloudAssembly {
  return appOf(snippet).synth();
}
