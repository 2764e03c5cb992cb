/**
 * Synth time of the demo against the same service of plain L2s: fresh processes, taking turns, median of ten each (or BENCH_ROUNDS); CDK's own WASM validation,
 * which costs both the same, is off. Fails when the two do not emit the same resource types and counts.
 */
import { spawnSync } from 'child_process';
import * as path from 'path';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 10);

interface Run { readonly milliseconds: number; readonly counts: Record<string, number> }

function run(app: 'demo' | 'plain'): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', 'ts-node/register/transpile-only', path.join(__dirname, 'run-once.ts'), app], {
    encoding: 'utf8',
    env: { ...process.env, CDK_VALIDATION: 'false', TS_NODE_PROJECT: path.join(__dirname, 'tsconfig.json') },
  });
  if (status !== 0) throw new Error(`the ${app} app did not synthesize:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').pop()!) as Run;
}

function differences(demo: Run, plain: Run): string[] {
  const types = [...new Set([...Object.keys(demo.counts), ...Object.keys(plain.counts)])].sort();
  return types.filter((type) => demo.counts[type] !== plain.counts[type]).map((type) => `${type}: demo ${demo.counts[type] ?? 0}, plain ${plain.counts[type] ?? 0}`);
}

function median(runs: Run[]): number {
  const sorted = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return (sorted[Math.ceil(ROUNDS / 2) - 1] + sorted[Math.floor(ROUNDS / 2)]) / 2;
}

const first = differences(run('demo'), run('plain')); // also fills the file system's cache
if (first.length > 0) {
  process.stderr.write(`bench/plain-orders.ts no longer emits what the demo emits:\n${first.join('\n')}\n`);
  process.exit(1);
}
const runs: Record<'demo' | 'plain', Run[]> = { demo: [], plain: [] };
for (let round = 0; round < ROUNDS; round++) {
  for (const app of round % 2 ? ['demo', 'plain'] as const : ['plain', 'demo'] as const) runs[app].push(run(app));
}
const [demo, plain] = [median(runs.demo), median(runs.plain)];
const resources = Object.values(runs.demo[0].counts).reduce((sum, count) => sum + count, 0);
process.stdout.write(`${resources} resources each; demo ${demo.toFixed(0)} ms, plain L2s ${plain.toFixed(0)} ms (median of ${ROUNDS})\n`);
process.stdout.write(`ratio: ${(demo / plain).toFixed(2)} (goal: at most 1.30)\n`);
