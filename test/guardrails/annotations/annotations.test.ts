import * as fs from 'fs';
import * as path from 'path';
import { Annotations, App, Aspects, CfnResource, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Annotations as Found, Match } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as cxapi from 'aws-cdk-lib/cx-api';
import { EnforcementMode, Guardrails, GuardrailsProps, RuleMode, RuleSet } from '../../../src/guardrails';
import * as engine from '../../../src/guardrails/engine/evaluate';
import { FLAG_MODES, newApp } from '../../harness/apps';

const TLS: GuardrailsProps = { ruleSets: [RuleSet.ofRules('s3/tls-only')], modes: [RuleMode.ofRules(EnforcementMode.WARN, '*')], annotations: true };
const MESSAGE = 'S3 buckets refuse requests without TLS: it has no bucket policy. Set `enforceSSL: true` on the bucket. [ack: cdk-hardened::s3/tls-only]';

/** What CDK printed while a test ran. */
let printed = '';
beforeEach(() => {
  printed = '';
  jest.spyOn(console, 'error').mockImplementation((text: string) => { printed += `${text}\n`; });
});
afterEach(() => jest.restoreAllMocks());

function bucketIn(stack: Stack): s3.Bucket {
  return new s3.Bucket(stack, 'Orders');
}

function annotated(props: GuardrailsProps = TLS, flags?: Record<string, unknown>): App {
  const app = newApp(flags);
  Guardrails.enforce(app, props);
  return app;
}

/** Where the manifest has warnings about what a stack holds. */
function warnedAt(stack: Stack): string[] {
  return Found.fromStack(stack).findWarning('*', Match.anyValue()).map(({ id }) => id);
}

/** Constructs that CDK's report calls violating, as often as it does. */
function reported({ outdir }: App): string[] {
  const file = path.join(outdir, 'validation-report.json');
  if (!fs.existsSync(file)) return [];
  const { pluginReports } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    pluginReports: { pluginName: string; violations: { violatingConstructs: { constructPath: string }[] }[] }[];
  };
  return pluginReports.flatMap(({ pluginName, violations }) => violations
    .flatMap(({ violatingConstructs }) => violatingConstructs.map(({ constructPath }) => `${pluginName} at ${constructPath}`)));
}

test('a finding that does not block is a warning at its construct, to be acknowledged by its id', () => {
  const stack = new Stack(annotated(), 'Shop');
  bucketIn(stack);
  Found.fromStack(stack).hasWarning('/Shop/Orders/Resource', MESSAGE);
});

test('the message names the property, where one violates', () => {
  const stack = new Stack(annotated({ ...TLS, ruleSets: [RuleSet.ofRules('s3/versioning')] }), 'Shop');
  new s3.CfnBucket(stack, 'Orders', { versioningConfiguration: { status: 'Suspended' } });
  Found.fromStack(stack).hasWarning('/Shop/Orders', Match.stringLikeRegexp('is Suspended \\(Properties\\.VersioningConfiguration\\.Status\\)\\. '));
});

describe.each<[string, (app: App) => Stack]>([
  ['the app', (app) => new Stack(app, 'Stack')],
  ['a Stage', (app) => new Stack(new Stage(app, 'Prod'), 'Stack')],
  ['a Stage in a Stage', (app) => new Stack(new Stage(new Stage(app, 'Prod'), 'Europe'), 'Stack')],
])('stacks of %s', (_, stackIn) => {
  test.each<[string, (stack: Stack) => Stack]>([
    ['', (stack) => stack],
    [' with a nested stack', (stack) => new NestedStack(stack, 'Nested')],
  ])('have warnings%s, made after the call or before', (__, holderIn) => {
    for (const enforceFirst of [true, false]) {
      const app = newApp();
      if (enforceFirst) Guardrails.enforce(app, TLS);
      const stack = stackIn(app);
      const bucket = bucketIn(holderIn(stack));
      if (!enforceFirst) Guardrails.enforce(app, TLS);
      expect(warnedAt(stack)).toEqual([`/${bucket.node.path}/Resource`]);
    }
  });

  test.each(FLAG_MODES)('have each finding once in the report of CDK %s', (__, flags) => {
    const app = annotated(TLS, flags);
    const stack = stackIn(app);
    const holder = new NestedStack(stack, 'Nested');
    bucketIn(stack);
    bucketIn(holder);
    const isReported = flags[cxapi.ANNOTATIONS_IN_VALIDATION_REPORT] === true; // else the CDK CLI adds what the manifest says
    app.synth();
    expect(reported(app)).toEqual(isReported
      ? [holder, stack].map(({ node }) => `Construct Annotations at ${node.path}/Orders/Resource`)
      : []);
    expect(printed.split('bucket policy').length - 1).toBe(isReported ? 2 : 0);
    expect(warnedAt(stack)).toHaveLength(2);
  });
});

test('without annotations the same finding is in the report of the plugin, once', () => {
  const app = annotated({ ...TLS, annotations: false });
  const stack = new Stack(app, 'Shop');
  bucketIn(stack);
  app.synth();
  expect(reported(app)).toEqual(['cdk-hardened at Shop/Orders/Resource']);
  expect(printed.split('bucket policy').length - 1).toBe(1);
  expect(warnedAt(stack)).toEqual([]);
});

test('a finding that blocks stays with the plugin', () => {
  const app = annotated({ ...TLS, modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')] });
  bucketIn(new Stack(app, 'Shop'));
  expect(() => app.synth()).toThrow('it has no bucket policy');
  expect(reported(app)).toEqual(['cdk-hardened at Shop/Orders/Resource']);
});

test('a finding about a template has no construct and stays with the plugin', () => {
  const app = annotated({ ...TLS, ruleSets: [RuleSet.ofRules('cloudformation/termination-protection')] });
  const stack = new Stack(app, 'Shop');
  bucketIn(stack);
  app.synth();
  expect(warnedAt(stack)).toEqual([]);
  expect(printed).toMatch('termination protection');
});

describe('a finding that a user accepts', () => {
  test.each<[string, (bucket: s3.Bucket) => void]>([
    ['by acknowledging the warning', (bucket) => Annotations.of(bucket).acknowledgeWarning('cdk-hardened::s3/tls-only')],
    ['by acknowledging the rule', (bucket) => Validations.of(bucket).acknowledge({ id: 'cdk-hardened::s3/tls-only', reason: 'public data' })],
    ['by acknowledging the service, for the stack', ({ stack }) => Validations.of(stack).acknowledge({ id: 'cdk-hardened::s3', reason: 'public data' })],
  ])('%s is neither a warning nor reported', (_, accept) => {
    const app = annotated();
    const stack = new Stack(app, 'Shop');
    accept(bucketIn(stack));
    app.synth();
    expect(warnedAt(stack)).toEqual([]);
    expect(reported(app)).toEqual([]);
  });

  test('by a waiver is neither', () => {
    const app = annotated({ ...TLS, waivers: [{ rule: 's3/tls-only', scope: 'Shop', reason: 'public data', owner: 'shop team' }] });
    const stack = new Stack(app, 'Shop');
    bucketIn(stack);
    app.synth();
    expect([...warnedAt(stack), ...reported(app)]).toEqual([]);
  });
});

describe('the app is judged', () => {
  /** How often the rules are asked about an app. */
  function judgements(build: (app: App) => void): number {
    const evaluate = jest.spyOn(engine, 'evaluateEach');
    const app = annotated();
    build(app);
    app.synth();
    return evaluate.mock.calls.length;
  }

  test('once if its stacks are its own, for annotations and plugin together', () => {
    expect(judgements((app) => {
      bucketIn(new Stack(app, 'Shop'));
      bucketIn(new NestedStack(new Stack(app, 'Office'), 'Nested'));
    })).toBe(1);
  });

  test('once if its stacks are in one Stage', () => {
    expect(judgements((app) => bucketIn(new Stack(new Stage(app, 'Prod'), 'Shop')))).toBe(1);
  });

  test('by each Stage and as a whole if its stacks are in several', () => {
    expect(judgements((app) => ['Test', 'Prod'].forEach((stage) => bucketIn(new Stack(new Stage(app, stage), 'Shop'))))).toBe(3);
  });

  test('again if what is written is not what was judged', () => {
    const app = annotated();
    const bucket = bucketIn(new Stack(app, 'Shop'));
    const late = new s3.CfnBucket(bucket.stack, 'Late');
    // a resource that comes after the validation of the app began
    bucket.stack.node.addValidation({
      validate: () => {
        late.overrideLogicalId('Later');
        new CfnResource(bucket.stack, 'Latest', { type: 'AWS::S3::Bucket' });
        return [];
      },
    });
    app.synth();
    expect(reported(app).sort()).toEqual([
      'Construct Annotations at Shop/Late', 'Construct Annotations at Shop/Orders/Resource', 'cdk-hardened at Shop/Latest',
    ]);
  });
});

test('what an Aspect mends is no warning', () => {
  const app = annotated({ ...TLS, ruleSets: [RuleSet.ofRules('s3/versioning')] });
  const stack = new Stack(app, 'Shop');
  bucketIn(stack);
  Aspects.of(stack).add({ visit: (node) => { if (node instanceof s3.CfnBucket) node.versioningConfiguration = { status: 'Enabled' }; } });
  expect(warnedAt(stack)).toEqual([]);
});

test('a second synth says everything once again', () => {
  const app = annotated();
  const stack = new Stack(app, 'Shop');
  bucketIn(stack);
  app.synth();
  app.synth({ force: true });
  expect(warnedAt(stack)).toEqual(['/Shop/Orders/Resource']);
  expect(reported(app)).toEqual(['Construct Annotations at Shop/Orders/Resource']);
});

test('no stack trace of ours is written, and the setting for traces stays as it was', () => {
  const stack = new Stack(annotated(), 'Shop');
  bucketIn(stack);
  expect(Found.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => entry.trace)).toEqual([undefined]);
  expect(process.env).not.toHaveProperty('CDK_DISABLE_STACK_TRACE');
});

test('what was remediated is no warning, in Stages made after the call either', () => {
  const app = newApp();
  const rule = 's3/versioning';
  Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules(rule)], modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, rule)], annotations: true });
  const stack = new Stack(new Stage(app, 'Prod'), 'Shop');
  bucketIn(stack);
  expect(warnedAt(stack)).toEqual([]);
});
