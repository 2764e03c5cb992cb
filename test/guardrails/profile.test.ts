import * as fs from 'fs';
import * as path from 'path';
import Ajv from 'ajv';
import { App, CfnParameter, NestedStack, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import SCHEMA from '../../schemas/check-report-1.json';
import { SecureBucket, SecureKey, SecureLogGroup, SecureTable } from '../../src/data';
import { EnforcementMode, FindingSeverity, Guardrails, GuardrailsProps, PropertyOperator, PropertyRule, RuleMode, RuleSet } from '../../src/guardrails';
import { ALL_RULES } from '../../src/guardrails/rules/all-rules';
import { Profile } from '../../src/profile';
import { newApp } from '../harness/apps';

const KEYS: GuardrailsProps = { ruleSets: [RuleSet.ofRules('kms/not-scheduled-for-deletion')] };
const NOTE = 'by the ephemeral profile a warning only';

let printed = '';
beforeEach(() => {
  printed = '';
  jest.spyOn(console, 'error').mockImplementation((text: string) => { printed += `${text}\n`; });
});
afterEach(() => jest.restoreAllMocks());

/** A key that goes with its stack: critical in production, meant in a preview. */
function keyIn(stack: Stack): Stack {
  new kms.Key(stack, 'Key', { removalPolicy: RemovalPolicy.DESTROY });
  return stack;
}

/** The message of the error that stops the synth, or nothing. */
function stoppedBy(app: App): string {
  try {
    app.synth();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function reportOf({ outdir }: App): string {
  return fs.readFileSync(path.join(outdir, 'validation-report.json'), 'utf8');
}

describe.each<[string, (app: App) => Stack]>([
  ['on the app', (app) => {
    Profile.set(app, Profile.EPHEMERAL);
    return new Stack(app, 'Stack');
  }],
  ['on a Stage', (app) => {
    const stage = new Stage(app, 'Preview');
    Profile.set(stage, Profile.EPHEMERAL);
    return new Stack(stage, 'Stack');
  }],
  ['on a stack', (app) => {
    const stack = new Stack(app, 'Stack');
    Profile.set(stack, Profile.EPHEMERAL);
    return stack;
  }],
  ['on the stack around a nested one', (app) => {
    const stack = new Stack(app, 'Stack');
    Profile.set(stack, Profile.EPHEMERAL);
    return new NestedStack(stack, 'Nested');
  }],
])('an ephemeral profile %s', (_, stackIn) => {
  test('makes a warning of what asks how long data lives, and says so', () => {
    const app = newApp();
    Guardrails.enforce(app, KEYS);
    keyIn(stackIn(app));
    expect(stoppedBy(app)).toEqual('');
    expect(printed).toMatch(NOTE);
    expect(reportOf(app)).toMatch('"profile": "ephemeral"');
  });
});

test('context sets it too', () => {
  const app = newApp(undefined, { 'cdk-hardened:profile': 'ephemeral' });
  Guardrails.enforce(app, KEYS);
  keyIn(new Stack(app, 'Stack'));
  expect(stoppedBy(app)).toEqual('');
});

test('the prop marks the app for rules and constructs alike', () => {
  const app = newApp();
  Guardrails.enforce(app, { ...KEYS, profile: Profile.EPHEMERAL });
  const stack = keyIn(new Stack(app, 'Stack'));
  expect(Profile.of(stack)).toBe(Profile.EPHEMERAL);
  expect(stoppedBy(app)).toEqual('');
});

test('the prop is refused where Profile.set would be: with another mark, or after constructs read theirs', () => {
  const marked = newApp();
  Profile.set(marked, Profile.PRODUCTION);
  expect(() => Guardrails.enforce(marked, { profile: Profile.EPHEMERAL })).toThrow('this scope is marked production already');
  const built = newApp();
  new SecureKey(new Stack(built, 'Stack'), 'Key');
  expect(() => Guardrails.enforce(built, { profile: Profile.EPHEMERAL })).toThrow('was already built as production');
});

test('what lies outside its scope blocks as ever', () => {
  const app = newApp();
  Guardrails.enforce(app, KEYS);
  const [preview, prod] = [new Stage(app, 'Preview'), new Stage(app, 'Prod')];
  Profile.set(preview, Profile.EPHEMERAL);
  keyIn(new Stack(preview, 'Stack'));
  keyIn(new Stack(prod, 'Stack'));
  const message = stoppedBy(app);
  expect(message).toMatch(/ERROR [^]*Prod\/Stack\/Key/);
  expect(message).toMatch(/WARNING [^]*Preview\/Stack\/Key/);
  expect(message).not.toMatch(/Prod\/Stack\/Key[^]*ERROR/);
});

test('rules about anything else block in it as ever', () => {
  const app = newApp();
  Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules('kms/policy-no-wildcard-principal', 'kms/rotation')], modes: [RuleMode.ofServices(EnforcementMode.BLOCK, 'kms')], profile: Profile.EPHEMERAL });
  keyIn(new Stack(app, 'Stack'));
  expect(stoppedBy(app)).toMatch('kms/rotation');
});

test('modes do not overrule it, and what they make a warning is not said to be one by the profile', () => {
  const synth = (mode: EnforcementMode): string => {
    const app = newApp();
    Guardrails.enforce(app, { ...KEYS, modes: [RuleMode.ofServices(mode, 'kms')], profile: Profile.EPHEMERAL });
    keyIn(new Stack(app, 'Stack'));
    return stoppedBy(app);
  };
  expect(synth(EnforcementMode.BLOCK)).toEqual('');
  expect(printed).toMatch(NOTE);
  printed = '';
  expect(synth(EnforcementMode.WARN)).toEqual('');
  expect(printed).toMatch('kms/not-scheduled-for-deletion');
  expect(printed).not.toMatch(NOTE);
});

test.each<[string, RegExp]>([
  ['.json', /"profile": "ephemeral"/],
  ['.txt', /critical +kms\/not-scheduled-for-deletion[^]*by the ephemeral profile a warning only/],
  ['.md', /\| critical, by the ephemeral profile a warning only \| `kms\/not-scheduled-for-deletion`/],
  ['.sarif', /"level": "note",\s*"message": {\s*"text": "KMS keys survive/],
])('reports as %s say what it did', (ending, said) => {
  const app = newApp();
  const file = path.join(app.outdir, '..', `${path.basename(app.outdir)}${ending}`);
  Guardrails.enforce(app, { ...KEYS, profile: Profile.EPHEMERAL, reportFiles: [file] });
  keyIn(new Stack(app, 'Stack'));
  app.synth();
  expect(fs.readFileSync(file, 'utf8')).toMatch(said);
  if (ending !== '.json') return;
  const valid = new Ajv().compile(SCHEMA);
  valid(JSON.parse(fs.readFileSync(file, 'utf8')));
  expect(valid.errors).toBe(null);
});

test('annotations say so too, and the report has no second line', () => {
  const app = newApp();
  Guardrails.enforce(app, { ...KEYS, profile: Profile.EPHEMERAL, annotations: true });
  const stack = keyIn(new Stack(app, 'Stack'));
  Annotations.fromStack(stack).hasWarning('/Stack/Key/Resource', Match.stringLikeRegexp(NOTE));
  expect(printed.match(/cdk-hardened::kms\/not-scheduled-for-deletion/g)).toHaveLength(2); // DeletionPolicy, UpdateReplacePolicy
});

test('findings about a stack as such have the profile of the stack', () => {
  const app = newApp();
  Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules('cloudformation/termination-protection')], modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')] });
  const [preview, prod] = [new Stack(app, 'Preview'), new Stack(app, 'Prod', { terminationProtection: true })];
  Profile.set(preview, Profile.EPHEMERAL);
  keyIn(preview);
  keyIn(prod);
  expect(stoppedBy(app)).toEqual('');
  expect(printed).toMatch(NOTE);
});

test('what cannot be judged of it does not block a strict synth', () => {
  const synth = (profile: Profile): string => {
    const app = newApp();
    Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules('logs/retention')], modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*')], strict: true, profile });
    const stack = new Stack(app, 'Stack');
    new logs.CfnLogGroup(stack, 'Logs', { retentionInDays: new CfnParameter(stack, 'Days', { type: 'Number' }).valueAsNumber });
    return stoppedBy(app);
  };
  expect(synth(Profile.PRODUCTION)).toMatch('cannot be judged');
  expect(synth(Profile.EPHEMERAL)).toEqual('');
});

describe('remediation', () => {
  const tableIn = (stack: Stack): dynamodb.CfnTable => new dynamodb.CfnTable(stack, 'Table', {
    keySchema: [{ attributeName: 'id', keyType: 'HASH' }], attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }], billingMode: 'PAY_PER_REQUEST',
  });
  const REMEDIATE: GuardrailsProps = {
    ruleSets: [RuleSet.ofRules('dynamodb/deletion-protection')], modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, '*')],
  };

  test('protects no table that is meant to go, and protects the others', () => {
    const app = newApp();
    Guardrails.enforce(app, REMEDIATE);
    const [preview, prod] = [new Stage(app, 'Preview'), new Stage(app, 'Prod')];
    Profile.set(preview, Profile.EPHEMERAL);
    tableIn(new Stack(preview, 'Stack'));
    tableIn(new Stack(prod, 'Stack'));
    const assembly = app.synth();
    const protections = ['Preview', 'Prod'].map((stage) => assembly.getNestedAssembly(`assembly-${stage}`).stacks[0].template.Resources.Table.Properties.DeletionProtectionEnabled);
    expect(protections).toEqual([undefined, true]);
    expect(printed).toMatch(NOTE);
    expect(printed).not.toMatch('left-alone');
  });

  test('unwaivable rules hold in an ephemeral profile too', () => {
    const app = newApp();
    Guardrails.enforce(app, { ...REMEDIATE, unwaivable: ['dynamodb/*'], profile: Profile.EPHEMERAL });
    tableIn(new Stack(app, 'Stack'));
    expect(app.synth().stacks[0].template.Resources.Table.Properties.DeletionProtectionEnabled).toBe(true);
  });
});

test.each<[string, (stack: Stack) => void, string, (properties: any) => unknown]>([
  ['tables', (stack) => new dynamodb.Table(stack, 'Resource', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }),
    'AWS::DynamoDB::Table', ({ DeletionProtectionEnabled }) => DeletionProtectionEnabled],
  ['user pools', (stack) => new cognito.UserPool(stack, 'Resource'), 'AWS::Cognito::UserPool', ({ DeletionProtection }) => DeletionProtection],
])('hardened defaults protect no %s in it', (_, build, type, protection) => {
  const protectionIn = (profile: Profile): unknown => {
    const app = newApp();
    Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules('s3/tls-only')], hardenDefaults: true, profile });
    build(new Stack(app, 'Stack'));
    const resources = Object.values(app.synth().stacks[0].template.Resources) as { Type: string; Properties: object }[];
    return protection(resources.find(({ Type }) => Type === type)!.Properties);
  };
  expect(protectionIn(Profile.PRODUCTION)).toBeTruthy();
  expect(protectionIn(Profile.EPHEMERAL)).toBeUndefined();
});

test('what the constructs of this library give up in an ephemeral profile blocks nothing', () => {
  const app = newApp();
  const yielding = ALL_RULES.filter((rule) => rule.aboutDataLife).map(({ id }) => id);
  Guardrails.enforce(app, { modes: [RuleMode.ofRules(EnforcementMode.BLOCK, ...yielding)], profile: Profile.EPHEMERAL });
  const stack = new Stack(app, 'Stack');
  new SecureKey(stack, 'Key');
  new SecureTable(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
  new SecureBucket(stack, 'Bucket');
  new SecureLogGroup(stack, 'Logs');
  expect(stoppedBy(app)).toEqual('');
  expect(printed).toMatch('kms/not-scheduled-for-deletion');
});

test.each([[true, false], [false, true], [undefined, true]])('a rule of the user yields if it says so: %p', (aboutDataLife, blocks) => {
  const kept = new PropertyRule({
    id: 'acme/kept',
    title: 'Databases are kept',
    severity: FindingSeverity.HIGH,
    resourceTypes: ['AWS::RDS::DBInstance'],
    property: 'DeletionProtection',
    operator: PropertyOperator.ONE_OF,
    values: ['true'],
    fix: 'Set `deletionProtection: true`.',
    aboutDataLife,
  });
  const app = newApp();
  Guardrails.enforce(app, { ruleSets: [RuleSet.of(kept)], profile: Profile.EPHEMERAL });
  new rds.CfnDBInstance(new Stack(app, 'Stack'), 'Database', { deletionProtection: false });
  expect(stoppedBy(app).includes('acme/kept')).toBe(blocks);
});

describe('the rules that yield', () => {
  /** What sounds like it and is not meant. */
  const OTHERS: Readonly<Record<string, string>> = {
    's3/no-public-write': 'who may delete is access',
    'eventbridge/global-endpoint-replication': 'two regions that take events, not how long those are kept',
    'lambda/async-retry-limits': 'events that wait are no data that is kept',
  };

  test('are those about deletion, retention, versions of data, backups and replicas', () => {
    const sound = ALL_RULES.filter(({ title }) => /delet|retention|how long|restored|backup|old (versions|ones)|lifecycle|replica|survive/i.test(title)).map(({ id }) => id);
    const yielding = ALL_RULES.filter((rule) => rule.aboutDataLife).map(({ id }) => id);
    expect(sound.filter((id) => !(id in OTHERS))).toEqual(yielding);
    expect(Object.keys(OTHERS).filter((id) => !sound.includes(id))).toEqual([]);
  });
});
