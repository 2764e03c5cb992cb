import type { KeyObject, webcrypto } from 'crypto';

/** A key that may have signed a token. */
export type VerificationKey = KeyObject | webcrypto.CryptoKey;

/** Where keys come from. */
export interface KeySource {
  /** The keys that may have signed a token with this header, the likeliest first. */
  candidates(header: Readonly<Record<string, unknown>>): Promise<readonly VerificationKey[]>;

  /** The same, fetched anew because none of them had; undefined if it is too early to ask again. */
  candidatesAnew(header: Readonly<Record<string, unknown>>): Promise<readonly VerificationKey[] | undefined>;
}
