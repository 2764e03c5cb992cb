/**
 * Tries mutants of the rules and the engine: `npm run mutation [part...]`, such as `rules/s3` or `engine/policy`; all of them by default.
 * Writes down the score of each part, and leaves Stryker's reports in the folder for temporary files.
 */
import { execFileSync } from 'child_process';
import * as os from 'os';
import * as path from 'path';
import { PARTS, type Part } from './parts';
import { record, scoreOf, shown } from './scores';

const SCRATCH = path.join(os.tmpdir(), 'cdk-hardened-mutation');

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) throw new RangeError(`no such part: ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}`);
  for (const part of PARTS.filter(({ name }) => names.length === 0 || names.includes(name))) await tryPart(part);
}

async function tryPart({ name, mutate, testFiles, without = [] }: Part): Promise<void> {
  const { Stryker } = await import('@stryker-mutator/core');
  const report = path.join(SCRATCH, `${name.replace('/', '-')}.json`);
  const commit = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { encoding: 'utf8' }).trim();
  const results = await new Stryker({
    mutate: [...mutate],
    mutator: { plugins: null, excludedMutations: [...without] },
    testFiles: [...testFiles],
    testRunner: 'in-process',
    plugins: [path.join(__dirname, 'plugins.js')],
    ignorers: ['words-of-rules'],
    ignorePatterns: ['/*', '!/src', '!/test'],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    dryRunTimeoutMinutes: 60,
    timeoutMS: 15_000, // of the clock: on a busy machine, what is only slow must not be taken for endless
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    tempDirName: path.join(SCRATCH, 'sandboxes'),
    warnings: false, // it takes what runs at loading for slow, as it is where that takes a process of its own
  }).runMutationTest();
  const score = scoreOf(results);
  record(name, { ...score, date: new Date().toISOString().slice(0, 10), commit });
  process.stdout.write(`${name}: ${shown(score)}; what survived: ${report}\n`);
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
