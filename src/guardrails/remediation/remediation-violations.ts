import type { PolicyViolation } from 'aws-cdk-lib';
import { wasMade } from './remediation-log';
import type { Remediated, RemediationLog } from './remediation-log';
import type { Rule } from '../engine/rule';
import type { Finding } from '../reports/report';

/** What the remediation did, would have done, or could not do, as lines of CDK's report: one for all resources of which the same is true. */
export function remediationViolations(entries: readonly Remediated[], missedStages: readonly string[], dryRun: boolean): PolicyViolation[] {
  return grouped([
    ...entries.filter(({ isUndecided }) => !isUndecided).map((entry) => lineOf(entry, dryRun)),
    ...missedStages.map((stage): PolicyViolation => ({
      ruleName: 'engine/stage-not-reached',
      description: `the Stage ${stage} was synthesized before its resources could be remediated as asked: nothing is said of what is left in it`,
      fix: 'Call Guardrails.enforce(app, ...) before anything synthesizes the Stage, such as pipeline.addStage(stage): best before the Stage is made.',
      severity: 'error',
      violatingResources: [{ constructPath: stage, locations: [] }],
    })),
  ]);
}

/** Findings that are still there although their remediation was made: a fault of ours or of an override that came later. */
export function notTaken(findings: readonly Finding[], log: RemediationLog): PolicyViolation[] {
  return findings.filter(({ verdict, ruleId, constructPath = '' }) => verdict === 'NON_COMPLIANT' && log.isRemediated(ruleId, constructPath))
    .map(({ ruleId, message, location, constructPath }) => ({
      ruleName: 'engine/remediation-did-not-take',
      description: `${ruleId} was remediated and is still violated: ${message}`,
      fix: 'Look for an override or an Aspect that comes later. If there is none, this is a fault of cdk-hardened: please report it.',
      severity: 'error',
      violatingResources: [{ constructPath, locations: [location] }],
    }));
}

/** Findings of rules that were to mend them, about which nothing was said: what decides came later, or stands in another resource. */
export function leftOver(findings: readonly Finding[], log: RemediationLog, rules: readonly Rule[]): PolicyViolation[] {
  const remediating = new Set(rules.map(({ id }) => id));
  return grouped(findings.flatMap(({ ruleId, verdict, waived, profile, constructPath, location, fix }) => {
    const said = log.of(ruleId, constructPath ?? '');
    if (verdict !== 'NON_COMPLIANT' || waived !== undefined || profile !== undefined || !remediating.has(ruleId) || said.some(isSaid)) return [];
    const why = said.find(({ isUndecided }) => isUndecided)?.obstacle ?? (said.length > 0
      ? 'the rest is nothing that a property of the resource would mend'
      : 'when it could be changed, nothing was wrong with its properties as such');
    return [{
      ruleName: 'remediation/left-alone',
      description: `${ruleId} leaves ${said.some(wasMade) ? 'a part of it' : 'it'} as it is: ${why}`,
      fix,
      severity: 'warning',
      violatingResources: [{ constructPath, locations: [location] }],
    }];
  }));
}

/** Whether the report has a line already that explains why the finding is there. */
function isSaid({ isUndecided, isPart, obstacle }: Remediated): boolean {
  return !isUndecided && (obstacle !== undefined || !isPart);
}

function lineOf(entry: Remediated, dryRun: boolean): PolicyViolation {
  const { ruleId, resource, change, obstacle, isFault } = entry;
  return {
    ruleName: isFault ? 'engine/rule-fault' : obstacle !== undefined ? 'remediation/left-alone' : dryRun ? 'remediation/planned' : 'remediation/made',
    description: obstacle === undefined ? made(entry, dryRun) : `${ruleId} leaves ${change?.path ?? 'it'} as it is: ${obstacle}`,
    ...obstacle === undefined ? {} : { fix: fixOf(entry) },
    severity: isFault ? 'error' : obstacle === undefined ? 'info' : 'warning',
    violatingResources: [{ constructPath: resource.node.path, locations: change === undefined ? [] : [`Properties.${change.path}`] }],
  };
}

function made({ ruleId, resource, change, before }: Remediated, dryRun: boolean): string {
  const { path, value, replaces } = change!;
  const was = before === undefined ? '' : `, it was ${JSON.stringify(before)}`;
  const replacement = replaces ? `; this replaces the resource${dryRun ? ', and is done only with allowReplacement' : ''}` : '';
  return `${ruleId} ${dryRun ? 'would set' : 'set'} ${path} to ${shown(resource, value)}${was}${replacement}`;
}

function fixOf({ resource, change, instead, isFault }: Remediated): string {
  if (isFault) return 'This is a fault of cdk-hardened: please report it. Until then, take the rule out of the mode REMEDIATE.';
  if (instead !== undefined) return instead;
  // a list or an object would be shown with what is not known yet
  return change === undefined || typeof change.value === 'object' ? 'Mend it in the code, as the rule says.' : `Set ${change.path} to ${shown(resource, change.value)} in the code.`;
}

/** References and logical ids as the template has them. */
function shown({ stack }: Remediated['resource'], value: unknown): string {
  return JSON.stringify(stack.resolve(value));
}

function grouped(violations: readonly PolicyViolation[]): PolicyViolation[] {
  const groups = new Map<string, PolicyViolation>();
  for (const violation of violations) {
    const key = [violation.ruleName, violation.description, violation.fix].join('\n');
    const { violatingResources = [] } = groups.get(key) ?? {};
    groups.set(key, { ...violation, violatingResources: [...violatingResources, ...violation.violatingResources] });
  }
  return [...groups.values()];
}
