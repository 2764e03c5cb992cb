import * as path from 'path';
import type { Construct } from 'constructs';
import type { NotSecretFile } from './not-secret-file';
import { credentialInFiles } from '../private/credential-in-files';
import { literalTextBeforeSynth } from '../private/literal-text-before-synth';
import { fail } from '../private/misuse';
import { namesExcepted } from '../private/reasoned-exceptions';
import { secretInDocument } from '../private/secret-detection/detect';
import { isToken } from '../private/token';

/** What browsers read as text, source maps with the sources in them included. */
const TEXTS = ['.css', '.htm', '.html', '.js', '.json', '.map', '.mjs', '.svg', '.txt', '.webmanifest', '.xml'];

const INSTEAD = 'Take it out, and replace it where it is in use: it may have been published before. A page that needs a secret asks an API, which keeps it.';

/** What a site publishes. */
interface Published {
  readonly folder: string;
  /** Names of the files in the folder. */
  readonly files: string[];
  readonly data: { [file: string]: any };
  readonly notSecrets: NotSecretFile[];
}

/** Stops on credentials that everybody could read; says where they are, never what. */
export function refuseSecrets(scope: Construct, { folder, files, data, notSecrets }: Published): void {
  const excepted = namesExcepted(scope, 'deploy notSecrets', 'file', notSecrets.map(({ file, reason }) => ({ name: file, reason })));
  for (const name of excepted) {
    if ([...files, ...Object.keys(data)].includes(name)) continue;
    fail(scope, {
      prop: 'deploy notSecrets', value: name, problem: 'the site has no such file', instead: 'Write its name as it is in the site, "js/map.js", or drop the exception.',
    });
  }
  const searched = files.filter((name) => TEXTS.includes(path.extname(name).toLowerCase()) && !excepted.has(name));
  const found = credentialInFiles(searched.map((name) => path.join(folder, name)));
  if (found) {
    const name = path.relative(folder, found.file).split(path.sep).join('/');
    fail(scope, {
      prop: 'deploy(folder)',
      value: folder,
      problem: `line ${found.line} of ${name} holds what looks like ${found.kind}, and everybody could read it`,
      instead: `${INSTEAD} ${exceptionFor(name)}`,
    });
  }
  for (const [name, json] of Object.entries(data).filter(([each]) => !excepted.has(each))) refuseSecretData(scope, name, json);
}

function refuseSecretData(scope: Construct, name: string, json: unknown): void {
  const found = secretInDocument(literalParts(json));
  if (!found) return;
  const at = found.path.length > 0 ? found.path.join('.') : 'its value';
  fail(scope, {
    prop: 'deploy data', value: name, problem: `${at} looks like ${found.kind}, and everybody can read the file`, instead: `${INSTEAD} ${exceptionFor(name)}`,
  });
}

function exceptionFor(file: string): string {
  return `If everybody may read it, add { file: '${file}', reason: '...' } to notSecrets.`;
}

/** The same with a mark for each reference, and without what is only known at deployment. */
function literalParts(json: unknown): unknown {
  if (typeof json === 'string') return literalTextBeforeSynth(json);
  if (isToken(json) || typeof json === 'function') return undefined;
  if (Array.isArray(json)) return json.map(literalParts);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, literalParts(value)]));
}
