import { App, Aspects, Aws, CfnResource, Duration, SecretValue, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as signer from 'aws-cdk-lib/aws-signer';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { Profile, SecureFunction, SecureFunctionProps, SecureKey } from '../../src';
import { ENV, FLAG_MODES, newStack, only, templateOf } from '../harness/apps';

const CODE = lambda.Code.fromInline('exports.handler = async () => "ok";');

function functionIn(stack: Stack, props: SecureFunctionProps = {}): SecureFunction {
  return new SecureFunction(stack, 'Fn', { code: props.entry === undefined ? CODE : undefined, ...props });
}

function cfn(fn: SecureFunction): lambda.CfnFunction {
  return fn.lambdaFunction.node.defaultChild as lambda.CfnFunction;
}

/** A stack of the same app elsewhere. */
function otherRegion({ node }: Stack, crossRegionReferences?: boolean): Stack {
  return new Stack(node.root, 'Other', { env: { ...ENV, region: 'us-east-1' }, crossRegionReferences });
}

/** All statements of the policies of the one role. */
function statements(stack: Stack): any[] {
  return Object.values(templateOf(stack).findResources('AWS::IAM::Policy')).flatMap((policy) => policy.Properties.PolicyDocument.Statement);
}

describe.each(FLAG_MODES)('SecureFunction %s', (_, flags) => {
  test('is traced, bounded, current, encrypted and logs in JSON to its own group', () => {
    const stack = newStack(flags);
    functionIn(stack, { environment: { STAGE: 'prod' } });
    const template = templateOf(stack);
    expect(only(template, 'AWS::Lambda::Function').resource.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 256,
      Timeout: 10,
      TracingConfig: { Mode: 'Active' },
      RecursiveLoop: 'Terminate',
      KmsKeyArn: { 'Fn::GetAtt': [only(template, 'AWS::KMS::Key').id, 'Arn'] },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: only(template, 'AWS::Logs::LogGroup').id } },
      Environment: { Variables: { STAGE: 'prod' } },
    });
    expect(only(template, 'AWS::Logs::LogGroup').resource.Properties).toMatchObject({ RetentionInDays: 365, KmsKeyId: expect.anything() });
    expect(only(template, 'AWS::Logs::LogGroup').resource.Properties.LogGroupName).toBeUndefined();
  });

  test('has a role that Lambda assumes for this account, without managed policies', () => {
    const stack = newStack(flags);
    functionIn(stack);
    const { Properties } = only(templateOf(stack), 'AWS::IAM::Role').resource;
    expect(Properties.ManagedPolicyArns).toBeUndefined();
    expect(Properties.AssumeRolePolicyDocument.Statement).toEqual([{
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    }]);
  });

  test('may write to its log group, send traces and decrypt its environment, and nothing else', () => {
    const stack = newStack(flags);
    functionIn(stack);
    const template = templateOf(stack);
    const arnOf = (type: string) => ({ 'Fn::GetAtt': [only(template, type).id, 'Arn'] });
    expect(statements(stack).map(({ Action, Resource }) => ({ Action, Resource }))).toEqual([
      { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: arnOf('AWS::Logs::LogGroup') },
      { Action: 'kms:Decrypt', Resource: arnOf('AWS::KMS::Key') },
      { Action: expect.arrayContaining(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']), Resource: '*' },
    ]);
    const context = statements(stack)[1].Condition.ArnLike['kms:EncryptionContext:aws:lambda:FunctionArn'];
    expect(JSON.stringify(context)).toMatch(/:lambda:.*AWS::AccountId.*:function:\*/);
  });

  test('keeps events that it cannot handle, and may send them to that queue only', () => {
    const stack = newStack(flags);
    const queue = new sqs.Queue(stack, 'Failed', { encryptionMasterKey: SecureKey.of(stack).key });
    functionIn(stack, { asyncInvoke: { onFailure: queue, maxEventAge: Duration.minutes(5), retryAttempts: 0 } });
    const template = templateOf(stack);
    const queueArn = { 'Fn::GetAtt': [only(template, 'AWS::SQS::Queue').id, 'Arn'] };
    expect(only(template, 'AWS::Lambda::EventInvokeConfig').resource.Properties).toMatchObject({
      MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: queueArn } },
    });
    expect(statements(stack)).toContainEqual({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queueArn });
    expect(statements(stack)).toContainEqual(expect.objectContaining({
      Action: expect.arrayContaining(['kms:GenerateDataKey', 'kms:Decrypt']),
      Condition: { StringEquals: { 'kms:ViaService': expect.anything() } },
    }));
    expect(only(template, 'AWS::Lambda::EventInvokeConfig').resource.DependsOn).toEqual(expect.arrayContaining([
      expect.stringMatching(/^FnRoleDefaultPolicy/), // Lambda refuses a destination that the role cannot reach yet
    ]));
  });
});

test('runs no code that is not signed when it is given a signing configuration', () => {
  const stack = newStack();
  const signingProfiles = [new signer.SigningProfile(stack, 'Profile', { platform: signer.Platform.AWS_LAMBDA_SHA384_ECDSA })];
  functionIn(stack, { code: lambda.Code.fromAsset(__dirname + '/fixtures/asset'), codeSigningConfig: new lambda.CodeSigningConfig(stack, 'Signed', { signingProfiles }) });
  expect(only(templateOf(stack), 'AWS::Lambda::Function').resource.Properties.CodeSigningConfigArn).toBeDefined();
});

test('forgets logs after a week in an ephemeral environment', () => {
  const app = new App();
  Profile.set(app, Profile.EPHEMERAL);
  const stack = new Stack(app, 'Stack');
  functionIn(stack);
  expect(only(templateOf(stack), 'AWS::Logs::LogGroup').resource).toMatchObject({ DeletionPolicy: 'Delete', Properties: { RetentionInDays: 7 } });
});

test('adds exact statements of its user', () => {
  const stack = newStack();
  functionIn(stack).addToRolePolicy(new iam.PolicyStatement({ actions: ['ses:SendEmail'], resources: ['arn:aws:ses:eu-west-1:111122223333:identity/x'] }));
  expect(statements(stack)).toContainEqual({ Effect: 'Allow', Action: 'ses:SendEmail', Resource: 'arn:aws:ses:eu-west-1:111122223333:identity/x' });
});

test.each([
  [['*'], ['arn:aws:s3:::orders/*'], 'the action "*" allows everything that AWS can do'],
  [['s3:*'], ['arn:aws:s3:::orders/*'], 'the action "s3:*" allows everything that the service can do'],
  [['s3:Get*'], ['arn:aws:s3:::orders/*'], 'the action "s3:Get*" grows with the service'],
  [['s3:GetObject'], ['*'], 's3:GetObject is allowed on every resource'],
  [['s3:GetObject'], ['arn:aws:s3:::*'], 's3:GetObject is allowed on every resource'],
  [['s3:GetObject'], [`arn:${Aws.PARTITION}:s3:::*`], 's3:GetObject is allowed on every resource'],
])('refuses to allow %j on %j', (actions, resources, problem) => {
  const fn = functionIn(newStack());
  expect(() => fn.addToRolePolicy(new iam.PolicyStatement({ actions, resources })))
    .toThrow(`a function needs exact permissions, and ${problem}. List each action`);
});

test('accepts every resource where AWS knows no other, and wildcards that deny', () => {
  const stack = newStack({});
  const fn = functionIn(stack);
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['cloudwatch:PutMetricData'], resources: ['*'] }));
  fn.addToRolePolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['ec2:*'], resources: ['*'] }));
  expect(statements(stack).slice(-2)).toEqual([
    { Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*' }, { Effect: 'Deny', Action: 'ec2:*', Resource: '*' },
  ]);
});

test.each<[Partial<SecureFunctionProps>, string]>([
  [{ memorySize: 64 }, 'memorySize = 64: a function has 128 to 10240 MiB'],
  [{ memorySize: 200.5 }, 'memorySize = 200.5'],
  [{ timeout: Duration.minutes(16) }, 'timeout = "960 s": Lambda stops an invocation after 1 to 900 seconds. Write Duration.seconds(n)'],
  [{ timeout: Duration.millis(500) }, 'timeout = "0.5 s"'],
  [{ reservedConcurrentExecutions: 0 }, 'reservedConcurrentExecutions = 0: 0 throttles every invocation'],
  [{ reservedConcurrentExecutions: -1 }, 'reservedConcurrentExecutions = -1: concurrency is a whole number'],
  [{ environment: { '1ST': 'x' } }, 'environment = "1ST": a variable name starts with a letter'],
  [{ notSecrets: [{ variable: 'X', reason: '  ' }] }, 'notSecrets = "X": the reason is empty'],
])('refuses %j', (props, message) => {
  expect(() => functionIn(newStack(), props)).toThrow(`[Stack/Fn] ${message}`);
});

test.each<[any, string]>([
  [{ maxEventAge: Duration.seconds(30) }, 'asyncInvoke.maxEventAge = 30 seconds: Lambda keeps an event for 60 seconds to 6 hours'],
  [{ retryAttempts: 3 }, 'asyncInvoke.retryAttempts = 3: Lambda tries again 0 to 2 times'],
])('refuses asynchronous limits %j', (limits, message) => {
  const stack = newStack();
  expect(() => functionIn(stack, { asyncInvoke: { onFailure: new sqs.Queue(stack, 'Q'), ...limits } })).toThrow(message);
});

test('refuses a key of another region', () => {
  const stack = newStack(undefined, ENV);
  const key = kms.Key.fromKeyArn(stack, 'K', 'arn:aws:kms:us-east-1:111122223333:key/0e9ab4c1-1111-2222-3333-444455556666');
  expect(() => functionIn(stack, { encryptionKey: key })).toThrow('the key is in us-east-1, and this stack is deployed to eu-west-1');
});

describe('layers', () => {
  const layer = (stack: Stack) => lambda.LayerVersion.fromLayerVersionArn(stack, 'L', 'arn:aws:lambda:eu-west-1:999988887777:layer:Foreign:3');

  test('of another account are refused, unless it is trusted', () => {
    const stack = newStack(undefined, ENV);
    expect(() => functionIn(stack, { layers: [layer(stack)] })).toThrow(/layers = .*it belongs to account 999988887777.*trustedLayerAccounts/);
    const trusting = newStack(undefined, ENV);
    functionIn(trusting, { layers: [layer(trusting)], trustedLayerAccounts: ['999988887777'] });
    expect(only(templateOf(trusting), 'AWS::Lambda::Function').resource.Properties.Layers).toHaveLength(1);
  });

  test('of another account are refused when they are added later too', () => {
    const stack = newStack(undefined, ENV);
    functionIn(stack).lambdaFunction.addLayers(layer(stack));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Fn\] layers = "arn:aws:lambda:eu-west-1:999988887777:layer:Foreign:3": it belongs to account 999988887777/);
    const unknown = newStack();
    functionIn(unknown).lambdaFunction.addLayers(layer(unknown));
    Annotations.fromStack(unknown).hasWarning('/Stack/Fn', Match.stringLikeRegexp('must belong to the account'));
  });

  test('are a warning where this account is not known', () => {
    const stack = newStack();
    functionIn(stack, { layers: [layer(stack)] });
    Annotations.fromStack(stack).hasWarning('/Stack/Fn', Match.stringLikeRegexp('must belong to the account'));
  });
});

describe('secrets', () => {
  const key = 'sk' + '_live_' + 'Ab3dE6gH9jK2mN5pQ8sT1vW4';

  test('in the environment stop the synth, without being shown', () => {
    const attempt = () => functionIn(newStack(), { environment: { PAYMENTS: key } });
    expect(attempt).toThrow(/\[Stack\/Fn\] environment\.PAYMENTS = "sk_l… \(32 characters\)": it looks like a Stripe key.*Store it in Secrets Manager/);
    expect(attempt).not.toThrow(new RegExp(key.slice(4)));
  });

  test('that are none pass with a reason', () => {
    const stack = newStack();
    functionIn(stack, { environment: { PAYMENTS: key }, notSecrets: [{ variable: 'PAYMENTS', reason: 'key of a demo account that is public' }] });
    expect(() => templateOf(stack)).not.toThrow();
  });

  test('in inline code stop the synth', () => {
    expect(() => functionIn(newStack(), { code: lambda.Code.fromInline(`const stripe = require('stripe')('${key}');`) }))
      .toThrow(/code \(inline\) = "sk_l….*a Stripe key.*\{ variable: 'code', reason: '...' \}/);
  });

  test('added later to the exposed function stop the synth', () => {
    const stack = newStack();
    functionIn(stack).lambdaFunction.addEnvironment('DB_PASSWORD', 'hunter2');
    expect(() => templateOf(stack)).toThrow(/environment\.DB_PASSWORD = "hunt… \(7 characters\)": it looks like a password/);
  });

  test('in the literal part of a value with references stop the synth', () => {
    expect(() => functionIn(newStack(), { environment: { DB: `postgres://app:hunter2@${Aws.REGION}.db.internal/orders` } }))
      .toThrow(/environment\.DB .* a password in a connection string/);
    const later = newStack();
    functionIn(later).lambdaFunction.addEnvironment('DB', `postgres://app:hunter2@${Aws.REGION}.db.internal/orders`);
    expect(() => templateOf(later)).toThrow(/environment\.DB .* a password in a connection string/);
  });

  test('pass as references', () => {
    const stack = newStack();
    const secret = new CfnResource(stack, 'Secret', { type: 'AWS::SecretsManager::Secret' });
    functionIn(stack, { environment: { DB_PASSWORD: secret.ref, API_KEY: secret.getAtt('Id').toString() } });
    expect(() => templateOf(stack)).not.toThrow();
  });

  test('are a warning as dynamic references, which CloudFormation fills in', () => {
    const stack = newStack();
    functionIn(stack, { environment: { DB_PASSWORD: SecretValue.secretsManager('prod/db').unsafeUnwrap() } });
    templateOf(stack);
    Annotations.fromStack(stack).hasWarning('/Stack/Fn', Match.stringLikeRegexp('environment.DB_PASSWORD is a dynamic reference to a secret'));
  });
});

describe('after construction', () => {
  test.each([
    ['TracingConfig.Mode', 'PassThrough', 'requests are traced'],
    ['KmsKeyArn', undefined, 'the environment is encrypted'],
    ['RecursiveLoop', 'Allow', 'Lambda ends recursive loops'],
    ['LoggingConfig.LogGroup', '/aws/lambda/other', 'logs go to the encrypted log group'],
    ['LoggingConfig.LogFormat', 'Text', 'logs are JSON'],
    ['Role', 'arn:aws:iam::111122223333:role/admin', 'the function has a role of its own'],
    ['Runtime', 'nodejs18.x', 'AWS patches its runtime'],
  ])('%s cannot be changed to %s', (path, value, promise) => {
    const stack = newStack();
    cfn(functionIn(stack)).addPropertyOverride(path, value);
    expect(() => templateOf(stack)).toThrow(new RegExp(`\\[Stack/Fn\\] AWS::Lambda::Function ${path} = .*${promise}`));
  });

  test('the role takes no managed policy', () => {
    const stack = newStack();
    functionIn(stack).role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess'));
    expect(() => templateOf(stack)).toThrow(/ManagedPolicyArns = .*the role has no managed policies/);
  });

  test('nobody else may assume the role', () => {
    const stack = newStack();
    functionIn(stack).role.assumeRolePolicy?.addStatements(new iam.PolicyStatement({
      actions: ['sts:AssumeRole'], principals: [new iam.AccountPrincipal('999988887777')],
    }));
    expect(() => templateOf(stack)).toThrow(/AssumeRolePolicyDocument = .*Lambda alone assumes the role/);
  });

  test.each<[string, (fn: SecureFunction) => void]>([
    ['the role', (fn) => fn.role.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:*'], resources: ['arn:aws:dynamodb:*:*:table/x'] }))],
    ['the function', (fn) => fn.lambdaFunction.addToRolePolicy(new iam.PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] }))],
    ['a policy of its own', (fn) => new iam.Policy(fn, 'Wide', {
      roles: [fn.role], statements: [new iam.PolicyStatement({ notActions: ['iam:*'], resources: ['arn:aws:s3:::x'] })],
    })],
    ['a managed policy of the app', (fn) => new iam.ManagedPolicy(fn, 'Wide', {
      roles: [fn.role], statements: [new iam.PolicyStatement({ actions: ['*'], resources: ['arn:aws:s3:::x'] })],
    })],
  ])('%s takes no broad statement', (_, widen) => {
    const stack = newStack();
    widen(functionIn(stack));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Fn\] AWS::IAM::(Managed)?Policy Stack\/.*the construct promises a role of exact permissions/);
  });

  test('a policy in another stack takes no broad statement either', () => {
    const stack = newStack();
    const wide = new iam.PolicyStatement({ actions: ['*'], resources: ['arn:aws:s3:::x'] });
    new iam.Policy(new Stack(stack.node.root, 'Other'), 'Wide', { roles: [functionIn(stack).role], statements: [wide] });
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Fn\] AWS::IAM::Policy Other\/Wide\/Resource = .*the construct promises a role of exact permissions/);
  });

  test('a role of another stack with the same logical id may do what it likes', () => {
    const stack = newStack();
    functionIn(stack);
    const other = new Stack(stack.node.root, 'Other');
    const role = new iam.Role(new Construct(other, 'Fn'), 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    expect(() => templateOf(stack)).not.toThrow();
    expect(only(templateOf(other), 'AWS::IAM::Role').id).toBe(only(templateOf(stack), 'AWS::IAM::Role').id);
  });

  test('an app of two regions synthesizes', () => {
    const stack = newStack(undefined, ENV);
    for (const each of [stack, otherRegion(stack)]) functionIn(each);
    expect(() => templateOf(stack)).not.toThrow();
  });

  test('a policy in another region takes no broad statement either', () => {
    const stack = newStack(undefined, ENV);
    const wide = new iam.PolicyStatement({ actions: ['*'], resources: ['arn:aws:s3:::x'] });
    new iam.Policy(otherRegion(stack, true), 'Wide', { roles: [functionIn(stack).role], statements: [wide] });
    expect(() => templateOf(stack)).toThrow(/AWS::IAM::Policy Other\/Wide\/Resource = .*the construct promises a role of exact permissions/);
  });

  test('an Aspect cannot switch tracing off', () => {
    const stack = newStack();
    functionIn(stack);
    Aspects.of(stack).add({ visit: (node) => { if (node instanceof lambda.CfnFunction) node.tracingConfig = { mode: 'PassThrough' }; } });
    expect(() => templateOf(stack)).toThrow(/TracingConfig\.Mode = "PassThrough"/);
  });

  test('the failure destination cannot be removed', () => {
    const stack = newStack();
    const fn = functionIn(stack, { asyncInvoke: { onFailure: new sqs.Queue(stack, 'Q') } });
    (fn.node.findChild('AsyncInvoke').node.defaultChild as lambda.CfnEventInvokeConfig).addPropertyDeletionOverride('DestinationConfig');
    expect(() => templateOf(stack)).toThrow(/DestinationConfig.OnFailure.Destination = "absent".*failed events are kept/);
  });
});

test('keeps logs as long as it is told', () => {
  const stack = newStack();
  functionIn(stack, { logRetention: logs.RetentionDays.TEN_YEARS });
  expect(only(templateOf(stack), 'AWS::Logs::LogGroup').resource.Properties.RetentionInDays).toBe(3653);
});

test('names its invocations for an audit trail', () => {
  const stack = newStack();
  const [audited] = functionIn(stack).auditedResources;
  expect(audited.resourceType).toBe('AWS::Lambda::Function');
  expect(stack.resolve(audited.arn)).toEqual({ 'Fn::GetAtt': ['FnD33BCDC9', 'Arn'] });
});

test('has one logical id for all kinds of code', () => {
  const ids = [{}, { entry: `${__dirname}/fixtures/entry/hello.ts` }, { code: lambda.Code.fromAsset(`${__dirname}/fixtures/asset`) }].map((props) => {
    const stack = newStack();
    functionIn(stack, props);
    return only(templateOf(stack), 'AWS::Lambda::Function').id;
  });
  expect(new Set(ids)).toEqual(new Set(['FnD33BCDC9']));
});

test('describes its role in characters that IAM takes, whatever its id', () => {
  const stack = newStack();
  new SecureFunction(stack, '決済', { code: lambda.Code.fromInline('exports.handler = async () => {};') });
  const { resource } = only(templateOf(stack), 'AWS::IAM::Role');
  expect(resource.Properties.Description).toBe('Execution role of Stack/__');
});
