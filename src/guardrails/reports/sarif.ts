import * as path from 'path';
import { pathToFileURL } from 'url';
import { repositoryUrl } from './package-metadata';
import type { Finding, Report } from './report';
import { pageOf } from './rule-page';
import type { Rule, Severity } from '../engine/rule';
import { isUnusable } from '../waivers/waiver';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error', high: 'error', medium: 'warning', low: 'note', informational: 'note',
};

/** GitHub sorts by this: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', informational: '0.0' };

export interface SarifOptions {
  /** The rules that were asked: those with results are described. */
  readonly rules: readonly Rule[];
  /** Version of this package. */
  readonly version: string;
  /** Whether what could not be judged is a result too. Code scanning shows every result as an alert, whatever its kind. */
  readonly strict?: boolean;
}

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarifOf(report: Report, { rules, version, strict = false }: SarifOptions): string {
  const findings = report.findings.filter(({ verdict }) => strict || verdict === 'NON_COMPLIANT');
  const ids = new Set(findings.map(({ ruleId }) => ruleId));
  const used = rules.filter(({ id }) => ids.has(id));
  const indexes = new Map(used.map(({ id }, index) => [id, index]));
  return `${JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk-hardened', version, informationUri: repositoryUrl(), rules: used.map(descriptorOf) } },
      results: findings.map((finding) => resultOf(finding, indexes.get(finding.ruleId))),
      invocations: [{
        executionSuccessful: report.summary.faults.length === 0,
        toolExecutionNotifications: notificationsOf(report, report.findings.length - findings.length),
      }],
    }],
  }, undefined, 2)}\n`;
}

function notificationsOf({ summary }: Report, unknown: number): object[] {
  const say = (level: string, text: string) => ({ level, message: { text } });
  return [
    ...summary.faults.map(({ ruleId, error }) => say('error', `fault of the rule ${ruleId}: ${error}`)),
    ...summary.waiverFaults.map((fault) => say(isUnusable(fault) ? 'error' : 'warning', `waivers: ${fault.place} (${fault.kind}): ${fault.message}`)),
    ...summary.partsNotJudged.map(({ template, location, reason }) => say('warning', `not judged: ${template} ${location}: ${reason}`)),
    ...unknown > 0 ? [say('note', `${unknown} could not be judged: what decides them is not in the templates`)] : [],
    ...summary.typesNotJudged.length > 0 ? [say('note', `no rule judges: ${summary.typesNotJudged.join(', ')}`)] : [],
  ];
}

function descriptorOf(rule: Rule): object {
  const page = pageOf(rule.id) ?? rule.sources.at(0);
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.rationale },
    help: { text: [rule.fix, ...rule.sources.map((source) => `Source: ${source}`)].join('\n') },
    ...page === undefined ? {} : { helpUri: page },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      'security-severity': SECURITY_SEVERITY[rule.severity],
      'tags': ['security', ...Object.entries(rule.controls).flatMap(([framework, ids]) => (ids as readonly string[]).map((id) => `${framework}/${id}`))],
    },
  };
}

/** The source of a construct is what its author can mend; the template shows what came of it. */
function resultOf(finding: Finding, ruleIndex: number | undefined): object {
  const { source, template, line = 1, verdict, waived } = finding;
  const inTemplate = template === '' ? [] : [physical(template, line)];
  const [first, ...related] = source === undefined ? inTemplate : [physical(source.file, source.line), ...inTemplate];
  const name = [finding.constructPath ?? finding.logicalId, finding.location].filter(Boolean).join('.');
  return {
    ruleId: finding.ruleId,
    ...ruleIndex === undefined ? {} : { ruleIndex },
    kind: verdict === 'NON_COMPLIANT' ? 'fail' : 'open',
    // the standard wants no level but for failures
    level: verdict !== 'NON_COMPLIANT' ? 'none' : finding.profile === undefined ? LEVELS[finding.severity] : 'note',
    message: { text: `${finding.title}: ${finding.message}. ${finding.fix}` },
    locations: [{
      ...first,
      ...name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: 'resource' }] },
    }],
    ...related.length > 0 ? { relatedLocations: related.map((place) => ({ ...place, message: { text: 'in the template' } })) } : {},
    partialFingerprints: { 'cdkHardened/v1': finding.fingerprint },
    ...waived === undefined ? {} : { suppressions: [{ kind: 'external', justification: waived.reason }] },
  };
}

function physical(file: string, line: number): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } } };
}

/** Relative where it can be: code scanning looks for files below the folder that it runs in. */
function uriOf(file: string): string {
  const relative = path.relative(process.cwd(), path.resolve(file));
  if (path.isAbsolute(file) && (relative.startsWith('..') || path.isAbsolute(relative))) return pathToFileURL(file).href;
  return relative.split(/[\\/]/).map((part) => encodeURIComponent(part)).join('/');
}
