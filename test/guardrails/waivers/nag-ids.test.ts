import { App, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { nagRules } from '../../../projenrc/nag-rules';
import { explain } from '../../../src/cli/explain';
import { EnforcementMode, Guardrails, RuleMode, RuleSet } from '../../../src/guardrails';
import type { Finding } from '../../../src/guardrails/reports/report';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';
import { applyWaivers } from '../../../src/guardrails/waivers/apply-waivers';
import { NAMES_BY_NAG_ID } from '../../../src/guardrails/waivers/nag-ids';
import { NAG_PACKS } from '../../../src/guardrails/waivers/named-in-nag';
import { newApp } from '../../harness/apps';

/** The rows of the table in docs/guardrails/coming-from-cdk-nag.md. */
const ANSWERED = nagRules().map((nag) => ({ ...nag, ours: ALL_RULES.filter(({ peers }) => peers.cdkNag?.includes(nag.name)) }))
  .filter(({ ours }) => ours.length > 0);

/** A violation of each rule. */
const FINDINGS = ALL_RULES.map(({ id, title, severity }): Finding => ({
  ruleId: id,
  catalogueKey: id,
  title,
  severity,
  verdict: 'NON_COMPLIANT',
  message: 'it is wrong',
  fix: '',
  template: 'Shop.template.json',
  logicalId: 'Orders',
  location: 'Properties',
  controls: {},
  fingerprint: id,
}));

function waivedBy(rule: string, findings: readonly Finding[] = FINDINGS): string[] {
  const waiver = { entry: { rule, scope: '*', reason: 'known', owner: 'shop team' }, place: 'here' };
  return applyWaivers(findings, [waiver], { rules: ALL_RULES, today: '2026-01-01' }).findings
    .filter(({ waived }) => waived !== undefined).map(({ ruleId }) => ruleId);
}

function explained(id: string): string {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    expect(explain([id])).toBe(0);
    return write.mock.calls.join('');
  } finally {
    write.mockRestore();
  }
}

test.each(ANSWERED)('$name of cdk-nag is waived and explained by each of its ids', ({ name, ids, ours }) => {
  const expected = ours.map((rule) => rule.id);
  expect(waivedBy(name)).toEqual(expected);
  for (const id of ids) {
    const [pack] = id.split('-');
    for (const written of [id, `${pack}::${id}`, `Annotation::${id}`, `cdk-hardened::${id}`]) expect(waivedBy(written)).toEqual(expected);
    for (const rule of expected) expect(explained(id)).toMatch(new RegExp(`^${rule} \\(`, 'm'));
  }
});

test('the packs are those of cdk-nag', () => {
  expect([...new Set(nagRules().flatMap(({ ids }) => ids.map((id) => id.slice(0, id.indexOf('-')))))].sort()).toEqual(NAG_PACKS);
});

test('the table has the rows that were counted', () => {
  expect(ANSWERED.length).toBeGreaterThan(80);
  expect(Object.keys(NAMES_BY_NAG_ID).length).toBeGreaterThan(35);
});

test.each(['AwsSolutions-RDS2', 'AwsSolutions-S100', 'AwsSolutions-', 'AwsSolutions', '-', 'S10', 'constructor', 'AwsSolutions-constructor', 'AwsSolutions::S10',
  'X-S3BucketSSLRequestsOnly', 'AwsSolutions.X-S3BucketSSLRequestsOnly', '-S3BucketSSLRequestsOnly', 'X-AwsSolutions-S10', 'X::S3BucketSSLRequestsOnly',
  'HIPAA.Security-X-S3BucketSSLRequestsOnly', '::S3BucketSSLRequestsOnly'])(
  '%s names no rule', (id) => {
    expect(waivedBy(id)).toEqual([]);
    expect(() => explain([id])).toThrow(/no such rule/);
  },
);

const wildcards = (...texts: string[]): Finding[] => texts.map((text): Finding => ({
  ...FINDINGS[0], ruleId: 'iam/no-wildcard-permissions', message: `${text} has a wildcard`, fingerprint: text,
}));

test('a finding in brackets is that finding, and no other of the rule', () => {
  const findings = wildcards('<Orders.Arn>/*', '*', 's3:*');
  const waived = (id: string): string[] => applyWaivers(
    findings, [{ entry: { rule: id, scope: '*', reason: 'known', owner: 'shop team' }, place: 'here' }], { rules: ALL_RULES, today: '2026-01-01' },
  ).findings.filter((finding) => finding.waived !== undefined).map(({ fingerprint }) => fingerprint);
  expect(waived('AwsSolutions-IAM5[Resource::<Orders.Arn>/*]')).toEqual(['<Orders.Arn>/*']);
  expect(waived('AwsSolutions-IAM5[Action::s3:*]')).toEqual(['s3:*']);
  expect(waived('AwsSolutions-IAM5[Resource::*]')).toEqual(['*']);
  expect(waived('AwsSolutions-IAM5[Resource::arn:aws:s3:::other/*]')).toEqual([]);
  expect(waived('AwsSolutions-IAM5[]')).toEqual([]);
  expect(waived('AwsSolutions-IAM5')).toHaveLength(3);
});

/** What the rules that answer IAM4 and IAM5 say of an app with one policy. */
function openIn(acknowledge: (app: App, role: iam.Role) => void): string {
  const app = newApp();
  const role = new iam.Role(new Stack(app, 'Shop'), 'Role', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')],
  });
  role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject', 's3:Put*'], resources: ['arn:aws:s3:::orders/in/*'] }));
  acknowledge(app, role);
  Guardrails.enforce(app, {
    ruleSets: [RuleSet.ofRules('iam/no-aws-managed-policies', 'iam/no-wildcard-permissions')],
    modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')],
  });
  try {
    app.synth();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const ALL_OF_THEM = [
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  'AwsSolutions-IAM5[Resource::arn:aws:s3:::orders/in/*]',
  'AwsSolutions-IAM5[Action::s3:Put*]',
];

test('what was acknowledged for cdk-nag, finding by finding, is acknowledged', () => {
  expect(openIn(() => undefined)).toMatch(/has a wildcard[^]*AWSLambdaBasicExecutionRole is attached/);
  expect(openIn((_, role) => ALL_OF_THEM.forEach((id) => Validations.of(role).acknowledge({ id, reason: 'known' })))).toBe('');
  const withoutTheLast = openIn((_, role) => ALL_OF_THEM.slice(0, 2).forEach((id) => Validations.of(role).acknowledge({ id, reason: 'known' })));
  expect(withoutTheLast).toMatch(/s3:Put\* has a wildcard/);
  expect(withoutTheLast).not.toMatch(/orders\/in\/\* has|is attached/);
});

test.each(['AwsSolutions-IAM4', 'AwsSolutions::AwsSolutions-IAM4'])('%s as an acknowledgement covers the rule in its scope', (id) => {
  const message = openIn((_, role) => Validations.of(role).acknowledge({ id, reason: 'known' }));
  expect(message).toMatch(/has a wildcard/);
  expect(message).not.toMatch(/is attached/);
});
