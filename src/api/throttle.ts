/** How many requests API Gateway lets through before it answers 429. */
export interface ApiThrottle {
  /** Requests a second, on average. */
  readonly rateLimit: number;

  /** Requests at once, above the rate, until the bucket is empty. A whole number. */
  readonly burstLimit: number;
}
