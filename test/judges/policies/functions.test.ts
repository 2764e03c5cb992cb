import { App } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { allowed, denied } from './expectations';
import { administrator, role, service, stranger, STRANGER } from './requests';
import { World } from './world';
import { InvokeSource, SecureBucket, SecureFunction, SecureTable, SecureVpc, VpcLambda } from '../../../src';
import { ENV, newStack } from '../../harness/apps';

const account = ENV.account!;
const inline = { code: Code.fromInline('exports.handler = async () => ({});'), handler: 'index.handler' };

describe('the policies of a function', () => {
  const stack = newStack(undefined, ENV);
  const fn = new SecureFunction(stack, 'Function', inline);
  const neighbour = new SecureFunction(stack, 'Neighbour', inline);
  neighbour.allowInvokeFrom(InvokeSource.account(STRANGER));
  const world = new World(stack.node.root as App);
  const caller = role(world, fn.lambdaFunction);
  const logsOf = (construct: SecureFunction) => `${world.arn(construct.logGroup).replace(/:\*$/, '')}:log-stream:2026/01/01`;

  test('let it write its own logs', () => allowed(world, { as: caller, action: 'logs:PutLogEvents', on: logsOf(fn) }));
  test('deny it the logs of the neighbour', () => denied(world, { as: caller, action: 'logs:PutLogEvents', on: logsOf(neighbour) }));
  test('let it send traces', () => allowed(world, { as: caller, action: 'xray:PutTraceSegments', on: '*' }));
  test('deny it to read traces', () => denied(world, { as: caller, action: 'xray:GetTraceSummaries', on: '*' }));
  test('let Lambda assume its role for this account', () => allowed(world, { as: service('lambda', { account }), action: 'sts:AssumeRole', on: world.arn(fn.role) }));
  test('deny Lambda for another account', () => denied(world, { as: service('lambda', { account: STRANGER }), action: 'sts:AssumeRole', on: world.arn(fn.role) }));
  test('deny a stranger to assume its role', () => denied(world, { as: stranger(), action: 'sts:AssumeRole', on: world.arn(fn.role) }));
  test('deny a stranger to invoke it', () => denied(world, { as: stranger(), action: 'lambda:InvokeFunction', on: world.arn(fn.lambdaFunction) }));
  test('let an account that was named invoke', () => allowed(world, { as: stranger(), action: 'lambda:InvokeFunction', on: world.arn(neighbour.lambdaFunction) }));
  test('deny a third account', () => denied(world, { as: administrator('222233334444'), action: 'lambda:InvokeFunction', on: world.arn(neighbour.lambdaFunction) }));
});

describe('the policies of a function in a VPC', () => {
  const stack = newStack(undefined, ENV);
  const { vpc } = new SecureVpc(stack, 'Vpc');
  const partitionKey = { name: 'id', type: AttributeType.STRING };
  const table = new SecureTable(stack, 'Table', { partitionKey });
  const bucket = new SecureBucket(stack, 'Bucket');
  const fn = new VpcLambda(stack, 'Function', { vpc, ...inline });
  table.grantGet(fn);
  bucket.grantRead(fn);
  const world = new World(stack.node.root as App);
  const caller = role(world, fn.lambdaFunction);
  const endpointOf = (name: string) => world.all('AWS::EC2::VPCEndpoint').find((at) => at.properties.ServiceName.endsWith(`.${name}`))!;
  const subnet = `arn:aws:ec2:eu-west-1:${account}:subnet/subnet-1`;

  test('let it reach its table through the endpoint', () => allowed(world,
    { as: caller, action: 'dynamodb:GetItem', on: world.arn(table.table), through: endpointOf('dynamodb') }));
  test('deny it a table of another account there, whatever its role says', () => denied(world,
    { as: administrator(account), action: 'dynamodb:PutItem', on: `arn:aws:dynamodb:eu-west-1:${STRANGER}:table/loot`, through: endpointOf('dynamodb') }));
  test('deny a stranger with credentials of another account', () => denied(world,
    { as: stranger(), action: 'dynamodb:PutItem', on: `arn:aws:dynamodb:eu-west-1:${STRANGER}:table/loot`, through: endpointOf('dynamodb') }));
  test('let it read its bucket through the endpoint', () => allowed(world,
    { as: caller, action: 's3:GetObject', on: `${world.arn(bucket)}/a`, through: endpointOf('s3') }));
  test('deny it a bucket of another account there', () => denied(world,
    { as: administrator(account), action: 's3:PutObject', on: 'arn:aws:s3:::loot/a', through: endpointOf('s3') }));
  test('let Lambda manage its network interfaces', () => allowed(world, { as: caller, action: 'ec2:CreateNetworkInterface', on: subnet },
    { as: caller, action: 'ec2:DescribeNetworkInterfaces', on: '*' }));
  test.each(['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces'])('deny its code %s', (action) => denied(world, {
    as: caller, action, on: action.includes('Describe') ? '*' : subnet, context: { 'lambda:SourceFunctionArn': world.arn(fn.lambdaFunction) },
  }));
});
