import { parseArgs } from 'util';
import { accept, writeBaseline } from './accepted-findings';
import { conclusionOf } from './conclusion';
import type { Conclusion } from './conclusion';
import { readTemplates } from './reading/read-templates';
import { UsageFault } from './usage-fault';
import { writeFile } from './write-file';
import { AppModel } from '../guardrails/engine/app-model';
import type { Rule, Severity } from '../guardrails/engine/rule';
import { jsonOf } from '../guardrails/reports/json';
import { markdownOf } from '../guardrails/reports/markdown';
import { packageVersion } from '../guardrails/reports/package-metadata';
import { joined, reportOf } from '../guardrails/reports/report';
import type { Report } from '../guardrails/reports/report';
import { sarifOf } from '../guardrails/reports/sarif';
import { SEVERITIES } from '../guardrails/reports/severities';
import { withSources } from '../guardrails/reports/source-line';
import { textOf } from '../guardrails/reports/text';
import { SELECTIONS, rulesOf, union } from '../guardrails/rule-sets/selection';
import type { Selection } from '../guardrails/rule-sets/selection';

/** What a report is written from. */
interface Written {
  readonly report: Report;
  readonly rules: readonly Rule[];
  readonly strict: boolean;
  readonly conclusion: string;
  /** Whether it goes to a terminal that shows colours. */
  readonly colour: boolean;
}

const FORMATS: Readonly<Record<string, (written: Written) => string>> = {
  text: ({ report, ...options }) => textOf(report, options),
  json: ({ report }) => jsonOf(report),
  markdown: ({ report }) => markdownOf(report),
  sarif: ({ report, ...options }) => sarifOf(report, { ...options, version: packageVersion() }),
};

/** `cdk-hardened check`: the exit code. */
export function check(argv: readonly string[]): number {
  const { values, positionals } = argumentsOf(argv);
  const render = oneOf('--format', values.format ?? 'text', FORMATS);
  const failOn = severity(values['fail-on'] ?? 'high');
  const rules = rulesOf(selectionOf(values['rule-set'] ?? ['default']));
  if (positionals.length === 0) throw new UsageFault('check: name a template or a cdk.out folder');
  if (positionals.includes('')) throw new UsageFault('check: a path is empty: name a template or a cdk.out folder');
  const { apps, lineOf, sourceOf } = readTemplates(positionals);
  const judged = joined(apps.map((inputs) => {
    const app = new AppModel(inputs);
    const report = reportOf(app, rules, { lineOf, allVerdicts: values['all-verdicts'] });
    return withSources(report, ({ template, logicalId }) => (logicalId === undefined ? undefined : sourceOf(template, logicalId)));
  }));
  const files = { waivers: values.waivers, baseline: values.baseline, writeBaseline: values['write-baseline'] };
  const accepted = accept(judged, rules, files);
  writeBaseline(accepted, files);
  const { report } = accepted;
  const strict = values.strict === true;
  const conclusion = conclusionOf(report, { failOn, strict });
  const colour = values.output === undefined && process.stdout.isTTY && process.env.NO_COLOR === undefined;
  write(render({ report, rules, strict, conclusion: conclusion.text, colour }), values.output);
  const isOnTerminal = render === FORMATS.text && values.output === undefined;
  if (!isOnTerminal) sayBeside(report, conclusion);
  return conclusion.fails ? 1 : 0;
}

/** What a person has to know whose report goes to a machine or a file. */
function sayBeside({ summary }: Report, { fails, text }: Conclusion): void {
  const faults = summary.waiverFaults.map(({ kind, place, message }) => `${place}: ${kind} waiver: ${message}`);
  for (const line of [...faults, ...fails ? [text] : []]) process.stderr.write(`cdk-hardened: ${line}\n`);
}

function argumentsOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'rule-set': { type: 'string', multiple: true },
        'fail-on': { type: 'string' },
        'strict': { type: 'boolean' },
        'waivers': { type: 'string' },
        'baseline': { type: 'string' },
        'write-baseline': { type: 'string' },
        'format': { type: 'string' },
        'all-verdicts': { type: 'boolean' },
        'output': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageFault(`check: ${(error as Error).message.split('. ')[0]}`);
  }
}

/** The rule sets that a command line names, together. */
export function selectionOf(names: readonly string[]): Selection {
  return union(names.map((name) => oneOf('--rule-set', name, SELECTIONS)));
}

function severity(name: string): Severity {
  return oneOf('--fail-on', name, Object.fromEntries(SEVERITIES.map((each) => [each, each])));
}

/** The choice with this name, or what could have been written. */
export function oneOf<Choice>(option: string, name: string, choices: Readonly<Record<string, Choice>>): Choice {
  if (!Object.hasOwn(choices, name)) throw new UsageFault(`${option} ${name}: write one of ${Object.keys(choices).join(', ')}`);
  return choices[name];
}

function write(text: string, file: string | undefined): void {
  if (file === undefined) process.stdout.write(text);
  else writeFile('--output', file, text);
}
