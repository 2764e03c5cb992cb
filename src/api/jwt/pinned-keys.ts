import type { IConstruct } from 'constructs';
import type { JwtAlgorithm } from './jwt-algorithm';
import { fail } from '../../private/misuse';
import { isToken } from '../../private/token';

/** Members that only private and symmetric keys have (RFC 7518, sections 6.2.2, 6.3.2 and 6.4). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** What a public key of each kind is made of; the rest of a key, such as its certificates, is not needed to verify. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'], OKP: ['crv', 'x'] };
const DESCRIBING = ['kty', 'kid', 'alg', 'use'];

const CURVES: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', EdDSA: 'Ed25519' };

/** NIST SP 800-131A: shorter ones are forged. */
const SHORTEST_RSA_BITS = 2048;

type Key = Readonly<Record<string, unknown>>;

/** Stops the synth at a key set that holds private keys, or none that could verify a token. */
export function validatePinnedKeys(scope: IConstruct, prop: string, keySet: unknown, algorithms: readonly JwtAlgorithm[]): void {
  const refuse = (value: unknown, problem: string, instead: string): never => fail(scope, { prop, value, problem, instead });
  if (hasToken(keySet)) {
    refuse('a key set with tokens', 'keys are checked now, and these are known at deployment only', 'Write the key set itself, or read it from a file of your repository.');
  }
  const keys = keysOf(keySet);
  if (keys === undefined || keys.length === 0) {
    return refuse(keySet ?? 'absent', 'it is no JSON Web Key Set with at least one key', 'Give what the jwks_uri of the issuer answers: { keys: [{ kty: "RSA", ... }] }.');
  }
  keys.forEach((key, index) => {
    const name = `key ${typeof key.kid === 'string' ? key.kid : index}`;
    const secret = PRIVATE_MEMBERS.find((member) => member in key);
    if (secret !== undefined || key.kty === 'oct') {
      refuse(name, `it is a private or shared key (${secret ?? 'kty oct'}), and everybody who can see the function's code could sign tokens with it`,
        'Give the public keys only, as the issuer publishes them; for a shared secret, write JwtKeys.secret(secret).');
    }
    const missing = MEMBERS[String(key.kty)]?.find((member) => typeof key[member] !== 'string');
    if (missing !== undefined) refuse(name, `the member ${missing} of a public ${String(key.kty)} key is missing`, 'Give the key as the issuer publishes it.');
    if (key.kty === 'RSA' && bitsOf(key) < SHORTEST_RSA_BITS) {
      refuse(name, `an RSA key of ${bitsOf(key)} bits can be broken`, `Ask the issuer for one of ${SHORTEST_RSA_BITS} bits or more.`);
    }
  });
  const unserved = algorithms.find((algorithm) => !keys.some((key) => verifies(key, algorithm)));
  if (unserved !== undefined) {
    refuse(keys.map(({ kty, alg, crv }) => `${String(kty)}${crv === undefined ? '' : ` ${String(crv)}`}${alg === undefined ? '' : ` for ${String(alg)}`}`),
      `none of these keys verifies ${unserved}, which is among the algorithms`, 'Add the key that the issuer signs with, or correct algorithms.');
  }
}

/** What the function needs of the keys: those that verify one of the algorithms, without their certificates. */
export function deployedKeys(keySet: unknown, algorithms: readonly JwtAlgorithm[]): object[] {
  return (keysOf(keySet) ?? [])
    .filter((key) => algorithms.some((algorithm) => verifies(key, algorithm)))
    .map((key) => {
      const needed = [...DESCRIBING, ...MEMBERS[String(key.kty)]].filter((member) => key[member] !== undefined);
      return Object.fromEntries(needed.map((member) => [member, key[member]]));
    });
}

/** As the handler chooses among keys. */
function verifies({ kty, crv, alg, use }: Key, algorithm: JwtAlgorithm): boolean {
  const kind = { RS: 'RSA', PS: 'RSA', ES: 'EC', Ed: 'OKP' }[algorithm.slice(0, 2)];
  return kty === kind && (crv === undefined || crv === CURVES[algorithm]) && (alg === undefined || alg === algorithm) && (use === undefined || use === 'sig');
}

function keysOf(keySet: unknown): Key[] | undefined {
  const keys: unknown = typeof keySet === 'object' && keySet !== null ? (keySet as { keys?: unknown }).keys : undefined;
  return Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null) ? keys as Key[] : undefined;
}

function bitsOf({ n }: Key): number {
  return 8 * Buffer.from(String(n), 'base64url').length;
}

function hasToken(value: unknown): boolean {
  if (isToken(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasToken);
}
