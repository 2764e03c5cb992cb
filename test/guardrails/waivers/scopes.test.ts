import * as fs from 'fs';
import * as path from 'path';
import { Stack, Stage, Validations } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { runCommandLine } from '../../../src/cli/command-line';
import { EnforcementMode, Guardrails, GuardrailsProps, RuleMode, RuleSet } from '../../../src/guardrails';
import type { Finding } from '../../../src/guardrails/reports/report';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';
import { applyWaivers } from '../../../src/guardrails/waivers/apply-waivers';
import type { WaiverEntry } from '../../../src/guardrails/waivers/waiver';
import { newApp } from '../../harness/apps';

const FINDING: Finding = {
  ruleId: 's3/versioning',
  catalogueKey: 's3/versioning',
  severity: 'low',
  verdict: 'NON_COMPLIANT',
  title: 't',
  message: 'm',
  fix: 'f',
  location: 'Properties',
  controls: {},
  fingerprint: '0123456789abcdef',
  template: 'h/one.json',
  logicalId: 'Orders',
};
const IN_CONSTRUCT: Finding = { ...FINDING, constructPath: 'Shop/Orders/Resource' };

/** What comes of a waiver: whether it covers a finding, and what is wrong with it. */
function apply(finding: Finding, change: Partial<WaiverEntry>, today = '2026-01-31'): { covered: boolean; faults: readonly string[] } {
  const entry = { rule: 's3/versioning', scope: '*', reason: 'test', owner: 'test', ...change };
  const { findings: [marked], faults } = applyWaivers([finding], [{ entry, place: 'waivers[0]' }], { rules: ALL_RULES, today });
  return { covered: marked.waived !== undefined, faults: faults.map(({ kind, message }) => `${kind}: ${message}`) };
}

test.each([
  ['*', true], ['Shop', true], ['Shop/Orders', true], ['Shop/Orders/Resource', true], ['h/one.json:Orders', true],
  ['Orders', false], ['Sho', false], ['Shop/Ord', false], ['h/one.json', false], ['h', false], ['Shop/Orders/Resource/X', false], ['one.json:Orders', false],
])('%s covers a resource with a construct: %s', (scope, covered) => expect(apply(IN_CONSTRUCT, { scope }).covered).toBe(covered));

test.each([
  ['*', true], ['Orders', true], ['h/one.json', true], ['h/one.json:Orders', true],
  ['h', false], ['Order', false], ['one.json', false], ['h/one.json:Order', false], ['Shop', false],
])('%s covers a resource without: %s', (scope, covered) => expect(apply(FINDING, { scope }).covered).toBe(covered));

test('what is wrong with a template is named by its path, or by the stack', () => {
  const { logicalId, ...ofTemplate } = FINDING;
  expect(apply(ofTemplate, { scope: 'h/one.json' }).covered).toBe(true);
  expect(apply(ofTemplate, { scope: 'h' }).covered).toBe(false);
  const ofStack = { ...ofTemplate, stackPath: 'Prod/Shop' };
  expect(['Prod/Shop', 'Prod', 'h/one.json', '*', 'Shop', 'Prod/Shop/Orders', 'h'].filter((scope) => apply(ofStack, { scope }).covered))
    .toEqual(['Prod/Shop', 'Prod', 'h/one.json', '*']);
  expect(apply({ ...FINDING, stackPath: 'Prod/Shop' }, { scope: 'Orders' }).covered).toBe(false);
});

test('a waiver that matches nothing says what to write, where that can be told', () => {
  expect(apply(IN_CONSTRUCT, { scope: 'Orders' }).faults).toEqual([
    'unmatched: nothing that s3/versioning finds is in Orders; what has a construct is named by its path, here Shop/Orders/Resource',
  ]);
  const ofStack = { ...FINDING, stackPath: 'Prod/Shop' };
  expect(apply(ofStack, { scope: 'Orders' }).faults).toEqual([
    'unmatched: nothing that s3/versioning finds is in Orders; what has no construct, in a stack of CDK, is named by its template, here h/one.json:Orders, or by the stack, Prod/Shop',
  ]);
  for (const scope of ['h/one.json:Orders', 'Prod/Shop']) expect(apply(ofStack, { scope })).toEqual({ covered: true, faults: [] });
  expect(apply(FINDING, { scope: 'Sales' }).faults).toEqual(['unmatched: nothing that s3/versioning finds is in Sales']);
  expect(apply(FINDING, { rule: 's3/versoning' }).faults).toEqual([expect.stringMatching(/^unmatched: no rule is called s3\/versoning: did you mean s3\/versioning[,?]/)]);
  expect(apply(FINDING, { rule: 'qqqq' }).faults).toEqual(['unmatched: no rule is called qqqq']);
  for (const rule of ['s3/tls-only', 's3', 's3/tls*', 'AwsSolutions-S10', '*']) expect(apply(FINDING, { rule, scope: 'Sales' }).faults).toEqual([expect.stringMatching('nothing that')]);
});

test.each([['2026-01-31', true], ['2026-02-01', true], ['2026-01-30', false]])('a waiver holds on its last day: %s', (expires, covered) => {
  const { faults, ...result } = apply(FINDING, { expires });
  expect(result.covered).toBe(covered);
  expect(faults).toEqual(covered ? [] : [expect.stringMatching(/^expired: .* ended on 2026-01-30$/)]);
});

test.each(['2026-01-31T23:59:59Z', '2026-02-01T00:00:00Z'])('the day is that of UTC: %s', (now) => {
  jest.useFakeTimers({ now: new Date(now), doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
  try {
    const app = newApp();
    new CfnBucket(new Stack(app, 'Shop'), 'Orders');
    Guardrails.enforce(app, {
      ruleSets: [RuleSet.ofRules('s3/versioning')],
      modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')],
      waivers: [{ rule: 's3', scope: 'Shop', reason: 'test', owner: 'test', expires: '2026-01-31' }],
    });
    if (now.startsWith('2026-01-31')) app.synth();
    else expect(() => app.synth()).toThrow(/ended on 2026-01-31/);
  } finally {
    jest.useRealTimers();
  }
});

describe('a stack that is called as a resource of another', () => {
  const synth = (enforce: (app: ReturnType<typeof newApp>) => void) => {
    const app = newApp();
    new Stack(app, 'Bucket');
    new CfnBucket(new Stack(app, 'Shop'), 'Bucket');
    enforce(app);
    app.synth();
  };
  const props = { ruleSets: [RuleSet.ofRules('s3/bucket-block-public-access')] };

  test('waives nothing of it', () => {
    expect(() => synth((app) => Guardrails.enforce(app, { ...props, waivers: [{ rule: 's3', scope: 'Bucket', reason: 'test', owner: 'test' }] })))
      .toThrow(/s3\/bucket-block-public-access[^]*what has a construct is named by its path, here Shop\/Bucket/);
  });

  test('acknowledges nothing of it', () => {
    expect(() => synth((app) => {
      Validations.of(app.node.findChild('Bucket')).acknowledge({ id: 'cdk-hardened::s3', reason: 'test' });
      Guardrails.enforce(app, props);
    })).toThrow(/s3\/bucket-block-public-access/);
  });
});

describe('what is wrong with a stack as such', () => {
  const synth = (props: GuardrailsProps, then: (stack: Stack) => void = () => undefined) => {
    const app = newApp();
    const stack = new Stack(new Stage(app, 'Prod'), 'Shop');
    new CfnBucket(stack, 'Orders');
    then(stack);
    Guardrails.enforce(app, {
      ruleSets: [RuleSet.ofRules('cloudformation/termination-protection')], modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')], ...props,
    });
    app.synth();
    return app.outdir;
  };
  const waiver = { rule: 'cloudformation/termination-protection', scope: 'Prod/Shop', reason: 'test', owner: 'test' };

  test('is accepted for the stack', () => {
    expect(() => synth({})).toThrow('termination protection is off');
    synth({ waivers: [waiver] });
    synth({}, (stack) => Validations.of(stack).acknowledge({ id: 'cdk-hardened::cloudformation', reason: 'test' }));
    expect(() => synth({ waivers: [{ ...waiver, scope: 'Prod/Other' }] })).toThrow('termination protection is off');
  });

  test('is accepted by the command line too', () => {
    const outdir = synth({ waivers: [waiver] });
    const file = path.join(outdir, 'waivers.json');
    const check = (scope: string): number => {
      fs.writeFileSync(file, JSON.stringify([{ ...waiver, scope }, { ...waiver, rule: 's3', scope: 'Prod' }]));
      return runCommandLine(['check', outdir, '--rule-set', 'all', '--fail-on', 'informational', '--waivers', file]);
    };
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect([check('Prod/Shop'), check('Prod/Other')]).toEqual([0, 1]);
    jest.restoreAllMocks();
  });
});
