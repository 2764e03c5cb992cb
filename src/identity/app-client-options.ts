import type { Duration } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';

/** An app that signs its users in by the authorization code flow. */
export interface AppClientOptions {
  /**
   * Where Cognito sends users back with the code: `https://shop.example.com/callback`. HTTPS without wildcards; mobile apps claim such
   * a link. `localhost`, with or without TLS, is taken in an ephemeral environment only; the pool's own firewall then only counts it.
   */
  readonly callbackUrls: string[];

  /** What the app may ask for: `openid`, `email`, `profile`, `phone`, and scopes of your APIs such as `orders/write`. */
  readonly scopes: string[];

  /**
   * Where Cognito may send users after they sign out, by the same rules as callbacks.
   *
   * @default - nowhere
   */
  readonly logoutUrls?: string[];

  /**
   * Whether the app runs on a server that can keep a secret. Pages and mobile apps cannot.
   *
   * @default false
   */
  readonly confidential?: boolean;

  /**
   * How long access tokens are good for, 5 minutes to 1 hour: a backend that checks signatures only does not learn of a revocation before.
   *
   * @default Duration.minutes(15)
   */
  readonly accessTokenValidity?: Duration;

  /**
   * How long ID tokens are good for, 5 minutes to 1 hour.
   *
   * @default Duration.minutes(15)
   */
  readonly idTokenValidity?: Duration;

  /**
   * How long users stay signed in, 1 hour to 90 days: refresh tokens are good for one use, can be revoked, and their successors expire
   * when they would have.
   *
   * @default Duration.hours(12)
   */
  readonly refreshTokenValidity?: Duration;

  /**
   * Attributes of their users that ID tokens and `/oauth2/userInfo` tell. Attributes of yours are told only if they are listed here: list
   * those that principal tags of a `SecureIdentityPool` are made of, and `emailVerified` if the app reads it.
   *
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
   *
   * @default - the standard attributes, and whether e-mail address and phone number are verified
   */
  readonly readAttributes?: cognito.ClientAttributes;

  /**
   * Attributes of their own that users can change through this app. Never list one that decides on access.
   *
   * @default - e-mail, names, picture, locale and time zone
   */
  readonly writeAttributes?: cognito.ClientAttributes;
}
