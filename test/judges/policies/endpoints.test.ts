import { App } from 'aws-cdk-lib';
import { allowed, denied } from './expectations';
import { administrator, stranger, STRANGER } from './requests';
import { World } from './world';
import { AwsService, SecureVpc } from '../../../src';
import { ENV, newStack } from '../../harness/apps';

const account = ENV.account!;

describe('the policies of endpoints', () => {
  const stack = newStack(undefined, ENV);
  const { endpoints } = new SecureVpc(stack, 'Vpc');
  for (const service of [AwsService.S3, AwsService.SSM, AwsService.SECRETS_MANAGER, AwsService.CLOUDWATCH]) endpoints.add(service);
  const world = new World(stack.node.root as App);
  const through = (name: string) => ({ through: world.all('AWS::EC2::VPCEndpoint').find((at) => at.properties.ServiceName.endsWith(`.${name}`))! });
  const own = administrator(account);
  const parameter = (owner: string, name: string) => `arn:aws:ssm:eu-west-1:${owner}:parameter/${name}`;
  const secret = (owner: string) => `arn:aws:secretsmanager:eu-west-1:${owner}:secret:key-a1B2c3`;

  test('let custom resources answer CloudFormation', () => allowed(world,
    { as: stranger(), action: 's3:PutObject', on: 'arn:aws:s3:::cloudformation-custom-resource-response-euwest1/answer', ...through('s3') }));
  test('let wait conditions answer CloudFormation', () => allowed(world,
    { as: stranger(), action: 's3:PutObject', on: 'arn:aws:s3:::cloudformation-waitcondition-eu-west-1/answer', ...through('s3') }));
  test('deny reading there', () => denied(world,
    { as: stranger(), action: 's3:GetObject', on: 'arn:aws:s3:::cloudformation-custom-resource-response-euwest1/answer', ...through('s3') }));

  test('let own principals read own parameters', () => allowed(world,
    { as: own, action: 'ssm:GetParameter', on: parameter(account, 'orders'), ...through('ssm') }));
  test('deny own principals to carry data to parameters of another account', () => denied(world,
    { as: own, action: 'ssm:PutParameter', on: parameter(STRANGER, 'loot'), ...through('ssm') }));

  test('let own principals read own secrets', () => allowed(world,
    { as: own, action: 'secretsmanager:GetSecretValue', on: secret(account), ...through('secretsmanager') }));
  test('deny credentials of another account', () => denied(world,
    { as: stranger(), action: 'secretsmanager:PutSecretValue', on: secret(STRANGER), ...through('secretsmanager') }));

  test('let own principals write metrics, which are no resource', () => allowed(world,
    { as: own, action: 'cloudwatch:PutMetricData', on: '*', ...through('monitoring') }));
  test('deny strangers to write metrics', () => denied(world,
    { as: stranger(), action: 'cloudwatch:PutMetricData', on: '*', ...through('monitoring') }));
});
