import type { RequestMatch } from './request-match';

/** How a form or call sends its fields. */
export enum FirewallPayloadType {
  /** A JSON body; fields are JSON pointers: `/user/name`. */
  JSON = 'JSON',

  /** A form as browsers send it; fields are names: `username`. */
  FORM_ENCODED = 'FORM_ENCODED',
}

/** How the application answers, by its status codes; for distributions only. */
export interface FirewallResponses {
  /** Status codes of success, one at least: `[200]`. */
  readonly successCodes: number[];

  /** Status codes of failure, one at least and none of the others: `[401, 403]`. */
  readonly failureCodes: number[];
}

/** Where logins arrive, and what is in them. */
export interface AccountTakeoverPreventionOptions {
  /**
   * Path of login requests (POST), without a query string: `/login`. As AWS WAF sees it: the `execute-api` endpoint puts the stage in
   * front, a custom domain name its base path.
   */
  readonly loginPath: string;

  /**
   * How the login is sent.
   *
   * @default FirewallPayloadType.JSON
   */
  readonly payloadType?: FirewallPayloadType;

  /**
   * Field of the user name.
   *
   * @default - `/username` in JSON, `username` in a form
   */
  readonly usernameField?: string;

  /**
   * Field of the password.
   *
   * @default - `/password` in JSON, `password` in a form
   */
  readonly passwordField?: string;

  /**
   * How the application answers logins, so that addresses and sessions with many failures are refused; for `FirewallScope.CLOUDFRONT`.
   *
   * @default - answers are not looked at
   */
  readonly responses?: FirewallResponses;

  /**
   * The only logins that are inspected, and paid for.
   *
   * @default - all at the path
   */
  readonly requests?: RequestMatch;
}
