import * as fs from 'fs';
import * as path from 'path';
import { CfnElement } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { baselineOf, textOfBaseline } from './baseline/baseline';
import { BASELINE_ENDING } from './baseline/baseline-file';
import { constructOf } from './construct-of-finding';
import type { GuardrailsProps } from './guardrails-props';
import type { AppJudgement } from './judgement-of-app';
import { jsonOf } from './reports/json';
import { markdownOf } from './reports/markdown';
import { packageVersion } from './reports/package-metadata';
import type { Report } from './reports/report';
import { sarifOf } from './reports/sarif';
import { sourceIn } from './reports/source-line';
import { textOf } from './reports/text';
import { linesOfJson } from './template-source/lines-of-text';
import type { LineOf } from './template-source/lines-of-text';
import { fail } from '../private/misuse';
import { changed } from './reports/changed-finding';
import { mayNotBeWaived } from './waivers/unwaivable';

type Format = (report: Report, judgement: AppJudgement, props: GuardrailsProps) => string;

/** By the ending of the file; the first that fits. */
const FORMATS: Readonly<Record<string, Format>> = {
  [BASELINE_ENDING]: ({ findings }, { baselineLeft }, { unwaivable }) => (
    textOfBaseline(baselineLeft ?? baselineOf(findings.filter((finding) => !mayNotBeWaived(finding, unwaivable))))),
  '.sarif': (report, { rules }, { strict }) => sarifOf(report, { rules: [...rules.values()], strict, version: packageVersion() }),
  '.json': jsonOf,
  '.md': markdownOf,
  '.txt': (report, _, { strict }) => textOf(report, { strict }),
};

/** Writes what was judged to the files that the settings name. */
export function writeReportFiles(app: IConstruct, judgement: AppJudgement, props: GuardrailsProps): void {
  const report = withPlaces(judgement.report, app);
  for (const file of props.reportFiles ?? []) {
    const [, format] = Object.entries(FORMATS).find(([ending]) => file.endsWith(ending)) ?? [];
    if (format === undefined) {
      fail(app, { prop: 'reportFiles', value: file, problem: 'its ending tells no format', instead: `Write one of ${Object.keys(FORMATS).join(', ')}.` });
    }
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, format(report, judgement, props));
  }
}

/** The report with lines of templates and of the user's code. */
function withPlaces(report: Report, app: IConstruct): Report {
  const templates = new Map<string, LineOf>();
  const linesOf = (file: string) => {
    if (!templates.has(file)) templates.set(file, linesOfJson(fs.readFileSync(file, 'utf8')));
    return templates.get(file)!;
  };
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { template, logicalId, location } = finding;
      const construct = constructOf(finding, app);
      const source = construct !== undefined && CfnElement.isCfnElement(construct) ? sourceIn(construct.creationStack) : undefined;
      return changed(finding, {
        ...template === '' ? {} : { line: linesOf(template)(logicalId === undefined ? location : `Resources.${logicalId}.${location}`) },
        ...source === undefined ? {} : { source },
      });
    }),
  };
}
