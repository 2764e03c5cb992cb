import type { App } from 'aws-cdk-lib';
import { EnforcementMode, FindingSeverity, RuleMode } from '../../src';
import { judgeApp } from '../../src/guardrails/judgement-of-app';
import type { Finding, Report } from '../../src/guardrails/reports/report';

/** Every rule blocks, so that an ephemeral profile is asked about each. */
const MODES = [RuleMode.ofSeverities(EnforcementMode.BLOCK, ...Object.values(FindingSeverity))];

/** What the default set says of a synthesized app, without any waiver. */
export function judged(app: App): Report {
  return judgeApp(app, { modes: MODES }).report;
}

/** Violations that no ephemeral profile is meant for: one line for each rule and resource. */
export function findingsIn(app: App): string[] {
  const isKept = ({ verdict, profile }: Finding): boolean => verdict === 'NON_COMPLIANT' && profile === undefined;
  return [...new Set(judged(app).findings.filter(isKept).map(({ ruleId, constructPath, logicalId }) => `${ruleId} at ${constructPath ?? logicalId}`))];
}
