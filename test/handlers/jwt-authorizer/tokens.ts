import * as crypto from 'crypto';

/** Tokens are made by hand and not by the library that the authorizer uses: what both understood wrongly would pass. */
export type Json = Readonly<Record<string, unknown>>;

/** What signs tokens of one algorithm, and the key that verifies them. */
export interface Signer {
  readonly alg: string;
  readonly sign: (input: string) => Buffer;
  /** Absent where the key is a shared secret. */
  readonly jwk?: Json;
}

export const SECRET = 'correct-horse-battery-staple-correct-horse-battery-staple-0123456789';

export function hmac(alg: string, secret: string | Buffer = SECRET): Signer {
  return { alg, sign: (input) => crypto.createHmac(`sha${alg.slice(2)}`, secret).update(input).digest() };
}

/** A fresh key pair for an algorithm. */
export function keyPair(alg: string, kid = `${alg}-1`): Signer {
  const { publicKey, privateKey } = pairFor(alg);
  const hash = `sha${alg.slice(2)}`;
  const sign = (input: string): Buffer => {
    const data = Buffer.from(input);
    if (alg === 'EdDSA') return crypto.sign(null, data, privateKey);
    if (alg.startsWith('ES')) return crypto.sign(hash, data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    if (alg.startsWith('PS')) {
      const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = crypto.constants;
      return crypto.sign(hash, data, { key: privateKey, padding, saltLength });
    }
    return crypto.sign(hash, data, privateKey);
  };
  return { alg, sign, jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' } };
}

function pairFor(alg: string): crypto.KeyPairKeyObjectResult {
  if (alg === 'EdDSA') return crypto.generateKeyPairSync('ed25519');
  if (alg.startsWith('ES')) return crypto.generateKeyPairSync('ec', { namedCurve: { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }[alg]! });
  return crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
}

export const ISSUER = 'https://issuer.example.test/tenant';
export const NOW = Math.floor(Date.now() / 1000);

/** Claims of a token that is good. */
export const CLAIMS: Json = { iss: ISSUER, aud: 'orders', sub: 'user-1', iat: NOW - 10, exp: NOW + 600, scope: 'orders/read orders/write' };

/** A signed token; the header names algorithm and key unless it says otherwise. */
export function token(signer: Signer, claims: Json | string = CLAIMS, header: Json | string = {}): string {
  const head = typeof header === 'string' ? header : JSON.stringify({ alg: signer.alg, typ: 'JWT', ...signer.jwk ? { kid: signer.jwk.kid } : {}, ...header });
  const body = typeof claims === 'string' ? claims : JSON.stringify(claims);
  const input = `${encoded(head)}.${encoded(body)}`;
  return `${input}.${signer.sign(input).toString('base64url')}`;
}

export function encoded(text: string | Buffer): string {
  return Buffer.from(text).toString('base64url');
}
