import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { runCommandLine } from '../../../src/cli/command-line';
import { EnforcementMode, FindingSeverity, Guardrails, GuardrailsProps, PropertyOperator, PropertyRule, RuleMode, RuleSet } from '../../../src/guardrails';
import type { Baseline } from '../../../src/guardrails/baseline/baseline';
import type { Report } from '../../../src/guardrails/reports/report';
import { newApp } from '../../harness/apps';

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'round-trip-'));
const BASELINE = path.join(FOLDER, 'guardrails.baseline.json');
afterAll(() => fs.rmSync(FOLDER, { recursive: true }));
beforeEach(() => fs.rmSync(BASELINE, { force: true }));

const EVERYTHING = RuleMode.ofRules(EnforcementMode.BLOCK, '*');

/** Two Stages with findings of all sorts; what stops the synth, or nothing, and where it was written. */
function synth(props: GuardrailsProps | undefined, more: readonly string[] = []): { stopped: string; outdir: string } {
  const app = newApp();
  for (const [name, account] of [['Beta', '111122223333'], ['Prod', '222233334444']]) {
    const stage = new Stage(app, name, { env: { account, region: 'eu-west-1' } });
    const data = new Stack(stage, 'Data');
    const bucket = new s3.Bucket(data, 'Bucket');
    new s3.Bucket(new NestedStack(data, 'Nested'), 'Bucket');
    const role = new iam.Role(new Stack(stage, 'Shop'), 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: [bucket.arnForObjects('*')] }));
    role.addToPolicy(new iam.PolicyStatement({ actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], resources: ['*'] }));
    for (const id of more) new s3.Bucket(data, id);
  }
  if (props !== undefined) Guardrails.enforce(app, { modes: [EVERYTHING], ...props });
  try {
    app.synth();
    return { stopped: '', outdir: app.outdir };
  } catch (error) {
    return { stopped: (error as Error).message, outdir: app.outdir };
  }
}

function held(): Baseline['findings'] {
  return (JSON.parse(fs.readFileSync(BASELINE, 'utf8')) as Baseline).findings;
}

test('what the command line wrote, the synth accepts, and nothing else', () => {
  const { outdir } = synth(undefined);
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  runCommandLine(['check', outdir, '--write-baseline', BASELINE]);
  jest.restoreAllMocks();
  expect(held().length).toBeGreaterThan(10);
  expect(synth({ baselineFile: BASELINE }).stopped).toBe('');
  expect(synth({ baselineFile: BASELINE }, ['More']).stopped).toMatch('Data/More');
});

test('what the synth wrote, the synth and the command line accept, and nothing else', () => {
  expect(synth({ reportFiles: [BASELINE] }).stopped).not.toBe('');
  const { stopped, outdir } = synth({ baselineFile: BASELINE });
  expect(stopped).toBe('');
  expect(synth({ baselineFile: BASELINE }, ['More']).stopped).toMatch('Data/More');
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const status = runCommandLine(['check', outdir, '--baseline', BASELINE, '--fail-on', 'informational']);
  jest.restoreAllMocks();
  expect(status).toBe(0);
});

test('rules of your own are in what the synth wrote', () => {
  const named = new PropertyRule({
    id: 'acme/bucket-name',
    title: 'Buckets have a name of ours',
    severity: FindingSeverity.HIGH,
    resourceTypes: ['AWS::S3::Bucket'],
    fix: 'Give it a name.',
    property: 'BucketName',
    operator: PropertyOperator.SET,
  });
  const props: GuardrailsProps = { ruleSets: [RuleSet.ofRules('iam/no-service-full-access', 's3/versioning'), RuleSet.of(named)] };
  synth({ ...props, reportFiles: [BASELINE] });
  expect(held().map(({ ruleId }) => ruleId)).toContain('acme/bucket-name');
  expect(synth({ ...props, baselineFile: BASELINE }).stopped).toBe('');
});

test('with a baseline, the synth writes what is left of it', () => {
  synth({ reportFiles: [BASELINE] }, ['More', 'Most']);
  const before = held();
  const { stopped } = synth({ baselineFile: BASELINE, reportFiles: [BASELINE] }, ['More', 'Other']);
  expect(stopped).toMatch('Data/Other');
  expect(stopped).not.toMatch(/are gone/);
  expect(before).toEqual(expect.arrayContaining([...held()]));
  expect(held().length).toBeLessThan(before.length);
  expect(synth({ baselineFile: BASELINE }, ['More']).stopped).toBe('');
});

test('what is left out of a baseline by the settings is not in one', () => {
  synth({ reportFiles: [BASELINE], unwaivable: ['s3/tls-only'] });
  expect(held().map(({ ruleId }) => ruleId)).toContain('s3/versioning');
  expect(held().map(({ ruleId }) => ruleId)).not.toContain('s3/tls-only');
});

test('waivers of no use are in the report files', () => {
  const file = path.join(FOLDER, 'report');
  const waiver = { rule: 's3/versoning', scope: '*', reason: 'test', owner: 'test' };
  synth({
    waivers: [waiver, { ...waiver, expires: '2020-01-31' }, { ...waiver, reason: ' ' }], reportFiles: ['.json', '.md', '.sarif', '.txt'].map((ending) => file + ending),
  });
  const { summary } = JSON.parse(fs.readFileSync(`${file}.json`, 'utf8')) as Report;
  expect(summary.waiverFaults.map(({ kind }) => kind).sort()).toEqual(['expired', 'malformed', 'unmatched']);
  for (const ending of ['.md', '.sarif', '.txt']) {
    const text = fs.readFileSync(file + ending, 'utf8');
    expect(text).toMatch('ended on 2020-01-31');
    expect(text).toMatch('reason is missing or empty');
    expect(text).toMatch('no rule is called s3/versoning: did you mean s3/versioning');
  }
});
