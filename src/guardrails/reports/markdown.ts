import type { Finding, Report } from './report';
import { SEVERITIES } from './severities';

/** The report for a pull request: one table of what is wrong, one of what is waived, the rest in a line each. */
export function markdownOf({ summary, findings }: Report): string {
  const violating = findings.filter(({ verdict }) => verdict === 'NON_COMPLIANT');
  const open = violating.filter(({ waived }) => waived === undefined);
  const waived = violating.filter((finding) => finding.waived !== undefined);
  const unknown = findings.length - violating.length;
  const counts = SEVERITIES.filter((severity) => summary.findings[severity] > 0).map((severity) => `${summary.findings[severity]} ${severity}`);
  return [
    '# Guardrails',
    '',
    `${summary.resources} resources, ${summary.templates} templates, ${summary.rules} rules: ${counts.join(', ') || 'no findings'}.`,
    '',
    ...open.length > 0 ? table(['Severity', 'Rule', 'Resource', 'What is wrong', 'Fix'], open.map(row)) : [],
    ...waived.length > 0
      ? ['## Waived', '', ...table(['Rule', 'Resource', 'Reason', 'Owner', 'Until'], waived.map(waivedRow))]
      : [],
    ...unknown > 0 ? [`${unknown} could not be judged: what decides them is not in the templates.`, ''] : [],
    ...summary.typesNotJudged.length > 0 ? [`No rule judges: ${summary.typesNotJudged.join(', ')}.`, ''] : [],
    ...summary.partsNotJudged.map(({ template, location, reason }) => `Not judged: \`${template}\` ${location}: ${escaped(reason)}.\n`),
    ...summary.waiverFaults.map(({ kind, place, message }) => `Waivers: \`${place}\` (${kind}): ${escaped(message)}\n`),
    ...summary.faults.map(({ ruleId, error }) => `Fault of the rule \`${ruleId}\`: ${escaped(error.split('\n')[0])}\n`),
  ].join('\n');
}

function row(finding: Finding): string[] {
  const severity = finding.profile === undefined ? finding.severity : `${finding.severity}, by the ${finding.profile} profile a warning only`;
  return [severity, `\`${finding.ruleId}\``, placeOf(finding), `${finding.title}: ${finding.message} (\`${finding.location}\`)`, finding.fix];
}

function waivedRow(finding: Finding): string[] {
  return [`\`${finding.ruleId}\``, placeOf(finding), finding.waived!.reason, finding.waived!.owner ?? '', finding.waived!.expires ?? ''];
}

function placeOf({ constructPath, logicalId, template, source, line: templateLine }: Finding): string {
  const written = `${template}${templateLine === undefined ? '' : `:${templateLine}`}`;
  return [constructPath ?? logicalId, source && `${source.file}:${source.line}`, written].filter(Boolean).join(' ');
}

function table(head: readonly string[], rows: readonly string[][]): string[] {
  return [line(head), line(head.map(() => '---')), ...rows.map((cells) => line(cells.map(escaped))), ''];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escaped(text: string): string {
  return text.replace(/[\\|<>]/g, (character) => ({ '<': '&lt;', '>': '&gt;' })[character] ?? `\\${character}`).replace(/\s*\n\s*/g, ' ');
}
