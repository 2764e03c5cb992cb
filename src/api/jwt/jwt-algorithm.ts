/**
 * How a token is signed (RFC 7518, section 3.1; RFC 8037). There is no `none`.
 */
export enum JwtAlgorithm {
  /** HMAC with SHA-256 and a shared secret of 32 bytes or more. */
  HS256 = 'HS256',
  /** HMAC with SHA-384 and a shared secret of 48 bytes or more. */
  HS384 = 'HS384',
  /** HMAC with SHA-512 and a shared secret of 64 bytes or more. */
  HS512 = 'HS512',
  /** RSA (PKCS #1 v1.5) with SHA-256: what most issuers sign with. */
  RS256 = 'RS256',
  /** RSA (PKCS #1 v1.5) with SHA-384. */
  RS384 = 'RS384',
  /** RSA (PKCS #1 v1.5) with SHA-512. */
  RS512 = 'RS512',
  /** RSA (PSS) with SHA-256. */
  PS256 = 'PS256',
  /** RSA (PSS) with SHA-384. */
  PS384 = 'PS384',
  /** RSA (PSS) with SHA-512. */
  PS512 = 'PS512',
  /** ECDSA on P-256 with SHA-256. */
  ES256 = 'ES256',
  /** ECDSA on P-384 with SHA-384. */
  ES384 = 'ES384',
  /** ECDSA on P-521 with SHA-512. */
  ES512 = 'ES512',
  /** Ed25519. */
  EDDSA = 'EdDSA',
}
