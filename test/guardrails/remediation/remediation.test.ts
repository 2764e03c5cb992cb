import * as fs from 'fs';
import * as path from 'path';
import { App, CfnCondition, CfnParameter, CfnResource, Fn, Lazy, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { EnforcementMode, Guardrails, GuardrailsProps, RuleMode, RuleSet } from '../../../src/guardrails';
import { newApp } from '../../harness/apps';

const VERSIONING = RuleSet.ofRules('s3/versioning');
const REMEDIATE: GuardrailsProps = { ruleSets: [VERSIONING], modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, '*')] };
const VERSIONED = { VersioningConfiguration: { Status: 'Enabled' } };

/** Properties of the only bucket in a stack, once the whole app is synthesized. */
function bucketIn(stack: Stack): Record<string, unknown> {
  (stack.node.root as App).synth();
  const file = path.join(Stage.of(stack)!.outdir, stack.templateFile);
  const template = JSON.parse(fs.readFileSync(file, 'utf8')) as { Resources: Record<string, { Type: string; Properties: Record<string, unknown> }> };
  return Object.values(template.Resources).find(({ Type }) => Type === 'AWS::S3::Bucket')!.Properties;
}

describe.each<[string, (app: App) => Stack]>([
  ['the app', (app) => new Stack(app, 'Stack')],
  ['a Stage', (app) => new Stack(new Stage(app, 'Prod'), 'Stack')],
  ['a Stage in a Stage', (app) => new Stack(new Stage(new Stage(app, 'Prod'), 'Europe'), 'Stack')],
])('in %s', (_, stackIn) => {
  test.each(['before', 'after'])('what was made %s the call is remediated', (when) => {
    const app = newApp();
    if (when === 'after') Guardrails.enforce(app, REMEDIATE);
    const stack = stackIn(app);
    new s3.Bucket(stack, 'Bucket');
    if (when === 'before') Guardrails.enforce(app, REMEDIATE);
    expect(bucketIn(stack)).toEqual(VERSIONED);
  });

  test('nested stacks are remediated', () => {
    const app = newApp();
    Guardrails.enforce(app, REMEDIATE);
    const nested = new NestedStack(stackIn(app), 'Nested');
    new s3.Bucket(nested, 'Bucket');
    expect(bucketIn(nested)).toEqual(VERSIONED);
  });
});

describe('a resource', () => {
  const remediated = (build: (stack: Stack) => void, props = REMEDIATE): Record<string, unknown> => {
    const app = newApp();
    Guardrails.enforce(app, props);
    const stack = new Stack(app, 'Stack');
    build(stack);
    return bucketIn(stack);
  };

  test.each<[string, (stack: Stack) => void, object]>([
    ['that is raw', (stack) => new CfnResource(stack, 'B', { type: 'AWS::S3::Bucket', properties: { BucketName: 'b' } }), { BucketName: 'b', ...VERSIONED }],
    ['whose value is another', (stack) => new s3.CfnBucket(stack, 'B', { versioningConfiguration: { status: 'Suspended' } }), VERSIONED],
    ['with an override', (stack) => {
      new s3.CfnBucket(stack, 'B').addPropertyOverride('VersioningConfiguration', { Status: 'Suspended' });
    }, VERSIONED],
    ['whose value is told at the end', (stack) => new s3.CfnBucket(stack, 'B', {
      versioningConfiguration: { status: Lazy.string({ produce: () => 'Suspended' }) },
    }), VERSIONED],
    ['whose property was deleted', (stack) => {
      new s3.CfnBucket(stack, 'B', { versioningConfiguration: { status: 'Enabled' } }).addPropertyDeletionOverride('VersioningConfiguration');
    }, VERSIONED],
    ['that complies', (stack) => new s3.Bucket(stack, 'B', { versioned: true, bucketName: 'orders' }), { BucketName: 'orders', ...VERSIONED }],
  ])('%s complies afterwards, and nothing else changes', (_, build, expected) => {
    expect(remediated(build)).toEqual(expected);
  });

  test.each<[string, (stack: Stack) => unknown]>([
    ['a condition', (stack) => Fn.conditionIf(new CfnCondition(stack, 'C', { expression: Fn.conditionEquals(Fn.ref('AWS::Region'), 'a') }).logicalId, 'Enabled', 'Suspended')],
    ['a parameter', (stack) => new CfnParameter(stack, 'P', { default: 'Suspended' }).valueAsString],
  ])('whose value is %s is left as it is', (_, value) => {
    const alone = new Stack(newApp(), 'Stack');
    new s3.CfnBucket(alone, 'B', { versioningConfiguration: { status: value(alone) as string } });
    expect(remediated((stack) => new s3.CfnBucket(stack, 'B', { versioningConfiguration: { status: value(stack) as string } }))).toEqual(bucketIn(alone));
  });

  test('keeps what others add after the Aspects to a lazy value', () => {
    const rules: object[] = [];
    const properties = remediated((stack) => {
      new s3.CfnBucket(stack, 'B', { lifecycleConfiguration: { rules: Lazy.any({ produce: () => rules }) as never } });
      stack.node.addValidation({ validate: () => { rules.push({ status: 'Enabled', id: 'late' }); return []; } });
    });
    expect(properties).toMatchObject({ LifecycleConfiguration: { Rules: [{ Id: 'late' }] }, ...VERSIONED });
  });

  test('shows the change to other tools on the L1', () => {
    const app = newApp();
    Guardrails.enforce(app, REMEDIATE);
    const bucket = new s3.CfnBucket(new Stack(app, 'Stack'), 'B');
    app.synth();
    expect(bucket.versioningConfiguration).toEqual({ status: 'Enabled' });
  });

  test('is left as it is by a dry run', () => {
    expect(remediated((stack) => new s3.CfnBucket(stack, 'B', { bucketName: 'b' }), { ...REMEDIATE, dryRun: true })).toEqual({ BucketName: 'b' });
  });
});

describe('the report', () => {
  /** CDK's report, which it prints and writes even if the synth goes on. */
  function reported(build: (app: App) => void, props = REMEDIATE): string {
    const app = newApp();
    Guardrails.enforce(app, props);
    build(app);
    try {
      return JSON.stringify(require(`${app.synth().directory}/validation-report.json`)); // eslint-disable-line @typescript-eslint/no-require-imports
    } catch (error) {
      return (error as Error).message;
    }
  }
  const bucket = (app: App) => new s3.CfnBucket(new Stack(app, 'Stack'), 'B', { versioningConfiguration: { status: 'Suspended' } });

  test('names every change', () => {
    expect(reported(bucket)).toMatch(/s3\/versioning set VersioningConfiguration.Status to \W+Enabled\W+, it was \W+Suspended/);
  });

  test('of a dry run names what would be changed', () => {
    expect(reported(bucket, { ...REMEDIATE, dryRun: true })).toMatch('s3/versioning would set VersioningConfiguration.Status');
  });

  test('names what was left alone, and why', () => {
    expect(reported((app) => {
      const stack = new Stack(app, 'Stack');
      const condition = new CfnCondition(stack, 'C', { expression: Fn.conditionEquals(Fn.ref('AWS::Region'), 'a') });
      new s3.CfnBucket(stack, 'B').addPropertyOverride('VersioningConfiguration', Fn.conditionIf(condition.logicalId, { Status: 'Suspended' }, { Status: 'Off' }));
    })).toMatch('s3/versioning');
  });

  test('says when a remediation did not take', () => {
    expect(reported((app) => {
      const resource = bucket(app);
      resource.stack.node.addValidation({ validate: () => { resource.addPropertyOverride('VersioningConfiguration.Status', 'Suspended'); return []; } });
    })).toMatch('s3/versioning was remediated and is still violated');
  });
});
