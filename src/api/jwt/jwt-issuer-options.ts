import type { Duration } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type { JwtAlgorithm } from './jwt-algorithm';
import type { JwtKeys } from './jwt-keys';

/** What tokens of any issuer may be asked for. */
export interface JwtChecks {
  /**
   * What the header `typ` must be: `at+jwt` for access tokens by RFC 9068.
   *
   * @default - any
   */
  readonly tokenType?: string;

  /**
   * Age of a token, since its `iat`, at which it ends whatever its `exp` says.
   *
   * @default - tokens are good until their `exp`, which each must have
   */
  readonly maxAge?: Duration;

  /**
   * How far the clock of the issuer may be off, at most 5 minutes.
   *
   * @default Duration.seconds(0)
   */
  readonly clockTolerance?: Duration;

  /**
   * Claims that must have exactly these values.
   *
   * @default - none
   */
  readonly claims?: { [name: string]: string | number | boolean };

  /**
   * Claims that are handed on to the integration, as text in `requestContext.authorizer`.
   *
   * @default - the function hands on none but `sub`, as `principalId` (quotes, backslashes, percent signs and control
   * characters encoded, and `caller` where there is none); API Gateway's own authorizer hands on all claims
   */
  readonly contextClaims?: string[];

  /**
   * Header that holds `Bearer` and the token.
   *
   * @default 'Authorization'
   */
  readonly header?: string;
}

/** What tokens of an issuer must be. */
export interface JwtIssuerOptions extends JwtChecks {
  /**
   * Who the tokens are for: the claim `aud` must name one of these. API Gateway's own authorizer of an HTTP API also takes a token without `aud` whose
   * `client_id` is one of them; `JwtVerifier.FUNCTION` does not.
   */
  readonly audiences: string[];

  /**
   * Signature algorithms that are accepted, whatever a token says. The HS algorithms go with `JwtKeys.secret`, all others with public
   * keys. API Gateway's own authorizer of an HTTP API takes RS256, RS384 and RS512 alike: where some of them are named here, a function verifies.
   *
   * @default [JwtAlgorithm.RS256] - with `JwtKeys.secret` [JwtAlgorithm.HS256]; on an HTTP API that verifies tokens itself, RS256, RS384 and RS512
   */
  readonly algorithms?: JwtAlgorithm[];

  /**
   * Where the keys come from.
   *
   * @default JwtKeys.issuer()
   */
  readonly keys?: JwtKeys;

  /**
   * What the claim `token_use` must be.
   *
   * @default - not looked at
   */
  readonly tokenUse?: string;
}

/** Which tokens of a Cognito user pool are taken. */
export interface JwtUserPoolOptions extends JwtChecks {
  /** App clients whose tokens are taken. */
  readonly clients: cognito.IUserPoolClient[];

  /**
   * Takes ID tokens instead of access tokens. An ID token says who somebody is, to the app that it was issued to; it carries no scopes.
   *
   * @default false
   */
  readonly acceptIdToken?: boolean;

  /**
   * Where the keys come from.
   *
   * @default JwtKeys.issuer()
   */
  readonly keys?: JwtKeys;
}
