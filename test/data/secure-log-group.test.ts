import { CfnResource, NestedStack, RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import { SecureLogGroup } from '../../src/data';
import { Profile } from '../../src/profile';
import { ENV, FLAG_MODES, newStack, only, templateOf } from '../harness/apps';
import { statementsOf } from '../harness/readable';

describe.each(FLAG_MODES)('SecureLogGroup %s', (_, flags) => {
  test('is encrypted with the shared key, keeps a year in production and outlives its stack', () => {
    const stack = newStack(flags);
    new SecureLogGroup(stack, 'Logs');
    const template = templateOf(stack);
    expect(only(template, 'AWS::Logs::LogGroup').resource).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { RetentionInDays: 365, KmsKeyId: { 'Fn::GetAtt': [only(template, 'AWS::KMS::Key').id, 'Arn'] } },
    });
  });

  test('goes with its stack after a week in an ephemeral environment', () => {
    const stack = newStack(flags);
    Profile.set(stack, Profile.EPHEMERAL);
    new SecureLogGroup(stack, 'Logs');
    expect(only(templateOf(stack), 'AWS::Logs::LogGroup').resource).toMatchObject({ DeletionPolicy: 'Delete', Properties: { RetentionInDays: 7 } });
  });

  test.each<[string, string | undefined, string]>([
    ['its stack', undefined, 'Stack-*'],
    ['API Gateway', 'API-Gateway-Execution-Logs_abc/prod', 'API-Gateway-Execution-Logs_*'],
    ['WebSocket APIs', '/aws/apigateway/abc/live', '/aws/apigateway/*'],
    ['AWS WAF', 'aws-waf-logs-orders', 'aws-waf-logs-*'],
  ])('lets CloudWatch Logs use the key for the names that %s gives, once', (_name, logGroupName, pattern) => {
    const stack = newStack(flags, ENV);
    new SecureLogGroup(stack, 'Logs', { logGroupName });
    new SecureLogGroup(stack, 'More', { logGroupName: logGroupName && `${logGroupName}2` });
    const services = statementsOf(only(templateOf(stack), 'AWS::KMS::Key').resource).filter(({ Principal }) => Principal.Service);
    expect(services).toEqual([expect.objectContaining({
      Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:111122223333:log-group:${pattern}` } },
    })]);
  });

  test('in a nested stack is let in by the name of the outermost stack, with which generated names start', () => {
    const stack = newStack(flags, ENV);
    new SecureLogGroup(new NestedStack(stack, 'Nested'), 'Logs');
    expect(JSON.stringify(only(templateOf(stack), 'AWS::KMS::Key').resource)).toContain('log-group:Stack-*');
  });
});

test('refuses a name that no service prescribes', () => {
  expect(() => new SecureLogGroup(newStack(), 'Logs', { logGroupName: 'orders' }))
    .toThrow('[Stack/Logs] logGroupName = "orders": a fixed name collides when the log group is replaced or the stack is deployed twice. Leave');
});

describe('refuses, at synth,', () => {
  test.each<[string, (logGroup: logs.LogGroup) => void, RegExp]>([
    ['a retention without end', (group) => cfn(group).addPropertyDeletionOverride('RetentionInDays'), /RetentionInDays = "absent".*log events expire/],
    ['the loss of the key', (group) => cfn(group).addPropertyDeletionOverride('KmsKeyId'), /KmsKeyId = "absent".*its customer-managed key/],
    ['a removal with a production stack', (group) => group.applyRemovalPolicy(RemovalPolicy.DESTROY), /DeletionPolicy = "Delete".*outlives its stack/],
  ])('%s', (_, weaken, message) => {
    const stack = newStack();
    weaken(new SecureLogGroup(stack, 'Logs').logGroup);
    expect(() => templateOf(stack)).toThrow(message);
  });

  test('a retention that was asked to be infinite', () => {
    const stack = newStack();
    new SecureLogGroup(stack, 'Logs', { retention: logs.RetentionDays.INFINITE });
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Logs\] AWS::Logs::LogGroup RetentionInDays.*Set retention to the number of days/);
  });

  function cfn(group: logs.LogGroup): CfnResource {
    return group.node.defaultChild as CfnResource;
  }
});
