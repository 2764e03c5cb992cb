import * as fs from 'fs';
import type { SecretFinding } from './secret-detection/finding';
import { knownCredential } from './secret-detection/known-credential';
import { isCredentialShaped } from './secret-detection/named-secret';

/** A credential in a file. */
export interface FileFinding extends SecretFinding {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What was found in files, by path, size and time of change: constructs share folders, and tests synthesize them again and again. */
const searched = new Map<string, FileFinding | undefined>();

/** What a search has found. */
export interface FileSearch {
  readonly found?: FileFinding;
  /** Files that were more than it reads. */
  readonly unread: string[];
}

/**
 * Looks for credentials of recognizable form in files, the smallest ones first, until so many bytes are read: the rest is bundles and data. Random
 * text is too common in code to judge.
 */
export function credentialInFiles(files: string[], mostBytes: number): FileSearch {
  let left = mostBytes;
  const sorted = files.map((file) => ({ file, stats: fs.statSync(file) })).sort((a, b) => a.stats.size - b.stats.size);
  for (const [index, { file, stats }] of sorted.entries()) {
    left -= stats.size;
    if (left < 0) return { unread: sorted.slice(index).map((each) => each.file) };
    const found = credentialIn(file, stats);
    if (found) return { found, unread: [] };
  }
  return { unread: [] };
}

function credentialIn(file: string, { size, mtimeMs }: fs.Stats): FileFinding | undefined {
  const version = `${file} ${size} ${mtimeMs}`;
  if (!searched.has(version)) {
    const text = fs.readFileSync(file, 'utf8');
    const found = text.slice(0, 1024).includes('\0') ? undefined : realCredential(text); // a picture, a font
    searched.set(version, found && { ...found, file, line: text.slice(0, text.indexOf(found.text)).split('\n').length });
  }
  return searched.get(version);
}

/** The first one that is no stand-in, nor a name that happens to begin like a key. */
function realCredential(text: string): SecretFinding | undefined {
  let rest = text;
  for (let found = knownCredential(rest); found; found = knownCredential(rest)) {
    if (isReal(found)) return found;
    rest = rest.replaceAll(found.text, ' ');
  }
  return undefined;
}

/** Their issuers begin them with letters that names of styles and of packages begin with, too. */
const LIKE_NAMES = /^(sk-|csk-|fw_|xai-|gsk_|r8_)/;

/** `AKIAIOSFODNN7EXAMPLE` and `ghp_xxxxxxxx` of documentation; ids of LaunchDarkly's form are in every page that numbers its elements by UUIDs. */
const OF_DOCUMENTATION = /EXAMPLE(KEY)?$|(.)\2{7}|^api-[0-9a-f-]{36}$/;

function isReal({ text }: SecretFinding): boolean {
  if (OF_DOCUMENTATION.test(text)) return false;
  return !LIKE_NAMES.test(text) || (/\d/.test(text) && isCredentialShaped(text));
}
