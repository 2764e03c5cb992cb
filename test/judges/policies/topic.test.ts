import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { allowed, denied } from './expectations';
import { publish, servicePublish, writeEncryptedLogs } from './operations';
import { administrator, role, service, stranger, STRANGER } from './requests';
import { World } from './world';
import { SecureKey, SecureLogGroup, SecureTopic } from '../../../src';
import { ENV, FLAG_MODES, newStack } from '../../harness/apps';

const account = ENV.account!;
const rule = (owner: string) => ({ account: owner, arn: `arn:aws:events:eu-west-1:${owner}:rule/anything` });
const alarm = (owner: string) => ({ account: owner, arn: `arn:aws:cloudwatch:eu-west-1:${owner}:alarm:anything` });

describe.each(FLAG_MODES)('the policies of a topic, %s,', (_, flags) => {
  const stack = newStack(flags, ENV);
  const topic = new SecureTopic(stack, 'Topic');
  const neighbour = new SecureTopic(stack, 'Neighbour');
  const logs = new SecureLogGroup(stack, 'Logs');
  const publisher = new iam.Role(stack, 'Publisher', { assumedBy: new iam.AccountRootPrincipal() });
  topic.grantPublish(publisher);
  const { key } = SecureKey.of(stack);
  const world = new World(stack.node.root as App);

  test('let EventBridge rules of this account publish', () => allowed(world, ...servicePublish(world, 'events', rule(account), topic, key)));
  test('let alarms of this account publish', () => allowed(world, ...servicePublish(world, 'cloudwatch', alarm(account), topic, key)));
  test('stop rules of another account', () => denied(world, { as: service('events', rule(STRANGER)), action: 'sns:Publish', on: world.arn(topic) }));
  test('stop alarms of another account', () => denied(world, { as: service('cloudwatch', alarm(STRANGER)), action: 'sns:Publish', on: world.arn(topic) }));
  test('stop other services', () => denied(world, { as: service('s3', { account }), action: 'sns:Publish', on: world.arn(topic) }));
  test('let a granted role publish', () => allowed(world, ...publish(world, role(world, publisher), topic, key)));
  test('stop that role at the neighbour', () => denied(world, publish(world, role(world, publisher), neighbour, key)[0]));
  test('stop a stranger', () => denied(world, publish(world, stranger(), topic, key)[0]));
  test('stop even administrators over plain HTTP', () => denied(world, {
    as: administrator(account), action: 'sns:Publish', on: world.arn(topic), context: { 'aws:SecureTransport': 'false' },
  }));
  test('let CloudWatch Logs use the key for our log group', () => allowed(world, ...writeEncryptedLogs(world, logs, key)));
  test('stop a service that uses the key for something else', () => denied(world, {
    as: service('events', {}), action: 'kms:Decrypt', on: world.arn(key), context: { 'kms:EncryptionContext:aws:sns:topicArn': `arn:aws:sns:eu-west-1:${STRANGER}:x` },
  }));
  test('stop a stranger at the key', () => denied(world, { as: stranger(), action: 'kms:Decrypt', on: world.arn(key) }));
});

test('a role of another stack is judged with the policies of both', async () => {
  const stack = newStack(undefined, ENV);
  const topic = new SecureTopic(stack, 'Topic');
  const other = new Stack(stack.node.root, 'Other', { env: ENV });
  const publisher = new iam.Role(other, 'Publisher', { assumedBy: new iam.AccountRootPrincipal() });
  topic.grantPublish(publisher);
  const world = new World(stack.node.root as App);
  await allowed(world, ...publish(world, role(world, publisher), topic, SecureKey.of(stack).key));
});
