import { Refusal } from './refusal';
import { hasDuplicateMembers } from './strict-json';

/** API Gateway takes 10,240 bytes of headers in all; what is longer than this is no token of an honest issuer. */
const LONGEST = 8192;

const STRICT = new TextDecoder('utf-8', { fatal: true });

/** Headers by which a token would bring its own key, or tell where to fetch it (RFC 7515, sections 4.1.2 to 4.1.5). */
const BROUGHT_KEYS: readonly string[] = ['jwk', 'jku', 'x5u'];

/** The header of a token, once it has the form of one, and nothing is in it that could be read in two ways. */
export function headerOf(token: string): Readonly<Record<string, unknown>> {
  if (token.length > LONGEST) throw new Refusal('the token is too long');
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part))) throw new Refusal('the token does not have the form of a signed JWT');
  const [header] = parts.slice(0, 2).map(objectOf);
  const brought = BROUGHT_KEYS.find((name) => name in header);
  if (brought !== undefined) throw new Refusal(`the token brings its own key (${brought})`);
  return header;
}

function objectOf(part: string): Readonly<Record<string, unknown>> {
  const text = textOf(part);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('the token does not hold JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Refusal('the token does not hold objects');
  if (hasDuplicateMembers(text)) throw new Refusal('the token has a member twice');
  return json as Record<string, unknown>;
}

function textOf(part: string): string {
  try {
    return STRICT.decode(Buffer.from(part, 'base64url'));
  } catch {
    throw new Refusal('the token does not hold UTF-8');
  }
}
