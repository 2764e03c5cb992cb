import type { PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { providerLogsNotKept } from './provider-log-groups';

/** Functions of CDK whose logs were to be kept and are not: one line for all of which the same is true. */
export function providerLogViolations(app: IConstruct): PolicyViolation[] {
  const pathsByReason = new Map<string, string[]>();
  for (const { node: { node: { path } }, why } of providerLogsNotKept(app)) pathsByReason.set(why, [...pathsByReason.get(why) ?? [], path]);
  return [...pathsByReason].map(([why, paths]) => ({
    ruleName: 'provider-logs/not-kept',
    description: `the logs of functions of CDK are kept for ever: ${why}`,
    fix: 'Call Guardrails.enforce(app, ...) before anything synthesizes a Stage, give the key as text, and refer to other regions in stacks that are not nested.',
    severity: 'warning',
    violatingResources: paths.map((constructPath) => ({ constructPath, locations: [] })),
  }));
}
