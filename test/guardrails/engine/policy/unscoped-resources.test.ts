import { appOf, resourceOf } from './app-of';
import { isUnscoped, namesNothing } from '../../../../src/guardrails/engine/policy/unscoped-resources';
import { attempt } from '../possible-values';

test.each([
  '*', '**', 'arn:aws:s3:::*', 'arn:aws:s3:::*/*', 'arn:aws:sqs:*:*:*', 'arn:aws:sqs:eu-west-1:123456789012:*', 'arn:aws:iam::*:role/*',
  'arn:aws:iam::123456789012:role/*', 'arn:aws:iam::123456789012:role/*/*', 'arn:aws:iam::123456789012:r*', 'arn:aws:iam::*', 'arn:aws:iam:*', 'arn:*',
  'arn:aws:dynamodb:*:*:table/*/index/*', 'arn:aws:secretsmanager:*:*:secret:*', 'arn:aws:ec2:*:*:*/*', 'arn:aws:apigateway:eu-west-1::/restapis/*',
  'arn:aws:logs:*:*:log-group:*:*', 'arn:aws:iam::123456789012:role/?*', 'a*', 'arn*', 'ar*:aws:iam::*',
])('%s names no resource', (arn) => {
  expect(namesNothing(arn)).toBe(true);
});

test.each([
  'arn:aws:s3:::b', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b*', 'arn:aws:s3:::*/secrets/*', 'arn:aws:sns:eu-west-1:123456789012:t:*',
  'arn:aws:iam::123456789012:role/orders-*', 'arn:aws:iam::123456789012:role/*-orders', 'arn:aws:iam::123456789012:role/service/*', 'arn:aws:iam::*:role/orders',
  'arn:aws:dynamodb:*:*:table/t', 'arn:aws:dynamodb:*:*:table/t/index/*', 'arn:aws:ssm:*:*:parameter/orders/*', 'arn:aws:lambda:*:*:function:f:*',
  'arn:aws:execute-api:*:*:abc/*', 'arn:aws:iam::123456789012:role', 'orders', '', 'orders*', 'arn:aws:s3:::', 'arn:aws:iam::123456789012:', 'arn:aws:iam::123456789012:/',
])('%s names resources', (arn) => {
  expect(namesNothing(arn)).toBe(false);
});

test.each(['arn:aws:codecommit:*:*:repo', 'arn:aws:codecommit:*:*:repo*', 'arn:aws:codepipeline:*:*:p*', 'arn:aws:execute-api:*:*:abc*', 'arn:aws:sns:*:*:t*', 'arn:aws:sqs:*:*:q*', 'xarn:aws:iam::*', 'brn:aws:*'])(
  '%s names resources, for the service has no types or it is no ARN', (arn) => expect(namesNothing(arn)).toBe(false),
);

describe('a resource of a statement', () => {
  const UNKNOWN = expect.stringMatching(/^unknown: /);

  function asked(resource: unknown): unknown {
    const app = appOf({
      Subject: { Type: 'Test::Subject', Properties: { Resource: resource } }, Table: { Type: 'AWS::DynamoDB::Table' }, Custom: { Type: 'Custom::Scope' },
    }, { Parameters: { Given: { Type: 'String' }, Filled: { Type: 'String', MinLength: 1 } } });
    return attempt(() => isUnscoped(resourceOf(app, 'Subject').get('Resource')));
  }

  test.each<[string, unknown, unknown]>([
    ['the star', '*', true],
    ['a name', 'arn:aws:iam::111122223333:role/orders', false],
    ['an attribute of a resource', { 'Fn::GetAtt': ['Table', 'Arn'] }, false],
    ['what is below it', { 'Fn::Sub': '${Table.Arn}/*' }, false],
    ['what a custom resource says', { Ref: 'Custom' }, UNKNOWN],
    ['what the deployment gives', { Ref: 'Given' }, UNKNOWN],
    ['what the deployment gives, and is not empty', { Ref: 'Filled' }, UNKNOWN],
    ['the account of the stack, which is not the star', { Ref: 'AWS::AccountId' }, false],
    ['a role whose name the deployment gives', { 'Fn::Sub': 'arn:aws:iam::111122223333:role/${Given}' }, false],
    ['objects of a bucket that the deployment gives', { 'Fn::Sub': 'arn:aws:s3:::${Given}/*' }, false],
    ['all roles of an account that the deployment gives', { 'Fn::Sub': 'arn:aws:iam::${Given}:role/*' }, true],
    ['a list', [['arn']], UNKNOWN],
    ['nothing', { Ref: 'AWS::NoValue' }, UNKNOWN],
  ])('%s: %j names none: %j', (_, resource, expected) => expect(asked(resource)).toEqual(expected));
});
