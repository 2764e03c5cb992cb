import type { Duration } from 'aws-cdk-lib';
import type { JwtVerifier } from './jwt-verifier';

/** Which tokens of an issuer a route takes. */
export interface JwtScopes {
  /**
   * Scopes, one of which a token must have: a word of its claim `scope`, or an entry of `scp`.
   *
   * @default - none: `withoutScopes` must then be set
   */
  readonly scopes?: string[];

  /**
   * Takes every token that the issuer's options accept: whoever the issuer gives a token for this audience may call the route.
   *
   * @default false
   */
  readonly withoutScopes?: boolean;

  /**
   * How long API Gateway keeps the answer of the function for the same token, at most one hour; a token is let in for so much longer than
   * its `exp`. API Gateway's own authorizer keeps none.
   *
   * @default Duration.minutes(5)
   */
  readonly cacheTtl?: Duration;
}

/** How tokens of an issuer open a route. */
export interface JwtAuthOptions extends JwtScopes {
  /**
   * Who verifies the tokens.
   *
   * @default JwtVerifier.AUTOMATIC
   */
  readonly verifier?: JwtVerifier;
}
