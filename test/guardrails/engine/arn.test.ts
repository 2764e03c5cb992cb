import { AppModel } from '../../../src/guardrails/engine/app-model';
import { mayBeArnOf, PART } from '../../../src/guardrails/engine/arn';

const HERE = { account: '111122223333', region: 'eu-west-1' };

function asked(arn: string, type = 'AWS::SQS::Queue', facts: object = HERE): boolean {
  const [template] = new AppModel([{ file: 't', body: { Resources: { Subject: { Type: type } } }, facts }]).templates;
  return mayBeArnOf(arn, template.resources.get('Subject')!);
}

test.each([
  ['AppSync', 'appsync'], ['CloudFormation', 'cloudformation'], ['CloudFront', 'cloudfront'], ['CloudTrail', 'cloudtrail'], ['CloudWatch', 'cloudwatch'],
  ['CodeBuild', 'codebuild'], ['CodeDeploy', 'codedeploy'], ['DynamoDB', 'dynamodb'], ['EC2', 'ec2'], ['ECR', 'ecr'], ['ECS', 'ecs'], ['Events', 'events'],
  ['Glue', 'glue'], ['IAM', 'iam'], ['KMS', 'kms'], ['Kinesis', 'kinesis'], ['Lambda', 'lambda'], ['Logs', 'logs'], ['Pipes', 'pipes'], ['RDS', 'rds'], ['S3', 's3'],
  ['SNS', 'sns'], ['SQS', 'sqs'], ['SSM', 'ssm'], ['Scheduler', 'scheduler'], ['SecretsManager', 'secretsmanager'], ['WAFv2', 'wafv2'],
  ['ApiGateway', 'apigateway'], ['ApiGateway', 'execute-api'], ['ApiGatewayV2', 'apigateway'], ['ApiGatewayV2', 'execute-api'], ['CertificateManager', 'acm'],
  ['Cognito', 'cognito-idp'], ['Cognito', 'cognito-identity'], ['StepFunctions', 'states'],
])('of %s is an ARN of %s, and of no other', (type, service) => {
  expect([asked(`arn:aws:${service}:::a`, `AWS::${type}::Thing`), asked('arn:aws:other:::a', `AWS::${type}::Thing`)]).toEqual([true, false]);
});

test.each<[string, boolean]>([
  ['arn:aws:sqs:eu-west-1:111122223333:q', true], ['arn:aws:sqs:::q', true], ['arn:aws:sqs:us-east-1:111122223333:q', false], ['arn:aws:sqs:eu-west-1:444455556666:q', false],
  ['arn:aws:sqs:eu-*:1111*:q', true], ['arn:aws:sqs:us-*:*:q', false], ['arn:aws:s*:*:*:q', true], ['arn:aws:*', true], ['arn:aws:sqs', true], ['arn', true], ['arn:aws:s3*', false],
  [`arn:aws:${PART}:${PART}:${PART}:q`, true], [`arn:aws:sqs:${PART}:444455556666:q`, false], ['*', true], ['?rn:aws:s3:::a', true], [`${PART}:a`, true], ['q', false], ['', false],
])('%j may be of this queue: %j', (arn, expected) => expect(asked(arn)).toBe(expected));

test('where nothing is known of the stack or the service, it may be', () => {
  expect([asked('arn:aws:sqs:us-east-1:444455556666:q', undefined, {}), asked('arn:aws:anything:::a', 'AWS::Unknown::Thing'), asked('arn:aws:s3:::a', undefined, {})])
    .toEqual([true, true, false]);
});
