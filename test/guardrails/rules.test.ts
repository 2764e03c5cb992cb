import * as fs from 'fs';
import * as path from 'path';
import { CATALOGUE, REQUIREMENTS, requirementOf } from './requirements';
import type { Requirement } from './requirements';
import { POLICY_CARRIERS } from '../../src/guardrails/engine/policy-carriers';
import { rulesOf, SELECTIONS } from '../../src/guardrails/rule-sets/selection';
import { ALL_RULES } from '../../src/guardrails/rules/all-rules';

/** Severities that differ from the catalogue's, each with the reason. */
const OTHER_SEVERITY: Record<string, string> = {
  'apigateway/domain-tls12': 'without the property the service takes TLS 1.2, and Security Hub has no control of severity high for it',
  'apigatewayv2/domain-tls-policy': 'the same requirement as apigateway/domain-tls12',
  'apigatewayv2/route-authorization': 'Security Hub rates APIGateway.8 medium',
  'iam/no-full-access-to-cloudtrail': 'cloudtrail:* alone changes no data and no permission',
};

test('every requirement in scope has a rule', () => {
  expect(CATALOGUE).toHaveLength(424);
  expect(REQUIREMENTS).toHaveLength(306);
  const answered = new Set(ALL_RULES.map(({ id, catalogueKey }) => catalogueKey ?? id));
  expect(REQUIREMENTS.map(({ key }) => key).filter((key) => !answered.has(key))).toEqual([]);
});

/** Controls that the catalogue does not name where rules answer to them, each with the rules. */
const BEYOND_THE_CATALOGUE: Record<string, RegExp> = {
  // no embedded unencrypted static authenticators: it names the rule about build projects alone
  'nist80053r5 IA-5(7)': /no-secrets|no-literal-secret|not-plaintext|no-credentials-in-metadata/,
};

test('the rules of a requirement answer the controls that the catalogue names for it, and no others', () => {
  for (const { key, controls } of REQUIREMENTS) {
    const rules = ALL_RULES.filter(({ id, catalogueKey = id }) => catalogueKey === key);
    const named = joined([controls]);
    const added = Object.entries(BEYOND_THE_CATALOGUE)
      .filter(([control, about]) => !named.includes(control) && rules.some(({ id }) => about.test(id))).map(([control]) => control);
    expect({ key, controls: joined(rules.map((rule) => rule.controls)) }).toEqual({ key, controls: [...named, ...added].sort() });
  }
});

/** What several answer together. */
function joined(all: readonly Requirement['controls'][]): string[] {
  const ids = all.flatMap((controls) => Object.entries(controls).flatMap(([framework, given = []]) => given.map((id) => `${framework} ${id}`)));
  return [...new Set(ids)].sort();
}

test('ids are unique and say service and name', () => {
  const ids = ALL_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('each rule stands in the file that its id names, one a file', () => {
  const folder = path.join(__dirname, '..', '..', 'src', 'guardrails', 'rules');
  expect(ALL_RULES.map(({ id }) => id).filter((id) => !fs.readFileSync(path.join(folder, `${id}.ts`), 'utf8').includes(`id: '${id}'`))).toEqual([]);
});

describe.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('explains itself', () => {
    const { title, rationale, whenNotToUse, fix, sources } = rule;
    for (const text of [title, rationale, whenNotToUse, fix]) expect(text.trim().length).toBeGreaterThan(9);
    expect(title).not.toMatch(/\.$/);
    expect(JSON.stringify(rule)).not.toMatch(/TODO/);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !source.startsWith('https://'))).toEqual([]);
  });

  test('says where its differences from peers can be seen', () => {
    expect((rule.divergences ?? []).filter(({ source }) => !/^https:\/\/[^ ]+$/.test(source))).toEqual([]);
  });

  test('says what no template shows, if the requirement is only partly seen there', () => {
    if (requirementOf(rule)?.checkableAtSynth === 'partly') expect(rule.partly?.length ?? 0).toBeGreaterThan(9);
  });

  test('has the severity of the catalogue, or a reason for another', () => {
    const { severity } = requirementOf(rule) ?? rule;
    expect(rule.severity === severity).toBe(OTHER_SEVERITY[id] === undefined);
  });

  test('is judged on something', () => {
    const checks = [rule.check, rule.checkTemplate, rule.checkApp].filter((check) => check !== undefined);
    expect(checks).toHaveLength(1);
    expect(rule.resourceTypes.length > 0).toBe(rule.check !== undefined);
  });

  test('is outside the default set if it needs a value that nobody has given', () => {
    const needs = Object.entries(rule.options ?? {}).filter(([, option]) => option.default === undefined);
    if (needs.length > 0 && rule.outsideDefault === undefined) expect(NEEDS_NOTHING[id]).toBeDefined();
  });
});

/** Rules of the default set that judge without their options, and judge more with them. */
const NEEDS_NOTHING: Record<string, string> = {
  'vpc/endpoint-service-principals': 'a star violates whoever is trusted; accounts are only judged once some are trusted',
};

test('rules about identity policies look at every type that carries one', () => {
  const carriers = Object.entries(POLICY_CARRIERS).filter(([, places]) => places.some(({ kind }) => kind === 'identity')).map(([type]) => type);
  const statementRules = ALL_RULES.filter(({ id }) => /^iam\/no-(star-action|admin-statement|allow-notaction|allow-notresource)$/.test(id));
  expect(statementRules).toHaveLength(4);
  for (const { resourceTypes } of statementRules) expect(resourceTypes).toEqual(expect.arrayContaining(carriers));
});

test('every rule set has rules, and the default one leaves out what needs a reason', () => {
  for (const selection of Object.values(SELECTIONS)) expect(rulesOf(selection).length).toBeGreaterThan(5);
  expect(rulesOf(SELECTIONS.default).every(({ outsideDefault }) => outsideDefault === undefined)).toBe(true);
});
