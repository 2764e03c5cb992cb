import type { FirewallPayloadType, FirewallResponses } from './account-takeover-options';
import type { RequestMatch } from './request-match';

/** Where accounts are made, and what is sent for it. */
export interface AccountCreationFraudPreventionOptions {
  /** Path of the page with the form (GET, HTML): `/register`. As AWS WAF sees it, with a stage or base path in front. */
  readonly registrationPagePath: string;

  /** Path that the form is sent to (POST): `/api/accounts`. */
  readonly creationPath: string;

  /**
   * How the form is sent.
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
   * Field of the e-mail address.
   *
   * @default - `/email` in JSON, `email` in a form
   */
  readonly emailField?: string;

  /**
   * Fields that together are the telephone number.
   *
   * @default - none is looked at
   */
  readonly phoneNumberFields?: string[];

  /**
   * Fields that together are the postal address.
   *
   * @default - none is looked at
   */
  readonly addressFields?: string[];

  /**
   * How the application answers; for `FirewallScope.CLOUDFRONT`.
   *
   * @default - answers are not looked at
   */
  readonly responses?: FirewallResponses;

  /**
   * The only requests that are inspected, and paid for.
   *
   * @default - all at the two paths
   */
  readonly requests?: RequestMatch;
}
