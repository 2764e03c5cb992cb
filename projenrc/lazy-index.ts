/**
 * Rewrites lib/index.js after jsii so that `require('cdk-hardened')` loads nothing before it is used: each public class
 * becomes a getter that requires the one file that defines it.
 */
import * as fs from 'fs';
import * as path from 'path';

/** The part of a type in the jsii assembly that tells where its value lives. */
interface AssemblyType {
  readonly name: string;
  readonly kind: 'class' | 'enum' | 'interface';
  readonly namespace?: string;
  /** `src/data/secure-key:SecureKey` */
  readonly symbolId: string;
}

const ROOT = path.join(__dirname, '..');
const INDEX = path.join(ROOT, 'lib', 'index.js');

const assembly = JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8')) as { types: Record<string, AssemblyType> };
const values = Object.values(assembly.types).filter((type) => type.kind !== 'interface' && !type.namespace);
const fileOf = new Map(values.map((type) => [type.name, type.symbolId.split(':')[0].replace(/^src\//, './')]));

// an exported function or constant is invisible to jsii: it would vanish here too, so it is refused
const index = require(INDEX) as object; // eslint-disable-line @typescript-eslint/no-require-imports
const exported = Object.keys(index).filter((name) => name !== '__esModule');
const lost = exported.filter((name) => !fileOf.has(name));
const missing = [...fileOf.keys()].filter((name) => !exported.includes(name));
if (lost.length || missing.length) {
  throw new Error(`lib/index.js and .jsii disagree: only in index ${JSON.stringify(lost)}, only in .jsii ${JSON.stringify(missing)}`);
}

const names = [...fileOf.keys()].sort();
fs.writeFileSync(INDEX, [
  '"use strict";',
  'Object.defineProperty(exports, "__esModule", { value: true });',
  // Node finds the named exports of a CommonJS file by such assignments: `import { SecureKey } from 'cdk-hardened'`
  ...names.map((name) => `exports.${name} = void 0;`),
  'const lazy = (name, get) => Object.defineProperty(exports, name, { configurable: true, enumerable: true, get });',
  ...names.map((name) => `lazy("${name}", () => require("${fileOf.get(name)}").${name});`),
  '',
].join('\n'));
