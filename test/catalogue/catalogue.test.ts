import * as fs from 'fs';
import * as path from 'path';
import { Stage } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { APP_MODES, catalogueApps } from './apps';
import { ENTRIES } from './entries';
import { EXCEPTIONS, NOT_KNOWN, PAGES } from './exceptions';
import { judgedApp, RULES } from './judged-app';
import type { Judged } from './judged-app';
import { ALL_RULES } from '../../src/guardrails/rules/all-rules';

const MOST_EXCEPTIONS = 5;
const DOCS = path.join(__dirname, '..', '..', 'docs', 'constructs');
const CASES = EXCEPTIONS.flatMap(({ constructs, ...exception }) => constructs.map((construct) => ({ ...exception, construct })));
const KEYS = RULES.map(({ id }) => id);

test('a rule answers every entry, or the entry says why not', () => {
  expect([...KEYS].sort()).toEqual(ENTRIES.filter(({ skipped }) => skipped === undefined).map(({ key }) => key).sort());
  expect(new Set(ENTRIES.map(({ key }) => key)).size).toBe(ENTRIES.length);
  const why = /^(resource type not ours|needs an account-wide value|not checkable at synth|no rule of ours): .{8}/;
  expect(ENTRIES.filter(({ skipped }) => skipped !== undefined && !why.test(skipped))).toEqual([]);
});

describe.each(APP_MODES)('catalogue %s', (mode, flags, env) => {
  const apps = catalogueApps(flags, env);
  const results = apps.map(([app, build]) => ({ app, ...judgedApp(build()) }));
  const all = results.flatMap(({ judged }) => judged);
  const resources = results.flatMap(({ app, resources: own }) => own.map((resource) => ({ ...resource, app })));
  const counts = new Map(KEYS.map((key) => [key, all.filter((each) => each.key === key).length]));

  test.each(KEYS)('%s is asked of a resource of some app', (key) => {
    expect(counts.get(key)).toBeGreaterThan(0);
  });

  test('says how many resources each rule judged', () => {
    const services = new Set(KEYS.map((key) => key.split('/')[0]));
    for (const service of services) {
      const lines = KEYS.filter((key) => key.startsWith(`${service}/`)).map((key) => `${key.slice(service.length + 1)} ${counts.get(key)}`);
      process.stdout.write(`catalogue ${mode}: ${service}: ${lines.join(', ')}\n`);
    }
    expect(services.size).toBeGreaterThan(0);
  });

  test.each(results)('holds in $app but for the exceptions', ({ judged }) => {
    const unexpected = judged.filter((each) => each.verdict === 'NON_COMPLIANT' && !isException(each));
    expect(unexpected.map(({ key, construct, text }) => `${key} at ${construct} ${text}`)).toEqual([]);
  });

  test('is known to hold, but for what no template tells', () => {
    const open = all.filter(({ verdict }) => verdict === 'INSUFFICIENT_DATA').map(({ key, construct }) => `${key} of ${construct}`);
    const expected = NOT_KNOWN.flatMap(({ key, constructs }) => constructs.map((construct) => `${key} of ${construct}`));
    expect([...new Set(open)].sort()).toEqual(expected.sort());
  });

  test.each(CASES)('$key still is an exception of $construct', ({ key, construct }) => {
    expect(all.filter((each) => each.verdict === 'NON_COMPLIANT' && each.key === key && each.construct === construct).length).toBeGreaterThan(0);
  });

  test.each(CASES.filter(({ metIn }) => metIn !== undefined))('$key is met in $metIn', ({ key, metIn }) => {
    const { judged } = results.find(({ app }) => app === metIn)!;
    expect(judged.filter((each) => each.key === key && each.verdict === 'COMPLIANT').length).toBeGreaterThan(0);
  });

  test('knows the construct of every resource', () => {
    const usersOwn = ['AWS::Signer::SigningProfile', 'AWS::Lambda::CodeSigningConfig', 'AWS::CloudWatch::Alarm'];
    const strangers = resources.filter(({ construct, type }) => construct === 'none' && !usersOwn.includes(type));
    expect(strangers.map(({ app, path: at }) => `${app}: ${at}`)).toEqual([]);
  });

  test('records point to what the app makes, so that none is left dangling', () => {
    const records = resources.filter(({ type }) => type === 'AWS::Route53::RecordSet');
    expect(records.length).toBeGreaterThan(0);
    const target = { 'Fn::GetAtt': [expect.any(String), expect.any(String)] as unknown };
    for (const { properties } of records) expect(properties).toMatchObject({ AliasTarget: { DNSName: target } });
  });

  test('iam/permissions-boundary holds where an app has one', () => {
    const rules = ALL_RULES.filter(({ id }) => id === 'iam/permissions-boundary');
    const verdicts = apps.flatMap(([, build]) => {
      const app = build();
      for (const stage of app.node.findAll().filter((node) => Stage.isStage(node))) { // Aspects do not go into stages
        PermissionsBoundary.of(stage).apply(ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess'));
      }
      return judgedApp(app, rules).judged.map(({ verdict }) => verdict);
    });
    expect(verdicts.length).toBeGreaterThan(20);
    expect(new Set(verdicts)).toEqual(new Set(['COMPLIANT']));
  });
});

describe('exceptions', () => {
  test.each(CASES)('$key of $construct is on its page', ({ construct, onPage }) => {
    expect(exceptionsOf(construct).replace(/\s+/g, ' ')).toContain(onPage);
  });

  test.each([...new Set(CASES.map(({ construct }) => construct))])('of %s are at most five', (construct) => {
    const own = CASES.filter((each) => each.construct === construct).map(({ key }) => key);
    expect(new Set(own).size).toBe(own.length);
    expect(own.length).toBeLessThanOrEqual(MOST_EXCEPTIONS);
  });

  test.each(fs.readdirSync(DOCS))('on %s are at most five for each construct', (page) => {
    // a construct's own list starts with its name; a list is of bullets or of table rows
    const lists = sectionOf(page).split(/^\w+:$/m).map((part) => part.match(/^(- |\| (?!what a control|---))/gm)?.length ?? 0);
    expect(Math.max(...lists)).toBeLessThanOrEqual(MOST_EXCEPTIONS);
  });

  test('each has a reason', () => {
    expect(EXCEPTIONS.filter(({ reason, onPage }) => reason.length < 40 || onPage.length < 8)).toEqual([]);
  });
});

function isException({ key, construct }: Judged): boolean {
  return CASES.some((each) => each.key === key && each.construct === construct);
}

/** The exceptions on a construct's page, with those of the constructs that it says it shares them with. */
function exceptionsOf(construct: string): string {
  const section = sectionOf(PAGES[construct] ?? `${construct.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}.md`);
  const shared = [...section.matchAll(/^- Those of \[(\w+)\]/gm)].map((match) => exceptionsOf(match[1]));
  return [section, ...shared].join('\n');
}

function sectionOf(page: string): string {
  return /\n## Exceptions\n([\s\S]*?)\n## /.exec(fs.readFileSync(path.join(DOCS, page), 'utf8'))?.[1] ?? '';
}
