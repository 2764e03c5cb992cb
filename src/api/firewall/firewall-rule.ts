import type { Duration } from 'aws-cdk-lib';
import type { RequestMatch } from './request-match';

/** A rule of your own in a `WebFirewall`. There is none that allows: it would end the inspection by the rules after it. */
export class FirewallRule {
  /** Refuses the requests with 403. */
  public static block(name: string, match: RequestMatch): FirewallRule {
    return new FirewallRule(name, match, 'block');
  }

  /** Counts and logs the requests, to see what a rule would block. */
  public static count(name: string, match: RequestMatch): FirewallRule {
    return new FirewallRule(name, match, 'count');
  }

  /** Refuses the requests with 429 while one address sends more than `limit` of them in 5 minutes: for a login or a search. */
  public static limit(name: string, limit: number, match: RequestMatch): FirewallRule {
    return new FirewallRule(name, match, 'limit', [], limit);
  }

  /**
   * Has the browser prove in the background that it is one, by a script that AWS WAF sends; whoever has proved it passes for a
   * while. For pages that browsers ask for: programs, and calls that scripts make without AWS WAF's own script, get 202 and no answer.
   *
   * Costs 0.40 USD per million scripts that are sent (https://aws.amazon.com/waf/pricing/).
   *
   * @param immunity how long a proof holds, 5 minutes to 3 days; AWS WAF's default is 5 minutes
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
   */
  public static challenge(name: string, match: RequestMatch, immunity?: Duration): FirewallRule {
    return new FirewallRule(name, match, 'challenge', [], undefined, immunity);
  }

  /**
   * Shows a puzzle to people; who solves it passes for a while. For pages that people open: programs, and calls that scripts make
   * without AWS WAF's own script, get 405.
   *
   * Costs 0.40 USD per thousand puzzles that are tried (https://aws.amazon.com/waf/pricing/).
   *
   * @param immunity how long a solved puzzle holds, 1 minute to 3 days; AWS WAF's default is 5 minutes
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
   */
  public static captcha(name: string, match: RequestMatch, immunity?: Duration): FirewallRule {
    return new FirewallRule(name, match, 'captcha', [], undefined, immunity);
  }

  private constructor(
    /** Name of the rule, in its metric and in logs. */
    public readonly name: string,
    /** Which requests it is about. */
    public readonly match: RequestMatch,
    /** What it does: `block`, `count`, `limit`, `challenge` or `captcha`. */
    public readonly action: string,
    /** Labels that it gives to the requests. */
    public readonly labels: string[] = [],
    /** Requests in 5 minutes from one address, for a rule that limits a rate. */
    public readonly limitPerAddress?: number,
    /** How long a passed challenge or puzzle holds. */
    public readonly immunity?: Duration,
  ) {}

  /**
   * The same rule, which also labels the requests that it matches: rules after it find them by `RequestMatch.label(...)`, and the log
   * and metrics show them.
   */
  public labelled(...labels: string[]): FirewallRule {
    return new FirewallRule(this.name, this.match, this.action, [...this.labels, ...labels], this.limitPerAddress, this.immunity);
  }
}
