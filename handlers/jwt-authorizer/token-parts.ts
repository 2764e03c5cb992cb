import { Refusal } from './refusal';
import { hasDuplicateMembers } from './strict-json';

/** API Gateway takes 10,240 bytes of headers in all; what is longer than this is no token of an honest issuer. */
const LONGEST = 8192;

const STRICT = new TextDecoder('utf-8', { fatal: true });

/** Headers by which a token would bring its own key, or tell where to fetch it (RFC 7515, sections 4.1.2 to 4.1.5). */
const BROUGHT_KEYS: readonly string[] = ['jwk', 'jku', 'x5u'];

/** Three parts of base64url. */
const FORM = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

type Header = Readonly<Record<string, unknown>>;

/** Headers that were found good, by their text: an issuer writes the same one into all tokens that it signs with one key. */
const good = new Map<string, Header>();

/** Beyond so many, somebody makes them up. */
const MOST_HEADERS = 64;

/** The header of a token, once it has the form of one, and nothing is in it that could be read in two ways. */
export function headerOf(token: string): Header {
  if (token.length > LONGEST) throw new Refusal('the token is too long');
  if (!FORM.test(token)) throw new Refusal('the token does not have the form of a signed JWT');
  const head = token.slice(0, token.indexOf('.'));
  return good.get(head) ?? checkedHeader(head);
}

/** Refuses a token whose claims could be read in two ways; `claims` as the library has read them, so that they are JSON in UTF-8. */
export function checkMembers(token: string, claims: object): void {
  const body = token.slice(token.indexOf('.') + 1, token.lastIndexOf('.'));
  if (hasDuplicateMembers(Buffer.from(body, 'base64url').toString('utf8'), claims)) throw new Refusal('the token has a member twice');
}

function checkedHeader(head: string): Header {
  const header = Object.freeze(objectOf(head));
  const brought = BROUGHT_KEYS.find((name) => name in header);
  if (brought !== undefined) throw new Refusal(`the token brings its own key (${brought})`);
  if (good.size >= MOST_HEADERS) good.clear();
  good.set(head, header);
  return header;
}

function objectOf(part: string): Header {
  const text = textOf(part);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('the token does not hold JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Refusal('the token does not hold objects');
  if (hasDuplicateMembers(text, json)) throw new Refusal('the token has a member twice');
  return json as Header;
}

function textOf(part: string): string {
  try {
    return STRICT.decode(Buffer.from(part, 'base64url'));
  } catch {
    throw new Refusal('the token does not hold UTF-8');
  }
}
