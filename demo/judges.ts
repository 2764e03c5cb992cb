import * as fs from 'fs';
import * as path from 'path';
import type { App } from 'aws-cdk-lib';
import { EXPECTED_FINDINGS } from '../test/judges/expected-findings';
import { nag } from '../test/judges/nag';

/** What one judge says of the app. */
export interface JudgeReport {
  readonly judge: string;
  /** How much it looked at: a judge that saw nothing has said nothing. */
  readonly examined: string;
  readonly unexplained: string[];
  /** How many findings stand in the committed list of expected findings, by reason. */
  readonly explained: Map<string, number>;
}

/** cdk-nag, all six packs, on the templates as they would be deployed; against the committed list of expected findings. */
export function judgeWithCdkNag(app: App, appName: string): JudgeReport {
  const { findings, examinations } = nag(app, 'template');
  const explained = new Map<string, number>();
  const unexplained = findings.filter(({ id, resource }) => {
    const entry = EXPECTED_FINDINGS.find(({ ids, at }) => ids.includes(id) && at[appName]?.includes(resource));
    if (entry) explained.set(entry.reason, (explained.get(entry.reason) ?? 0) + 1);
    return !entry;
  });
  const rules = examinations.reduce((sum, { judging }) => sum + judging.size, 0);
  return {
    judge: 'cdk-nag, six packs',
    examined: `${rules} rules over ${examinations[0].resources} resources`,
    unexplained: unexplained.map(({ id, resource }) => `${id} at ${resource}`),
    explained,
  };
}

interface ValidationReport {
  readonly pluginReports: { pluginName: string; violations: { ruleName: string; severity?: string; description?: string }[] }[];
}

/** CDK's own validation, which has run during the synth. */
export function judgeWithCdkValidation(outdir: string, resources: number): JudgeReport {
  const report = JSON.parse(fs.readFileSync(path.join(outdir, 'validation-report.json'), 'utf8')) as ValidationReport;
  const violations = report.pluginReports.flatMap((plugin) => plugin.violations)
    .filter(({ severity }) => !/^info/i.test(severity ?? ''));
  return {
    judge: "CDK's own validation",
    examined: `${resources} resources`,
    unexplained: violations.map(({ ruleName, description }) => `${ruleName}: ${description}`),
    explained: new Map(),
  };
}
