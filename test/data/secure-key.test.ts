import { Duration, Stack } from 'aws-cdk-lib';
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

test('refuses, at synth, that an escape hatch switches rotation off', () => {
  const stack = newStack();
  (new SecureKey(stack, 'Key').key.node.defaultChild as kms.CfnKey).addPropertyOverride('EnableKeyRotation', false);
  expect(() => templateOf(stack)).toThrow(/EnableKeyRotation = false.*the key rotates/);
});
