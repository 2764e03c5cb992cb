import { IN_BASELINE } from './in-baseline';
import { changed } from '../reports/changed-finding';
import type { Finding } from '../reports/report';

/** What a baseline file holds: the findings that were there when it was made. */
export interface Baseline {
  readonly schemaVersion: '1';
  readonly findings: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly fingerprint: string;
  /** For the reader; only the fingerprint counts. */
  readonly ruleId: string;
  readonly resourceType?: string;
  readonly location: string;
  /** How many findings have this fingerprint in one Stage. */
  readonly count: number;
}

export interface BaselineResult {
  readonly findings: readonly Finding[];
  /** Entries, or parts of their counts, that are no longer found: the file can shrink. */
  readonly fixed: readonly BaselineEntry[];
  /** What the file is without them: what is still found, and what nobody looked for. */
  readonly left: Baseline;
}

/** Records what is open today. The same finding in several Stages is one. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const recorded = findings.filter(({ verdict, waived }) => verdict === 'NON_COMPLIANT' && waived === undefined);
  const samples = new Map(recorded.map((finding) => [finding.fingerprint, finding]));
  const entries = [...countsOf(recorded)].map(([fingerprint, count]): BaselineEntry => {
    const { ruleId, resourceType, location } = samples.get(fingerprint)!;
    return { fingerprint, ruleId, ...resourceType === undefined ? {} : { resourceType }, location, count };
  });
  const order = ({ ruleId, fingerprint }: BaselineEntry) => `${ruleId} ${fingerprint}`;
  return { schemaVersion: '1', findings: entries.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

/** A baseline as its file holds it. */
export function textOfBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, undefined, 2)}\n`;
}

/** What was judged, and whose findings no baseline accepts. */
export interface BaselineTerms {
  /** Ids of the rules that judged: of others nobody knows whether their findings are gone. */
  readonly judged: ReadonlySet<string>;
  readonly isLeftOut?: (finding: Finding) => boolean;
}

/** Waives as many findings of each fingerprint and Stage as the baseline holds; what is more is new. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline, { judged, isLeftOut = () => false }: BaselineTerms): BaselineResult {
  const allowed = new Map(baseline.findings.map((entry) => [entry.fingerprint, entry.count]));
  const used = new Map<string, number>();
  const marked = findings.map((finding) => {
    if (finding.verdict !== 'NON_COMPLIANT' || finding.waived !== undefined || isLeftOut(finding)) return finding;
    const key = `${stageOf(finding)} ${finding.fingerprint}`;
    const before = used.get(key) ?? 0;
    used.set(key, before + 1);
    return before < (allowed.get(finding.fingerprint) ?? 0) ? changed(finding, { waived: { reason: IN_BASELINE } }) : finding;
  });
  const today = countsOf(findings.filter(({ verdict }) => verdict === 'NON_COMPLIANT'));
  const fixed = baseline.findings
    .filter(({ ruleId }) => judged.has(ruleId))
    .map((entry) => ({ ...entry, count: entry.count - (today.get(entry.fingerprint) ?? 0) }))
    .filter(({ count }) => count > 0);
  const accepted = countsOf(marked.filter(({ waived }) => waived?.reason === IN_BASELINE));
  const left = baseline.findings
    .map((entry) => (judged.has(entry.ruleId) ? { ...entry, count: Math.min(entry.count, accepted.get(entry.fingerprint) ?? 0) } : entry))
    .filter(({ count }) => count > 0);
  return { findings: marked, fixed, left: { ...baseline, findings: left } };
}

/** The rules of a judgement that judged everything they were asked to. */
export function withoutFaults(rules: Iterable<{ readonly id: string }>, faults: readonly { readonly ruleId: string }[]): ReadonlySet<string> {
  const failed = new Set(faults.map(({ ruleId }) => ruleId));
  return new Set([...rules].map(({ id }) => id).filter((id) => !failed.has(id)));
}

/** Findings by fingerprint: the most that any one Stage has. */
function countsOf(findings: readonly Finding[]): Map<string, number> {
  const perStage = new Map<string, Map<string, number>>();
  for (const finding of findings) {
    const stage = stageOf(finding);
    const counts = perStage.get(stage) ?? new Map<string, number>();
    perStage.set(stage, counts.set(finding.fingerprint, (counts.get(finding.fingerprint) ?? 0) + 1));
  }
  const most = new Map<string, number>();
  for (const counts of perStage.values()) {
    for (const [fingerprint, count] of counts) most.set(fingerprint, Math.max(count, most.get(fingerprint) ?? 0));
  }
  return most;
}

/** The assembly that a template belongs to: `cdk.out/assembly-Prod/...`. */
function stageOf({ template }: Finding): string {
  return /(?:^|[\\/])(assembly-[^\\/]+(?:[\\/]assembly-[^\\/]+)*)[\\/]/.exec(template)?.[1] ?? '';
}

/** A baseline file as text, or why it is none. */
export function readBaseline(text: string): Baseline | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return `no JSON: ${(error as Error).message}`;
  }
  const { schemaVersion, findings } = (json ?? {}) as Partial<Record<'schemaVersion' | 'findings', unknown>>;
  if (schemaVersion !== '1' || !Array.isArray(findings)) return 'a baseline has schemaVersion "1" and a list of findings';
  const wrong = findings.findIndex((entry) => !isEntry(entry));
  return wrong < 0 ? json as Baseline : `findings.${wrong} has no fingerprint or count`;
}

function isEntry(json: unknown): boolean {
  const { fingerprint, count } = (json ?? {}) as Partial<Record<'fingerprint' | 'count', unknown>>;
  return typeof fingerprint === 'string' && Number.isInteger(count) && (count as number) > 0;
}
