import { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SecureBucket, SecureQueue, SecureTable, SecureTopic } from '../../src/data';
import { ENV, FLAG_MODES, newApp, newStack } from '../harness/apps';

const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };

/** Grants that also give the use of a key. */
const GRANTS: Record<string, (stack: Stack, grantee: iam.IGrantable) => iam.Grant> = {
  'SecureBucket.grantRead': (stack, grantee) => new SecureBucket(stack, 'It').grantRead(grantee),
  'SecureBucket.grantWriteOnly': (stack, grantee) => new SecureBucket(stack, 'It').grantWriteOnly(grantee),
  'SecureBucket.grantDelete': (stack, grantee) => new SecureBucket(stack, 'It').grantDelete(grantee),
  'SecureTable.grantGet': (stack, grantee) => new SecureTable(stack, 'It', { partitionKey }).grantGet(grantee),
  'SecureQueue.grantSend': (stack, grantee) => new SecureQueue(stack, 'It').grantSend(grantee),
  'SecureQueue.grantConsume': (stack, grantee) => new SecureQueue(stack, 'It').grantConsume(grantee),
  'SecureTopic.grantPublish': (stack, grantee) => new SecureTopic(stack, 'It').grantPublish(grantee),
};

describe.each(FLAG_MODES)('%s', (_, flags) => {
  describe.each(Object.keys(GRANTS))('%s', (name) => {
    test.each<[string, (stack: Stack) => iam.IGrantable]>([
      ['another account', () => new iam.AccountPrincipal('999988887777')],
      ['an imported role of another account', (stack) => iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::999988887777:role/reader')],
    ])('refuses %s, which would get nothing or half of it', (_kind, grantee) => {
      const stack = newStack(flags, ENV);
      expect(() => GRANTS[name](stack, grantee(stack)))
        .toThrow(/^\[Stack\/It[^\]]*\] grantee = .*belongs to account 999988887777, .*Grant to a role of this account, and let the other side assume it\.$/);
    });

    test.each<[string, () => iam.IGrantable]>([
      ['an account', () => new iam.AccountRootPrincipal()],
      ['an organisation', () => new iam.OrganizationPrincipal('o-1234567890')],
    ])('refuses %s, which has no policy here', (_kind, grantee) => {
      expect(() => GRANTS[name](newStack(flags), grantee())).toThrow(/grantee = .*it has no policy of its own in this app/);
    });

    test.each<[string, (stack: Stack) => iam.IGrantable]>([
      ['a user', (stack) => new iam.User(stack, 'User')],
      ['a group', (stack) => new iam.Group(stack, 'Group')],
      ['an imported role of its account', (stack) => iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${stack.account}:role/reader`)],
      ['a role that its owner keeps as it is', (stack) => iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${stack.account}:role/reader`, { mutable: false })],
    ])('takes %s', (_kind, grantee) => {
      const stack = newStack(flags, ENV);
      expect(GRANTS[name](stack, grantee(stack)).success).toBe(true);
    });
  });
});

test('a role of another account of the same app is refused too', () => {
  const app = newApp();
  const role = new iam.Role(new Stack(app, 'Theirs', { env: { ...ENV, account: '999988887777' } }), 'Role', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
  });
  expect(() => new SecureBucket(new Stack(app, 'Ours', { env: ENV }), 'It').grantRead(role)).toThrow(/grantee = "?Theirs\/Role.*account 999988887777/);
});
