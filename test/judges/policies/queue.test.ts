import { App } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { allowed, denied } from './expectations';
import { consume, send } from './operations';
import { administrator, role, service, stranger } from './requests';
import { World } from './world';
import { SecureFunction, SecureKey, SecureQueue } from '../../../src';
import { ENV, newStack } from '../../harness/apps';

describe('the policies of a queue', () => {
  const stack = newStack(undefined, ENV);
  const queue = new SecureQueue(stack, 'Queue');
  const neighbour = new SecureQueue(stack, 'Neighbour');
  const [sending, consuming] = ['Sender', 'Worker'].map((id) => new iam.Role(stack, id, { assumedBy: new iam.AccountRootPrincipal() }));
  queue.grantSend(sending);
  queue.grantConsume(consuming);
  const fn = new SecureFunction(stack, 'Function', { code: Code.fromInline('exports.handler = async () => ({});'), handler: 'index.handler' });
  queue.addConsumer(fn.lambdaFunction);
  const { key } = SecureKey.of(stack);
  const world = new World(stack.node.root as App);
  const [sender, worker, poller] = [role(world, sending), role(world, consuming), role(world, fn.lambdaFunction)];

  test('let a sender send', () => allowed(world, ...send(world, sender, queue.queue, key)));
  test('deny a sender to receive', () => denied(world, consume(world, sender, queue.queue, key)[0]));
  test('deny a sender the neighbour', () => denied(world, send(world, sender, neighbour.queue, key)[0]));
  test('let a worker consume', () => allowed(world, ...consume(world, worker, queue.queue, key)));
  test('deny a worker to send', () => denied(world, send(world, worker, queue.queue, key)[0]));
  test('deny a worker the neighbour', () => denied(world, consume(world, worker, neighbour.queue, key)[0]));
  test('deny a worker to purge', () => denied(world, { as: worker, action: 'sqs:PurgeQueue', on: world.arn(queue.queue) }));
  test('let the poller of a consuming function consume', () => allowed(world, ...consume(world, poller, queue.queue, key)));
  test('deny that function to send', () => denied(world, send(world, poller, queue.queue, key)[0]));
  test.each(['sqs:SendMessage', 'sqs:ReceiveMessage'])('deny a stranger %s', (action) => denied(world, { as: stranger(), action, on: world.arn(queue.queue) }));
  test('deny even administrators plain HTTP', () => denied(world, {
    as: administrator(ENV.account!), action: 'sqs:SendMessage', on: world.arn(queue.queue), context: { 'aws:SecureTransport': 'false' },
  }));
  test('deny services that were not let in', () => denied(world, { as: service('s3', { account: ENV.account }), action: 'sqs:SendMessage', on: world.arn(queue.queue) }));
  test('let nobody else use the dead-letter queue', () => denied(world, send(world, sender, queue.deadLetterQueue, key)[0]));
});
