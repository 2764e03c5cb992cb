import type { RequestMatch } from './request-match';

/** How closely bots are looked for. */
export enum BotInspectionLevel {
  /** Bots that say what they are, and what is known to send bots. */
  COMMON = 'COMMON',

  /** Also bots that pose as browsers, by challenges, sessions and machine learning; wants AWS WAF's script in your pages. */
  TARGETED = 'TARGETED',
}

/** What bot control looks at. */
export interface BotControlOptions {
  /**
   * How closely bots are looked for.
   *
   * @default BotInspectionLevel.COMMON
   */
  readonly inspectionLevel?: BotInspectionLevel;

  /**
   * Whether statistics of the traffic are analysed for bots that work together; at the level `TARGETED` only.
   *
   * @default - as AWS has it: on at the level `TARGETED`
   */
  readonly machineLearning?: boolean;

  /**
   * The only requests that are inspected, and paid for.
   *
   * @default - all requests
   */
  readonly requests?: RequestMatch;
}
