import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import type { IMixin } from 'constructs';
import { COMPANIONS, companionLines } from '../../../projenrc/rule-pages/companions';
import { HardenedDefaults, ProviderLogs, RuleSet, TlsOnlyMixin } from '../../../src/guardrails';
import { judgeApp } from '../../../src/guardrails/judgement-of-app';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';
import { newApp } from '../../harness/apps';

const ADDING = ALL_RULES.flatMap(({ id, remediation }) => (remediation?.kind === 'companion' ? [[id, remediation.adds] as const] : []));

/** Plain L2s by the names that the table uses. */
const L2S: Readonly<Record<string, (stack: Stack) => unknown>> = {
  'ec2.Vpc': (stack) => new ec2.Vpc(stack, 'X'),
  'lambda.Function': (stack) => new lambda.Function(stack, 'X', { code: lambda.Code.fromInline('1'), handler: 'index.h', runtime: lambda.Runtime.NODEJS_22_X }),
  's3.Bucket': (stack) => new s3.Bucket(stack, 'X'),
  'sns.Topic': (stack) => new sns.Topic(stack, 'X'),
  'sqs.Queue': (stack) => new sqs.Queue(stack, 'X'),
  'stepfunctions.StateMachine': (stack) => new stepfunctions.StateMachine(stack, 'X', {
    definitionBody: stepfunctions.DefinitionBody.fromChainable(new stepfunctions.Pass(stack, 'Pass')),
  }),
};

const MIXINS: Readonly<Record<string, { readonly mixin: () => IMixin; readonly rules: Readonly<Record<string, string>> }>> = {
  TlsOnlyMixin: {
    mixin: () => new TlsOnlyMixin(),
    rules: { 's3/bucket-has-policy': 's3.Bucket', 's3/tls-only': 's3.Bucket', 'sns/tls-only': 'sns.Topic', 'sqs/tls-only': 'sqs.Queue' },
  },
};

/** Resources of which a rule says that they violate, and that they comply. */
function verdictsOf(rule: string, build: (stack: Stack) => void): { readonly violating: number; readonly compliant: number } {
  const stack = new Stack(newApp({}), 'Stack'); // feature flags may bring it by themselves
  build(stack);
  const app = stack.node.root as ReturnType<typeof newApp>;
  app.synth();
  const { NON_COMPLIANT, COMPLIANT } = judgeApp(app, { ruleSets: [RuleSet.ofRules(rule)] }).report.summary.verdicts;
  return { violating: NON_COMPLIANT, compliant: COMPLIANT };
}

test('every rule that takes another resource says what adds it, or why it is to be added by hand', () => {
  expect(Object.keys(COMPANIONS)).toEqual(ADDING.map(([id]) => id).sort());
  for (const { injectors, mixin, enforce, byHand } of Object.values(COMPANIONS)) {
    expect([injectors, mixin, enforce, byHand].filter((each) => each !== undefined)).not.toEqual([]);
    expect(byHand?.length ?? 30).toBeGreaterThan(20);
  }
});

const INJECTED = Object.entries(COMPANIONS).flatMap(([id, { injectors = [] }]) => injectors.map((name) => [id, name] as const));

test.each(INJECTED)('%s: the hardened defaults of %s bring it', (id, name) => {
  expect(verdictsOf(id, L2S[name])).toEqual({ violating: 1, compliant: 0 });
  expect(verdictsOf(id, (stack) => {
    HardenedDefaults.inject(stack);
    L2S[name](stack);
  })).toMatchObject({ violating: 0, compliant: expect.any(Number) });
  expect(verdictsOf(id, (stack) => {
    HardenedDefaults.inject(stack);
    L2S[name](stack);
  }).compliant).toBeGreaterThan(0);
});

const MIXED = Object.entries(COMPANIONS).flatMap(([id, { mixin }]) => (mixin === undefined ? [] : [[id, mixin] as const]));

test.each(MIXED)('%s: %s brings it', (id, name) => {
  const { mixin, rules } = MIXINS[name];
  expect(verdictsOf(id, (stack) => {
    L2S[rules[id]](stack);
    stack.with(mixin());
  })).toEqual({ violating: 0, compliant: 1 });
});

test('no hardened default brings more than is said', () => {
  const brought = Object.values(L2S).flatMap((build) => ADDING.filter(([id]) => verdictsOf(id, build).violating > 0 && verdictsOf(id, (stack) => {
    HardenedDefaults.inject(stack);
    build(stack);
  }).violating === 0).map(([id]) => id));
  expect([...new Set(brought)].sort()).toEqual(INJECTED.map(([id]) => id).sort());
});

test('lambda/logging-config: providerLogs bring it for the functions of CDK', () => {
  const emptied = (stack: Stack): void => { new s3.Bucket(stack, 'X', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY }); };
  expect(verdictsOf('lambda/logging-config', emptied)).toEqual({ violating: 1, compliant: 0 });
  expect(verdictsOf('lambda/logging-config', (stack) => {
    ProviderLogs.keep(stack.node.root);
    emptied(stack);
  })).toEqual({ violating: 0, compliant: 1 });
});

test('pages say it', () => {
  expect(companionLines('a queue', { byHand: 'who looks at it is yours to decide' })).toEqual([
    'It takes another resource, a queue, which an Aspect may not add.', '', 'By hand: who looks at it is yours to decide.',
  ]);
  expect(companionLines('a policy', { injectors: ['s3.Bucket'], mixin: 'TlsOnlyMixin' })).toEqual([
    'It takes another resource, a policy, which an Aspect may not add. These do:',
    '',
    '- `HardenedDefaults.inject(app)`, for each `s3.Bucket` that is made afterwards.',
    '- `new TlsOnlyMixin()`, for L2s that exist: `construct.with(...)`.',
  ]);
});
