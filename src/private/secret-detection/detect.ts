import { decoded, parsed } from './encodings';
import type { SecretFinding } from './finding';
import { embeddedPassword, knownCredential } from './known-credential';
import { namedLiterals, NamedValue } from './named-literals';
import { namedSecret } from './named-secret';
import { randomText, SHORTEST_RANDOM } from './random-text';
import { shellValues } from './shell-values';
import { isStandIn } from './stand-ins';
import { REFERENCE } from '../literal-text';

/** A credential in a document, and where it stands. */
export interface DocumentFinding extends SecretFinding {
  /** Keys and indices from the root of the document. */
  readonly path: readonly (string | number)[];
}

/** Texts in texts: base64 of JSON of a script. */
const DEEPEST = 4;

/** `password=...`, `"apiKey": "..."`, `--token ...` inside a longer text. */
const ASSIGNMENT = /(?<![A-Za-z])([A-Za-z][\w.-]{1,60})["']?(\s*=\s*|\s*:\s+|\s*:\s*(?=["']))["']?([^\s"',;&{}()]+)(?!\S*\()/g;
const OPTION = /--?([a-z][\w-]{2,40})\s+([^\s-][^\s]*)/gi;

/** Looks for a credential in the value of a variable; references inside stand as `REFERENCE`. */
export function secretInVariable(name: string, value: string): SecretFinding | undefined {
  return inVariable(name, value, 0);
}

/** Looks for a credential in source code: recognizable forms anywhere, and string literals by the name they are given. */
export function secretInCode(code: string): SecretFinding | undefined {
  return knownCredential(code) ?? embeddedPassword(code) ?? first(namedLiterals(code), 1);
}

/** Looks for a credential in a script of a shell, in cloud-init's YAML or in the text of a configuration file; in base64 too. */
export function secretInShell(text: string): SecretFinding | undefined {
  return inShell(text, 0);
}

/** Looks for a credential in JSON: a state machine, an SSM document, the literal value of a secret. */
export function secretInDocument(json: unknown): DocumentFinding | undefined {
  return inJson('', json, [], 0);
}

function inVariable(name: string, value: string, depth: number): SecretFinding | undefined {
  if (value === '' || value === REFERENCE) return undefined;
  return knownCredential(value) ?? embeddedPassword(value) ?? inUnknownText(name, value, depth);
}

/** What is left when no form is recognizable: structure, names, randomness. */
function inUnknownText(name: string, value: string, depth: number): SecretFinding | undefined {
  const json = parsed(value);
  const text = json === undefined ? decoded(value) : undefined;
  if (json === undefined && text === undefined) return assignedSecret(value) ?? namedSecret(name, value) ?? randomText(name, value);
  // JSON is searched by its keys, base64 of text by what it says
  const inside = depth >= DEEPEST ? undefined : text === undefined ? inJson(name, json, [], depth) : inVariable(name, text, depth + 1);
  return inside ?? assignedSecret(value);
}

function inShell(text: string, depth: number): SecretFinding | undefined {
  const script = depth < DEEPEST ? decoded(text) : undefined;
  if (script !== undefined) return inShell(script, depth + 1);
  const json = parsed(text);
  if (json !== undefined) return inJson('', json, [], depth + 1);
  const known = knownCredential(text) ?? embeddedPassword(text);
  if (known) return known;
  const values = shellValues(text);
  // what has a name was judged by it
  const rest = values.reduce((left, [, value]) => (value.length < SHORTEST_RANDOM ? left : left.split(value).join(' ')), text);
  return first(values, depth + 1) ?? inEncodedWords(rest, depth) ?? randomText('', rest);
}

/** `echo ... | base64 -d`: files that a script carries with it. */
function inEncodedWords(text: string, depth: number): SecretFinding | undefined {
  if (depth >= DEEPEST) return undefined;
  for (const [word] of text.matchAll(/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{24,}={0,2}/g)) {
    const finding = decoded(word) === undefined ? undefined : inShell(word, depth);
    if (finding) return finding;
  }
  return undefined;
}

function first(values: readonly NamedValue[], depth: number): SecretFinding | undefined {
  for (const [name, value] of values) {
    const finding = value === '' ? undefined : inUnknownText(name, value, depth);
    if (finding) return finding;
  }
  return undefined;
}

/** Keys whose value belongs to the thing around them: `{ "Password": { "default": "..." } }`. */
const VALUE_KEY = /^(?:value|default|defaultvalue|const|text|plaintext)$/i;

/** Lists of `{ Name, Value }`, as containers, headers and parameters have them. */
const NAME_KEYS = ['Name', 'name', 'Key', 'key', 'ParameterKey', 'HeaderName'];
const VALUE_KEYS = ['Value', 'value', 'ParameterValue', 'HeaderValue'];

/** Lines of a script, as documents of Systems Manager and buildspecs have them. */
const SCRIPT_KEY = /^(?:runCommand|commands?|script|userData|inlineScript)$/i;

function inJson(name: string, json: unknown, path: readonly (string | number)[], depth: number): DocumentFinding | undefined {
  if (typeof json === 'string') return placed(inText(name, json, depth + 1), path);
  if (typeof json === 'number') return placed(namedSecret(name, String(json)), path);
  if (typeof json !== 'object' || json === null) return undefined;
  if ('kty' in json) return placed(privateJwk(json), path);
  if (Array.isArray(json) && SCRIPT_KEY.test(name) && json.every((line) => typeof line === 'string')) {
    return placed(inShell(json.join('\n'), depth + 1), path);
  }
  const given = nameInside(json);
  for (const [key, child] of Object.entries(json)) {
    const inherits = Array.isArray(json) || VALUE_KEY.test(key);
    const childName = given !== undefined && VALUE_KEYS.includes(key) ? given : inherits ? name : key;
    const inside = inJson(childName, child, [...path, Array.isArray(json) ? Number(key) : key], depth);
    if (inside) return inside;
  }
  return undefined;
}

function placed(finding: SecretFinding | undefined, path: readonly (string | number)[]): DocumentFinding | undefined {
  return finding && { ...finding, path };
}

/** Text of several lines is a script more often than a value. */
function inText(name: string, text: string, depth: number): SecretFinding | undefined {
  if (SCRIPT_KEY.test(name) || (text.includes('\n') && depth < DEEPEST)) {
    return secretInCode(text) ?? inShell(text, depth);
  }
  return inVariable(name, text, depth);
}

function nameInside(json: object): string | undefined {
  const names = NAME_KEYS.map((key) => (json as Record<string, unknown>)[key]).filter((name) => typeof name === 'string');
  return VALUE_KEYS.some((key) => key in json) ? names[0] : undefined;
}

/** Only a private key has the member `d`, only a symmetric one `k` (RFC 7518, 6). */
function privateJwk(json: object): SecretFinding | undefined {
  const { d, k } = json as { d?: unknown; k?: unknown };
  const secret = d ?? k;
  return typeof secret !== 'string' || isStandIn(secret) ? undefined : { kind: 'a private key', text: secret };
}

function assignedSecret(value: string): SecretFinding | undefined {
  if (!/=|:[\s"']|-\w+\s/.test(value)) return undefined;
  for (const match of [...value.matchAll(ASSIGNMENT), ...value.matchAll(OPTION)]) {
    const [name, assigned] = [match[1], match[match.length - 1]];
    const property = /^[a-z_$][\w$]*(?:\??\.[a-z_$][\w$]*|\[[^\]]*\])+$/i.test(assigned); // `process.env.TOKEN`
    const prose = /:\s/.test(match[0]) && /^[A-Za-z]+[.,!?]?$/.test(assigned) && !endsLine(value, match.index + match[0].length);
    const secret = property || prose ? undefined : namedSecret(name, assigned);
    if (secret) return secret;
  }
  return undefined;
}

/** "Enter your password: it must ..." goes on; `password: orchid` does not. */
function endsLine(text: string, index: number): boolean {
  return /^["']?\s*(?:[,;}\n]|$)/.test(text.slice(index, index + 40));
}
