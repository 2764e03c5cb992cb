import type { App } from 'aws-cdk-lib';
import { allowed, denied } from './expectations';
import { administrator, Caller, Request, service, STRANGER, stranger } from './requests';
import { World } from './world';
import { SecureKey } from '../../../src';
import { ENV, newStack } from '../../harness/apps';
import { usersIn } from '../../identity/pool-under-test';

describe('the key of a pool\'s users lets', () => {
  const stack = newStack(undefined, ENV);
  const { key } = new SecureKey(stack, 'UsersKey');
  usersIn(stack, { userEncryptionKey: key });
  const world = new World(stack.node.root as App);
  const pool = (account: string): string => `arn:aws:cognito-idp:eu-west-1:${account}:userpool/eu-west-1_Example`;
  const ours = { account: ENV.account, arn: pool(ENV.account!) };
  const theirs = { account: STRANGER, arn: pool(STRANGER) };
  const use = (as: Caller, action: string, context: Record<string, string> = {}): Request => ({ as, action: `kms:${action}`, on: world.arn(key), context });
  const users = (account = ENV.account!): Record<string, string> => ({ 'kms:EncryptionContext:aws:cognito-idp:userpool-arn': pool(account) });
  const nobody = (account: string): Caller => ({ ...administrator(account), policies: [] });
  const through = (name: string, account = ENV.account!) => ({ 'kms:ViaService': `${name}.eu-west-1.amazonaws.com`, 'kms:CallerAccount': account });

  test.each(['cognito-idp', 'identitystore'])('%s encrypt the users of pools of this account', async (name) => {
    for (const action of ['Encrypt', 'Decrypt', 'ReEncryptTo', 'GenerateDataKeyWithoutPlaintext']) {
      await allowed(world, use(service(name, ours), action, users()));
      await denied(world, use(service(name, theirs), action, users(STRANGER)));
      await denied(world, use(service(name, ours), action)); // for what is no user pool
    }
    await allowed(world, use(service(name, ours), 'DescribeKey'));
    await denied(world, use(service(name, theirs), 'DescribeKey'));
  });

  test('who may call Cognito in this account use it by that, and by nothing else', async () => {
    await allowed(world, use(nobody(ENV.account!), 'Decrypt', { ...users(), ...through('cognito-idp') }));
    await allowed(world, use(nobody(ENV.account!), 'DescribeKey', through('cognito-idp')));
    await denied(world, use(nobody(ENV.account!), 'Decrypt', { ...users(), ...through('s3') }));
    await denied(world, use(nobody(ENV.account!), 'Decrypt', users()));
    await denied(world, use(nobody(ENV.account!), 'Decrypt', through('cognito-idp')));
    await denied(world, use(stranger(), 'Decrypt', { ...users(STRANGER), ...through('cognito-idp', STRANGER) }));
    await denied(world, use(stranger(), 'DescribeKey', through('cognito-idp', STRANGER)));
  });

  test('sign-ins through to the log of this account', async () => {
    const logs = (account: string) => ({ 'kms:EncryptionContext:SourceArn': `arn:aws:logs:eu-west-1:${account}:*` });
    for (const [name, action] of [['cognito-idp', 'Encrypt'], ['delivery.logs', 'Decrypt']]) {
      await allowed(world, use(service(name, {}), action, logs(ENV.account!)), use(service(name, {}), 'GenerateDataKey', logs(ENV.account!)));
      await denied(world, use(service(name, {}), action, logs(STRANGER)));
    }
    await denied(world, use(service('cognito-idp', {}), 'Decrypt', logs(ENV.account!)));
  });
});
