import type { RequestMatch } from './request-match';

/** A rule of your own in a `WebFirewall`. There is none that allows: it would end the inspection by the rules after it. */
export class FirewallRule {
  /** Refuses the requests with 403. */
  public static block(name: string, match: RequestMatch): FirewallRule {
    return new FirewallRule(name, match, false);
  }

  /** Counts and logs the requests, to see what a rule would block. */
  public static count(name: string, match: RequestMatch): FirewallRule {
    return new FirewallRule(name, match, true);
  }

  /** Refuses the requests with 429 while one address sends more than `limit` of them in 5 minutes: for a login or a search. */
  public static limit(name: string, limit: number, match: RequestMatch): FirewallRule {
    return new FirewallRule(name, match, false, limit);
  }

  private constructor(
    /** Name of the rule, in its metric and in logs. */
    public readonly name: string,
    /** Which requests it is about. */
    public readonly match: RequestMatch,
    /** Whether it counts only. */
    public readonly countsOnly: boolean,
    /** Requests in 5 minutes from one address, for a rule that limits a rate. */
    public readonly limitPerAddress?: number,
  ) {}
}
