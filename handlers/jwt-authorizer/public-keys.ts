import { createPublicKey, JsonWebKey, KeyObject } from 'crypto';
import type { JWK } from 'jose';
import { KeptFresh } from './kept-fresh';
import { deployedKeySet, keySetAt, keySetUrlOf } from './key-sets';
import type { KeySource } from './key-source';
import type { KeySettings } from './settings';

/** Issuers publish a new key well before they sign with it; a key that is unknown is looked for at once, at most every half minute. */
const TIMES = { fresh: 10 * 60_000, pause: 30_000, longest: 24 * 60 * 60_000 };

/** For the configuration of the issuer and its key set together. */
const LONGEST_FETCH = 4_000;

const KEY_TYPES: Readonly<Record<string, string>> = { RS: 'RSA', PS: 'RSA', ES: 'EC', Ed: 'OKP' };

/** A key of a set, ready for use. */
interface PublicKey {
  readonly jwk: JWK;
  readonly key: KeyObject;
}

/** The public keys of an issuer. */
export class PublicKeys implements KeySource {
  private readonly keySet: KeptFresh<readonly PublicKey[]>;

  public constructor(keys: Exclude<KeySettings, { kind: 'secret' }>, issuer: string) {
    this.keySet = new KeptFresh(async () => {
      if (keys.kind === 'pinned') return readyForUse(deployedKeySet());
      const signal = AbortSignal.timeout(LONGEST_FETCH);
      return readyForUse(await keySetAt(keys.kind === 'jwks' ? keys.url : await keySetUrlOf(issuer, signal), signal));
    }, TIMES);
  }

  public async candidates(header: Readonly<Record<string, unknown>>): Promise<readonly KeyObject[]> {
    const found = matching(await this.keySet.get(), header);
    return found.length > 0 ? found : await this.candidatesAnew(header) ?? [];
  }

  public async candidatesAnew(header: Readonly<Record<string, unknown>>): Promise<readonly KeyObject[] | undefined> {
    const keys = await this.keySet.anew();
    return keys && matching(keys, header);
  }
}

/** The keys that Node understands: sets also hold keys for encryption, and of kinds that are not in use here. */
function readyForUse(keys: readonly JWK[]): PublicKey[] {
  return keys.flatMap((jwk) => {
    try {
      return [{ jwk, key: createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }) }];
    } catch {
      return [];
    }
  });
}

/** Public keys for signatures of the token's algorithm, the one with its key id if it names one. */
function matching(keys: readonly PublicKey[], { alg, kid }: Readonly<Record<string, unknown>>): KeyObject[] {
  return keys.filter(({ jwk }) => jwk.kty === KEY_TYPES[String(alg).slice(0, 2)]
    && (jwk.alg === undefined || jwk.alg === alg)
    && (jwk.use === undefined || jwk.use === 'sig')
    && (kid === undefined || jwk.kid === kid)).map(({ key }) => key);
}
