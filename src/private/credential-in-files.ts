import * as fs from 'fs';
import type { SecretFinding } from './secret-detection/finding';
import { knownCredential } from './secret-detection/known-credential';

/** What is read of a folder, the smallest files first: about half a second; the rest is bundles and data. */
const LARGEST_SEARCH_BYTES = 2 * 1024 * 1024;

/** A credential in a file. */
export interface FileFinding extends SecretFinding {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What was found in files, by path, size and time of change: constructs share folders, and tests synthesize them again and again. */
const searched = new Map<string, FileFinding | undefined>();

/** Looks for credentials of recognizable form in files, up to 2 MiB in all; random text is too common in code to judge. */
export function credentialInFiles(files: string[]): FileFinding | undefined {
  let left = LARGEST_SEARCH_BYTES;
  for (const { file, stats } of files.map((each) => ({ file: each, stats: fs.statSync(each) })).sort((a, b) => a.stats.size - b.stats.size)) {
    left -= stats.size;
    if (left < 0) return undefined;
    const found = credentialIn(file, stats);
    if (found) return found;
  }
  return undefined;
}

function credentialIn(file: string, { size, mtimeMs }: fs.Stats): FileFinding | undefined {
  const version = `${file} ${size} ${mtimeMs}`;
  if (!searched.has(version)) {
    const text = fs.readFileSync(file, 'utf8');
    const found = knownCredential(text);
    searched.set(version, found && { ...found, file, line: text.slice(0, text.indexOf(found.text)).split('\n').length });
  }
  return searched.get(version);
}
