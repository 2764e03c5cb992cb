import * as path from 'path';
import type { Construct } from 'constructs';
import type { NotSecretFile } from './not-secret-file';
import { credentialInFiles } from '../private/credential-in-files';
import { literalTextBeforeSynth } from '../private/literal-text-before-synth';
import { fail, warn } from '../private/misuse';
import { namesExcepted } from '../private/reasoned-exceptions';
import { secretInDocument } from '../private/secret-detection/detect';
import { isToken } from '../private/token';

/** Media, fonts and archives; everything else is searched, unless its first bytes are no text. */
const NO_TEXTS = [
  '.avif', '.bmp', '.br', '.eot', '.flac', '.gif', '.gz', '.ico', '.jpeg', '.jpg', '.m4a', '.mov', '.mp3', '.mp4', '.ogg', '.otf', '.pdf', '.png', '.ttf',
  '.wasm', '.wav', '.webm', '.webp', '.woff', '.woff2', '.zip',
];

/** About half a second. */
const MOST_BYTES = 16 * 1024 * 1024;

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
  const isExcepted = (name: string) => [...excepted].some((pattern) => isNamedBy(pattern, name));
  for (const pattern of excepted) {
    if ([...files, ...Object.keys(data)].some((name) => isNamedBy(pattern, name))) continue;
    fail(scope, {
      prop: 'deploy notSecrets',
      value: pattern,
      problem: 'the site has no such file',
      instead: 'Write its name as it is in the site, "js/map.js", with a * for what changes with each build, "assets/index-*.js", or drop the exception.',
    });
  }
  const searched = files.filter((name) => !NO_TEXTS.includes(path.extname(name).toLowerCase()) && !isExcepted(name));
  const { found, unread } = credentialInFiles(searched.map((name) => path.join(folder, name)), MOST_BYTES);
  const nameOf = (file: string) => path.relative(folder, file).split(path.sep).join('/');
  if (unread.length > 0) {
    warn(scope, 'site-files-not-searched', `[${scope.node.path}] ${unread.length} files of ${folder} were not searched for credentials, ${nameOf(unread[0])} among `
      + `them: ${MOST_BYTES / 1024 ** 2} MiB are, the smallest files first. See to it that your build writes none into them.`);
  }
  if (found) {
    const name = nameOf(found.file);
    fail(scope, {
      prop: 'deploy(folder)',
      value: folder,
      problem: `line ${found.line} of ${name} holds what looks like ${found.kind}, and everybody could read it`,
      instead: `${INSTEAD} ${exceptionFor(name)}`,
    });
  }
  for (const [name, json] of Object.entries(data).filter(([each]) => !isExcepted(each))) refuseSecretData(scope, name, json);
}

function refuseSecretData(scope: Construct, name: string, json: unknown): void {
  const found = secretInDocument(literalParts(json));
  if (!found) return;
  const at = found.path.length > 0 ? found.path.join('.') : 'its value';
  fail(scope, {
    prop: 'deploy data', value: name, problem: `${at} looks like ${found.kind}, and everybody can read the file`, instead: `${INSTEAD} ${exceptionFor(name)}`,
  });
}

/** `*` stands for letters of one name, such as the hash that a bundler writes into it. */
function isNamedBy(pattern: string, name: string): boolean {
  const [first, ...others] = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${[first, ...others].join('[^/]*')}$`).test(name);
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
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, isLabel(key, value) ? undefined : literalParts(value)]));
}

/** What a page calls a field: `password: 'Password'`. */
function isLabel(key: string, value: unknown): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  return typeof value === 'string' && plain(key) === plain(value);
}
