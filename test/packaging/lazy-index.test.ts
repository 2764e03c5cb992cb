import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { scratchPackage } from './scratch-package';

/** Runs code in its own node, with the compiled package installed by name; returns what it printed. */
function run(file: string, code: string): string {
  const folder = scratchPackage();
  fs.writeFileSync(path.join(folder, file), code);
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }).trim();
}

test('loads no service module of aws-cdk-lib before it is used', () => {
  const loaded = JSON.parse(run('require.cjs', `
    require('cdk-hardened');
    console.log(JSON.stringify(Object.keys(require.cache)));
  `)) as string[];
  expect(loaded.filter((file) => file.includes('cdk-hardened/lib') || file.endsWith('/lib/index.js'))).toHaveLength(1);
  expect(loaded.filter((file) => file.includes('aws-cdk-lib'))).toEqual([]);
});

test('loads what it needs when it is used', () => {
  const loaded = JSON.parse(run('use.cjs', `
    require('cdk-hardened').SecureKey;
    console.log(JSON.stringify(Object.keys(require.cache)));
  `)) as string[];
  expect(loaded.some((file) => /aws-cdk-lib\/aws-kms\//.test(file))).toBe(true);
  expect(loaded.some((file) => /aws-cdk-lib\/aws-apigateway\//.test(file))).toBe(false);
});

test('has named exports for ECMAScript modules', () => {
  expect(run('import.mjs', `
    import { SecureKey, Profile } from 'cdk-hardened';
    console.log(SecureKey.name, Profile.PRODUCTION.name);
  `)).toBe('SecureKey production');
});

test('exports every class and enum of the assembly, each from its own file', () => {
  const types = Object.values(JSON.parse(fs.readFileSync(path.join(__dirname, '../../.jsii'), 'utf8')).types) as { name: string; kind: string }[];
  const values = types.filter(({ kind }) => kind !== 'interface').map(({ name }) => name).sort();
  const printed = JSON.parse(run('keys.cjs', `
    const hardened = require('cdk-hardened');
    console.log(JSON.stringify(Object.keys(hardened).filter((name) => hardened[name] !== undefined).sort()));
  `));
  expect(printed).toEqual(values);
});
