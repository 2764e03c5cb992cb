import * as fs from 'fs';
import * as path from 'path';
import { mended, overwritten } from './mended';
import type { Situation, Verdicts } from './verdicts';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import type { Rule, Verdict } from '../../../src/guardrails/engine/rule';
import { variantsOf } from '../variants';
import { branches } from '../variants/behind-conditions';
import { spread } from '../variants/leaves';
import type { Row, Variant } from '../variants/variant';

/** What a rule says of the subject of a situation. */
export function judge(rule: Rule, situation: Situation): { verdict: Verdict; locations: string[]; messages: string[]; unknown?: string } {
  const { judgements, faults } = evaluate(new AppModel(situation.templates), [rule], { [rule.id]: situation.options });
  if (faults.length > 0) throw new Error(faults[0].error);
  const subject = situation.judged ?? 'Subject';
  const found = judgements.filter(({ resource }) => rule.check === undefined || resource?.logicalId === subject);
  const [judgement] = found.filter(({ verdict }) => verdict !== 'COMPLIANT').concat(found);
  if (judgement === undefined) throw new Error(`${rule.id} did not judge ${subject}`);
  return {
    verdict: judgement.verdict,
    locations: judgement.violations.map(({ location }) => location),
    messages: judgement.violations.map(({ message }) => message),
    unknown: judgement.unknown?.why,
  };
}

/** One test for each row of the tables in a folder, and for what is derived from the rows. */
export function describeService(service: string): void {
  const folder = path.join(__dirname, service);
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.ts')).sort();
  const rules = fs.readdirSync(path.join(__dirname, '../../../src/guardrails/rules', service)).filter((name) => name.endsWith('.ts')).sort();

  test('each rule has its table', () => {
    expect(files.filter((file) => file !== 'situations.ts')).toEqual(rules.filter((file) => !file.startsWith('_') && isRule(service, file)));
  });

  for (const file of files.filter((name) => name !== 'situations.ts')) {
    const { verdicts } = require(path.join(folder, file)) as { verdicts: Verdicts }; // eslint-disable-line @typescript-eslint/no-require-imports
    describe(verdicts.rule.id, () => describeRule(verdicts));
  }
}

/** Beside its rules, a folder holds what several of them ask. */
function isRule(service: string, file: string): boolean {
  return fs.readFileSync(path.join(__dirname, '../../../src/guardrails/rules', service, file), 'utf8').includes('export const rule =');
}

function describeRule({ rule, compliant = {}, nonCompliant = {}, insufficientData = {}, notApplicable = {} }: Verdicts): void {
  eachRow(compliant, 'COMPLIANT', (situation) => {
    expect(judge(rule, situation)).toMatchObject({ verdict: 'COMPLIANT' });
  });

  eachRow(nonCompliant, 'NON_COMPLIANT', ([situation, ...locations]) => {
    const { verdict, locations: named, messages } = judge(rule, situation);
    expect({ verdict, locations: named.sort() }).toEqual({ verdict: 'NON_COMPLIANT', locations: [...locations].sort() });
    expect(messages.filter((message) => message.trim() === '' || /\.$|\[object|undefined|\$\{Token/.test(message))).toEqual([]);
  });

  eachRow(insufficientData, 'INSUFFICIENT_DATA', (situation) => {
    expect(judge(rule, situation)).toMatchObject({ verdict: 'INSUFFICIENT_DATA' });
  });

  eachRow(notApplicable, 'NOT_APPLICABLE', (situation) => {
    expect(judge(rule, situation)).toMatchObject({ verdict: 'NOT_APPLICABLE' });
  });

  test('the table shows every verdict that the rule does not declare unreachable', () => {
    const shown = { COMPLIANT: compliant, NON_COMPLIANT: nonCompliant, INSUFFICIENT_DATA: insufficientData, NOT_APPLICABLE: notApplicable };
    const reached = Object.entries(shown).filter(([, rows]) => Object.keys(rows).length > 0).map(([verdict]) => verdict);
    expect([...reached, ...Object.keys(rule.unreachable ?? {})].sort()).toEqual(Object.keys(shown).sort());
  });

  if (rule.check !== undefined && rule.remediation !== undefined && rule.remediation.kind !== 'companion') {
    test('what violates complies, or violates less, wherever the rule can mend it', () => {
      const after = Object.entries(nonCompliant).flatMap(([name, [situation, ...before]]) => {
        const situationAfter = mended(rule, situation);
        return situationAfter === undefined ? [] : [{ name, before, ...judge(rule, situationAfter) }];
      });
      expect(after.filter(({ verdict }) => verdict === 'COMPLIANT')).not.toEqual([]);
      const isLess = (locations: readonly string[], before: readonly string[]): boolean =>
        locations.length < before.length && locations.every((location) => before.includes(location));
      expect(after.filter(({ verdict, locations, before }) => verdict !== 'COMPLIANT' && !(verdict === 'NON_COMPLIANT' && isLess(locations, before)))).toEqual([]);
    });
  }

  if (rule.check !== undefined && rule.remediation !== undefined && rule.remediation.kind !== 'companion') {
    test('a remediation writes over what violates only', () => {
      const others = Object.entries(nonCompliant).flatMap(([name, [situation, ...locations]]) =>
        overwritten(rule, situation).filter((place) => !locations.some((location) => isWithin(location, place) || isWithin(place, location)))
          .map((place) => `${name}: ${place}`));
      expect(others).toEqual([]);
    });
  }

  const verdictOf = (situation: Situation): Verdict => judge(rule, situation).verdict;
  const expectRight = (variants: readonly Variant[]): void => {
    const judged = variants.map(({ name, situation, expected }) => ({ name, verdict: verdictOf(situation), expected }));
    expect(judged.filter(({ verdict, expected }) => !expected.includes(verdict))).toEqual([]);
  };

  const rows = rowsOf({ rule, compliant, nonCompliant, insufficientData, notApplicable });
  test.each(rows.map((row) => [row.verdict, row.name, row] as const))('%s, however it is written: %s', (_verdict, _name, row) => {
    expectRight(variantsOf(row, verdictOf));
  });

  const complying = rows.filter(({ verdict }) => verdict === 'COMPLIANT');
  const violating = rows.filter(({ verdict }) => verdict === 'NON_COMPLIANT');
  test('a violation in one branch of a condition is one, whatever is in the other', () => {
    expectRight(spread(violating.flatMap((bad) => complying.flatMap((good) => branches(bad, good))), MOST_BRANCHES));
  });
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

function rowsOf({ compliant = {}, nonCompliant = {}, insufficientData = {}, notApplicable = {} }: Verdicts): Row[] {
  const violating = Object.fromEntries(Object.entries(nonCompliant).map(([name, [situation]]) => [name, situation]));
  const tables = { COMPLIANT: compliant, NON_COMPLIANT: violating, INSUFFICIENT_DATA: insufficientData, NOT_APPLICABLE: notApplicable };
  return Object.entries(tables)
    .flatMap(([verdict, situations]) => Object.entries(situations).map(([name, situation]) => ({ verdict: verdict as Verdict, name, situation })))
    .map((row, index) => ({ ...row, index }));
}

const MOST_BRANCHES = 12;

function eachRow<Shown>(rows: Readonly<Record<string, Shown>>, verdict: Verdict, expectation: (row: Shown) => void): void {
  for (const [name, row] of Object.entries(rows)) test(`${verdict}: ${name}`, () => expectation(row));
}
