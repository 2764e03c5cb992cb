import type { Rule } from './engine/rule';
import type { GuardrailsProps } from './guardrails-props';
import { isBlocking } from './mode-of-rule';
import type { Finding } from './reports/report';
import { mayNotBeWaived } from './waivers/unwaivable';

/**
 * What CDK's report calls a finding. Blocking ones are `error`: with any other word one acknowledgement anywhere may let the whole report
 * pass. `fatal` cannot be acknowledged. Undefined: not worth a line of its own, as what cannot be judged unless it is asked for.
 */
export function severityInCdk(finding: Finding, rule: Rule, { modes = [], strict = false, unwaivable }: GuardrailsProps): 'fatal' | 'error' | 'warning' | undefined {
  if (mayNotBeWaived(finding, unwaivable)) return 'fatal';
  const blocks = finding.profile === undefined && isBlocking(rule, modes);
  if (finding.verdict === 'INSUFFICIENT_DATA' && !strict) return undefined;
  return blocks ? 'error' : 'warning';
}
