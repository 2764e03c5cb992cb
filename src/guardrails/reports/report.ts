import { JudgedFinding } from './judged-finding';
import { SEVERITIES } from './severities';
import type { SourceLine } from './source-line';
import type { AppModel } from '../engine/app-model';
import { evaluateEach } from '../engine/evaluate';
import type { Judgement, OptionsByRule, Remainder } from '../engine/evaluate';
import type { Rule, Severity, Verdict } from '../engine/rule';
import type { Template } from '../engine/template';
import type { Controls } from '../frameworks/framework';
import type { WaiverFault } from '../waivers/waiver';

/** One thing that is wrong, or that could not be judged. Names are a contract: schema version 1. */
export interface Finding {
  readonly ruleId: string;
  readonly catalogueKey: string;
  readonly severity: Severity;
  readonly verdict: 'NON_COMPLIANT' | 'INSUFFICIENT_DATA';
  readonly title: string;
  readonly message: string;
  readonly fix: string;
  readonly template: string;
  readonly logicalId?: string;
  readonly resourceType?: string;
  readonly constructPath?: string;
  /** Path of the stack, for waivers of what no construct made; not in the JSON. */
  readonly stackPath?: string;
  /** Path inside the resource, or inside the template where no resource is meant. */
  readonly location: string;
  /** Line of the template, from 1. */
  readonly line?: number;
  /** Where in the user's code the construct behind the resource is made, if CDK tells. */
  readonly source?: SourceLine;
  readonly controls: Controls;
  /** The same for the same content at the same kind of place, whatever else changes. */
  readonly fingerprint: string;
  readonly waived?: Waived;
  /** The profile of its stack, where that alone makes it a warning. */
  readonly profile?: 'ephemeral';
}

export interface Waived {
  readonly reason: string;
  readonly owner?: string;
  readonly expires?: string;
}

export interface Evaluated {
  readonly ruleId: string;
  readonly catalogueKey: string;
  readonly logicalId?: string;
  readonly template: string;
  readonly verdict: Verdict;
}

export interface RuleFault {
  readonly ruleId: string;
  readonly template?: string;
  readonly logicalId?: string;
  readonly error: string;
}

export interface NotJudgedPart {
  readonly template: string;
  readonly location: string;
  readonly reason: string;
}

export interface Summary {
  readonly templates: number;
  readonly resources: number;
  readonly rules: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** NON_COMPLIANT findings that are not waived, by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly waived: number;
  readonly typesNotJudged: readonly string[];
  readonly partsNotJudged: readonly NotJudgedPart[];
  readonly faults: readonly RuleFault[];
  /** Waivers that ended, are malformed or match nothing, and a baseline that can shrink. */
  readonly waiverFaults: readonly WaiverFault[];
}

export interface Report {
  readonly schemaVersion: '1';
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  readonly evaluated?: readonly Evaluated[];
}

export interface ReportOptions {
  /** Options of rules, by their ids. */
  readonly options?: OptionsByRule;
  readonly lineOf?: (file: string, location: string) => number | undefined;
  readonly allVerdicts?: boolean;
}

/** Judges an app, and says what was found in the form that all outputs share: worst first, then in the order of templates. */
export function reportOf(app: AppModel, rules: readonly Rule[], { options = {}, lineOf, allVerdicts }: ReportOptions = {}): Report {
  const verdicts: Record<Verdict, number> = { COMPLIANT: 0, NON_COMPLIANT: 0, NOT_APPLICABLE: 0, INSUFFICIENT_DATA: 0 };
  const found: Finding[] = [];
  const evaluated: Evaluated[] = [];
  const remainder = evaluateEach(app, rules, options, (judgement) => {
    verdicts[judgement.verdict] += 1;
    if (judgement.verdict === 'NON_COMPLIANT' || judgement.verdict === 'INSUFFICIENT_DATA') found.push(...findingsOf(judgement, judgement.verdict, app, lineOf));
    if (allVerdicts) evaluated.push(evaluatedOf(judgement, app));
  });
  const findings = worstFirst(found);
  return {
    schemaVersion: '1',
    summary: { ...summaryOf(app, rules, remainder), verdicts, ...countsOf(findings) },
    findings,
    ...allVerdicts ? { evaluated } : {},
  };
}

/** A report after its findings were changed, such as waived, with what is wrong with the waivers. */
export function recount({ summary, ...others }: Report, findings: readonly Finding[], waiverFaults: readonly WaiverFault[]): Report {
  return { ...others, findings, summary: { ...summary, ...countsOf(findings), waiverFaults } };
}

/** The reports of several apps as one. */
export function joined(reports: readonly Report[]): Report {
  const summaries = reports.map(({ summary }) => summary);
  const sum = (count: (summary: Summary) => number): number => summaries.reduce((total, summary) => total + count(summary), 0);
  const findings = worstFirst(reports.flatMap((report) => report.findings));
  return {
    schemaVersion: '1',
    summary: {
      templates: sum(({ templates }) => templates),
      resources: sum(({ resources }) => resources),
      rules: Math.max(0, ...summaries.map(({ rules }) => rules)),
      verdicts: {
        COMPLIANT: sum(({ verdicts }) => verdicts.COMPLIANT),
        NON_COMPLIANT: sum(({ verdicts }) => verdicts.NON_COMPLIANT),
        NOT_APPLICABLE: sum(({ verdicts }) => verdicts.NOT_APPLICABLE),
        INSUFFICIENT_DATA: sum(({ verdicts }) => verdicts.INSUFFICIENT_DATA),
      },
      ...countsOf(findings),
      typesNotJudged: [...new Set(summaries.flatMap(({ typesNotJudged }) => typesNotJudged))].sort(),
      partsNotJudged: summaries.flatMap(({ partsNotJudged }) => partsNotJudged),
      faults: summaries.flatMap(({ faults }) => faults),
      waiverFaults: summaries.flatMap(({ waiverFaults }) => waiverFaults),
    },
    findings,
    ...reports.some(({ evaluated }) => evaluated !== undefined) ? { evaluated: reports.flatMap(({ evaluated }) => evaluated ?? []) } : {},
  };
}

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function findingsOf(judgement: Judgement, verdict: Finding['verdict'], app: AppModel, lineOf?: ReportOptions['lineOf']): Finding[] {
  const { rule, resource } = judgement;
  const template = templateOf(judgement, app);
  const places = verdict === 'NON_COMPLIANT'
    ? judgement.violations
    : [{ message: judgement.unknown?.why ?? 'it is not known', location: judgement.unknown?.location ?? (resource ? 'Properties' : '') }];
  const lineAt = (location: string): number | undefined => lineOf?.(template, resource === undefined ? location : `Resources.${resource.logicalId}.${location}`);
  const scope = resource === undefined ? judgement.template : undefined;
  return places.map((place) => new JudgedFinding({ rule, verdict, resource, template, scope, place, line: lineAt(place.location) }));
}

function evaluatedOf(judgement: Judgement, app: AppModel): Evaluated {
  const { rule, resource, verdict } = judgement;
  return {
    ruleId: rule.id,
    catalogueKey: rule.catalogueKey ?? rule.id,
    ...resource ? { logicalId: resource.logicalId } : {},
    template: templateOf(judgement, app),
    verdict,
  };
}

/** Findings about the app as such are shown at its first template. */
function templateOf({ template }: Judgement, app: AppModel): string {
  return template?.file ?? app.templates[0]?.file ?? '';
}

function notJudgedOf({ file, input: { notJudged = [] }, untyped }: Template): NotJudgedPart[] {
  const isNamed = (id: string): boolean => notJudged.some(({ location }) => `${location}.`.startsWith(`Resources.${id}.`));
  const others = untyped.filter((id) => !isNamed(id)).map((id) => ({ location: `Resources.${id}`, reason: 'it has no type: CloudFormation refuses it' }));
  return [...notJudged, ...others].map((part) => ({ template: file, ...part }));
}

function summaryOf(app: AppModel, rules: readonly Rule[], { faults, typesNotJudged }: Remainder): Omit<Summary, 'verdicts' | 'findings' | 'waived'> {
  return {
    templates: app.templates.length,
    resources: app.templates.reduce((sum, { resources }) => sum + resources.size, 0),
    rules: rules.length,
    typesNotJudged,
    partsNotJudged: app.templates.flatMap(notJudgedOf),
    faults: faults.map(({ rule, template, resource, error }) => ({
      ruleId: rule.id, ...template ? { template: template.file } : {}, ...resource ? { logicalId: resource.logicalId } : {}, error,
    })),
    waiverFaults: [],
  };
}

function countsOf(findings: readonly Finding[]): Pick<Summary, 'findings' | 'waived'> {
  const counted: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  const violating = findings.filter(({ verdict }) => verdict === 'NON_COMPLIANT');
  for (const { severity, waived } of violating) if (waived === undefined) counted[severity] += 1;
  return { findings: counted, waived: violating.filter(({ waived }) => waived !== undefined).length };
}
