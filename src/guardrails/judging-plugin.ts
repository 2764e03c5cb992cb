import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { StageAnnotations } from './annotations/stage-annotations';
import { constructOf } from './construct-of-finding';
import { keepLateProviderLogs } from './defaults/provider-log-groups';
import { providerLogViolations } from './defaults/provider-log-violations';
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
import { unknownViolations } from './unknown-violations';

/** The name is a contract: users acknowledge findings as `cdk-hardened::s3/tls-only`. */
export const PLUGIN_NAME = 'cdk-hardened';

/** The rules as a plugin of CDK's own validation: judges the final templates of the whole app, whatever subset it is handed. */
export class JudgingPlugin implements IPolicyValidationPlugin {
  public readonly name = PLUGIN_NAME;

  public remediation?: Remediation;
  private readonly annotations = new StageAnnotations(() => this.props);

  /** `props` are the settings of the last call to `Guardrails.enforce`. */
  public constructor(public props: GuardrailsProps) {}

  /** When a Stage is about to be written: what came late is mended first, then what is left is said at the constructs. */
  public closeStage(stage: Stage): void {
    keepLateProviderLogs(stage);
    this.remediation?.visitLate(stage);
    this.annotations.annotate(stage);
  }

  public validate({ appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    // the engine and its rules load at the end of the synth, when they are needed
    const { judgeApp } = require('./judgement-of-app') as typeof import('./judgement-of-app'); // eslint-disable-line @typescript-eslint/no-require-imports
    const judgement = judgeApp(appConstruct, this.props, this.annotations.takeJudged());
    if (this.props.reportFiles !== undefined) {
      const { writeReportFiles } = require('./report-files') as typeof import('./report-files'); // eslint-disable-line @typescript-eslint/no-require-imports
      writeReportFiles(appConstruct, judgement, this.props);
    }
    const aboutJudging = [
      ...judgingViolations(judgement, this.props),
      ...this.props.providerLogs === undefined ? [] : providerLogViolations(appConstruct),
      ...unknownViolations(judgement, this.props),
      ...this.remediation === undefined ? [] : violationsOf(this.remediation, judgement, appConstruct, this.props),
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
    return findings.filter((finding) => !this.annotations.says(finding));
  }
}

function violationsOf(remediation: Remediation, { report }: AppJudgement, root: IConstruct, { dryRun = false }: GuardrailsProps): PolicyViolation[] {
  const { log, missedStages, rules } = remediation;
  const isMissed = (finding: Finding): boolean => {
    const construct = missedStages.length > 0 ? constructOf(finding, root) : undefined;
    return construct !== undefined && remediation.misses(construct);
  };
  return [
    ...remediationViolations(log.all, missedStages, dryRun),
    ...dryRun ? [] : notTaken(report.findings, log),
    ...leftOver(report.findings.filter((finding) => !isMissed(finding)), log, rules),
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
