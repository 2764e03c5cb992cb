import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { KeyChoice } from './key-choice';

/** Which part of a secret signs tokens. */
export interface JwtSecretOptions {
  /**
   * Field of the JSON object in the secret.
   *
   * @default - the whole text of the secret
   */
  readonly field?: string;
}

/**
 * The keys that tokens are verified with.
 *
 * @example
 * declare const secret: secretsmanager.ISecret;
 * const partner = JwtIssuer.at('https://partner.example.com', { audiences: ['orders'], keys: JwtKeys.secret(secret) });
 */
export class JwtKeys {
  /**
   * The key set that the issuer's OpenID configuration names, at `<issuer>/.well-known/openid-configuration`. Fetched by https, kept for
   * 10 minutes, and for up to 24 hours while the issuer is down.
   */
  public static issuer(): JwtKeys {
    return new JwtKeys({ kind: 'issuer' });
  }

  /**
   * The JSON Web Key Set behind an https URL: where the issuer has no OpenID configuration. Kept as that of `issuer()`.
   */
  public static jwks(url: string): JwtKeys {
    return new JwtKeys({ kind: 'jwks', url });
  }

  /**
   * A JSON Web Key Set that is deployed with the function, which then calls nobody: the choice inside a VPC. A key that the issuer
   * changes takes a deployment.
   *
   * @param keySet object with the list `keys`, as the issuer publishes it: `{ keys: [{ kty: 'RSA', kid: '...', n: '...', e: 'AQAB' }] }`;
   * private keys are refused
   */
  public static pinned(keySet: { [name: string]: any }): JwtKeys {
    return new JwtKeys({ kind: 'pinned', keySet });
  }

  /**
   * A shared secret, for the HS algorithms. Its current version counts, and the pending one while it is rotated; a change arrives within
   * 5 minutes. Whoever can read it can sign tokens: where you can choose, choose public keys.
   */
  public static secret(secret: ISecret, options: JwtSecretOptions = {}): JwtKeys {
    return new JwtKeys({ kind: 'secret', secret, field: options.field });
  }

  /** @internal */
  public readonly _choice: KeyChoice;

  private constructor(choice: KeyChoice) {
    this._choice = choice;
  }
}
