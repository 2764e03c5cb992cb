import * as fs from 'fs';
import * as path from 'path';
import type { CoveragePerTestId, InstrumenterContext } from '@stryker-mutator/api/core' with { 'resolution-mode': 'import' };
import type {
  DryRunOptions, DryRunResult, MutantRunOptions, MutantRunResult, TestResult, TestRunner, TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner' with { 'resolution-mode': 'import',
  };
import { CollectedTests, type CollectedTest } from './collected-tests';
import { SandboxModules } from './sandbox-modules';

/** Where instrumented code finds which mutant is switched on, and counts what it passes. */
const stryker = ((globalThis as { __stryker__?: InstrumenterContext }).__stryker__ ??= {});

/** What tests do without a mutant: milliseconds that they take, and how often they come through each mutant. */
interface Normal {
  readonly durations: Readonly<Record<string, number>>;
  readonly hits: CoveragePerTestId;
}

/** In the sandbox: a process that does not answer is replaced by another, which has not seen the tests without a mutant. */
const NORMAL = 'normal.json';

/** A test that comes through a mutant so many times as often as without it would never end. */
const ENDLESS = 100;

/**
 * Milliseconds of the processor: of the clock, every test is slow on a busy machine. Tests that take longer try thousands of inputs, or compare
 * with whole sources: with each mutant, that takes days.
 */
const SLOW = 200;

/**
 * Runs jest tests for Stryker in the process that it starts. Its own runner for jest sets jest up again for each mutant, which takes seconds;
 * here a mutant takes milliseconds. All modules are evaluated anew for each mutant: many of them remember what they worked out once.
 */
export class InProcessRunner implements TestRunner {
  private readonly modules = new SandboxModules(process.cwd());
  private readonly vocabulary = import('@stryker-mutator/api/test-runner');
  private collected = new CollectedTests();
  private normal: Normal | undefined;

  public capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  public async dryRun({ testFiles = [] }: DryRunOptions): Promise<DryRunResult> {
    const { DryRunStatus } = await this.vocabulary;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const tests: TestResult[] = [];
    for (const file of testFiles) { // each with modules of its own, as jest does it
      stryker.currentTestId = undefined;
      await this.load([path.relative(process.cwd(), file)]);
      for (const test of this.collected.tests) {
        stryker.currentTestId = test.id;
        tests.push(await this.run(test));
      }
    }
    const durations = Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, Math.round(timeSpentMs)]));
    this.normal = { durations, hits: stryker.mutantCoverage.perTest };
    fs.writeFileSync(NORMAL, JSON.stringify(this.normal));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  public async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { determineHitLimitReached, toMutantRunResult, DryRunStatus, TestStatus } = await this.vocabulary;
    const { activeMutant, reloadEnvironment: isStatic, testFilter = [], sandboxFileName } = options;
    // Stryker names test files for what runs while files are loaded, else tests
    const files = isStatic ? testFilter.map((file) => path.relative(process.cwd(), file)) : [...new Set(testFilter.map(fileOf))];
    Object.assign(stryker, { mutantCoverage: undefined, activeMutant: activeMutant.id, hitCount: undefined, hitLimit: undefined });
    try {
      await this.load(files);
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) });
    }
    const wanted = isStatic ? ofItsRule(sandboxFileName, this.testsReaching(path.resolve(sandboxFileName))) : this.testsNamed(testFilter);
    const tests: TestResult[] = [];
    const { durations, hits } = this.normal ??= JSON.parse(fs.readFileSync(NORMAL, 'utf8')) as Normal;
    const duration = ({ id }: CollectedTest): number => durations[id] ?? 0; // a mutant may change the name of a test
    const quick = wanted.filter((test) => duration(test) < SLOW);
    const own = path.relative(process.cwd(), sandboxFileName).replace(/^src/, 'test').replace(/\.ts$/, '.test.ts');
    const isOther = ({ file }: CollectedTest): number => Number(file !== own);
    // the file's own tests are run first, then what fails fast
    for (const test of (quick.length > 0 ? quick : [...wanted]).sort((a, b) => isOther(a) - isOther(b) || duration(a) - duration(b))) {
      stryker.hitCount = 0;
      stryker.hitLimit = ENDLESS * (hits[test.id]?.[activeMutant.id] ?? 100);
      const result = await this.run(test);
      tests.push(result);
      const endless = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
      if (endless !== undefined) return toMutantRunResult(endless);
      if (result.status === TestStatus.Failed) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  public async dispose(): Promise<void> {
    await this.collected.end();
  }

  private async load(files: readonly string[]): Promise<void> {
    await this.collected.end();
    this.collected = new CollectedTests();
    this.collected.listen();
    this.modules.forget();
    for (const file of files) {
      this.collected.startFile(file);
      this.modules.load(file);
    }
  }

  private testsNamed(ids: readonly string[]): CollectedTest[] {
    const named = new Set(ids);
    return this.collected.tests.filter(({ id }) => named.has(id));
  }

  /** Tests of the files that import this file: others cannot notice it. */
  private testsReaching(file: string): CollectedTest[] {
    const reaching = new Map<string, boolean>();
    return this.collected.tests.filter((test) => {
      if (!reaching.has(test.file)) reaching.set(test.file, this.modules.importedBy(test.file).has(file));
      return reaching.get(test.file);
    });
  }

  private async run({ id, run }: CollectedTest): Promise<TestResult> {
    const { TestStatus } = await this.vocabulary;
    const start = process.cpuUsage();
    try {
      const running = run();
      if (running !== undefined) await running;
      return { id, name: id, timeSpentMs: millisecondsSince(start), status: TestStatus.Success };
    } catch (error) {
      return { id, name: id, timeSpentMs: millisecondsSince(start), status: TestStatus.Failed, failureMessage: String(error) };
    }
  }
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Of what is made when files are loaded, nobody knows which tests come through it. A rule is asked by the tests of its table, which are named after
 * its file; what several rules share, by all: there the rows alone are tried, without the hundreds of ways to write each of them.
 */
function ofItsRule(file: string, tests: readonly CollectedTest[]): readonly CollectedTest[] {
  const rule = /\/rules\/(.+)\.ts$/.exec(file)?.[1] ?? '';
  const own = tests.filter(({ id }) => id.includes(`: ${rule} > `));
  return own.length > 0 ? own : tests.filter(({ id }) => !id.includes(', however it is written: '));
}

/** File of a test, by its id. */
function fileOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}
