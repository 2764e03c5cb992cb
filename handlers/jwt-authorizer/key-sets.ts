import * as fs from 'fs';
import * as path from 'path';
import type { JWK } from 'jose';
import { Refusal, SourceDown } from './refusal';

/** Where the construct puts the keys that are deployed with the code. */
const KEYS_FILE = 'keys.json';

/** No key set of an honest issuer is larger. */
const LARGEST = 256 * 1024;

/** The keys that were deployed beside this code. */
export function deployedKeySet(): readonly JWK[] {
  return (JSON.parse(fs.readFileSync(path.join(__dirname, KEYS_FILE), 'utf8')) as { keys: JWK[] }).keys;
}

/** The keys behind a URL. */
export async function keySetAt(url: string, signal: AbortSignal): Promise<readonly JWK[]> {
  const { keys } = await jsonAt(url, signal);
  if (!Array.isArray(keys)) throw new SourceDown('the key set has no list of keys');
  return keys.filter((key): key is JWK => typeof key === 'object' && key !== null);
}

/** Where the key set of an issuer is, as its OpenID configuration says (OpenID Connect Discovery 1.0, section 4). */
export async function keySetUrlOf(issuer: string, signal: AbortSignal): Promise<string> {
  const { issuer: claimed, jwks_uri: url } = await jsonAt(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, signal);
  // a page of something that stands in the way, or of an issuer in trouble, says nothing against the keys that it gave before
  if (typeof claimed !== 'string') throw new SourceDown('the server of the keys answers with no OpenID configuration');
  if (claimed !== issuer) throw new Refusal('the OpenID configuration is of another issuer');
  if (typeof url !== 'string') throw new SourceDown('the OpenID configuration names no key set');
  return url;
}

async function jsonAt(url: string, signal: AbortSignal): Promise<Record<string, unknown>> {
  if (!url.startsWith('https://')) throw new Refusal('keys are fetched by https only');
  let text: string;
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' }, redirect: 'error', signal });
    if (!response.ok) throw new SourceDown(`the server of the keys answers ${response.status}`);
    text = await bodyOf(response);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new SourceDown(signal.aborted ? 'the server of the keys does not answer in time' : 'the server of the keys cannot be reached');
  }
  try {
    const json = JSON.parse(text) as unknown;
    if (typeof json === 'object' && json !== null) return json as Record<string, unknown>;
  } catch {
    // said below
  }
  throw new SourceDown('the server of the keys does not answer with a JSON object');
}

async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST) throw new SourceDown('the answer of the server of the keys is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
