import * as fs from 'fs';
import * as path from 'path';
import { App, CfnResource, NestedStack, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { EnforcementMode, Guardrails, RuleMode, RuleSet } from '../../../src/guardrails';
import { newApp } from '../../harness/apps';

const RULE = 'lambda/recursive-loop-terminate';

/** Functions that CDK brings along; an escape hatch lets them loop. */
const VENDED: [string, (stack: Stack) => void][] = [
  ['autoDeleteObjects', (stack) => {
    new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
  }],
  ['logRetention', (stack) => {
    new lambda.Function(stack, 'F', {
      code: lambda.Code.fromInline('1'), handler: 'index.h', runtime: lambda.Runtime.NODEJS_22_X, logRetention: logs.RetentionDays.ONE_YEAR,
    });
  }],
  ['a raw resource', (stack) => {
    new CfnResource(stack, 'Raw', { type: 'AWS::Lambda::Function', properties: { Code: { ZipFile: '1' }, Role: 'arn:aws:iam::111122223333:role/r' } });
  }],
];

const PLACES: [string, (app: App) => Stack][] = [
  ['the app', (app) => new Stack(app, 'Stack')],
  ['a Stage', (app) => new Stack(new Stage(app, 'Prod'), 'Stack')],
  ['a nested stack in a Stage', (app) => new NestedStack(new Stack(new Stage(app, 'Prod'), 'Stack'), 'Nested')],
];

function isFunction(node: unknown): node is CfnResource {
  return CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::Lambda::Function';
}

/** What the templates say of loops, for each function. */
function loopsIn(app: App): unknown[] {
  const { directory } = app.synth();
  return fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.template.json')).flatMap((name) => {
    const { Resources = {} } = JSON.parse(fs.readFileSync(path.join(directory, name), 'utf8')) as {
      Resources?: Record<string, { Type: string; Properties: { RecursiveLoop?: string } }>;
    };
    return Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function').map(({ Properties }) => Properties.RecursiveLoop);
  });
}

beforeEach(() => { jest.spyOn(console, 'error').mockImplementation(() => undefined); });
afterEach(() => { jest.restoreAllMocks(); });

describe.each(PLACES)('in %s', (_place, stackIn) => {
  test.each(VENDED)('a property is set on the function of %s, and reported', (_name, build) => {
    const app = newApp();
    Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules(RULE)], modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, RULE)] });
    build(stackIn(app));
    const functions = app.node.findAll().filter(isFunction);
    for (const each of functions) each.addPropertyOverride('RecursiveLoop', 'Allow');
    expect(loopsIn(app)).toEqual(functions.map(() => 'Terminate'));
    expect(functions).not.toEqual([]);
    const report = JSON.parse(fs.readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as {
      pluginReports: { violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[] }[];
    };
    const violations = report.pluginReports.flatMap((each) => each.violations);
    expect(violations.map(({ ruleName }) => ruleName)).toEqual(['remediation/made']);
    expect(violations[0].violatingConstructs.map(({ constructPath }) => constructPath).sort()).toEqual(functions.map(({ node }) => node.path).sort());
  });

  test.each(VENDED)('without it, the function of %s loops and is found', (_name, build) => {
    const app = newApp();
    Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules(RULE)], modes: [RuleMode.ofRules(EnforcementMode.WARN, RULE)] });
    build(stackIn(app));
    for (const each of app.node.findAll().filter(isFunction)) each.addPropertyOverride('RecursiveLoop', 'Allow');
    expect(new Set(loopsIn(app))).toEqual(new Set(['Allow']));
    expect(fs.readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')).toMatch(RULE);
  });
});
