import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import { fingerprintsOf } from './fingerprints-of-tables';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';
import { ROWS } from '../invariants/situations';

/** By rule and row of its table: a digest of what baselines of users hold of it. */
type Frozen = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FILE = path.join(__dirname, 'frozen-fingerprints.json');

/** So many rows of each rule, the first ones that violate: the file stays small, and new rows change nothing. */
const ROWS_OF_A_RULE = 3;

/** The digests of all rows that violate, by rule and name. */
function digestsOfToday(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const rules = new Map<string, Map<string, string>>();
  for (const row of ROWS) {
    const fingerprints = fingerprintsOf(row);
    if (fingerprints.length === 0) continue;
    const rows = rules.get(row.rule.id) ?? new Map<string, string>();
    rules.set(row.rule.id, rows.set(digestOf(row.name), digestOf(fingerprints.join(' '))));
  }
  return rules;
}

function frozenOf(today: ReadonlyMap<string, ReadonlyMap<string, string>>): Frozen {
  const ids = [...today.keys()].sort();
  return Object.fromEntries(ids.map((id) => [id, Object.fromEntries([...today.get(id)!].slice(0, ROWS_OF_A_RULE))]));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * A change here breaks the baseline of every user: a build fails for what was accepted. Better words in messages are no change. Rules and
 * rows that are new are added by `UPDATE_FINGERPRINTS=1 npx jest test/guardrails/baseline`, which shows what else has changed too.
 */
test('fingerprints are what they were when they were released', () => {
  const today = digestsOfToday();
  if (process.env.UPDATE_FINGERPRINTS !== undefined) fs.writeFileSync(FILE, `${JSON.stringify(frozenOf(today), undefined, 1)}\n`);
  const frozen = JSON.parse(fs.readFileSync(FILE, 'utf8')) as Frozen;
  expect(ALL_RULES.map(({ id }) => id).filter((id) => frozen[id] === undefined)).toEqual([]);
  const changed = Object.entries(frozen).filter(([id, rows]) => {
    const known = Object.entries(rows).filter(([name]) => today.get(id)?.has(name));
    return known.length === 0 || known.some(([name, digest]) => today.get(id)!.get(name) !== digest);
  });
  expect(changed.map(([id]) => id)).toEqual([]);
});
