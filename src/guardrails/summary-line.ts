import type { PolicyViolation } from 'aws-cdk-lib';
import { IN_BASELINE } from './baseline/in-baseline';
import type { Severity } from './engine/rule';
import type { GuardrailsProps } from './guardrails-props';
import type { AppJudgement } from './judgement-of-app';
import type { Finding } from './reports/report';
import { SEVERITIES } from './reports/severities';
import { severityInCdk } from './severity-in-cdk';

/** More types than this are counted and not named. */
const MOST_TYPES = 5;

/** What CDK counts itself by; it deploys nothing. */
const NOTHING_TO_JUDGE = 'AWS::CDK::Metadata';

/** What else happened in the synth. */
export interface Beside {
  /** What is said about the judging and the remediation. */
  readonly violations: readonly PolicyViolation[];
  /** How many properties remediations set, or would set. */
  readonly remediated: number;
}

/** One line that says what was judged and what came of it, so that a pass is no silence. */
export function summaryLine(judgement: AppJudgement, props: GuardrailsProps, { violations, remediated }: Beside): string {
  const { report: { summary, findings }, rules } = judgement;
  const open = findings.filter(({ waived }) => waived === undefined);
  const saidAs = (...words: string[]): Finding[] => open.filter((finding) => words.includes(severityInCdk(finding, rules.get(finding.ruleId)!, props) ?? 'nothing'));
  const blocking = saidAs('error', 'fatal');
  const warning = saidAs('warning');
  const baselined = findings.filter(({ waived }) => waived?.reason === IN_BASELINE).length;
  const yielding = open.filter(({ profile, verdict }) => profile !== undefined && verdict === 'NON_COMPLIANT').length;
  const otherErrors = violations.filter(({ severity }) => severity === 'error').length;
  const unknown = open.filter(({ verdict }) => verdict === 'INSUFFICIENT_DATA').length;
  const notJudged = summary.typesNotJudged.filter((type) => type !== NOTHING_TO_JUDGE);
  const parts = [
    ...blocking.length + warning.length === 0 ? ['no findings'] : [],
    ...blocking.length > 0 ? [`${counted(blocking.length, 'finding')} ${blocking.length === 1 ? 'blocks' : 'block'} (${bySeverity(blocking)})`] : [],
    ...warning.length > 0 ? [`${counted(warning.length, 'warning')} (${bySeverity(warning)})`] : [],
    ...yielding > 0 ? [`${yielding} of them by the ephemeral profile`] : [],
    ...otherErrors > 0 ? [`${counted(otherErrors, 'error')} about the judging itself`] : [],
    ...remediated > 0 ? [`${counted(remediated, 'property', 'properties')} ${props.dryRun ? 'would be ' : ''}set by remediation`] : [],
    ...summary.waived > baselined ? [`${summary.waived - baselined} waived`] : [],
    ...baselined > 0 ? [`${baselined} in the baseline`] : [],
    ...unknown > 0 ? [`${unknown} cannot be judged from the templates`] : [],
    ...notJudged.length > 0 ? [`no rule judges ${typesIn(notJudged)}`] : [],
  ];
  return `cdk-hardened: ${counted(summary.resources, 'resource')} in ${counted(summary.templates, 'template')}, ${counted(summary.rules, 'rule')}: ${parts.join('; ')}`;
}

function bySeverity(findings: readonly Finding[]): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return SEVERITIES.filter((severity) => count(severity) > 0).map((severity) => `${count(severity)} ${severity}`).join(', ');
}

function typesIn(types: readonly string[]): string {
  const rest = types.length - MOST_TYPES;
  return rest > 0 ? `${types.slice(0, MOST_TYPES).join(', ')} and ${counted(rest, 'other type')}` : types.join(', ');
}

function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
