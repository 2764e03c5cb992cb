/**
 * Where the time of judging goes: V8's own profile of the first call of the judge in a fresh process, summed up by phase. The sampling costs
 * something, so these are shares, and no figures to compare with those of judging-time.
 */
import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Functions that begin a phase; the innermost one that is on the stack has the time. */
const PHASES: Readonly<Record<string, string>> = {
  validate: 'the rest: waivers, the summary, what CDK is handed',
  require: 'loading engine and rules',
  templatesOf: 'reading the templates',
  AppModel: 'the model of the app',
  evaluateEach: 'choosing what is judged by what',
  judgeInAllWorlds: 'checks of the rules',
  reportOf: 'findings',
  findingViolations: 'violations for CDK',
};

function profileOf(size: number): Profile {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-hardened-profile-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [
      '--expose-gc', '--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', folder,
      '-r', 'ts-node/register/transpile-only', path.join(__dirname, 'run-once.ts'), 'guardrails', String(size), 'only',
    ], { encoding: 'utf8', env: { ...process.env, CDK_VALIDATION: 'false', TS_NODE_PROJECT: path.join(__dirname, '..', 'tsconfig.json') } });
    if (status !== 0) throw new Error(`judging did not work:\n${stderr}`);
    return JSON.parse(fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0]), 'utf8')) as Profile;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Milliseconds by phase, from the first to the last moment in which the plugin's `validate` runs. */
function phasesOf({ nodes, samples, timeDeltas }: Profile): ReadonlyMap<string, number> {
  const phases = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (node: ProfileNode, outer?: string): void => {
    const { functionName, url } = node.callFrame;
    const begins = outer !== undefined || (functionName === 'validate' && url.includes('judging-plugin'));
    const phase = begins ? PHASES[functionName] ?? outer : undefined;
    if (phase !== undefined) phases.set(node.id, phase);
    for (const child of node.children ?? []) visit(byId.get(child)!, phase);
  };
  visit(nodes[0]);
  const judging = [...samples.keys()].filter((index) => phases.has(samples[index]));
  const sums = new Map<string, number>();
  for (let index = judging[0]; index <= judging[judging.length - 1]; index += 1) {
    // what V8 does for itself, such as collecting garbage, is on no stack
    const phase = phases.get(samples[index]) ?? byId.get(samples[index])!.callFrame.functionName;
    sums.set(phase, (sums.get(phase) ?? 0) + timeDeltas[index] / 1000);
  }
  return sums;
}

const phases = [...phasesOf(profileOf(2800))].sort(([, a], [, b]) => b - a);
const total = phases.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
process.stdout.write(`profile of judging 2,800 resources (${total.toFixed(0)} ms while sampled):\n${
  phases.map(([phase, milliseconds]) => `  ${((100 * milliseconds) / total).toFixed(0).padStart(3)} %  ${phase}`).join('\n')}\n`);
