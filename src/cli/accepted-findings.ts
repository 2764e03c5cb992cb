import * as fs from 'fs';
import { UsageFault } from './usage-fault';
import { writeFile } from './write-file';
import { applyBaseline, baselineOf, readBaseline } from '../guardrails/baseline/baseline';
import type { Baseline } from '../guardrails/baseline/baseline';
import type { Rule } from '../guardrails/engine/rule';
import { recount } from '../guardrails/reports/report';
import type { Report } from '../guardrails/reports/report';
import { applyWaivers } from '../guardrails/waivers/apply-waivers';

/** What is said beside the report: a waiver that ended, a baseline that can shrink. */
export interface Note {
  readonly text: string;
  /** Makes the command fail. */
  readonly isFinding: boolean;
}

/** Marks what the waiver file and the baseline accept. */
export function accept(judged: Report, rules: readonly Rule[], files: { waivers?: string; baseline?: string }): { report: Report; notes: Note[] } {
  const waivers = files.waivers === undefined ? [] : waiversIn(files.waivers);
  const today = new Date().toISOString().slice(0, 10);
  const waived = applyWaivers(judged.findings, waivers.map((entry, index) => ({ entry, place: `${files.waivers}[${index}]` })), { rules, today });
  const notes = waived.faults.map(({ kind, place, message }) => ({ text: `${place}: ${kind} waiver: ${message}`, isFinding: kind !== 'unmatched' }));
  if (files.baseline === undefined) return { report: recount(judged, waived.findings), notes };
  const { findings, fixed } = applyBaseline(waived.findings, baselineIn(files.baseline));
  const shrink = { text: `${files.baseline}: ${fixed.length} of its findings are gone; write it anew to keep them gone`, isFinding: false };
  return { report: recount(judged, findings), notes: fixed.length > 0 ? [...notes, shrink] : notes };
}

/** Records what is open. */
export function writeBaseline(file: string, { findings }: Report): void {
  writeFile('--write-baseline', file, `${JSON.stringify(baselineOf(findings), undefined, 2)}\n`);
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
