import * as fs from 'fs';
import * as path from 'path';
import { App, CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as synthetics from 'aws-cdk-lib/aws-synthetics';
import { EnforcementMode, Guardrails, GuardrailsProps, RuleMode, RuleSet } from '../../src/guardrails';
import { baselineOf } from '../../src/guardrails/baseline/baseline';
import { isUnderTest } from '../../src/guardrails/under-test';
import { Profile } from '../../src/profile';
import { newApp } from '../harness/apps';

const TLS: GuardrailsProps = { ruleSets: [RuleSet.ofRules('s3/tls-only')] };
const PUBLIC: GuardrailsProps = { ruleSets: [RuleSet.ofRules('s3/bucket-block-public-access', 's3/tls-only')] };

let said: string[] = [];
let printed: string[] = [];
beforeEach(() => {
  [said, printed] = [[], []];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

/** What the synth of an app says on the standard error; the report of CDK goes through the console. */
function saidBySynth(props: GuardrailsProps, build: (stack: Stack) => void): string {
  const app = newApp();
  Guardrails.enforce(app, { quiet: false, ...props });
  build(new Stack(app, 'Shop'));
  synth(app);
  return said.join('');
}

function synth(app: App): void {
  try {
    app.synth();
  } catch (error) {
    if (!(error as Error).message.includes('validation-report.json')) throw error;
  }
}

function open(stack: Stack): void {
  new s3.Bucket(stack, 'Orders');
}

test('a pass says what was judged, in one line', () => {
  expect(saidBySynth(TLS, (stack) => new s3.Bucket(stack, 'Orders', { enforceSSL: true })))
    .toEqual('cdk-hardened: 2 resources in 1 template, 1 rule: no findings\n');
});

test('nothing goes to the standard output, where the template goes', () => {
  saidBySynth(TLS, open);
  expect(printed).toEqual([]);
});

test('a failure says how much blocks and how much warns', () => {
  expect(saidBySynth(PUBLIC, (stack) => {
    open(stack);
    new s3.Bucket(stack, 'Old');
  })).toEqual('cdk-hardened: 2 resources in 1 template, 2 rules: 2 findings block (2 high); 2 warnings (2 medium)\n');
});

test('findings that anybody waived, and those of a baseline, are told apart', () => {
  const report = path.join(newApp().outdir, 'report.json');
  saidBySynth({ ...PUBLIC, reportFiles: [report] }, open);
  said = [];
  const { findings } = JSON.parse(fs.readFileSync(report, 'utf8')) as { findings: Parameters<typeof baselineOf>[0] };
  const baselineFile = path.join(newApp().outdir, 'baseline.json');
  fs.writeFileSync(baselineFile, JSON.stringify(baselineOf(findings)));
  const waivers = [{ rule: 's3/tls-only', scope: '*', reason: 'public data', owner: 'shop team' }];
  expect(saidBySynth({ ...PUBLIC, waivers, baselineFile }, open)).toEqual('cdk-hardened: 1 resource in 1 template, 2 rules: no findings; 1 waived; 1 in the baseline\n');
});

test('what only the profile makes a warning, and what remediations set, is counted', () => {
  const line = saidBySynth({
    ruleSets: [RuleSet.ofRules('kms/not-scheduled-for-deletion', 'dynamodb/point-in-time-recovery', 'dynamodb/sse-specified')],
    modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, 'dynamodb/sse-specified')],
    profile: Profile.EPHEMERAL,
  }, (stack) => {
    new kms.Key(stack, 'Key', { removalPolicy: RemovalPolicy.DESTROY });
    new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
  });
  expect(line).toMatch(/: 3 warnings \(2 critical, 1 medium\); 2 of them by the ephemeral profile; 1 property set by remediation\n$/);
});

test('a dry run says what would be set', () => {
  expect(saidBySynth({ ...PUBLIC, modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, '*')], dryRun: true }, open)).toMatch('4 properties would be set by remediation');
});

test('what cannot be judged is counted, and blocks where that is asked for', () => {
  const build = (stack: Stack) => new s3.CfnBucket(stack, 'Orders')
    .addPropertyOverride('PublicAccessBlockConfiguration', { 'Fn::ImportValue': 'Settings' });
  const rules: GuardrailsProps = { ruleSets: [RuleSet.ofRules('s3/bucket-block-public-access')] };
  expect(saidBySynth(rules, build)).toMatch(/: no findings; 1 cannot be judged from the templates\n$/);
  said = [];
  expect(saidBySynth({ ...rules, strict: true }, build)).toMatch(/: 1 finding blocks \(1 high\); 1 cannot be judged/);
});

test('a waiver that ended fails the synth, so the line tells of it', () => {
  const waivers = [{ rule: 's3/tls-only', scope: '*', reason: 'public data', owner: 'shop team', expires: '2020-02-29' }];
  expect(saidBySynth({ ...TLS, waivers }, open)).toMatch('1 warning (1 medium); 1 error about the judging itself');
});

test('of many types that no rule judges, some are named', () => {
  const line = saidBySynth(TLS, (stack) => {
    new synthetics.CfnGroup(stack, 'Group', { name: 'group' });
    new kms.Key(stack, 'Key').addAlias('shop');
    for (const type of ['A', 'B', 'C', 'D', 'E']) new (class extends s3.CfnBucket {})(stack, type).addOverride('Type', `Acme::Shop::${type}`);
  });
  expect(line).toMatch('no rule judges AWS::KMS::Alias, AWS::KMS::Key, AWS::Synthetics::Group, Acme::Shop::A, Acme::Shop::B and 3 other types');
});

test('the resource by which CDK counts itself is nothing to judge', () => {
  expect(saidBySynth(TLS, (stack) => new CfnResource(stack, 'CDKMetadata', { type: 'AWS::CDK::Metadata' }))).toMatch(/: no findings\n$/);
});

test('it is said again when the app is synthesized again, and not if it is to be quiet', () => {
  const app = newApp();
  Guardrails.enforce(app, { ...TLS, quiet: false });
  open(new Stack(app, 'Shop'));
  app.synth();
  app.synth({ force: true });
  expect(said).toHaveLength(2);
  Guardrails.enforce(app, { ...TLS, quiet: true });
  app.synth({ force: true });
  expect(said).toHaveLength(2);
});

test('an app under test is quiet unless it is told not to be', () => {
  expect(saidBySynth({ ...TLS, quiet: undefined }, open)).toEqual('');
});

test.each([[{ NODE_ENV: 'test' }, true], [{ PYTEST_VERSION: '8' }, true], [{ PYTEST_CURRENT_TEST: 'test_a' }, true], [{ NODE_ENV: 'production' }, false], [{}, false]])(
  '%p is a test: %p', (environment, expected) => expect(isUnderTest(environment)).toBe(expected),
);
