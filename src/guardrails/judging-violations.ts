import type { PolicyViolation } from 'aws-cdk-lib';
import type { GuardrailsProps } from './guardrails-props';
import type { AppJudgement } from './judgement-of-app';
import { isUnusable } from './waivers/waiver';
import type { WaiverFault } from './waivers/waiver';

/** What is to be said about the judging itself, beside what was found. */
export function judgingViolations(judgement: AppJudgement, { strict = false }: GuardrailsProps): PolicyViolation[] {
  return [...waiverViolations(judgement), ...notJudgedViolations(judgement, strict), ...faultViolations(judgement)];
}

const FIXES: Readonly<Record<WaiverFault['kind'], string>> = {
  expired: 'Remove what is not needed any more, or renew it with a reason.',
  malformed: 'Write rule, scope, reason and owner, and a day as YYYY-MM-DD if it ends.',
  refused: 'Mend what it covers, and remove it.',
  unmatched: 'Remove what is not needed any more, or renew it with a reason.',
};

function waiverViolations({ report }: AppJudgement): PolicyViolation[] {
  return report.summary.waiverFaults.map((fault) => ({
    ruleName: `waiver/${fault.kind}`,
    description: `${fault.place}: ${fault.message}`,
    fix: FIXES[fault.kind],
    severity: isUnusable(fault) ? 'error' : 'warning', // what a refused one covers fails by itself
    violatingResources: [{ constructPath: '', locations: [] }], // without a resource CDK shows no violation
  }));
}

/** Nobody knows what is in there, so that it counts as whatever else cannot be judged. */
function notJudgedViolations({ report }: AppJudgement, strict: boolean): PolicyViolation[] {
  return report.summary.partsNotJudged.map(({ template, location, reason }) => ({
    ruleName: 'engine/not-judged',
    description: reason,
    severity: strict ? 'error' : 'warning',
    violatingResources: [{ ...placeOf(location), templatePath: template, locations: [location] }],
  }));
}

/** A part of a resource is shown at the resource, anything else at the app. */
function placeOf(location: string): { resourceLogicalId: string } | { constructPath: string } {
  const logicalId = /^Resources\.([A-Za-z0-9]+)/.exec(location)?.[1];
  return logicalId === undefined ? { constructPath: '' } : { resourceLogicalId: logicalId };
}

/** A rule that threw has judged nothing: never a pass, and no fault of what it judged. */
function faultViolations({ report, own }: AppJudgement): PolicyViolation[] {
  return report.summary.faults.map(({ ruleId, logicalId, template, error }) => ({
    ruleName: 'engine/rule-fault',
    description: `the rule ${ruleId} failed: ${error.split('\n').slice(0, 3).join(' ')}`,
    fix: `${own.has(ruleId) ? `${ruleId} is a rule of yours: mend its check` : 'This is a fault of cdk-hardened: please report it'}. Until then, `
      + 'turn the rule off by RuleMode.ofRules(EnforcementMode.OFF, ...).',
    severity: 'error',
    violatingResources: [logicalId === undefined ? { constructPath: '', locations: [] } : { resourceLogicalId: logicalId, templatePath: template, locations: [] }],
  }));
}
