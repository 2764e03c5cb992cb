import type { Severity } from '../guardrails/engine/rule';
import type { Report } from '../guardrails/reports/report';
import { SEVERITIES } from '../guardrails/reports/severities';
import { isUnusable } from '../guardrails/waivers/waiver';

/** Whether `check` fails, in a sentence that says why. */
export interface Conclusion {
  readonly fails: boolean;
  readonly text: string;
}

export interface Threshold {
  readonly failOn: Severity;
  /** Whether what cannot be judged counts. */
  readonly strict: boolean;
}

/** A rule that threw has judged nothing, and nobody has judged what could not be read: that is no pass either. */
export function conclusionOf({ findings, summary }: Report, { failOn, strict }: Threshold): Conclusion {
  const worst = failOn === 'critical' ? 'severity critical' : `severity ${failOn} or worse`;
  const counting = findings.filter(({ waived, severity }) => waived === undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn));
  const violations = counting.filter(({ verdict }) => verdict === 'NON_COMPLIANT').length;
  const unknown = strict ? counting.length - violations : 0;
  const parts = summary.partsNotJudged.length;
  const waivers = summary.waiverFaults.filter(isUnusable).length;
  const reasons = [
    ...violations > 0 ? [`${counted(violations, 'finding')} of ${worst}`] : [],
    ...unknown > 0 ? [`${unknown} of ${worst} cannot be judged`] : [],
    ...strict && parts > 0 ? [`${counted(parts, 'part')} of the templates not judged`] : [],
    ...summary.faults.length > 0 ? [`${counted(summary.faults.length, 'fault')} of rules`] : [],
    ...waivers > 0 ? [`${counted(waivers, 'waiver')} that cannot be used`] : [],
  ];
  if (reasons.length > 0) return { fails: true, text: `failed: ${reasons.join('; ')}. \`cdk-hardened explain RULE\` tells more of a rule` };
  return { fails: false, text: `passed: no findings of ${worst}${parts > 0 ? `; ${counted(parts, 'part')} of the templates not judged` : ''}` };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
