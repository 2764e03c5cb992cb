import type { PolicyViolation } from 'aws-cdk-lib';
import type { GuardrailsProps } from './guardrails-props';
import type { AppJudgement } from './judgement-of-app';
import type { Finding } from './reports/report';
import { severityInCdk } from './severity-in-cdk';

/** More than this are counted and not named: CDK shows all of them as one paragraph. */
const MOST_NAMED = 10;

/** What cannot be judged from the templates, as one piece of information: it is no fault of the app, and there may be much of it. */
export function unknownViolations({ report, rules }: AppJudgement, props: GuardrailsProps): PolicyViolation[] {
  const silent = report.findings.filter((finding) => finding.verdict === 'INSUFFICIENT_DATA' && finding.waived === undefined
    && severityInCdk(finding, rules.get(finding.ruleId)!, props) === undefined);
  if (silent.length === 0) return [];
  const named = silent.slice(0, MOST_NAMED).map(nameOf);
  const rest = silent.length - named.length;
  return [{
    ruleName: 'engine/not-known',
    description: `cannot be judged from the templates: ${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`,
    fix: 'Nothing has to be done. `reportFiles` lists all of them with their reasons; `strict: true` makes errors and warnings of them.',
    severity: 'info',
    violatingResources: [{ constructPath: '', locations: [] }], // without a resource CDK shows no violation
  }];
}

function nameOf({ ruleId, constructPath, logicalId, template, message }: Finding): string {
  return `${ruleId} of ${constructPath ?? logicalId ?? (template === '' ? 'the app' : template)} (${message})`;
}
