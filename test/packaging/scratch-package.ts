import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');

/** A folder in which `cdk-hardened` and its peers can be required by name, as the compiled package. */
export function scratchPackage(): string {
  if (!fs.existsSync(path.join(ROOT, 'lib', 'index.js'))) throw new Error('the package is not compiled: run `npx projen compile` first');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'consumer-'));
  const modules = path.join(folder, 'node_modules');
  fs.mkdirSync(modules);
  fs.symlinkSync(ROOT, path.join(modules, 'cdk-hardened'));
  return folder;
}
