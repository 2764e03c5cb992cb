import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';
import type { StageAnnotations } from './annotations/stage-annotations';
import { findingViolations } from './finding-violations';
import type { GuardrailsProps } from './guardrails-props';
import type { AppJudgement } from './judgement-of-app';
import { judgingViolations } from './judging-violations';
import type { Remediation } from './remediation/remediation';
import { wasMade } from './remediation/remediation-log';
import { leftOver, notTaken, remediationViolations } from './remediation/remediation-violations';
import type { Finding, Report } from './reports/report';
import { summaryLine } from './summary-line';
import { isUnderTest } from './under-test';

/** The name is a contract: users acknowledge findings as `cdk-hardened::s3/tls-only`. */
export const PLUGIN_NAME = 'cdk-hardened';

/** The rules as a plugin of CDK's own validation: judges the final templates of the whole app, whatever subset it is handed. */
export class JudgingPlugin implements IPolicyValidationPlugin {
  public readonly name = PLUGIN_NAME;

  public remediation?: Remediation;
  public annotations?: StageAnnotations;

  /** `props` are the settings of the last call to `Guardrails.enforce`. */
  public constructor(public props: GuardrailsProps) {}

  public validate({ appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    // the engine and its rules load at the end of the synth, when they are needed
    const { judgeApp } = require('./judgement-of-app') as typeof import('./judgement-of-app'); // eslint-disable-line @typescript-eslint/no-require-imports
    const judgement = judgeApp(appConstruct, this.props, this.annotations?.takeJudged());
    if (this.props.reportFiles !== undefined) {
      const { writeReportFiles } = require('./report-files') as typeof import('./report-files'); // eslint-disable-line @typescript-eslint/no-require-imports
      writeReportFiles(appConstruct, judgement, this.props);
    }
    const aboutJudging = [
      ...judgingViolations(judgement),
      ...this.remediation === undefined ? [] : violationsOf(this.remediation, judgement, this.props),
    ];
    const violations = [...findingViolations(this.notAnnotated(judgement.report), judgement.rules, this.props), ...aboutJudging];
    this.say(summaryLine(judgement, this.props, { violations: aboutJudging, remediated: this.remediation?.log.all.filter(wasMade).length ?? 0 }));
    return {
      success: !violations.some(({ severity }) => severity === 'error' || severity === 'fatal'),
      violations,
      metadata: metadataOf(judgement),
    };
  }

  /** CDK says nothing of what passed. The template goes to the standard output, so this goes to the other. */
  private say(line: string): void {
    if (!(this.props.quiet ?? isUnderTest())) process.stderr.write(`${line}\n`);
  }

  /** CDK reports the warnings of constructs itself. */
  private notAnnotated({ findings }: Report): readonly Finding[] {
    return this.annotations === undefined ? findings : findings.filter((finding) => !this.annotations!.says(finding));
  }
}

function violationsOf(remediation: Remediation, { report }: AppJudgement, { dryRun = false }: GuardrailsProps): PolicyViolation[] {
  const { log, missedStages, rules } = remediation;
  return [
    ...remediationViolations(log.all, missedStages, dryRun),
    ...dryRun ? [] : notTaken(report.findings, log),
    ...leftOver(report.findings, log, rules),
  ];
}

function metadataOf({ report }: AppJudgement): Record<string, string> {
  const { resources, rules, verdicts, waived, typesNotJudged } = report.summary;
  return {
    resources: String(resources),
    rules: String(rules),
    compliant: String(verdicts.COMPLIANT),
    notKnown: String(verdicts.INSUFFICIENT_DATA),
    waived: String(waived),
    typesNotJudged: typesNotJudged.join(', '),
  };
}
