import type { SecretFinding } from './finding';
import { isAwsSecretKey, isDataUri, isFile, isPath } from './harmless-shapes';
import { entropyOf, NAME_RUN_LENGTH, runLength, wordShare } from './randomness';
import { isProse, isSetting, isStandIn } from './stand-ins';
import { meaningOf, NameMeaning } from './variable-names';

/** `app:Passw0rd`, `neo4j/Passw0rd`: after the user a word of capitals, small letters and digits. */
const USER_AND_PASSWORD = /^[\w.-]{1,40}[:/](?=[^\s:/]*[a-z])(?=[^\s:/]*[A-Z])(?=[^\s:/]*\d)[^\s:/]{6,}$/;

/** Words that people write where a secret belongs. */
const WEAK_SECRET = /^(?:(?:my|your|super|very|top|change|the|some|\d+[-_ ]?bit|dev|local|test|jwt|session)[-_ ]?)*(?:s[e3]cr[e3]t|passw[o0]rd|key|token|keyboard|letmein|qwerty|admin|changeme|changeit|me|it)[\w -]*(?:![!\d]*)?$/i;

/** `shop-secret-key`: under a name that says "secret" too, it may be what a secret is called elsewhere. */
const WORDED_SECRET = /^(?:[a-z\d]+[-_ ]){1,3}secret[-_ ]?key[!\d]*$/i;

/** Calls, blocks and indices: source code, not a value. */
const CODE = /\w\([^()]*\)|^[!&*]*[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[[^\]]*\])+$|^[&*!]+[A-Za-z_]\w*$/;

/** Statements and blocks; a line is read from its start, so that a long one is read once. */
const STATEMENTS = /^[^;{}\n]*[;{}].*[=({]/m;

/** A value under a name that says "credential", unless it is plainly something else. */
export function namedSecret(name: string, value: string): SecretFinding | undefined {
  const meaning = meaningOf(name);
  const text = value.trim();
  if (meaning !== NameMeaning.PASSWORD && meaning !== NameMeaning.SECRET) return undefined;
  if (isStandIn(text) || isSetting(text) || /^(?:arn:|[a-z][a-z0-9+.-]*:\/\/)/i.test(text) || isFile(text) || isDataUri(text)) return undefined;
  if (isProse(text)) return undefined;
  if (/^-----BEGIN (?:CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY)/.test(text) || /^(?:ssh|ecdsa)-[\w-]+ AAAA/.test(text)) return undefined;
  if (isPath(text) && !/[+=]/.test(text) && !isAwsSecretKey(text) && !USER_AND_PASSWORD.test(text)) return undefined;
  const isWorded = WORDED_SECRET.test(text) && !/secret|cred/i.test(name);
  const counts = meaning === NameMeaning.PASSWORD ? text.length >= 3 : isWorded || isCredentialShaped(text);
  return counts ? { kind: meaning === NameMeaning.PASSWORD ? 'a password' : 'a secret (by its name and form)', text } : undefined;
}

/** Neither a word, nor a name made of words, nor a number. */
export function isCredentialShaped(whole: string): boolean {
  const text = whole.replace(/^[_.-]+|(?<![_.-])[_.-]+$/g, '');
  if (WEAK_SECRET.test(text) && text.length >= 6) return true;
  if (text.length < 8 || /^[\d.,:\s-]{1,15}$/.test(text) || /^[\^~<>=]*v?\d+\.\d+\.\d+$/.test(text)) return false;
  if (/[^\x00-\x7f]{4}/.test(text) || CODE.test(text) || STATEMENTS.test(text)) return false;
  if (USER_AND_PASSWORD.test(text)) return true;
  if (/^\S+(?:,\S+)+$/.test(text) && !text.split(',').some(isCredentialShaped)) return false;
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?$/.test(text) || /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text)) return false;
  if (/^[A-Za-z]+(?:[-_.: ][A-Za-z]+)*$/.test(text)) return text.length >= 20 && wordShare(text) < 0.35 && entropyOf(text) > 3;
  // words with a version, a region or a year behind them
  if (/^[A-Za-z0-9]+(?:[-_.:/#][A-Za-z0-9]+)*$/.test(text) && (wordShare(text) >= 0.5 || runLength(text) >= NAME_RUN_LENGTH)
    && !/\d[A-Za-z]+\d|\d{5,}/.test(text)) return false;
  return true;
}
