import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { placesOf, runOf } from './valid-sarif';
import type { SarifRun } from './valid-sarif';
import { runCommandLine } from '../../../src/cli/command-line';
import { EnforcementMode, FindingSeverity, Guardrails, GuardrailsProps, PropertyOperator, PropertyRule, RuleMode, RuleSet } from '../../../src/guardrails';

const TEMPORARY = fs.mkdtempSync(path.join(os.tmpdir(), 'sarif '));
const before = process.cwd();
process.chdir(TEMPORARY); // reports name files from the folder that they are written in
afterAll(() => {
  process.chdir(before);
  fs.rmSync(TEMPORARY, { recursive: true });
});

let counter = 0;
const NO_TRACES = { 'aws:cdk:disable-creation-stack-traces': true };

/** An app with a bucket in a stack, one of the same logical id in its nested stack, and one in a stack of a Stage. */
function build(props?: GuardrailsProps, context: Record<string, unknown> = {}): App {
  const app = new App({ outdir: path.join(TEMPORARY, `cdk ${++counter}.out`), analyticsReporting: false, context });
  if (props) Guardrails.enforce(app, props);
  const shop = new Stack(app, 'Shop');
  new s3.Bucket(shop, 'Orders'); // made in the stack
  new s3.Bucket(new NestedStack(shop, 'Nested'), 'Orders'); // made in the nested stack
  new s3.Bucket(new Stack(new Stage(app, 'Prod'), 'Shop'), 'Orders'); // made in the Stage
  return app;
}

/** The line of this file that has a comment. */
function lineOf(comment: string): number {
  return 1 + fs.readFileSync(__filename, 'utf8').split('\n').findIndex((line) => line.endsWith(`// ${comment}`));
}

/** The line of a template, below the folder of the test, that has a text. */
function lineIn(file: string, text: string): number {
  return 1 + fs.readFileSync(path.join(TEMPORARY, decodeURIComponent(file)), 'utf8').split('\n').findIndex((line) => line.includes(text));
}

function check(...argv: string[]): SarifRun {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(runCommandLine(['check', ...argv, '--format', 'sarif', '--output', 'report.sarif'])).toBeLessThan(2);
  return runOf(fs.readFileSync('report.sarif', 'utf8'));
}

/** What an app reports itself. */
function judged(props: GuardrailsProps, context?: Record<string, unknown>): SarifRun {
  build({ modes: [RuleMode.ofRules(EnforcementMode.WARN, '*')], reportFiles: ['reports/guardrails.sarif'], ...props }, context).synth();
  return runOf(fs.readFileSync('reports/guardrails.sarif', 'utf8'));
}

beforeEach(() => jest.spyOn(console, 'error').mockReturnValue(undefined));
afterEach(() => jest.restoreAllMocks());

/** Name of each bucket without TLS, with its places. */
function withoutTls({ results }: SarifRun): [string | undefined, string[]][] {
  return results.filter(({ ruleId }) => ruleId === 's3/tls-only')
    .map((result): [string | undefined, string[]] => [result.locations[0].logicalLocations?.[0].fullyQualifiedName, placesOf(result)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

/** From the folder of the reports, this file is outside: its place is absolute. */
const THIS = `file://${__filename}`;

describe.each<[string, (context?: Record<string, unknown>) => SarifRun]>([
  ['check of a cdk.out folder', (context) => {
    build(undefined, context).synth();
    return check(`cdk ${counter}.out`);
  }],
  ['an app with Guardrails', (context) => judged({}, context)],
])('%s', (_, run) => {
  const paths = ['Prod/Shop/Orders/Resource.Properties', 'Shop/Nested/Orders/Resource.Properties', 'Shop/Orders/Resource.Properties'];

  test('leads to the lines that make the constructs, and to the templates', () => {
    const found = withoutTls(run());
    expect(found.map(([name]) => name)).toEqual(paths);
    expect(found.map(([, [source]]) => source)).toEqual(['Stage', 'nested stack', 'stack'].map((where) => `${THIS}:${lineOf(`made in the ${where}`)}`));
    for (const [, [, template]] of found) expect(template).toMatch(/^cdk%20\d+\.out\/[^:]+\.template\.json:\d+$/);
  });

  test('leads to the lines of templates if CDK recorded no others', () => {
    const found = withoutTls(run(NO_TRACES));
    expect(found.map(([name]) => name)).toEqual(paths);
    for (const [, places] of found) {
      expect(places).toHaveLength(1);
      const [file, line] = places[0].split(':');
      expect(Number(line)).toBe(lineIn(file, '"OrdersA9B65338": {'));
    }
  });
});

describe('check of a file', () => {
  fs.writeFileSync('open.yaml', [
    'Parameters:', '  Status:', '    Type: String', 'Resources:', '  Orders:', '    Type: AWS::S3::Bucket', '    Properties:',
    '      VersioningConfiguration:', '        Status: !Ref Status', '  Sales:', '    Type: AWS::S3::Bucket', '  Bird:', '    Type: AWS::Robin::Bird', '',
  ].join('\n'));

  test('leads to its lines', () => {
    expect(withoutTls(check('open.yaml'))).toEqual([['Orders.Properties', ['open.yaml:7']], ['Sales.Properties', ['open.yaml:10']]]);
  });

  test('says what could not be judged as a notification, and as a result if it is strict', () => {
    const notes = ({ invocations }: SarifRun) => invocations[0].toolExecutionNotifications.map(({ message }) => message.text);
    const lax = check('open.yaml');
    expect(lax.results.filter(({ kind }) => kind !== 'fail')).toEqual([]);
    expect(notes(lax)).toEqual([expect.stringMatching(/^\d+ could not be judged/), 'no rule judges: AWS::Robin::Bird']);
    const strict = check('open.yaml', '--strict');
    expect(strict.results.filter(({ kind }) => kind === 'open').map(({ ruleId }) => ruleId)).toContain('s3/versioning');
    expect(notes(strict)).toEqual(['no rule judges: AWS::Robin::Bird']);
  });

  test('marks what is waived as suppressed', () => {
    fs.writeFileSync('waivers.json', JSON.stringify([{ rule: 's3/tls-only', scope: 'Orders', reason: 'public data', owner: 'shop' }]));
    const [orders, sales] = check('open.yaml', '--waivers', 'waivers.json').results.filter(({ ruleId }) => ruleId === 's3/tls-only');
    expect(orders.suppressions).toEqual([{ kind: 'external', justification: 'public data' }]);
    expect(sales.suppressions).toBeUndefined();
  });

  test('says of parts that are not judged where and why', () => {
    fs.writeFileSync('parts.json', JSON.stringify({
      Resources: { Deep: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com/a b.json' } } },
    }));
    const [{ toolExecutionNotifications: [{ message }] }] = check('parts.json').invocations;
    expect(message.text).toMatch('Resources.Deep: the template of this nested stack is not judged');
  });

  test('says of what is no resource that it is none, once', () => {
    fs.writeFileSync('untyped.json', JSON.stringify({
      Resources: {
        Lost: { Properties: {} },
        Wrong: { Type: 5 },
        Made: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } } },
        Orders: { Type: 'AWS::S3::Bucket' },
      },
    }));
    const [{ toolExecutionNotifications }] = check('untyped.json').invocations;
    const notes = toolExecutionNotifications.map(({ message }) => message.text).filter((text) => text.startsWith('not judged'));
    expect(notes).toEqual([
      expect.stringMatching(/Resources\.Made\.Fn::Transform: /), expect.stringMatching(/Resources\.Lost: it has no type/), expect.stringMatching(/Resources\.Wrong: it has no type/),
    ]);
  });
});

test('the schema refuses what is no log', () => {
  expect(() => runOf(JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: {}, level: 'bad' }] }] }))).toThrow('valid');
});

test('results point to the descriptions of their rules, those of the user too', () => {
  const own = new PropertyRule({
    id: 'shop/tagged',
    title: 'Buckets have tags',
    fix: 'Set `Tags`.',
    severity: FindingSeverity.LOW,
    resourceTypes: ['AWS::S3::Bucket'],
    property: 'Tags',
    operator: PropertyOperator.SET,
  });
  const { tool, results } = judged({ ruleSets: [RuleSet.DEFAULT, RuleSet.of(own)] });
  expect(new Set(results.map(({ ruleId }) => ruleId))).toContain('shop/tagged');
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex!].id).toBe(ruleId);
});

test('files of an app are in the format of their ending, and blocking findings keep none away', () => {
  const app = build({ reportFiles: ['all.sarif', 'all.json', 'all.md', 'all.txt'] });
  expect(() => app.synth()).toThrow('s3/bucket-block-public-access');
  const [sarif, json, markdown, text] = ['sarif', 'json', 'md', 'txt'].map((ending) => fs.readFileSync(`all.${ending}`, 'utf8'));
  expect(runOf(sarif).results.length).toBeGreaterThan(0);
  expect((JSON.parse(json) as { findings: object[] }).findings).toContainEqual(expect.objectContaining({
    constructPath: 'Shop/Orders/Resource', source: { file: __filename, line: lineOf('made in the stack') }, line: expect.any(Number),
  }));
  expect(markdown).toMatch(/^# Guardrails/);
  expect(markdown).toMatch(`Shop/Orders/Resource ${__filename}:${lineOf('made in the stack')} `);
  expect(text).toMatch(`made at ${__filename}:${lineOf('made in the stack')}, in `);
});

test('an ending that tells no format is refused', () => {
  expect(() => build({ reportFiles: ['all.xml'] }).synth()).toThrow('.sarif, .json, .md, .txt');
});
