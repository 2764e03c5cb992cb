/**
 * List prices of interface endpoints in us-east-1, in USD; other regions differ by some percent.
 *
 * @see https://aws.amazon.com/privatelink/pricing/
 */
export const INTERFACE_ENDPOINT = { perZoneAndHour: 0.01, perGigabyte: 0.01 };

/** As AWS counts a month in its examples. */
const HOURS_PER_MONTH = 730;

/** What interface endpoints cost every month, whether or not anything goes through them. */
export function monthlyCost(zones: number): number {
  return zones * INTERFACE_ENDPOINT.perZoneAndHour * HOURS_PER_MONTH;
}
