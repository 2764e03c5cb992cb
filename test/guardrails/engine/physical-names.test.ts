import { AppModel } from '../../../src/guardrails/engine/app-model';
import { isNameOf, whyMaybeNameOf } from '../../../src/guardrails/engine/physical-names';
import type { Resource } from '../../../src/guardrails/engine/resource';
import type { StackFacts } from '../../../src/guardrails/engine/template-input';

function resourceNamed(type: string, properties: object, facts: StackFacts = {}): Resource {
  const body = { Parameters: { Env: { Type: 'String' }, Set: { Type: 'String', MinLength: 1 } }, Resources: { It: { Type: type, Properties: properties } } };
  return new AppModel([{ file: 't.json', facts, body }]).templates[0].resources.get('It')!;
}

const QUEUE = resourceNamed('AWS::SQS::Queue', { QueueName: 'orders' });

test.each([
  ['orders'],
  ['arn:aws:sqs:eu-west-1:111122223333:orders'],
  ['https://sqs.eu-west-1.amazonaws.com/111122223333/orders'],
  [':orders'],
  ['arn:<AWS::Partition>:sqs:<AWS::Region>:<parameter t:Account>:orders'],
])('%s is the name of a queue that is called orders', (text) => expect(isNameOf(text, QUEUE)).toBe(true));

test.each([
  ['AWS::S3::Bucket', 'BucketName', 'arn:aws:s3:::orders/*'],
  ['AWS::Logs::LogGroup', 'LogGroupName', 'arn:aws:logs:eu-west-1:111122223333:log-group:orders:*'],
  ['AWS::CodeDeploy::Application', 'ApplicationName', 'arn:aws:codedeploy:eu-west-1:111122223333:application:orders'],
  ['AWS::CodeDeploy::DeploymentGroup', 'DeploymentGroupName', 'arn:aws:codedeploy:eu-west-1:111122223333:deploymentgroup:shop/orders'],
  ['AWS::CodeDeploy::DeploymentConfig', 'DeploymentConfigName', 'arn:aws:codedeploy:eu-west-1:111122223333:deploymentconfig:orders'],
  ['AWS::ApiGateway::ApiKey', 'Name', 'orders'],
  ['AWS::CloudTrail::Trail', 'TrailName', 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/orders'],
  ['AWS::CloudWatch::Alarm', 'AlarmName', 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:orders'],
  ['AWS::DynamoDB::Table', 'TableName', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'],
  ['AWS::DynamoDB::GlobalTable', 'TableName', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'],
  ['AWS::Events::EventBus', 'Name', 'arn:aws:events:eu-west-1:111122223333:event-bus/orders'],
  ['AWS::EventSchemas::Registry', 'RegistryName', 'arn:aws:schemas:eu-west-1:111122223333:registry/orders'],
  ['AWS::KMS::Alias', 'AliasName', 'arn:aws:kms:eu-west-1:111122223333:orders'],
  ['AWS::Lambda::Function', 'FunctionName', 'arn:aws:lambda:eu-west-1:111122223333:function:orders'],
  ['AWS::SNS::Topic', 'TopicName', 'arn:aws:sns:eu-west-1:111122223333:orders'],
  ['AWS::SSM::Parameter', 'Name', 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders'],
  ['AWS::SecretsManager::Secret', 'Name', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders'],
  ['AWS::StepFunctions::StateMachine', 'StateMachineName', 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders'],
  ['AWS::IAM::Role', 'RoleName', 'arn:aws:iam::<AWS::AccountId>:role/service-role/orders'],
])('the name of a %s by its %s is %s', (type, property, text) => expect(isNameOf(text, resourceNamed(type, { [property]: 'orders' }))).toBe(true));

test('the URL of a queue of the account is its name', () => {
  const queue = resourceNamed('AWS::SQS::Queue', { QueueName: 'orders' }, { account: '111122223333', region: 'eu-west-1' });
  expect(isNameOf('https://sqs.eu-west-1.amazonaws.com/111122223333/orders', queue)).toBe(true);
});

test.each([
  ['of another account', 'arn:aws:sqs:eu-west-1:999999999999:orders'],
  ['of another account, by its URL', 'https://sqs.eu-west-1.amazonaws.com/999999999999/orders'],
  ['of another region', 'arn:aws:sqs:us-east-1:111122223333:orders'],
  ['of another service', 'arn:aws:sns:eu-west-1:111122223333:orders'],
])('what is called the same is something else: %s', (_, text) => {
  expect(isNameOf(text, resourceNamed('AWS::SQS::Queue', { QueueName: 'orders' }, { account: '111122223333', region: 'eu-west-1' }))).toBe(false);
});

test.each([
  ['AWS::CodeDeploy::Application', 'ApplicationName', 'deploymentgroup:shop/orders'],
  ['AWS::CodeDeploy::DeploymentConfig', 'DeploymentConfigName', 'application:orders'],
  ['AWS::CodeDeploy::DeploymentGroup', 'DeploymentGroupName', 'application:orders'],
])('a %s by its %s is not %s', (type, property, ending) => {
  expect(isNameOf(`arn:aws:codedeploy:eu-west-1:111122223333:${ending}`, resourceNamed(type, { [property]: 'orders' }))).toBe(false);
});

test('a user is no role of the same name', () => {
  const role = resourceNamed('AWS::IAM::Role', { RoleName: 'orders' });
  expect(['role', 'user', 'policy'].map((kind) => isNameOf(`arn:aws:iam::<AWS::AccountId>:${kind}/orders`, role))).toEqual([true, false, false]);
});

test.each([[''], ['order'], ['orders2'], ['Orders'], ['my-orders'], ['a/orders'], ['x:orders'], ['arn:aws:sqs:eu-west-1:111122223333:my-orders'], ['arn:aws:s3:::orders/a']])(
  '%s is not', (text) => expect(isNameOf(text, QUEUE)).toBe(false),
);

test('nothing is the name of a resource without a name, with an empty one, or of a type whose name is not known', () => {
  for (const resource of [resourceNamed('AWS::SQS::Queue', {}), resourceNamed('AWS::SQS::Queue', { QueueName: '' }), resourceNamed('AWS::X::Y', { Name: 'a' })]) {
    for (const text of ['', 'a', 'undefined', 'arn:aws:sqs:::', 'arn:aws:sqs:::undefined']) expect(isNameOf(text, resource)).toBe(false);
  }
});

describe('a name with a part that is given at deployment', () => {
  const why = 'the value of the parameter Env is given at deployment';
  const maybe = (type: string, property: string, name: unknown, text: string, facts: StackFacts = {}) =>
    whyMaybeNameOf([text], resourceNamed(type, { [property]: name }, facts));
  const env = (text: string) => ({ 'Fn::Sub': text });

  test.each([
    ['prod-orders'],
    ['-orders'],
    ['arn:aws:sqs:eu-west-1:111122223333:prod-orders'],
    ['https://sqs.eu-west-1.amazonaws.com/111122223333/prod-orders'],
  ])('%s may be it', (text) => expect(maybe('AWS::SQS::Queue', 'QueueName', env('${Env}-orders'), text)).toBe(why));

  test.each([
    ['orders'],
    ['prod-orders-2'],
    ['arn:aws:sqs:eu-west-1:111122223333:prod-payments'],
    ['arn:aws:sns:eu-west-1:111122223333:prod-orders'],
    ['https://sqs.eu-west-1.amazonaws.com/111122223333/prod-payments'],
  ])('%s cannot', (text) => expect(maybe('AWS::SQS::Queue', 'QueueName', env('${Env}-orders'), text)).toBeUndefined());

  test('an ARN of another account or region cannot', () => {
    const facts = { account: '111122223333', region: 'eu-west-1' };
    const asked = (arn: string) => maybe('AWS::SQS::Queue', 'QueueName', { Ref: 'Env' }, arn, facts);
    expect(asked('arn:aws:sqs:eu-west-1:111122223333:orders')).toBe(why);
    expect(asked('arn:aws:sqs:eu-west-1:999999999999:orders')).toBeUndefined();
    expect(asked('arn:aws:sqs:us-east-1:111122223333:orders')).toBeUndefined();
  });

  test.each([
    ['AWS::IAM::Role', 'RoleName', 'role'],
    ['AWS::IAM::User', 'UserName', 'user'],
    ['AWS::IAM::Group', 'GroupName', 'group'],
    ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName', 'policy'],
  ])('the ARN of a %s names nothing else of IAM', (type, property, kind) => {
    const kinds = ['role', 'user', 'group', 'policy'].filter((each) => maybe(type, property, { Ref: 'Env' }, `arn:aws:iam::111122223333:${each}/path/x`));
    expect(kinds).toEqual([kind]);
  });

  test.each([['arn:aws:s3:::prod-orders', why], ['arn:aws:s3:::prod-orders/*', why], ['arn:aws:s3:::prod-orders/a', undefined]])(
    '%s: %s', (arn, answer) => expect(maybe('AWS::S3::Bucket', 'BucketName', env('${Env}-orders'), arn)).toBe(answer),
  );

  test('what the stack tells of itself may stand for any text beside it', () => {
    expect(maybe('AWS::SQS::Queue', 'QueueName', env('${AWS::Region}-${Env}'), 'eu-west-1-prod')).toBe(why);
  });

  test('account and region are what is written elsewhere, if that may be them', () => {
    expect(maybe('AWS::SQS::Queue', 'QueueName', env('${AWS::Region}-orders'), 'eu-west-1-orders')).toBe('AWS::Region');
    expect(maybe('AWS::SQS::Queue', 'QueueName', env('${AWS::Region}-orders'), 'eu-west-1-invoices')).toBeUndefined();
    expect(maybe('AWS::SQS::Queue', 'QueueName', env('orders-${AWS::AccountId}'), 'orders-111122223333')).toBe('AWS::AccountId');
    expect(maybe('AWS::SQS::Queue', 'QueueName', env('orders-${AWS::AccountId}'), 'orders-archive')).toBeUndefined();
  });

  test.each([
    ['AWS::IAM::Role', 'RoleName', 'arn:aws:iam::111122223333:role/orders-eu', why],
    ['AWS::IAM::Role', 'RoleName', 'arn:aws:iam::111122223333:role/service/orders-eu', why],
    ['AWS::SQS::Queue', 'QueueName', 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders-eu', why],
    ['AWS::SQS::Queue', 'QueueName', 'x/orders-eu', undefined],
    ['AWS::SQS::Queue', 'QueueName', 'xorders-eu', undefined],
  ])('a %s whose %s begins with what is known, by %s: %s', (type, property, text, answer) => {
    expect(maybe(type, property, env('orders-${Env}'), text)).toBe(answer);
  });

  test('the empty text is no name that is never empty', () => {
    expect(maybe('AWS::SQS::Queue', 'QueueName', { Ref: 'Env' }, '')).toBe(why);
    expect(maybe('AWS::SQS::Queue', 'QueueName', { Ref: 'Set' }, '')).toBeUndefined();
  });

  test('a name that is known, absent or of no known type is never open', () => {
    expect(maybe('AWS::SQS::Queue', 'QueueName', 'orders', 'orders')).toBeUndefined();
    expect(maybe('AWS::SQS::Queue', 'Other', { Ref: 'Env' }, 'orders')).toBeUndefined();
    expect(maybe('AWS::X::Y', 'Name', { Ref: 'Env' }, 'orders')).toBeUndefined();
  });
});
