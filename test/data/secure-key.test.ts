import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { SecureKey } from '../../src';
import { FLAG_MODES, newStack, only, templateOf } from '../harness/apps';

describe.each(FLAG_MODES)('SecureKey %s', (_, flags) => {
  test('rotates, waits 30 days before deletion and outlives its stack', () => {
    const stack = newStack(flags);
    new SecureKey(stack, 'Key');
    const { resource } = only(templateOf(stack), 'AWS::KMS::Key');
    expect(resource).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { EnableKeyRotation: true, RotationPeriodInDays: 365, PendingWindowInDays: 30 },
    });
  });

  test('names only this account in its policy until a service needs it', () => {
    const stack = newStack(flags);
    SecureKey.of(stack);
    const { resource } = only(templateOf(stack), 'AWS::KMS::Key');
    expect(resource.Properties.KeyPolicy.Statement).toHaveLength(1);
    expect(resource.Properties.KeyPolicy.Statement[0].Principal.AWS['Fn::Join'][1]).toContain(':root');
  });
});

test('is shared by all of a stack', () => {
  const stack = newStack();
  expect(SecureKey.of(stack)).toBe(SecureKey.of(new Stack(stack, 'Nested').node.scope!));
});

test.each([89, 2561])('refuses a rotation period of %d days', (days) => {
  expect(() => new SecureKey(newStack(), 'Key', { rotationPeriod: Duration.days(days) }))
    .toThrow(`[Stack/Key] rotationPeriod = "${days} days": KMS rotates keys every 90 to 2560 days. Write Duration.days(n)`);
});

test.each(['orders', 'alias/aws/orders', 'alias/or ders'])('refuses the alias %s', (alias) => {
  expect(() => new SecureKey(newStack(), 'Key', { alias })).toThrow(/\[Stack\/Key\] alias = .* an alias starts with/);
});

test('refuses, at synth, an opening of the exposed key to everybody', () => {
  const stack = newStack();
  new SecureKey(stack, 'Key').key.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()], actions: ['kms:Decrypt'], resources: ['*'],
  }));
  expect(() => templateOf(stack)).toThrow(/\[Stack\/Key\] AWS::KMS::Key KeyPolicy.*allows everybody/);
});

test.each<[string, unknown, RegExp]>([
  ['EnableKeyRotation', false, /EnableKeyRotation = false.*the key rotates/],
  ['PendingWindowInDays', 7, /PendingWindowInDays = 7: .*can be noticed for 30 days/],
  ['Enabled', false, /Enabled = false.*the key can decrypt/],
  ['MultiRegion', true, /MultiRegion = true.*never leaves its region/],
])('refuses, at synth, that an escape hatch sets %s to %p', (path, value, message) => {
  const stack = newStack();
  (new SecureKey(stack, 'Key').key.node.defaultChild as kms.CfnKey).addPropertyOverride(path, value);
  expect(() => templateOf(stack)).toThrow(message);
});

test('refuses, at synth, that the key of production data goes with its stack', () => {
  const stack = newStack();
  new SecureKey(stack, 'Key').key.applyRemovalPolicy(RemovalPolicy.DESTROY);
  expect(() => templateOf(stack)).toThrow(/\[Stack\/Key\] AWS::KMS::Key DeletionPolicy = "Delete".*outlives its stack/);
});

describe.each(FLAG_MODES)('a service in the key policy %s', (_, flags) => {
  const topics = 'kms:EncryptionContext:aws:sns:topicArn';

  test.each<[string, Record<string, Record<string, unknown>>]>([
    ['without a condition', {}],
    ['bound to a service only', { StringEquals: { 'kms:ViaService': 'sns.eu-west-1.amazonaws.com' } }],
    ['bound to any encryption context', { StringLike: { [topics]: '*' } }],
    ['bound to the topics of every account', { ArnLike: { [topics]: 'arn:aws:sns:*:*:*' } }],
    ['bound to the topics of every account of its partition', { ArnLike: { [topics]: `arn:${Aws.PARTITION}:sns:*:*:*` } }],
    ['bound to every bucket', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }],
    ['bound to whom it is not', { StringNotEquals: { 'aws:SourceAccount': '999988887777' } }],
  ])('%s is an error at synth', (_name, conditions) => {
    const stack = newStack(flags);
    new SecureKey(stack, 'Key').key.addToResourcePolicy(statement(conditions));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Key\] AWS::KMS::Key KeyPolicy = .*acts for a known source only.*aws:SourceAccount/);
  });

  test.each<[string, Record<string, Record<string, unknown>>]>([
    ['the topics of its account', { ArnLike: { [topics]: `arn:${Aws.PARTITION}:sns:*:${Aws.ACCOUNT_ID}:*` } }],
    ['one bucket', { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::acme-uploads' } }],
    ['its account', { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } }],
  ])('bound to %s passes', (_name, conditions) => {
    const stack = newStack(flags);
    new SecureKey(stack, 'Key').key.addToResourcePolicy(statement(conditions));
    expect(() => templateOf(stack)).not.toThrow();
  });

  function statement(conditions: Record<string, Record<string, unknown>>): iam.PolicyStatement {
    return new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('sns.amazonaws.com')], actions: ['kms:Decrypt'], resources: ['*'], conditions,
    });
  }

  test('is no stranger because of an encryption context', () => {
    const stack = newStack(flags);
    new SecureKey(stack, 'Key').key.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.AnyPrincipal()],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::acme-uploads' } },
    }));
    expect(() => templateOf(stack)).toThrow(/allows everybody/);
  });
});
