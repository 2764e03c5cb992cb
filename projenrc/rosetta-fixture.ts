/** Keeps the import of the public names in rosetta/default.ts-fixture equal to what the jsii assembly holds. */
import * as fs from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..');
const FIXTURE = path.join(ROOT, 'rosetta', 'default.ts-fixture');

const assembly = JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8')) as { types: Record<string, { name: string }> };
const names = Object.values(assembly.types).map((type) => type.name).sort();
const block = ['import {', ...names.map((name) => `  ${name},`), "} from 'cdk-hardened';"].join('\n');

const before = fs.readFileSync(FIXTURE, 'utf8');
const after = before.replace(/import \{[^}]*\} from 'cdk-hardened';/, () => block);
if (!after.includes(block)) throw new Error("rosetta/default.ts-fixture has no `import { ... } from 'cdk-hardened'` to update");
if (after !== before) fs.writeFileSync(FIXTURE, after);
