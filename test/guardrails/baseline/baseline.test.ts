import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { RuleSet } from '../../../src';
import { baselineOf, textOfBaseline, withoutFaults } from '../../../src/guardrails/baseline/baseline';
import type { Baseline } from '../../../src/guardrails/baseline/baseline';
import { judgeApp } from '../../../src/guardrails/judgement-of-app';
import { newApp } from '../../harness/apps';

const RULES = { ruleSets: [RuleSet.ofRules('s3/bucket-block-public-access', 's3/versioning')] };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-'));
const baselineFile = path.join(folder, 'baseline.json');

afterAll(() => fs.rmSync(folder, { recursive: true }));

/** An app with bare buckets of these ids. */
function appWith(...ids: string[]): App {
  const app = newApp();
  const stack = new Stack(app, 'Shop');
  for (const id of ids) new CfnBucket(stack, id);
  return app;
}

function record(app: App): void {
  app.synth();
  fs.writeFileSync(baselineFile, JSON.stringify(baselineOf(judgeApp(app, RULES).report.findings)));
}

/** What is new, by logical id, and what the baseline says of itself. */
function judged(app: App): { open: (string | undefined)[]; faults: string[] } {
  app.synth();
  const { report } = judgeApp(app, { ...RULES, baselineFile });
  return {
    open: [...new Set(report.findings.filter(({ waived }) => waived === undefined).map(({ logicalId }) => logicalId))],
    faults: report.summary.waiverFaults.map(({ message }) => message),
  };
}

beforeEach(() => record(appWith('Orders', 'Invoices')));

test('what was there is accepted', () => {
  expect(judged(appWith('Orders', 'Invoices'))).toEqual({ open: [], faults: [] });
});

test('the order makes no difference, and others may come and go', () => {
  expect(judged(appWith('Invoices', 'Orders')).open).toEqual([]);
  expect(judged(appWith('Reports', 'Invoices', 'Orders')).open).toEqual(['Reports']);
});

test('a new bucket is new, also where an old one is gone', () => {
  const { open, faults } = judged(appWith('Reports', 'Orders'));
  expect(open).toEqual(['Reports']);
  expect(faults).toEqual([expect.stringMatching(/^2 of its findings are gone/)]);
});

test('the same finding in several Stages is one', () => {
  const stages = (...names: string[]): App => {
    const app = newApp();
    for (const name of names) new CfnBucket(new Stack(new Stage(app, name), 'Shop'), 'Orders');
    return app;
  };
  record(stages('Test'));
  expect(judged(stages('Test', 'Prod'))).toEqual({ open: [], faults: [] });
});

test('what options of a rule make of it is recorded and accepted with them', () => {
  const app = newApp();
  for (const [id, Timeout] of [['Slow', 60], ['Slower', 120]] as const) {
    new CfnResource(new Stack(app, id), 'Fn', { type: 'AWS::Lambda::Function', properties: { Timeout } });
  }
  app.synth();
  const judgedWith = (maximumSeconds: number, file?: string) => judgeApp(app, {
    ruleSets: [RuleSet.ofRules('lambda/timeout-ceiling')], ruleOptions: { 'lambda/timeout-ceiling': { maximumSeconds } }, baselineFile: file,
  }).report;
  const openIn = ({ findings }: ReturnType<typeof judgedWith>) =>
    findings.filter(({ waived }) => waived === undefined).map(({ stackPath }) => stackPath);
  const lenient = judgedWith(100);
  expect(openIn(lenient)).toEqual(['Slower']);
  fs.writeFileSync(baselineFile, JSON.stringify(baselineOf(lenient.findings)));
  expect(openIn(judgedWith(100, baselineFile))).toEqual([]);
  expect(openIn(judgedWith(30, baselineFile))).toEqual(['Slow']); // the same content, however strict the rule is, is the same finding
});

describe('written anew', () => {
  const shrunk = (app: App) => {
    app.synth();
    return judgeApp(app, { ...RULES, baselineFile }).baselineLeft!;
  };

  test('it holds what is left of it, and nothing new', () => {
    const before = JSON.parse(fs.readFileSync(baselineFile, 'utf8')) as Baseline;
    expect(shrunk(appWith('Orders', 'Invoices'))).toEqual(before);
    const after = shrunk(appWith('Orders', 'Reports'));
    expect(after.findings).toHaveLength(2);
    expect(before.findings).toEqual(expect.arrayContaining([...after.findings]));
    expect(shrunk(appWith('Reports')).findings).toEqual([]);
  });

  test('it holds the smaller numbers', () => {
    const before = JSON.parse(fs.readFileSync(baselineFile, 'utf8')) as Baseline;
    fs.writeFileSync(baselineFile, textOfBaseline({ ...before, findings: before.findings.map((entry) => ({ ...entry, count: 3 })) }));
    expect(shrunk(appWith('Orders', 'Invoices'))).toEqual(before);
  });

  test('it keeps what nobody looked for', () => {
    const before = JSON.parse(fs.readFileSync(baselineFile, 'utf8')) as Baseline;
    const app = appWith('Reports');
    app.synth();
    const { baselineLeft, report } = judgeApp(app, { ruleSets: [RuleSet.ofRules('sqs/tls-only')], baselineFile });
    expect(baselineLeft).toEqual(before);
    expect(report.summary.waiverFaults).toEqual([]);
  });

  test('it keeps what a rule has found that failed', () => {
    expect([...withoutFaults([{ id: 'a' }, { id: 'b' }], [{ ruleId: 'b' }])]).toEqual(['a']);
  });
});
