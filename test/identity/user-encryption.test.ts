import type { CfnResource, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { usersIn } from './pool-under-test';
import { SecureKey, SecureUserPool, UserPoolPlan } from '../../src';
import { ENV, FLAG_MODES, newStack, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';

const KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555';

function encrypted(stack: Stack, plan?: UserPoolPlan): { users: SecureUserPool; key: kms.Key } {
  const { key } = new SecureKey(stack, 'UsersKey');
  return { users: usersIn(stack, { userEncryptionKey: key, plan }), key };
}

describe.each(FLAG_MODES)('a user pool %s', (_, flags) => {
  test('encrypts its users with the key', () => {
    const stack = newStack(flags, ENV);
    const { key } = encrypted(stack);
    const id = stack.resolve((key.node.defaultChild as CfnResource).logicalId);
    expect(readable(only(templateOf(stack), 'AWS::Cognito::UserPool').resource.Properties.KeyConfiguration)).toEqual({
      KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: `${id}.Arn`,
    });
  });

  test('without one leaves them to a key that AWS owns', () => {
    const stack = newStack(flags, ENV);
    usersIn(stack);
    expect(only(templateOf(stack), 'AWS::Cognito::UserPool').resource.Properties.KeyConfiguration).toBeUndefined();
  });
});

test('no log, no statement for it', () => {
  const stack = newStack(undefined, ENV);
  encrypted(stack, UserPoolPlan.ESSENTIALS);
  const sids = Object.values(templateOf(stack).findResources('AWS::KMS::Key'))
    .flatMap(({ Properties }) => Properties.KeyPolicy.Statement.map(({ Sid }: { Sid?: string }) => Sid));
  expect(sids).toContain('CognitoUsers');
  expect(sids).not.toContain('LogDelivery');
});

test('a key of another region, and one by its alias, are errors that say what to pass', () => {
  const stack = newStack(undefined, ENV);
  const far = kms.Key.fromKeyArn(stack, 'Far', KEY_ARN.replace('eu-west-1', 'us-east-1'));
  expect(() => usersIn(stack, { userEncryptionKey: far })).toThrow(/userEncryptionKey = .*the key is in us-east-1.*to use a key that AWS owns/);
  const alias = kms.Alias.fromAliasName(stack, 'Alias', 'alias/users');
  expect(() => usersIn(newStack(undefined, ENV), { userEncryptionKey: alias })).toThrow(/userEncryptionKey = .*do not recognize a key by its alias/);
});

test('an imported key is said to need the statements', () => {
  const stack = newStack(undefined, ENV);
  usersIn(stack, { userEncryptionKey: kms.Key.fromKeyArn(stack, 'Imported', KEY_ARN) });
  const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('uses an imported KMS key.*(cognito-idp|identitystore|delivery.logs)'));
  expect(JSON.stringify(warnings)).toContain('userpool-arn');
});

test.each([
  ['KeyConfiguration.KeyType', 'AWS_OWNED_KEY'], ['KeyConfiguration.KmsKeyArn', KEY_ARN], ['KeyConfiguration', undefined],
])('%s changed to %p later is an error at synth', (path, value) => {
  const stack = newStack(undefined, ENV);
  const { users } = encrypted(stack);
  (users.userPool.node.defaultChild as CfnResource).addPropertyOverride(path, value);
  expect(() => templateOf(stack)).toThrow(/users are encrypted with its customer-managed key.*userEncryptionKey/);
});
