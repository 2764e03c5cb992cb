import * as fs from 'fs';
import * as path from 'path';
import type { IConstruct } from 'constructs';
import type { JudgedStage } from './annotations/annotate-stage';
import { areSameTemplates } from './annotations/same-templates';
import { templatesOf } from './app-templates';
import { applyBaseline, readBaseline, withoutFaults } from './baseline/baseline';
import type { Baseline } from './baseline/baseline';
import { isBaselineFile } from './baseline/baseline-file';
import { AppModel } from './engine/app-model';
import type { Rule } from './engine/rule';
import type { TemplateInput } from './engine/template-input';
import type { GuardrailsProps } from './guardrails-props';
import { modeOf } from './mode-of-rule';
import { markedByProfile } from './profile-of-finding';
import { recount, reportOf } from './reports/report';
import type { Finding, Report } from './reports/report';
import { EnforcementMode } from './rule-mode';
import { RuleSet } from './rule-sets/rule-set';
import { rulesOf } from './rule-sets/selection';
import { refuseUnaskedUnwaivable, refuseUnknownRules } from './settings-faults';
import { acknowledgementsBelow } from './waivers/acknowledgements';
import { applyWaivers } from './waivers/apply-waivers';
import type { WaiverResult } from './waivers/apply-waivers';
import { mayNotBeWaived } from './waivers/unwaivable';
import type { PlacedWaiver } from './waivers/waiver';
import { fail } from '../private/misuse';

/** What is wrong with the whole app, waivers and baseline taken off. */
export interface AppJudgement {
  readonly report: Report;
  readonly rules: ReadonlyMap<string, Rule>;
  /** Ids of the rules that the user wrote. */
  readonly own: ReadonlySet<string>;
  /** The baseline without what is gone. */
  readonly baselineLeft?: Baseline;
}

/** Judges every template below a construct; what was judged before stands, if the same was written. */
export function judgeApp(root: IConstruct, props: GuardrailsProps, before?: JudgedStage): AppJudgement {
  const templates = templatesOf(root);
  return before !== undefined && areSameTemplates(before.templates, templates) ? before.judgement : judgeTemplates(root, templates, props);
}

/** Judges templates of an app together. */
export function judgeTemplates(root: IConstruct, templates: readonly TemplateInput[], props: GuardrailsProps): AppJudgement {
  const modes = props.modes ?? [];
  const sets = props.ruleSets ?? [RuleSet.DEFAULT];
  const own = new Map(sets.flatMap((set) => set._own).map((rule) => [rule.id, rule])); // a rule may be in several sets
  const known = [...rulesOf(() => true), ...own.values()];
  refuseUnknownRules(root, props, known);
  const rules = [...rulesOf((rule) => sets.some((set) => set._includes(rule))), ...own.values()]
    .filter((rule) => modeOf(rule, modes) !== EnforcementMode.OFF);
  refuseUnaskedUnwaivable(root, props, rules, known);
  const app = new AppModel(templates);
  const judged = reportOf(app, rules, { options: props.ruleOptions });
  const { unwaivable } = props;
  const terms = { rules, known, today: new Date().toISOString().slice(0, 10), unwaivable };
  const { findings, faults } = applyWaivers(judged.findings, waiversOf(root, props), terms);
  // an acknowledgement may be of another tool's rule
  const waiverFaults = faults.filter(({ place, kind }) => place !== ACKNOWLEDGED || kind === 'refused');
  const baselined = withBaseline(root, findings, withoutFaults(rules, judged.summary.faults), props);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return {
    report: recount(judged, markedByProfile(baselined.findings, byId, root, props), [...waiverFaults, ...baselined.faults]),
    rules: byId,
    own: new Set(own.keys()),
    ...baselined.left === undefined ? {} : { baselineLeft: baselined.left },
  };
}

const ACKNOWLEDGED = 'acknowledged in code';

/** All waivers of an app: of the props, of files, of acknowledgements in code. */
export function waiversOf(root: IConstruct, { waivers = [], waiverFiles = [] }: GuardrailsProps): PlacedWaiver[] {
  return [
    ...waivers.map((entry, index) => ({ entry, place: `waivers[${index}]` })),
    ...waiverFiles.flatMap((file) => listIn(root, file).map((entry, index) => ({ entry, place: `${file}[${index}]` }))),
    ...acknowledgementsBelow(root).map((entry) => ({ entry, place: ACKNOWLEDGED })),
  ];
}

function listIn(root: IConstruct, file: string): unknown[] {
  const text = textOf(root, 'waiverFiles', file);
  try {
    const json = JSON.parse(text) as unknown;
    if (Array.isArray(json)) return json;
  } catch (error) {
    return fail(root, { prop: 'waiverFiles', value: file, problem: `is no JSON: ${(error as Error).message}`, instead: 'Write a JSON list of waivers.' });
  }
  return fail(root, { prop: 'waiverFiles', value: file, problem: 'holds no list', instead: 'Write a JSON list of waivers.' });
}

function withBaseline(
  root: IConstruct, findings: Report['findings'], judged: ReadonlySet<string>, props: GuardrailsProps,
): WaiverResult & { readonly left?: Baseline } {
  const { baselineFile, unwaivable } = props;
  if (baselineFile === undefined) return { findings, faults: [] };
  const baseline = readBaseline(textOf(root, 'baselineFile', baselineFile));
  if (typeof baseline === 'string') {
    return fail(root, {
      prop: 'baselineFile', value: baselineFile, problem: baseline, instead: 'Make it with `npx cdk-hardened check cdk.out --write-baseline FILE`.',
    });
  }
  const terms = { judged, isLeftOut: (finding: Finding) => mayNotBeWaived(finding, unwaivable) };
  const { findings: marked, fixed, left } = applyBaseline(findings, baseline, terms);
  const gone = fixed.reduce((sum, { count }) => sum + count, 0);
  const message = `${gone} of its findings are gone: write what is left by \`reportFiles\`, so that they cannot come back unseen`;
  return { findings: marked, faults: gone === 0 || isWritten(baselineFile, props) ? [] : [{ kind: 'unmatched', place: baselineFile, message }], left };
}

/** Whether the synth itself takes out what is gone. */
function isWritten(baselineFile: string, { reportFiles = [] }: GuardrailsProps): boolean {
  return reportFiles.some((file) => isBaselineFile(file) && path.resolve(file) === path.resolve(baselineFile));
}

function textOf(root: IConstruct, prop: string, file: string): string {
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8');
  return fail(root, { prop, value: file, problem: 'there is no such file', instead: 'Give a path from the folder that the app runs in.' });
}
