import * as fs from 'fs';
import { createRequire } from 'module';
import * as path from 'path';
import * as vm from 'vm';
import { transformSync } from 'esbuild';

type Evaluate = (exports: unknown, require: (id: string) => unknown, module: NodeModule, filename: string, dirname: string) => void;

/**
 * The TypeScript modules of a sandbox, evaluated anew as often as wanted: a mutant gets modules that remember nothing of the one before.
 * Each file is compiled once, and packages stay loaded.
 */
export class SandboxModules {
  private readonly compiled = new Map<string, Evaluate>();

  public constructor(private readonly folder: string) {
    require.extensions['.ts'] = (module, file) => {
      const requireFrom = Object.assign((id: string) => module.require(id) as unknown, { resolve: createRequire(file).resolve });
      this.evaluator(file)(module.exports, requireFrom, module, file, path.dirname(file));
    };
  }

  /** Evaluates a file, and what it imports, as far as that is not loaded. */
  public load(file: string): void {
    require(path.join(this.folder, file)); // eslint-disable-line @typescript-eslint/no-require-imports
  }

  /** The next load evaluates every file again. */
  public forget(): void {
    for (const file of this.compiled.keys()) delete require.cache[file];
    module.children = module.children.filter(({ filename }) => !this.compiled.has(filename)); // else all that was ever loaded is kept
  }

  /** The files that a loaded file imports, itself among them. */
  public importedBy(file: string): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (module: NodeModule | undefined): void => {
      if (module === undefined || found.has(module.filename) || !this.compiled.has(module.filename)) return;
      found.add(module.filename);
      module.children.forEach(visit);
    };
    visit(require.cache[path.join(this.folder, file)]);
    return found;
  }

  private evaluator(file: string): Evaluate {
    const known = this.compiled.get(file);
    if (known !== undefined) return known;
    const { code } = transformSync(fs.readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs', target: 'node20', sourcefile: file });
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, { filename: file });
    const evaluate: Evaluate = (...args) => (script.runInThisContext() as Evaluate)(...args);
    this.compiled.set(file, evaluate);
    return evaluate;
  }
}
