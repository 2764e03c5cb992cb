import * as fs from 'fs';
import { isBuiltin } from 'module';
import * as path from 'path';

const ROOT = path.join(__dirname, '..');
const SRC = path.join(ROOT, 'src');

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  /** By `require` where it is needed, not when the file is loaded. */
  readonly late: boolean;
}

interface SourceFile {
  /** Path below `src/`, with slashes. */
  readonly name: string;
  readonly text: string;
  readonly imports: Import[];
}

const FILES: SourceFile[] = fs.readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const text = fs.readFileSync(path.join(SRC, name), 'utf8');
    return { name: name.split(path.sep).join('/'), text, imports: importsOf(text) };
  });

function importsOf(text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm);
  const required = text.matchAll(/\b(?:require|import)\('([^']+)'\)/g);
  return [
    ...[...statements].map(([, type, from]) => ({ from, typeOnly: type !== undefined, late: false })),
    ...[...required].map(([, from]) => ({ from, typeOnly: false, late: true })),
  ];
}

/** The module that a path below `src/` belongs to: its folder, or its name at the top level. */
function moduleOf(name: string): string {
  return name.split('/')[0].replace(/\.ts$/, '');
}

/** File below `src/` that a relative import reaches, without `.ts`. */
function target(file: SourceFile, from: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(file.name), from));
}

/**
 * What each module may import, read from the table of ARCHITECTURE.md: whoever may import a row may import what that row may.
 */
function layering(): Map<string, Set<string>> {
  const rows = fs.readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8').split('\n')
    .map((line) => /^\| (`src\/.*?) \|.*\| (.*) \|$/.exec(line))
    .filter((match) => match !== null)
    .map(([, modules, mayImport]) => ({
      modules: [...modules.matchAll(/`src\/([\w-]+)/g)].map(([, module]) => module),
      mayImport: [...mayImport.matchAll(/[a-z-]+/g)].map(([word]) => word),
    }));
  const reach = (module: string): string[] => rows
    .filter((row) => row.modules.includes(module))
    .flatMap((row) => [...row.modules, ...row.mayImport.filter((word) => rows.some((other) => other.modules.includes(word))).flatMap(reach)]);
  return new Map(rows.flatMap((row) => row.modules).map((module) => [module, new Set([...reach(module), ...BASE])]));
}

const BASE = ['private', 'profile', 'auditable'];
const LAYERS = layering();

test('the table of ARCHITECTURE.md names every module of src', () => {
  const modules = new Set(FILES.map(({ name }) => moduleOf(name)).filter((module) => module !== 'index'));
  expect([...modules].filter((module) => !LAYERS.has(module))).toEqual([]);
});

test('the table of ARCHITECTURE.md has the layers that the arrows are meant to keep apart', () => {
  expect(LAYERS.get('data')).not.toContain('functions');
  expect(LAYERS.get('data')).not.toContain('detection');
  expect(LAYERS.get('functions')).toContain('data');
  expect(LAYERS.get('detection')).not.toContain('api');
  expect(LAYERS.get('identity')).toContain('api'); // the firewall stands before user pools too
  expect(LAYERS.get('api')).not.toContain('identity');
});

test.each(FILES.filter(({ name }) => name !== 'index.ts'))('$name imports only what its layer may', (file) => {
  const module = moduleOf(file.name);
  // the base layer itself: profile and auditable stand on private, private on nothing
  const allowed = module === 'private' ? new Set(['private']) : BASE.includes(module) ? new Set(['private', module]) : LAYERS.get(module)!;
  const forbidden = file.imports
    .filter(({ from }) => from.startsWith('.'))
    .map(({ from }) => target(file, from))
    .filter((name) => !allowed.has(moduleOf(name)));
  expect(forbidden).toEqual([]);
});

test('no file imports another folder through its index, which would load all of it', () => {
  const folders = new Set(FILES.filter(({ name }) => name.includes('/')).map(({ name }) => moduleOf(name)));
  const found = FILES.filter(({ name }) => name !== 'index.ts').flatMap((file) => file.imports
    .filter(({ from }) => from.startsWith('.') && folders.has(target(file, from)))
    .map(({ from }) => `${file.name}: ${from}`));
  expect(found).toEqual([]);
});

test('importing the library loads neither the engine nor the rules: they are required when they judge', () => {
  const files = new Map(FILES.map((file) => [file.name, file]));
  const named = (file: SourceFile, from: string): string => {
    const name = target(file, from);
    return [`${name}.ts`, `${name}/index.ts`].find((candidate) => files.has(candidate)) ?? name;
  };
  const loaded = new Set(['index.ts']);
  for (const name of loaded) {
    const file = files.get(name)!;
    for (const { from, typeOnly, late } of file.imports) if (from.startsWith('.') && !typeOnly && !late) loaded.add(named(file, from));
  }
  expect(loaded.size).toBeGreaterThan(50);
  expect([...loaded].filter((name) => /^guardrails\/(engine|rules)\//.test(name))).toEqual([]);
});

test('src/private defines no AWS resources: service modules are imported there as types only', () => {
  const found = FILES.filter(({ name }) => moduleOf(name) === 'private').flatMap((file) => file.imports
    .filter(({ from, typeOnly }) => from.startsWith('aws-cdk-lib/') && !typeOnly)
    .map(({ from }) => `${file.name}: ${from}`));
  expect(found).toEqual([]);
});

test('only aws-cdk-lib, constructs, what Node ships and, where documents are read, yaml are imported, and never the insides of aws-cdk-lib', () => {
  const found = FILES.flatMap((file) => file.imports
    .filter(({ from }) => !from.startsWith('.') && !isBuiltin(from) && !/^(aws-cdk-lib(\/[\w-]+)?|constructs)$/.test(from) && !(/^(cli|api\/openapi)\//.test(file.name) && from === 'yaml'))
    .map(({ from }) => `${file.name}: ${from}`));
  expect(found).toEqual([]);
});

test('every file is named after what it holds', () => {
  expect(FILES.map(({ name }) => name).filter((name) => /\b(utils?|helpers?|common|shared|misc)\b/.test(name))).toEqual([]);
});

test('errors of constructs are thrown by fail() only, so that each has path, prop, value and what to write instead', () => {
  // the engine signals what it cannot know, the readers of templates what they cannot read: neither has a construct to name
  const construct = ({ name }: SourceFile): boolean => name !== 'private/misuse.ts' && !/^(cli|guardrails\/(engine|template-source))\//.test(name);
  expect(FILES.filter((file) => construct(file) && /\bthrow\b(?! (the|a|an)\b)/.test(code(file.text))).map(({ name }) => name)).toEqual([]);
});

test('the engine and its rules know nothing of the CDK: they judge any template', () => {
  const pure = FILES.filter(({ name }) => /^(guardrails\/(engine|rules|frameworks|reports|template-source)|cli)\//.test(name));
  expect(pure.length).toBeGreaterThan(20);
  expect(pure.filter(({ imports }) => imports.some(({ from }) => /^(aws-cdk-lib|constructs)/.test(from))).map(({ name }) => name)).toEqual([]);
});

test('nothing prints to the console', () => {
  expect(FILES.filter(({ text }) => /\bconsole\./.test(code(text))).map(({ name }) => name)).toEqual([]);
});

/** Source without comments and strings, where words are prose. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
}

/** What nothing of the library imports: the command, and the query over policies, which the reports on access will ask. */
const ENTRIES = ['cli/main.ts', 'guardrails/engine/policy/access-query.ts'];

describe('exports', () => {
  const byName = new Map(FILES.map((file) => [file.name, file]));
  const reexports = (file: SourceFile): string[] => [...file.text.matchAll(/^export \* from '(\.[^']+)'/gm)]
    .map(([, from]) => target(file, from))
    .map((name) => (byName.has(`${name}.ts`) ? `${name}.ts` : `${name}/index.ts`));
  const published = (name: string): string[] => reexports(byName.get(name)!)
    .flatMap((child) => (child.endsWith('index.ts') ? published(child) : [child]));
  const publicFiles = published('index.ts');

  test('reach every folder but private and the command line', () => {
    const folders = new Set(FILES.filter(({ name }) => name.includes('/')).map(({ name }) => moduleOf(name)));
    expect([...folders].filter((folder) => folder !== 'private' && folder !== 'cli' && !reexports(byName.get('index.ts')!).includes(`${folder}/index.ts`))).toEqual([]);
    expect(publicFiles.filter((name) => name.startsWith('private/'))).toEqual([]);
  });

  test('name files that exist', () => {
    expect(publicFiles.filter((name) => !byName.has(name))).toEqual([]);
  });

  test.each(publicFiles)('%s exports nothing that other languages would miss', (name) => {
    // jsii drops functions, constants and type aliases silently
    expect([...(byName.get(name)?.text ?? '').matchAll(/^export (?:async )?(?:function|const|let|type)\b.*/gm)].map(([line]) => line)).toEqual([]);
  });

  test('leave out internal files only, and each of those is used', () => {
    const used = new Set(FILES.flatMap((file) => file.imports.filter(({ from }) => from.startsWith('.')).map(({ from }) => `${target(file, from)}.ts`)));
    const internal = FILES.map(({ name }) => name).filter((name) => !name.endsWith('index.ts') && !ENTRIES.includes(name) && !publicFiles.includes(name));
    expect(internal.filter((name) => !used.has(name))).toEqual([]);
  });
});

test('constructs are tested with feature flags and without', () => {
  const tests = fs.readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /^((api|aspects|bad-input|data|detection|functions|identity|known-findings|network|profile)\b.*)\.test\.ts$/.test(name))
    .map((name) => ({ name, text: fs.readFileSync(path.join(__dirname, name), 'utf8') }))
    .filter(({ text }) => text.includes("harness/apps'"));
  expect(tests.length).toBeGreaterThan(30);
  expect(tests.filter(({ text }) => !/\b(FLAG_MODES[.)]|inBothFlagModes\()/.test(text)).map(({ name }) => name)).toEqual([]);
});
