import * as fs from 'fs';
import * as path from 'path';
import { App, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { CodePipeline, CodePipelineSource, ShellStep } from 'aws-cdk-lib/pipelines';
import type { Construct } from 'constructs';
import { EnforcementMode, Guardrails, GuardrailsProps, RuleMode, RuleSet } from '../../../src/guardrails';
import { ENV, newApp } from '../../harness/apps';

const REMEDIATE: GuardrailsProps = { ruleSets: [RuleSet.ofRules('s3/versioning')], modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, '*')] };
const VERSIONED = { VersioningConfiguration: { Status: 'Enabled' } };

beforeEach(() => { jest.spyOn(console, 'error').mockImplementation(() => undefined); });
afterEach(() => { jest.restoreAllMocks(); });

/** A bucket in a stack, in a nested stack, and in a Stage in the Stage. */
class Shop extends Stage {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { env: ENV });
    const stack = new Stack(this, 'Stack');
    new s3.Bucket(stack, 'Bucket', { bucketName: 'own' });
    new s3.Bucket(new NestedStack(stack, 'Nested'), 'Bucket', { bucketName: 'nested' });
    new s3.Bucket(new Stack(new Stage(this, 'Inner'), 'Stack'), 'Bucket', { bucketName: 'inner' });
  }
}

function pipelineIn(app: App): CodePipeline {
  const input = CodePipelineSource.connection('shop/app', 'main', { connectionArn: 'arn:aws:codestar-connections:eu-west-1:111122223333:connection/a' });
  return new CodePipeline(new Stack(app, 'Pipeline', { env: ENV }), 'Pipeline', {
    synth: new ShellStep('Synth', { input, commands: ['npx cdk synth'] }),
  });
}

interface Body {
  readonly Resources?: Record<string, { readonly Properties?: { readonly BucketName?: string } }>;
}

interface Line {
  readonly ruleName: string;
  readonly description: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

interface Outcome {
  /** Properties of the named buckets, by name. */
  readonly buckets: Record<string, object>;
  /** Lines of the report, by rule: the places. */
  readonly lines: Record<string, string[]>;
  readonly descriptions: string;
}

function synthesized(app: App): Outcome {
  try {
    app.synth();
  } catch (error) {
    if (!(error as Error).message.includes('alidation')) throw error;
  }
  const templates = fs.readdirSync(app.outdir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.template.json'))
    .map((name) => JSON.parse(fs.readFileSync(path.join(app.outdir, name), 'utf8')) as Body);
  const named = templates.flatMap(({ Resources = {} }) => Object.values(Resources)).flatMap(({ Properties: { BucketName, ...properties } = {} }) => (
    BucketName === undefined ? [] : [[BucketName, properties] as const]));
  const { pluginReports } = JSON.parse(fs.readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as { pluginReports: { violations: Line[] }[] };
  const violations = pluginReports.flatMap((report) => report.violations);
  const lines: Record<string, string[]> = {};
  for (const { ruleName, violatingConstructs } of violations) {
    lines[ruleName] = [...lines[ruleName] ?? [], ...violatingConstructs.map(({ constructPath }) => constructPath)];
  }
  return { buckets: Object.fromEntries(named), lines, descriptions: violations.map(({ description }) => description).join('\n') };
}

const ALL_MENDED = { own: VERSIONED, nested: VERSIONED, inner: VERSIONED };
const NONE_MENDED = { own: {}, nested: {}, inner: {} };

describe('a Stage that pipeline.addStage synthesizes at once', () => {
  test.each<[string, (app: App) => void]>([
    ['is made after the call', (app) => {
      Guardrails.enforce(app, REMEDIATE);
      pipelineIn(app).addStage(new Shop(app, 'Prod'));
    }],
    ['is made before the call and added after it', (app) => {
      const pipeline = pipelineIn(app);
      const stage = new Shop(app, 'Prod');
      Guardrails.enforce(app, REMEDIATE);
      pipeline.addStage(stage);
    }],
    ['is below the stack of the pipeline', (app) => {
      Guardrails.enforce(app, REMEDIATE);
      const pipeline = pipelineIn(app);
      pipeline.addStage(new Shop(pipeline, 'Prod'));
    }],
    ['is in a wave', (app) => {
      Guardrails.enforce(app, REMEDIATE);
      pipelineIn(app).addWave('Wave').addStage(new Shop(app, 'Prod'));
    }],
    ['is there when the mode is set by a second call', (app) => {
      Guardrails.enforce(app);
      const stage = new Shop(app, 'Prod');
      Guardrails.enforce(app, REMEDIATE);
      pipelineIn(app).addStage(stage);
    }],
    ['is made between two calls that ask for the same', (app) => {
      Guardrails.enforce(app, REMEDIATE);
      pipelineIn(app).addStage(new Shop(app, 'Prod'));
      Guardrails.enforce(app, { ...REMEDIATE });
    }],
  ])('is mended, with all that is in it, if it %s', (_, build) => {
    const app = newApp();
    build(app);
    const { buckets, lines } = synthesized(app);
    expect(buckets).toEqual(ALL_MENDED);
    expect(Object.keys(lines).filter((rule) => rule.startsWith('engine/') || rule === 's3/versioning')).not.toContain('engine/stage-not-reached');
    expect(lines['engine/remediation-did-not-take']).toBeUndefined();
    expect((lines['remediation/made'] ?? []).filter((place) => place.includes('Prod'))).toHaveLength(3);
  });

  test.each<[string, (app: App) => void]>([
    ['it is over before the call', (app) => {
      pipelineIn(app).addStage(new Shop(app, 'Prod'));
      Guardrails.enforce(app, REMEDIATE);
    }],
    ['a later call asks for more', (app) => {
      Guardrails.enforce(app, { ...REMEDIATE, ruleSets: [RuleSet.ofRules('s3/bucket-sse')] });
      pipelineIn(app).addStage(new Shop(app, 'Prod'));
      Guardrails.enforce(app, REMEDIATE);
    }],
    ['it was a dry run then', (app) => {
      Guardrails.enforce(app, { ...REMEDIATE, dryRun: true });
      pipelineIn(app).addStage(new Shop(app, 'Prod'));
      Guardrails.enforce(app, REMEDIATE);
    }],
    ['CDK does not tell of it', (app) => {
      Object.defineProperty(app._assemblyBuilder, 'createNestedAssembly', { value: undefined, configurable: true, writable: true });
      Guardrails.enforce(app, REMEDIATE);
      delete (app._assemblyBuilder as { createNestedAssembly?: unknown }).createNestedAssembly;
      pipelineIn(app).addStage(new Shop(app, 'Prod'));
    }],
  ])('is a finding if %s, and nothing else is said of what is left in it', (_, build) => {
    const app = newApp();
    build(app);
    const { buckets, lines, descriptions } = synthesized(app);
    expect(buckets).toEqual(NONE_MENDED);
    expect(lines['engine/stage-not-reached']).toEqual(['Prod', 'Prod/Inner']);
    expect(lines['s3/versioning'].sort()).toEqual(['Prod/Inner/Stack/Bucket/Resource', 'Prod/Stack/Bucket/Resource', 'Prod/Stack/Nested/Bucket/Resource']);
    expect(lines['remediation/left-alone']).toBeUndefined();
    expect(descriptions).not.toMatch('nothing was wrong');
  });

  test('what is left in other Stages is still explained', () => {
    const app = newApp();
    pipelineIn(app).addStage(new Shop(app, 'Prod'));
    Guardrails.enforce(app, REMEDIATE);
    const bucket = new s3.CfnBucket(new Stack(app, 'Late'), 'Bucket', { versioningConfiguration: { status: 'Enabled' } });
    app.node.addValidation({ validate: () => { bucket.addPropertyOverride('VersioningConfiguration.Status', 'Suspended'); return []; } });
    expect(synthesized(app).lines['remediation/left-alone']).toEqual(['Late/Bucket']);
  });

  test('is said at its constructs too, if that is asked for', () => {
    const app = newApp();
    Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules('s3/versioning')], modes: [RuleMode.ofRules(EnforcementMode.WARN, '*')], annotations: true });
    const stage = new Shop(app, 'Prod');
    pipelineIn(app).addStage(stage);
    const { lines } = synthesized(app);
    const said = stage.node.findAll().filter(({ node }) => node.metadata.some(({ data }) => String(data).includes('s3/versioning')));
    expect(said.map(({ node }) => node.path).sort()).toEqual([
      'Prod/Inner/Stack/Bucket/Resource', 'Prod/Stack/Bucket/Resource', 'Prod/Stack/Nested/Bucket/Resource',
    ]);
    expect(Object.values(lines).flat().filter((place) => place.startsWith('Prod/'))).toHaveLength(3); // each once in CDK's report
  });
});

test('what is accepted after an early Stage is left as it is', () => {
  const app = newApp();
  Guardrails.enforce(app, REMEDIATE);
  pipelineIn(app).addStage(new Shop(app, 'Prod'));
  const bucket = new s3.Bucket(new Stack(app, 'Late'), 'Bucket', { bucketName: 'late' });
  Validations.of(bucket).acknowledge({ id: 'cdk-hardened::s3/versioning', reason: 'scratch data' });
  expect(synthesized(app).buckets).toEqual({ ...ALL_MENDED, late: {} });
});
