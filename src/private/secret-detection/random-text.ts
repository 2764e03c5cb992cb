import { decoded } from './encodings';
import type { SecretFinding } from './finding';
import { hasHarmlessShape, isAwsSecretKey, isDataUri } from './harmless-shapes';
import { isRandom, NAME_RUN_LENGTH, runLength } from './randomness';
import { meaningOf, NameMeaning } from './variable-names';

/** Shorter text says too little to be told from a name without the variable's help. */
export const SHORTEST_RANDOM = 20;

/** A word that is long enough. */
const LONG_WORD = /[A-Za-z0-9+/_=.~!@#$%^*:-]{20}/;

/** Lower-case identifiers (Cognito clients, container names) are shorter than this. */
const SHORTEST_LOWERCASE_RANDOM = 32;

/** Text that nothing but a generator writes. */
export function randomText(name: string, value: string): SecretFinding | undefined {
  if (!LONG_WORD.test(value) || meaningOf(name) === NameMeaning.IDENTIFIER || isDataUri(value)) return undefined;
  const text = bare(value).split(/[\s"'`,;|&?<>(){}[\]\uFFFC]+/)
    .flatMap((part) => (hasHarmlessShape(part) && !isAwsSecretKey(part) ? [] : part.replace(/(?<!=)=+$/, '').split(/[=:.]/)))
    .find((part) => part.length >= SHORTEST_RANDOM && isGenerated(part) && decoded(part) === undefined);
  return text === undefined ? undefined : { kind: 'a generated secret (random text)', text };
}

/** Without keys (private ones were found before), URLs (their passwords and assignments were looked at) and ARNs. */
function bare(value: string): string {
  if (!value.includes(':') && !value.includes('-----BEGIN')) return value;
  return value
    .replace(/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g, ' ')
    .replace(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s"',;]+/gi, ' ')
    .replace(/arn:[a-z-]+:[^\s"',;]+/g, ' ');
}

function isGenerated(text: string): boolean {
  if (isAwsSecretKey(text)) return true;
  if (hasHarmlessShape(text)) return false;
  if (/^[a-z0-9._-]+$/.test(text)) {
    const longest = text.split(/[._-]/).reduce((best, part) => (part.length > best.length ? part : best));
    return longest.length >= SHORTEST_LOWERCASE_RANDOM && /\d/.test(longest) && !/^[0-9a-f]+$/.test(longest) && isRandom(longest);
  }
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /^[A-Za-z0-9+/_=.~!@#$%^*:-]+$/.test(text)
    && runLength(text) < NAME_RUN_LENGTH && isRandom(text, /\d/.test(text) ? 0.42 : 0.25);
}
