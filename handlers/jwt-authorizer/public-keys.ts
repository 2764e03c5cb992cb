import type { JWK } from 'jose';
import { KeptFresh } from './kept-fresh';
import { keySetAt, keySetUrlOf } from './key-sets';
import type { KeySource } from './key-source';
import type { KeySettings } from './settings';

/** Issuers publish a new key well before they sign with it; a key that is unknown is looked for at once, at most every half minute. */
const TIMES = { fresh: 10 * 60_000, pause: 30_000 };

const KEY_TYPES: Readonly<Record<string, string>> = { RS: 'RSA', PS: 'RSA', ES: 'EC', Ed: 'OKP' };

/** The public keys of an issuer. */
export class PublicKeys implements KeySource {
  private readonly keySet: KeptFresh<readonly JWK[]>;

  public constructor(keys: Exclude<KeySettings, { kind: 'secret' }>, issuer: string) {
    this.keySet = new KeptFresh(async () => {
      if (keys.kind === 'pinned') return keys.keys as readonly JWK[];
      return keySetAt(keys.kind === 'jwks' ? keys.url : await keySetUrlOf(issuer));
    }, TIMES);
  }

  public async candidates(header: Readonly<Record<string, unknown>>): Promise<readonly JWK[]> {
    const found = matching(await this.keySet.get(), header);
    return found.length > 0 ? found : await this.candidatesAnew(header) ?? [];
  }

  public async candidatesAnew(header: Readonly<Record<string, unknown>>): Promise<readonly JWK[] | undefined> {
    const keys = await this.keySet.anew();
    return keys && matching(keys, header);
  }
}

/** Public keys for signatures of the token's algorithm, the one with its key id if it names one. */
function matching(keys: readonly JWK[], { alg, kid }: Readonly<Record<string, unknown>>): JWK[] {
  return keys.filter((key) => key.kty === KEY_TYPES[String(alg).slice(0, 2)]
    && (key.alg === undefined || key.alg === alg)
    && (key.use === undefined || key.use === 'sig')
    && (kid === undefined || key.kid === kid));
}
