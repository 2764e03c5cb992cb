import * as fs from 'fs';
import * as path from 'path';
import {
  App, CfnParameter, CfnResource, CliCredentialsStackSynthesizer, DefaultStackSynthesizer, LegacyStackSynthesizer, NestedStack, Stack, Stage,
} from 'aws-cdk-lib';
import type { IStackSynthesizer } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { folderWith, messageOf } from './written';
import { readTemplates } from '../../../src/cli/reading/read-templates';
import { ENV, FLAG_MODES } from '../../harness/apps';

/** Synthesizes an app and gives the folder that it wrote. */
function synth(build: (app: App) => void, context: Record<string, unknown> = {}): string {
  const app = new App({ analyticsReporting: false, context });
  build(app);
  return app.synth().directory;
}

/** What was read of a folder, its files without the folder. */
function readFolder(folder: string) {
  const { inputs, apps, lineOf } = readTemplates([folder]);
  const shown = inputs.map((input) => ({
    ...input,
    file: path.relative(folder, input.file),
    ...input.nestedIn && { nestedIn: { ...input.nestedIn, file: path.relative(folder, input.nestedIn.file) } },
  }));
  return { inputs: shown, apps, lineOf };
}

function nested(scope: Construct, id: string, within?: (stack: NestedStack) => void): NestedStack {
  const stack = new NestedStack(scope, id);
  new CfnResource(stack, 'Thing', { type: 'AWS::SNS::Topic' });
  within?.(stack);
  return stack;
}

describe('stacks', () => {
  test('all of an app are one app, with what the manifest knows of them', () => {
    const folder = synth((app) => {
      const known = new Stack(app, 'Known', { env: ENV, stackName: 'prod-known', terminationProtection: true });
      new Bucket(known, 'Bucket');
      new Bucket(new Stack(app, 'Agnostic'), 'Bucket');
      new Bucket(new Stack(app, 'RegionOnly', { env: { region: 'us-iso-east-1' } }), 'Bucket');
    });
    const { inputs, apps } = readFolder(folder);
    expect(apps).toHaveLength(1);
    expect(inputs.map(({ file, facts }) => ({ file, ...facts }))).toEqual([
      { file: 'Known.template.json', account: ENV.account, region: ENV.region, stackName: 'prod-known', constructPath: 'Known', terminationProtection: true },
      { file: 'Agnostic.template.json', stackName: 'Agnostic', constructPath: 'Agnostic', terminationProtection: false },
      { file: 'RegionOnly.template.json', region: 'us-iso-east-1', stackName: 'RegionOnly', constructPath: 'RegionOnly', terminationProtection: false },
    ]);
    expect(inputs.every(({ notJudged }) => notJudged === undefined)).toBe(true);
  });

  test('those of Stages, and of Stages in Stages, are found in their folders', () => {
    const folder = synth((app) => {
      const stage = new Stage(app, 'Prod', { env: ENV });
      new Bucket(new Stack(stage, 'Data'), 'Bucket');
      new Bucket(new Stack(new Stage(stage, 'Inner'), 'Deep'), 'Bucket');
    });
    const { inputs, apps } = readFolder(folder);
    expect(apps).toHaveLength(1);
    expect(inputs.map(({ facts }) => facts?.stackName).sort()).toEqual(['Prod-Data', 'Prod-Inner-Deep']);
    expect(inputs.every(({ facts }) => facts?.account === ENV.account)).toBe(true);
    expect(inputs.every(({ file }) => file.startsWith('assembly-Prod'))).toBe(true);
  });

  test('one without resources is read, for CDK writes such', () => {
    const { inputs } = readFolder(synth((app) => new Stack(app, 'Empty')));
    expect(inputs).toHaveLength(1);
    expect((inputs[0].body as any).Resources).toBeUndefined();
  });

  test('lines are those of the files', () => {
    const folder = synth((app) => new Bucket(new Stack(app, 'S'), 'Bucket'));
    const { inputs, lineOf } = readTemplates([folder]);
    const [id] = Object.keys((inputs[0].body as any).Resources);
    const line = lineOf(inputs[0].file, `Resources.${id}.Type`)!;
    expect(fs.readFileSync(inputs[0].file, 'utf8').split('\n')[line - 1]).toContain('"Type": "AWS::S3::Bucket"');
  });

  test('a placeholder of a lookup is named', () => {
    const folder = synth((app) => {
      const stack = new Stack(app, 'S', { env: ENV });
      new CfnResource(stack, 'R', { type: 'T::T::T', properties: { Id: Vpc.fromLookup(stack, 'Vpc', { isDefault: true }).vpcId } });
    });
    const [{ notJudged }] = readFolder(folder).inputs;
    expect(notJudged).toEqual([{
      location: 'Resources', reason: expect.stringMatching(/^written with a placeholder for the context value "vpc-provider:.*", which was not looked up yet$/),
    }]);
  });
});

describe.each(FLAG_MODES)('nested stacks %s', (_, flags) => {
  test('are joined to the resource that deploys them, however deep', () => {
    const folder = synth((app) => {
      const root = new Stack(app, 'Root', { env: ENV, terminationProtection: true });
      nested(root, 'A', (a) => nested(a, 'Inner'));
      nested(root, 'B', (b) => new CfnParameter(b, 'P'));
    }, flags);
    const { inputs } = readFolder(folder);
    const [root, a, inner, b] = inputs;
    expect(inputs).toHaveLength(4);
    expect(root.nestedIn).toBeUndefined();
    expect([a, inner, b].map(({ nestedIn }) => nestedIn?.file)).toEqual([root.file, a.file, root.file]);
    for (const input of [a, inner, b]) {
      expect(input.facts).toEqual({ ...ENV, constructPath: 'Root', terminationProtection: true });
      const parent = inputs.find(({ file }) => file === input.nestedIn?.file)!;
      expect((parent.body as any).Resources[input.nestedIn!.logicalId].Type).toBe('AWS::CloudFormation::Stack');
    }
    expect((b.body as any).Parameters.P).toBeDefined();
  });

  test('of a stack in a Stage are found', () => {
    const { inputs } = readFolder(synth((app) => { nested(new Stack(new Stage(app, 'Prod'), 'S'), 'N', (n) => nested(n, 'Inner')); }, flags));
    expect(inputs.map(({ nestedIn }) => nestedIn?.file)).toEqual([undefined, inputs[0].file, inputs[1].file]);
  });

  test.each<[string, boolean, () => IStackSynthesizer]>([
    ['where CDK notes their files', true, () => new DefaultStackSynthesizer()],
    ['by their URL where it does not', false, () => new DefaultStackSynthesizer()],
    ['by the URL of the CLI credentials synthesizer', false, () => new CliCredentialsStackSynthesizer()],
    ['where the legacy synthesizer notes their files', true, () => new LegacyStackSynthesizer()],
    ['by the parameters of the legacy synthesizer', false, () => new LegacyStackSynthesizer()],
  ])('are found %s', (__, noted, synthesizer) => {
    const folder = synth((app) => {
      const stack = new Stack(app, 'S', { synthesizer: synthesizer() });
      nested(stack, 'N');
      nested(stack, 'M', (m) => new CfnParameter(m, 'OfM'));
    }, { ...flags, 'aws:cdk:enable-asset-metadata': noted });
    expect(fs.readFileSync(path.join(folder, 'S.template.json'), 'utf8').includes('aws:asset:path')).toBe(noted);
    const [root, ...found] = readFolder(folder).inputs;
    expect(found.map(({ nestedIn, body }) => [nestedIn?.logicalId[0], 'Parameters' in (body as object)])).toEqual([['N', false], ['M', true]]);
    expect(root.notJudged).toBeUndefined();
  });
});

describe('nested stacks that are odd', () => {
  const stackOf = (assetPath?: string, url: unknown = 'https://s3.amazonaws.com/elsewhere/x.json') => ({
    Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url }, ...assetPath && { Metadata: { 'aws:asset:path': assetPath } },
  });
  const assembly = (templates: Record<string, object>): string => folderWith({
    'manifest.json': JSON.stringify({
      version: '1', artifacts: { S: { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/unknown-region', properties: { templateFile: 'S.json' } } },
    }),
    ...Object.fromEntries(Object.entries(templates).map(([name, resources]) => [name, JSON.stringify({ Resources: resources })])),
  });

  test('one that is not in the app is named', () => {
    const { inputs } = readFolder(assembly({ 'S.json': { N: stackOf(), M: stackOf('gone.json') } }));
    expect(inputs).toHaveLength(1);
    expect(inputs[0].notJudged).toEqual(['N', 'M'].map((id) => ({
      location: `Resources.${id}`, reason: 'the template of this nested stack is not judged: it is not among the assets of the app',
    })));
  });

  test('two of one file are two templates, each with its parent and its lines', () => {
    const folder = assembly({ 'S.json': { N: stackOf('n.json'), M: stackOf('n.json') }, 'n.json': { T: { Type: 'X' } } });
    const { inputs } = readFolder(folder);
    expect(inputs.map(({ file, nestedIn }) => [file, nestedIn?.logicalId])).toEqual([['S.json', undefined], ['n.json', 'N'], ['n.json#M', 'M']]);
    const { lineOf } = readTemplates([folder]);
    expect(lineOf(path.join(folder, 'n.json#M'), 'Resources.T')).toBe(1);
  });

  test('one that deploys itself is refused', () => {
    const folder = assembly({ 'S.json': { N: stackOf('n.json') }, 'n.json': { Again: stackOf('n.json') } });
    expect(messageOf([folder])).toBe(`${folder}/n.json: the nested stack Again deploys a template that it is in`);
  });

  test('ones that multiply are refused', () => {
    const templates = Array.from({ length: 20 }, (_, i) => [`n${i}.json`, { A: stackOf(`n${i + 1}.json`), B: stackOf(`n${i + 1}.json`) }]);
    const folder = assembly({ 'S.json': { N: stackOf('n0.json') }, ...Object.fromEntries(templates), 'n20.json': {} });
    expect(messageOf([folder])).toBe(`${folder}/S.json: its nested stacks come to more than 5000 templates`);
  });

  test('one of a template that is judged on its own is named', () => {
    const folder = assembly({ 'S.json': { N: stackOf('n.json') }, 'n.json': {} });
    const { inputs } = readTemplates([path.join(folder, 'S.json')]);
    expect(inputs).toHaveLength(1);
    expect(inputs[0].notJudged?.[0].reason).toBe('the template of this nested stack is not judged: a file is judged on its own');
  });
});

describe('manifests that cannot be used', () => {
  const stack = (properties: object) => ({ version: '1', artifacts: { S: { type: 'aws:cloudformation:stack', properties } } });

  test.each<[string, Record<string, string>, string]>([
    ['of something else', { 'manifest.json': '{"name": "web app"}' }, 'manifest.json: not the manifest of a cloud assembly: "version" and "artifacts" are expected'],
    ['that is a list', { 'manifest.json': '[]' }, 'manifest.json: not the manifest of a cloud assembly: "version" and "artifacts" are expected'],
    ['that is cut off', { 'manifest.json': '{\n"version":' }, 'manifest.json:2: not JSON: the text ends before the template does'],
    ['without a template', { 'manifest.json': JSON.stringify(stack({})) }, 'manifest.json: the artifact "S" has no "templateFile"'],
    ['whose template is gone', { 'manifest.json': JSON.stringify(stack({ templateFile: 'S.json' })) }, 'S.json: no such file or folder'],
    ['whose template is none', { 'manifest.json': JSON.stringify(stack({ templateFile: 'S.json' })), 'S.json': '[1]' },
      'S.json: not a template of CloudFormation: an object is expected, not a list'],
    ['that contains itself', {
      'manifest.json': JSON.stringify({ version: '1', artifacts: { A: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } } }),
    }, 'manifest.json: the assembly contains itself'],
  ])('%s', (_, files, message) => {
    const folder = folderWith(files);
    expect(messageOf([folder])).toBe(`${folder}/${message}`);
  });

  test('without stacks', () => {
    const folder = folderWith({ 'manifest.json': '{"version": "1", "artifacts": {}}' });
    expect(messageOf([folder])).toBe(`${folder}: the cloud assembly has no stacks`);
  });
});

describe('several paths', () => {
  test('are an app each; one that is named twice is read once', () => {
    const folder = folderWith({ 'a.json': '{"Resources": {}}', 'b.yaml': 'Resources: {}' });
    const [a, b] = ['a.json', 'b.yaml'].map((name) => path.join(folder, name));
    const { apps, inputs } = readTemplates([a, b, `${folder}/./a.json`]);
    expect(apps.map((app) => app.map(({ file }) => file))).toEqual([[a], [b]]);
    expect(inputs).toHaveLength(2);
    expect(inputs[0]).toEqual({ file: a, body: { Resources: {} } });
  });

  test('macros and loops of a file are named and expanded', () => {
    const folder = folderWith({
      'sam.yaml': `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Globals: {Function: {Timeout: 3}}
Parameters: {Names: {Type: CommaDelimitedList, Default: "a,b"}}
Resources:
  Fn::ForEach::Buckets:
    - Name
    - !Ref Names
    - Bucket\${Name}: {Type: AWS::S3::Bucket}
  Function: {Type: AWS::Serverless::Function}
`,
    });
    const [{ body, notJudged }] = readTemplates([path.join(folder, 'sam.yaml')]).inputs;
    expect(Object.keys((body as any).Resources).sort()).toEqual(['Bucketa', 'Bucketb', 'Function']);
    expect(notJudged?.map(({ location }) => location)).toEqual(['Resources.Fn::ForEach::Buckets', 'Resources.Function']);
  });
});
