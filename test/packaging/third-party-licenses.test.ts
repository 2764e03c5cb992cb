import * as fs from 'fs';
import * as path from 'path';
import { build } from 'esbuild';

const ROOT = path.join(__dirname, '../..');

/** Packages whose code is in the bundle of a handler, as esbuild makes it for the tarball. */
async function bundledBy(handler: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [path.join(ROOT, 'handlers', handler, 'index.ts')], bundle: true, platform: 'node', external: ['@aws-sdk/*'], write: false, metafile: true,
  });
  return Object.keys(metafile.inputs).flatMap((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
}

test('the licence of everything that is bundled with a handler is in the tarball', async () => {
  const handlers = fs.readdirSync(path.join(ROOT, 'handlers'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const bundled = [...new Set((await Promise.all(handlers.map(bundledBy))).flat())].sort();
  expect(bundled).toEqual(['jose']);
  const shipped = fs.readFileSync(path.join(ROOT, 'THIRD-PARTY-LICENSES.md'), 'utf8').replace(/\s+/g, ' ');
  for (const name of bundled) {
    const folder = path.join(ROOT, 'node_modules', name);
    const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))!;
    expect(shipped).toContain(`## ${name} `);
    expect(shipped).toContain(fs.readFileSync(path.join(folder, file), 'utf8').replace(/\s+/g, ' ').trim());
  }
});
