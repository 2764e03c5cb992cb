/**
 * What judging costs, in fresh processes, as ratios of one run: against cdk-nag's six packs, against the plain synth, and against the size of
 * the app. CDK's own WASM validation is off: it costs all alike.
 */
import { spawnSync } from 'child_process';
import type { SpawnSyncReturns } from 'child_process';
import * as path from 'path';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SIZES = [100, 700, 2800, 9800];

interface Run {
  readonly total: number;
  readonly resources: number;
  readonly templates: number;
  readonly judging: number;
  /** Bytes of heap when judging began. */
  readonly before: number;
  readonly retained: number;
  readonly findings: number;
}

function start(flags: readonly string[], args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [...flags, '-r', 'ts-node/register/transpile-only', path.join(__dirname, 'run-once.ts'), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, CDK_VALIDATION: 'false', TS_NODE_PROJECT: path.join(__dirname, '..', 'tsconfig.json') },
  });
}

function run(judge: string, size: number): Run {
  const { status, stdout, stderr } = start(['--expose-gc'], [judge, String(size)]);
  if (status !== 0) throw new Error(`judging by ${judge} did not work:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').pop()!) as Run;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The median of each figure over the rounds. */
function measure(judge: string, size: number, rounds = ROUNDS): Run {
  const runs = Array.from({ length: rounds }, () => run(judge, size));
  const of = (figure: keyof Run) => median(runs.map((each) => each[figure]));
  return {
    total: of('total'),
    resources: of('resources'),
    templates: of('templates'),
    judging: of('judging'),
    before: of('before'),
    retained: of('retained'),
    findings: of('findings'),
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function loading(): number {
  const code = 'const b=performance.now();require("./lib/guardrails/rules/all-rules.js");console.log(performance.now()-b)';
  return median(Array.from({ length: ROUNDS }, () => Number(spawnSync(process.execPath, ['-e', code], {
    encoding: 'utf8', cwd: path.join(__dirname, '..', '..'),
  }).stdout)));
}

const MEGABYTE = 2 ** 20;

/** Judges in heaps of several sizes: what the garbage collector has not yet freed is no need, so the smallest that suffices is the peak. */
function peakHeap({ before, templates }: Run): string {
  const needed = [6, 8, 10, 12].find((times) => {
    const limit = Math.ceil((before + times * templates) / MEGABYTE + 20);
    return start(['--expose-gc', `--max-old-space-size=${limit}`], ['guardrails', '9800', 'only']).status === 0;
  });
  return `${needed === undefined ? 'more than 12' : `at most ${needed}`} times the templates and 20 MB (goal: 6)`;
}

say(`loading all rules: ${loading().toFixed(1)} ms (goal: at most 20)`);
const ours = new Map(SIZES.map((size) => {
  const figures = measure('guardrails', size);
  say(`${figures.resources} resources: judged in ${figures.judging.toFixed(0)} ms, ${figures.findings} findings, templates of ${
    (figures.templates / MEGABYTE).toFixed(1)} MB, kept ${(figures.retained / MEGABYTE).toFixed(1)} MB`);
  return [size, figures];
}));
const nag = measure('nag', 2800, Math.min(ROUNDS, 3));
const plain = measure('none', 2800);
const at2800 = ours.get(2800)!;
say(`at 2,800: cdk-nag's six packs ${nag.judging.toFixed(0)} ms; plain synth ${plain.total.toFixed(0)} ms; whole synth with rules ${at2800.total.toFixed(0)} ms`);
say(`ratio to cdk-nag: 1/${(nag.judging / at2800.judging).toFixed(1)} (goal: 1/10 or less)`);
say(`ratio to the plain synth: ${((100 * at2800.judging) / plain.total).toFixed(1)} % (goal: at most 15 %)`);
say(`ratio of 9,800 to 2,800: ${(ours.get(9800)!.judging / at2800.judging).toFixed(2)} (goal: at most 4.5)`);
say(`peak heap of judging 9,800: ${peakHeap(ours.get(9800)!)}`);

const reported = { plain: measure('none', 1300), none: measure('waived', 1300), many: measure('guardrails', 1300) };
const more = ({ total }: Run): string => `${(total - reported.plain.total).toFixed(0)} ms more`;
say(`whole synth of ${reported.many.resources} resources: ${reported.plain.total.toFixed(0)} ms without rules; ${more(reported.none)} with ${
  reported.none.findings} findings, ${more(reported.many)} with ${reported.many.findings}`);
