/**
 * `remember`, the last step of compiling, keeps a hash of what was compiled; `ensure` compiles if that has changed since. Compiling takes
 * about a minute, and `npm run demo` is run more than once.
 */
import { execSync } from 'child_process';
import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';

/** All that `pre-compile` and `compile` read. */
const SOURCES = ['src', 'handlers', 'projenrc', 'docs/rules', 'README.md', 'package.json', 'package-lock.json', '.projen/tasks.json'];
const COMPILED = ['lib/index.js', '.jsii', 'assets', 'node_modules/cdk-hardened'];
/** In `node_modules`, so that another installation compiles anew. */
const REMEMBERED = 'node_modules/.cache/cdk-hardened/compiled-from';

export function hashOf(sources: readonly string[], root = '.'): string {
  const hash = createHash('sha256');
  const add = (name: string): void => {
    const file = path.join(root, name);
    if (fs.statSync(file).isDirectory()) return fs.readdirSync(file).sort().forEach((entry) => add(`${name}/${entry}`));
    hash.update(`${name}\0`).update(createHash('sha256').update(fs.readFileSync(file)).digest());
  };
  sources.forEach(add);
  return hash.digest('hex');
}

function remember(): void {
  fs.mkdirSync(path.dirname(REMEMBERED), { recursive: true });
  fs.writeFileSync(REMEMBERED, hashOf(SOURCES));
}

function ensure(): void {
  const isThere = [...COMPILED, REMEMBERED].every((file) => fs.existsSync(file));
  if (isThere && fs.readFileSync(REMEMBERED, 'utf8') === hashOf(SOURCES)) return console.log('compiled already');
  execSync('npx projen pre-compile && npx projen compile', { stdio: 'inherit' });
}

if (require.main === module) (process.argv[2] === 'remember' ? remember : ensure)();
