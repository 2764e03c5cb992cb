import * as fs from 'fs';
import { UsageFault } from './usage-fault';
import { writeFile } from './write-file';
import { applyBaseline, baselineOf, readBaseline, textOfBaseline, withoutFaults } from '../guardrails/baseline/baseline';
import type { Baseline, BaselineEntry } from '../guardrails/baseline/baseline';
import type { Rule } from '../guardrails/engine/rule';
import { recount } from '../guardrails/reports/report';
import type { Report } from '../guardrails/reports/report';
import { applyWaivers } from '../guardrails/waivers/apply-waivers';
import type { WaiverFault } from '../guardrails/waivers/waiver';

/** Files with what is accepted, as the options name them. */
export interface AcceptingFiles {
  readonly waivers?: string;
  readonly baseline?: string;
  /** Where the baseline is written that this makes. */
  readonly writeBaseline?: string;
}

/** A report in which is marked what is accepted, and the baseline that is right for it. */
export interface Accepted {
  readonly report: Report;
  readonly baseline: Baseline;
}

/** Marks what the waiver file and the baseline accept, and says what is wrong with them. */
export function accept(judged: Report, rules: readonly Rule[], files: AcceptingFiles): Accepted {
  const waivers = files.waivers === undefined ? [] : waiversIn(files.waivers);
  const today = new Date().toISOString().slice(0, 10);
  const waived = applyWaivers(judged.findings, waivers.map((entry, index) => ({ entry, place: `${files.waivers}[${index}]` })), { rules, today });
  if (files.baseline === undefined) return { report: recount(judged, waived.findings, waived.faults), baseline: baselineOf(waived.findings) };
  const known = { judged: withoutFaults(rules, judged.summary.faults) };
  const { findings, fixed, left } = applyBaseline(waived.findings, baselineIn(files.baseline), known);
  const isWritten = files.writeBaseline !== undefined;
  const faults = [...waived.faults, ...fixed.length === 0 || isWritten ? [] : [canShrink(files.baseline, fixed)]];
  return { report: recount(judged, findings, faults), baseline: left };
}

/** Records what is open; where a baseline was read, what is left of it, so that it shrinks and accepts nothing new. */
export function writeBaseline({ baseline }: Accepted, { writeBaseline: file }: AcceptingFiles): void {
  if (file !== undefined) writeFile('--write-baseline', file, textOfBaseline(baseline));
}

function canShrink(file: string, fixed: readonly BaselineEntry[]): WaiverFault {
  const gone = fixed.reduce((sum, { count }) => sum + count, 0);
  const message = `${gone} of its findings are gone: add \`--write-baseline ${file}\` to take them out, so that they cannot come back unseen`;
  return { kind: 'unmatched', place: file, message };
}

function waiversIn(file: string): unknown[] {
  const json = parsed('--waivers', file);
  return Array.isArray(json) ? json : refuse('--waivers', file, 'a list of waivers is expected');
}

function baselineIn(file: string): Baseline {
  const baseline = readBaseline(textOf('--baseline', file));
  return typeof baseline === 'string' ? refuse('--baseline', file, baseline) : baseline;
}

function parsed(option: string, file: string): unknown {
  try {
    return JSON.parse(textOf(option, file)) as unknown;
  } catch (error) {
    if (error instanceof UsageFault) throw error;
    return refuse(option, file, `no JSON: ${(error as Error).message}`);
  }
}

function textOf(option: string, file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(option, file, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message);
  }
}

function refuse(option: string, file: string, why: string): never {
  throw new UsageFault(`${option} ${file}: ${why}`);
}
