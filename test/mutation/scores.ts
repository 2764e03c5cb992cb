import * as fs from 'fs';
import * as path from 'path';
import type { MutantResult } from '@stryker-mutator/api/core' with { 'resolution-mode': 'import' };
import { PARTS } from './parts';

const DOCS = path.join(__dirname, '..', '..', 'docs', 'guardrails');
const FILE = path.join(DOCS, 'mutation-score.json');
const PAGE = path.join(DOCS, 'mutation-testing.md');
const TABLE = /(<!-- scores -->\n)[^]*?(<!-- end of scores -->)/;

/** How many mutants of a part had which fate. Those that did not even load count nowhere. */
export interface Score {
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  /** No test runs through them. */
  readonly uncovered: number;
}

interface Recorded extends Score {
  readonly date: string;
  readonly commit: string;
}

export function scoreOf(results: readonly MutantResult[]): Score {
  const count = (status: MutantResult['status']): number => results.filter((result) => result.status === status).length;
  return { killed: count('Killed'), timedOut: count('Timeout'), survived: count('Survived'), uncovered: count('NoCoverage') };
}

/** `91.2 % of 340` */
export function shown({ killed, timedOut, survived, uncovered }: Score): string {
  const all = killed + timedOut + survived + uncovered;
  return `${all === 0 ? '100.0' : (100 * (killed + timedOut) / all).toFixed(1)} % of ${all}`;
}

/** Writes the score of a part into the file of scores and the table of the page. */
export function record(part: string, score: Recorded): void {
  const before = fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, 'utf8')) as Record<string, Recorded> : {};
  const scores = Object.fromEntries(Object.entries({ ...before, [part]: score }).sort(([a], [b]) => (a < b ? -1 : 1)));
  fs.writeFileSync(FILE, `${JSON.stringify(scores, undefined, 2)}\n`);
  const page = fs.readFileSync(PAGE, 'utf8');
  fs.writeFileSync(PAGE, page.replace(TABLE, (_, begin: string, end: string) => `${begin}${tableOf(scores)}${end}`));
}

function tableOf(scores: Readonly<Record<string, Recorded>>): string {
  const total = (key: keyof Score): number => Object.values(scores).reduce((sum, score) => sum + score[key], 0);
  const all: Score = { killed: total('killed'), timedOut: total('timedOut'), survived: total('survived'), uncovered: total('uncovered') };
  const row = (name: string, score: Score, when: string): string =>
    `| ${name} | ${shown(score)} | ${score.killed} | ${score.timedOut} | ${score.survived} | ${score.uncovered} | ${when} |\n`;
  return [
    '| part | killed | by a failing test | by running endlessly | survived | untested | tried |\n|---|---|---|---|---|---|---|\n',
    ...Object.entries(scores).map(([name, score]) => row(`\`${name}\``, score, `${score.date}, ${score.commit}`)),
    row('all of these', all, ''),
    ...PARTS.filter(({ name }) => scores[name] === undefined).map(({ name }) => `| \`${name}\` | not tried yet | | | | | |\n`),
  ].join('');
}
