import type { Finding, Report, Summary } from './report';
import { pageOf } from './rule-page';
import { SEVERITIES } from './severities';

export interface TextOptions {
  readonly colour?: boolean;
  /** Whether what could not be judged is listed, and not only counted. */
  readonly strict?: boolean;
  /** The last line: whether it failed, and why. */
  readonly conclusion?: string;
}

type Paint = (code: number, text: string) => string;

const COLOURS = { critical: 35, high: 31, medium: 33, low: 34, informational: 37 } as const;
const BOLD = 1;
const DIM = 2;
const CYAN = 36;
const INDENT = ' '.repeat(12);

/** The report for a terminal: findings by resource and rule, then the counts; what matters most is what the screen ends with. */
export function textOf(report: Report, { colour = false, strict = false, conclusion }: TextOptions = {}): string {
  const paint: Paint = colour ? (code, text) => `\u001b[${code}m${text}\u001b[0m` : (_, text) => text;
  const shown = report.findings.filter(({ verdict, waived }) => waived === undefined && (strict || verdict === 'NON_COMPLIANT'));
  return [
    ...groupedBy(shown, subjectOf).flatMap((findings) => [...subjectLines(findings[0], paint), ...groupedBy(findings, ruleOf).flatMap(ruleLines(paint)), '']),
    ...totals(report.summary, report.findings, strict),
    ...conclusion === undefined ? [] : [paint(BOLD, conclusion)],
    '',
  ].join('\n');
}

function groupedBy(findings: readonly Finding[], keyOf: (finding: Finding) => string): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(keyOf(finding));
    if (group === undefined) groups.set(keyOf(finding), [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function subjectOf({ template, logicalId = '' }: Finding): string {
  return `${template}\n${logicalId}`;
}

function ruleOf({ ruleId, verdict }: Finding): string {
  return `${ruleId}\n${verdict}`;
}

function subjectLines({ constructPath, logicalId, resourceType, template, source }: Finding, paint: Paint): string[] {
  const subject = constructPath ?? logicalId;
  const details = [resourceType, constructPath === undefined ? undefined : logicalId].filter(Boolean).join(', ');
  const places = [source && `made at ${source.file}:${source.line}`, subject !== undefined && template !== '' && `in ${template}`].filter(Boolean);
  return [
    `${paint(BOLD, subject ?? template)}${details === '' ? '' : ` (${details})`}`,
    ...places.length === 0 ? [] : [`  ${places.join(', ')}`],
  ];
}

function ruleLines(paint: Paint): (findings: readonly Finding[]) => string[] {
  return (findings) => {
    const [{ severity, ruleId, title, fix }] = findings;
    const page = pageOf(ruleId);
    return [
      `  ${paint(COLOURS[severity], severity.padEnd(8))}  ${paint(BOLD, ruleId)}  ${title}`,
      ...findings.map((finding) => `${INDENT}${whatIsWrong(finding)} ${paint(DIM, placeOf(finding))}`.trimEnd()),
      `${INDENT}${paint(CYAN, `fix: ${fix}`)}`,
      ...page === undefined ? [] : [`${INDENT}${paint(DIM, `more: ${page}`)}`],
    ];
  };
}

function whatIsWrong({ verdict, message, profile }: Finding): string {
  return `${verdict === 'NON_COMPLIANT' ? message : `cannot be judged: ${message}`}${profile === undefined ? '' : `, by the ${profile} profile a warning only`}`;
}

function placeOf({ line, location }: Finding): string {
  const place = [line === undefined ? '' : `line ${line}`, location === 'Properties' ? '' : location].filter(Boolean).join(', ');
  return place === '' ? '' : `(${place})`;
}

function totals(summary: Summary, findings: readonly Finding[], strict: boolean): string[] {
  const { resources, templates, rules, waived, typesNotJudged, partsNotJudged, faults, waiverFaults } = summary;
  const counts = SEVERITIES.filter((severity) => summary.findings[severity] > 0).map((severity) => `${summary.findings[severity]} ${severity}`);
  const unknown = findings.filter(({ verdict }) => verdict === 'INSUFFICIENT_DATA').length;
  return [
    `${counted(resources, 'resource')} in ${counted(templates, 'template')}, ${counted(rules, 'rule')}`,
    `findings: ${counts.join(', ') || 'none'}${waived > 0 ? `; waived: ${waived}` : ''}`,
    ...unknown > 0 ? [`cannot be judged: ${unknown}, what decides them is not in the templates${strict ? '' : ' (--strict lists them)'}`] : [],
    ...typesNotJudged.length > 0 ? [`types that no rule judges: ${typesNotJudged.join(', ')}`] : [],
    ...partsNotJudged.map(({ template, location, reason }) => `not judged: ${template} ${location}: ${reason}`),
    ...faults.map(({ ruleId, logicalId, error }) => `fault of the rule ${ruleId}${logicalId ? ` on ${logicalId}` : ''}: ${error.split('\n')[0]}`),
    ...waiverFaults.map(({ kind, place, message }) => `waivers: ${place} (${kind}): ${message}`),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
