import * as fs from 'fs';
import * as path from 'path';
import { App, CfnResource, NestedStack, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as deployment from 'aws-cdk-lib/aws-s3-deployment';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as customResources from 'aws-cdk-lib/custom-resources';
import { EnforcementMode, Guardrails, GuardrailsProps, ProviderLogs, ProviderLogsProps, RuleMode, RuleSet } from '../../../src/guardrails';
import { judgeApp } from '../../../src/guardrails/judgement-of-app';
import { ENV, newApp } from '../../harness/apps';

/** A bucket that a function of CDK empties before it is deleted. */
function emptied(stack: Stack): void {
  new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
}

function templateWith(build: (stack: Stack) => void, props?: ProviderLogsProps): Template {
  const app = newApp();
  ProviderLogs.keep(app, props);
  const stack = new Stack(app, 'Stack');
  build(stack);
  return Template.fromStack(stack);
}

describe.each<[string, (app: App) => Stack]>([
  ['the app', (app) => new Stack(app, 'Stack')],
  ['a Stage', (app) => new Stack(new Stage(app, 'Prod'), 'Stack')],
  ['a nested stack in a Stage', (app) => new NestedStack(new Stack(new Stage(app, 'Prod'), 'Stack'), 'Nested')],
])('in %s', (_, stackIn) => {
  test.each<[string, number, (stack: Stack) => void]>([
    ['autoDeleteObjects', 1, emptied],
    ['logRetention of a function', 2, (stack) => {
      new lambda.Function(stack, 'F', {
        code: lambda.Code.fromInline('1'), handler: 'index.h', runtime: lambda.Runtime.NODEJS_22_X, logRetention: logs.RetentionDays.ONE_YEAR,
      });
    }],
    ['AwsCustomResource', 1, (stack) => {
      new customResources.AwsCustomResource(stack, 'Call', {
        onUpdate: { service: 'SSM', action: 'getParameter', parameters: { Name: 'a' }, physicalResourceId: customResources.PhysicalResourceId.of('a') },
        policy: customResources.AwsCustomResourcePolicy.fromSdkCalls({ resources: ['*'] }),
        installLatestAwsSdk: false,
      });
    }],
    ['BucketDeployment', 1, (stack) => {
      new deployment.BucketDeployment(stack, 'Deploy', { sources: [deployment.Source.data('a.txt', 'a')], destinationBucket: new s3.Bucket(stack, 'Site') });
    }],
  ])('the functions of %s name log groups', (_name, functions, build) => {
    const app = newApp();
    ProviderLogs.keep(app);
    build(stackIn(app));
    app.synth();
    const { findings, summary } = judgeApp(app, { ruleSets: [RuleSet.ofRules('lambda/logging-config')] }).report;
    const open = findings.filter(({ constructPath }) => !constructPath?.endsWith('/F/Resource')); // its logs are kept by the custom resource
    expect(open).toEqual([]);
    expect(summary.verdicts.COMPLIANT + findings.length).toBe(functions);
  });
});

test('logs are kept for two years, and when the stack is deleted', () => {
  templateWith(emptied).hasResource('AWS::Logs::LogGroup', { Properties: { RetentionInDays: 731, KmsKeyId: Match.absent() }, DeletionPolicy: 'Retain' });
});

test('days and key can be given', () => {
  templateWith(emptied, { retentionDays: 365, encryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/a' })
    .hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 365, KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/a' });
});

test('the last call counts, and adds nothing twice', () => {
  const app = newApp();
  ProviderLogs.keep(app);
  ProviderLogs.keep(app, { retentionDays: 400 });
  const stack = new Stack(app, 'Stack');
  emptied(stack);
  app.synth();
  app.synth();
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::Logs::LogGroup', 1);
  template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 400 });
});

test('only the app can be given', () => {
  const stack = new Stack(newApp(), 'Stack');
  expect(() => ProviderLogs.keep(stack)).toThrow('ProviderLogs.keep(app)');
});

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/a';

/** Properties of log groups and names of log groups in functions, in all templates that an app wrote. */
function writtenBy(app: App): { readonly groups: object[]; readonly named: boolean[] } {
  const directory = app.synth().directory;
  const resources = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.template.json')).flatMap((name) => {
    const { Resources = {} } = JSON.parse(fs.readFileSync(path.join(directory, name), 'utf8')) as { Resources?: Record<string, { Type: string; Properties?: object }> };
    return Object.values(Resources);
  });
  const of = (type: string): object[] => resources.filter(({ Type }) => Type === type).map(({ Properties = {} }) => Properties);
  return { groups: of('AWS::Logs::LogGroup'), named: of('AWS::Lambda::Function').map((properties) => 'LoggingConfig' in properties) };
}

function logRetention(stack: Stack): void {
  new lambda.Function(stack, 'F', {
    code: lambda.Code.fromInline('1'), handler: 'index.h', runtime: lambda.Runtime.NODEJS_22_X, logRetention: logs.RetentionDays.ONE_YEAR,
  });
}

function call(stack: Stack, props: Partial<customResources.AwsCustomResourceProps> = {}): void {
  new customResources.AwsCustomResource(stack, 'Call', {
    onUpdate: { service: 'SSM', action: 'getParameter', parameters: { Name: 'a' }, physicalResourceId: customResources.PhysicalResourceId.of('a') },
    policy: customResources.AwsCustomResourcePolicy.fromSdkCalls({ resources: ['*'] }),
    installLatestAwsSdk: false,
    ...props,
  });
}

/** A name that is carried to another region, by functions that CDK adds once Aspects have run; without feature flags only. */
function acrossRegions(stage: Stage, inside: (stack: Stack) => Stack): void {
  const producer = new Stack(stage, 'Producer', { env: { ...ENV, region: 'us-east-1' }, crossRegionReferences: true });
  const consumer = new Stack(stage, 'Consumer', { env: ENV, crossRegionReferences: true });
  new ssm.StringParameter(inside(consumer), 'Name', { stringValue: new s3.Bucket(inside(producer), 'Bucket').bucketName });
}

function reportOf(app: App): { ruleName: string; description: string; severity: string; violatingConstructs: { constructPath: string }[] }[] {
  const file = path.join(app.outdir, 'validation-report.json');
  if (!fs.existsSync(file)) return [];
  const { pluginReports } = JSON.parse(fs.readFileSync(file, 'utf8')) as { pluginReports: { violations: ReturnType<typeof reportOf> }[] };
  return pluginReports.flatMap(({ violations }) => violations).filter(({ ruleName }) => ruleName === 'provider-logs/not-kept');
}

const ENFORCED: GuardrailsProps = { ruleSets: [RuleSet.ofRules('s3/versioning')], modes: [RuleMode.ofServices(EnforcementMode.WARN, 's3')] };
const LOGS = { retentionDays: 365, encryptionKeyArn: KEY };
const KEPT = { RetentionInDays: 365, KmsKeyId: KEY };

describe.each<[string, (app: App, logsProps: ProviderLogsProps) => void]>([
  ['Guardrails.enforce', (app, providerLogs) => Guardrails.enforce(app, { ...ENFORCED, providerLogs })],
  ['ProviderLogs.keep', (app, props) => ProviderLogs.keep(app, props)],
])('by %s', (_, keep) => {
  beforeEach(() => { jest.spyOn(console, 'error').mockImplementation(() => undefined); });
  afterEach(() => { jest.restoreAllMocks(); });

  test.each<[string, Record<string, unknown> | undefined, (app: App) => void, number]>([
    ['autoDeleteObjects', undefined, (app) => emptied(new Stack(app, 'Stack', { env: ENV })), 1],
    ['logRetention, whose own function is not one of CDK,', undefined, (app) => logRetention(new Stack(app, 'Stack', { env: ENV })), 1],
    ['AwsCustomResource, with the log group that CDK makes,', undefined, (app) => call(new Stack(app, 'Stack', { env: ENV })), 1],
    ['AwsCustomResource, without one,', {}, (app) => call(new Stack(app, 'Stack', { env: ENV })), 1],
    ['a Stage that is synthesized at once', undefined, (app) => {
      const stage = new Stage(app, 'Prod', { env: ENV });
      emptied(new NestedStack(new Stack(stage, 'Stack'), 'Nested'));
      stage.synth();
    }, 1],
  ])('functions of %s keep their logs as asked', (_name, flags, build, groups) => {
    const app = newApp(flags);
    keep(app, LOGS);
    build(app);
    expect(writtenBy(app).groups).toEqual(Array(groups).fill(expect.objectContaining(KEPT)));
    expect(reportOf(app)).toEqual([]);
  });

  test.each<[string, (app: App) => Stage, (stack: Stack) => Stack]>([
    ['the app', (app) => app, (stack) => stack],
    ['a Stage', (app) => new Stage(app, 'Prod'), (stack) => stack],
    ['a Stage, for nested stacks,', (app) => new Stage(app, 'Prod'), (stack) => new NestedStack(stack, 'Nested')],
  ])(
    'functions that come late in %s are reached', (_place, stageIn, inside) => {
      const app = newApp({});
      keep(app, { retentionDays: 365 });
      acrossRegions(stageIn(app), inside);
      expect(writtenBy(app)).toEqual({ groups: Array(2).fill({ RetentionInDays: 365 }), named: [true, true] });
      expect(app.synth()).toBeDefined(); // what was added changes no second synth
    },
  );

  test('logs that the user has decided about stay as they are', () => {
    const app = newApp();
    keep(app, LOGS);
    const stack = new Stack(app, 'Stack', { env: ENV });
    call(stack, { logGroup: new logs.LogGroup(stack, 'Mine') });
    expect(writtenBy(app).groups).toEqual([{ RetentionInDays: 731 }]);
  });
});

describe('what could not be reached is told', () => {
  let printed: string[] = [];
  beforeEach(() => {
    printed = [];
    jest.spyOn(console, 'error').mockImplementation((text: string) => { printed.push(text); });
  });
  afterEach(() => { jest.restoreAllMocks(); });

  const TOO_LATE: [string, Record<string, unknown> | undefined, (app: App) => void, () => ProviderLogsProps, RegExp][] = [
    ['that comes late in a nested stack', {}, (app) => {
      const nested = new NestedStack(new Stack(app, 'Stack'), 'Nested');
      app.node.addValidation({ validate: () => { new CfnResource(nested, 'F', { type: 'AWS::Lambda::Function' }); return []; } });
    }, () => ({}), /after the template of its nested stack/],
    ['of a Stage that is synthesized before the call', undefined, (app) => {
      const stage = new Stage(app, 'Prod', { env: ENV });
      emptied(new Stack(stage, 'Stack'));
      stage.synth();
    }, () => ({}), /Stage was synthesized before/],
    ['in another region than the key', undefined, (app) => emptied(new Stack(app, 'Stack', { env: { ...ENV, region: 'us-east-1' } })), () => LOGS, /encryptionKeyArn is of eu-west-1/],
  ];

  test.each(TOO_LATE)('as a line of the report: a function %s', (_, flags, build, logsOf, why) => {
    const app = newApp(flags);
    build(app);
    Guardrails.enforce(app, { ...ENFORCED, providerLogs: logsOf() });
    const { named } = writtenBy(app);
    const lines = reportOf(app);
    expect(lines.map(({ description, severity }) => [description, severity])).toEqual([[expect.stringMatching(why), 'warning']]);
    expect(lines[0].violatingConstructs).toHaveLength(named.filter((isNamed) => !isNamed).length);
  });

  test.each(TOO_LATE)('without guardrails as a warning at it: a function %s', (_, flags, build, logsOf, why) => {
    const app = newApp(flags);
    build(app);
    ProviderLogs.keep(app, logsOf());
    app.synth();
    const warned = app.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => String(data))).filter((text) => text.includes('provider-logs-not-kept'));
    expect(warned).toEqual(warned.map(() => expect.stringMatching(why)));
    expect(warned).not.toEqual([]);
  });
});

test('the settings of Guardrails.enforce go before those of ProviderLogs.keep, and a later call takes them back', () => {
  const daysWith = (...calls: ((app: App) => void)[]): unknown[] => {
    const app = newApp();
    for (const each of calls) each(app);
    emptied(new Stack(app, 'Stack'));
    return writtenBy(app).groups.map((group) => (group as { RetentionInDays: number }).RetentionInDays);
  };
  const keep = (app: App): void => ProviderLogs.keep(app, { retentionDays: 30 });
  const enforce = (retentionDays?: number) => (app: App): void => {
    Guardrails.enforce(app, { ...ENFORCED, ...retentionDays === undefined ? {} : { providerLogs: { retentionDays } } });
  };
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect([
    daysWith(enforce(90), keep), daysWith(keep, enforce(90)), daysWith(enforce(90), enforce(60)), daysWith(enforce(90), enforce()),
    daysWith(keep, enforce(90), enforce()),
  ]).toEqual([[90], [90], [60], [], [30]]);
  jest.restoreAllMocks();
});

test.each<[ProviderLogsProps, RegExp]>([
  [{ retentionDays: 100 }, /retentionDays = 100: CloudWatch Logs does not take it/],
  [{ encryptionKeyArn: 'alias/mine' }, /encryptionKeyArn/],
])('%p is refused', (props, message) => {
  expect(() => ProviderLogs.keep(newApp(), props)).toThrow(message);
  expect(() => Guardrails.enforce(newApp(), { providerLogs: props })).toThrow(message);
});
