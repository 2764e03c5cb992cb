import * as fs from 'fs';
import * as path from 'path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { EnforcementMode, Guardrails, GuardrailsProps, RuleMode, RuleSet } from '../../../src/guardrails';
import { baselineOf } from '../../../src/guardrails/baseline/baseline';
import { newApp } from '../../harness/apps';

const RULE = 's3/tls-only';
const UNWAIVABLE: GuardrailsProps = { ruleSets: [RuleSet.ofRules(RULE)], unwaivable: [RULE] };
const WAIVER = { rule: RULE, scope: 'Shop/Orders', reason: 'public data', owner: 'shop team' };

/** What stops the synth of an app with an open bucket, or nothing. */
function stoppedBy(props: GuardrailsProps, then: (app: App) => void = () => undefined): string {
  const app = newApp();
  new s3.Bucket(new Stack(app, 'Shop'), 'Orders');
  Guardrails.enforce(app, props);
  then(app);
  try {
    app.synth();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** A file for the settings, in the folder of a synth that was thrown away. */
function fileWith(json: unknown): string {
  const file = path.join(newApp().outdir, 'settings.json');
  fs.writeFileSync(file, JSON.stringify(json));
  return file;
}

test('nothing is unwaivable unless it is said to be', () => {
  expect(stoppedBy({ ...UNWAIVABLE, unwaivable: undefined, modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')], waivers: [WAIVER] })).toEqual('');
});

test.each([[RULE], ['s3/*'], ['s3/tls*']])('what %s names is fatal, whatever its severity and mode', (pattern) => {
  const message = stoppedBy({ ...UNWAIVABLE, unwaivable: [pattern], modes: [RuleMode.ofRules(EnforcementMode.WARN, '*')] });
  expect(message).toMatch(/^FATAL .*it has no bucket policy/m);
  expect(message).not.toMatch('Acknowledge');
});

test('a waiver does not cover it, and is said to be refused', () => {
  const message = stoppedBy({ ...UNWAIVABLE, waivers: [WAIVER] });
  expect(message).toMatch(/^FATAL .*it has no bucket policy/m);
  expect(message).toMatch(/waivers\[0\]: s3\/tls-only on Shop\/Orders may not be waived[^]*waiver\/refused/);
});

test('a waiver of the service covers the rest', () => {
  const message = stoppedBy({
    ruleSets: [RuleSet.ofRules(RULE, 's3/bucket-block-public-access')], unwaivable: [RULE], waivers: [{ ...WAIVER, rule: 's3' }],
  });
  expect(message).toMatch('FATAL');
  expect(message).not.toMatch(/bucket-block-public-access|waiver\//);
});

test('an acknowledgement through CDK does not cover it, and is said to be refused', () => {
  const acknowledge = (app: App) => Validations.of(app).acknowledge({ id: `cdk-hardened::${RULE}`, reason: 'public data' });
  const message = stoppedBy(UNWAIVABLE, acknowledge);
  expect(message).toMatch(/^FATAL .*it has no bucket policy/m);
  expect(message).toMatch('acknowledged in code: cdk-hardened::s3/tls-only on * may not be waived');
});

test('a baseline does not cover it', () => {
  const report = path.join(newApp().outdir, 'report.json');
  stoppedBy({ ...UNWAIVABLE, reportFiles: [report] });
  const { findings } = JSON.parse(fs.readFileSync(report, 'utf8')) as { findings: Parameters<typeof baselineOf>[0] };
  const baselineFile = fileWith(baselineOf(findings));
  expect(stoppedBy({ ...UNWAIVABLE, baselineFile })).toMatch('FATAL');
  expect(stoppedBy({ ...UNWAIVABLE, unwaivable: undefined, modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')], baselineFile })).toEqual('');
});

test('what cannot be judged may be waived still', () => {
  const judged = (waivers: GuardrailsProps['waivers']) => stoppedBy({
    ruleSets: [RuleSet.ofRules('s3/policy-grantee-allowlist')],
    unwaivable: ['s3/policy-grantee-allowlist'],
    modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')],
    strict: true,
    waivers,
  }, (app) => {
    const bucket = app.node.findChild('Shop').node.findChild('Orders') as s3.Bucket;
    new s3.CfnBucketPolicy(bucket, 'Policy', {
      bucket: bucket.bucketName,
      policyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { AWS: '222233334444' } }] },
    });
  });
  expect(judged([])).toMatch(/^ERROR .*cannot be judged/m);
  expect(judged([{ ...WAIVER, rule: 's3/policy-grantee-allowlist', scope: '*' }])).toEqual('');
});

test('a rule that no set includes, that is switched off or misspelt cannot be promised', () => {
  expect(stoppedBy({ ...UNWAIVABLE, unwaivable: ['iam/no-star-action'] })).toMatch('unwaivable = "iam/no-star-action": the rule is not asked');
  expect(stoppedBy({ ...UNWAIVABLE, modes: [RuleMode.ofRules(EnforcementMode.OFF, RULE)] })).toMatch('unwaivable = "s3/tls-only": the rule is not asked');
  expect(stoppedBy({ ...UNWAIVABLE, unwaivable: ['s3/tls-onyl'] })).toMatch('unwaivable = "s3/tls-onyl": no rule is called so. Did you mean s3/tls-only');
});
