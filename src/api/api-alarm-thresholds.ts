/** From where on the alarms of an API ring. Zero is allowed: the first request beyond rings. */
export interface ApiAlarmThresholds {
  /**
   * Share of requests that end in a server error, in percent, in each of three periods of 5 minutes.
   *
   * @default 1
   */
  readonly serverErrorPercent?: number;

  /**
   * Client errors in 5 minutes.
   *
   * @default 200
   */
  readonly clientErrors?: number;

  /**
   * Requests refused by a throttle or quota in 5 minutes, in each of three such periods.
   *
   * @default 0
   */
  readonly throttledRequests?: number;

  /**
   * Requests that the web firewall blocks in 5 minutes.
   *
   * @default 200
   */
  readonly blockedRequests?: number;
}
