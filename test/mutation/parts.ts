import * as fs from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');
const RULES = 'src/guardrails/rules';
const ENGINE = 'src/guardrails/engine';
const SECRETS = 'src/private/secret-detection';

/** Files whose mutants are tried together, and the tests that they are tried against. */
export interface Part {
  readonly name: string;
  readonly mutate: readonly string[];
  readonly testFiles: readonly string[];
  /** Kinds of mutants, as Stryker calls them, that are not tried. */
  readonly without?: readonly string[];
}

/** Tables of facts and what is written by programs: each row is held by the test that compares it with its source. */
const DATA = [
  `${RULES}/all-rules.ts`,
  `${RULES}/lambda/aws-layer-accounts.ts`,
  `${ENGINE}/iam/action-data.ts`,
  `${ENGINE}/iam/*-escalation-paths.ts`,
  `${ENGINE}/iam/escalation-sources.ts`,
  `${ENGINE}/policy-carriers-*.ts`,
];

/** These compare tables with whole sources or synthesize apps: they take seconds, and tell little of mutants. */
const SLOW = ['policy-carriers.test.ts', 'weak-references.test.ts', 'rates.test.ts'];

const ENGINE_TESTS = testsIn('test/guardrails/engine');
const SECRETS_TESTS = testsIn('test/private/secret-detection');

const SERVICES = fs.readdirSync(path.join(ROOT, RULES), { withFileTypes: true })
  .filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
const ALL_TABLES = SERVICES.map(testsOf);

export const PARTS: readonly Part[] = [
  { name: 'engine', mutate: mutants(`${ENGINE}/*.ts`), testFiles: ENGINE_TESTS },
  { name: 'engine/iam', mutate: mutants(`${ENGINE}/iam/*.ts`), testFiles: ENGINE_TESTS },
  { name: 'engine/policy', mutate: mutants(`${ENGINE}/policy/*.ts`), testFiles: ENGINE_TESTS },
  { name: 'rules', mutate: mutants(`${RULES}/*.ts`), testFiles: ALL_TABLES },
  ...SERVICES.map((service) => ({
    name: `rules/${service}`,
    mutate: mutants(`${RULES}/${service}/*.ts`),
    testFiles: SERVICES.filter((other) => other === service || borrows(other, service)).map(testsOf),
  })),
  // about ten rules ask it; its expressions weigh what is more likely a secret, and only rates over thousands of samples say whether they do so well
  { name: 'secret-detection', mutate: mutants(`${SECRETS}/*.ts`), testFiles: SECRETS_TESTS, without: ['Regex'] },
];

function mutants(pattern: string): string[] {
  return [pattern, ...DATA.map((data) => `!${data}`)];
}

/** The tests of a folder, without those that spy or mock: the runner has nothing of jest's but what describes and expects. */
function testsIn(folder: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !SLOW.includes(file) && !/\bjest\.\w+\(/.test(fs.readFileSync(path.join(ROOT, folder, file), 'utf8')))
    .sort().map((file) => `${folder}/${file}`);
}

function testsOf(service: string): string {
  return `test/guardrails/rules/${service}.test.ts`;
}

/** Whether rules of a service import files of another's: then its tables try them too. */
function borrows(service: string, from: string): boolean {
  const folder = path.join(ROOT, RULES, service);
  return fs.readdirSync(folder).some((file) => fs.readFileSync(path.join(folder, file), 'utf8').includes(` from '../${from}/`));
}
