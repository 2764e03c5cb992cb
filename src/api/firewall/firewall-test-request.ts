/**
 * A request for a test of what is deployed, and what the firewall should do with it.
 *
 * The same table lies in the npm package as `data/firewall-requests.json`, for tests that know nothing of the app.
 */
export interface FirewallTestRequest {
  /** Name of the request, unique in the table: `sql-injection-in-query`. */
  readonly name: string;

  /** HTTP method. */
  readonly method: string;

  /** Path and query string, URL-encoded, to be put behind the URL of the API or site. */
  readonly path: string;

  /**
   * Headers by name, in lower case.
   *
   * @default - whatever the client sends by itself
   */
  readonly headers?: Record<string, string>;

  /**
   * Headers that must not be sent, although clients do by themselves.
   *
   * @default - none
   */
  readonly withoutHeaders?: string[];

  /**
   * Body.
   *
   * @default - none
   */
  readonly body?: string;

  /**
   * Whether the firewall refuses it: with 403 and the message `Forbidden`. On a `SecureSite`, refusals by a `ruleGroup` have the error page, with
   * 404 if there is no API behind it.
   */
  readonly refused: boolean;

  /**
   * Managed rule group that it should hit.
   *
   * @default - a rule of the firewall itself, or none where the request is harmless
   */
  readonly ruleGroup?: string;

  /**
   * Rule that it should hit; the first one, where several would.
   *
   * @default - none, where the request is harmless
   */
  readonly rule?: string;

  /** Page of AWS that says so, or why a harmless request is in the table. */
  readonly source: string;
}
