import { appOf, resourceOf } from './app-of';
import { isNarrowedToResources } from '../../../../src/guardrails/engine/policy/resource-conditions';
import { Statement } from '../../../../src/guardrails/engine/policy/statement';
import { attempt } from '../possible-values';

const UNKNOWN = expect.stringMatching(/^unknown: /);

function narrowed(condition: object): unknown {
  const app = appOf({ Subject: { Type: 'Test::Subject', Properties: { Statement: { Condition: condition } } } }, { Parameters: { Given: { Type: 'String' } } });
  const statement = new Statement(resourceOf(app, 'Subject').get('Statement'));
  return attempt(() => isNarrowedToResources(statement));
}

test.each([
  'aws:ResourceTag/team', 'aws:RequestTag/team', 'ec2:ResourceTag/team', 's3:ExistingObjectTag/team', 's3:RequestObjectTag/team', 'aws-marketplace:ProductId',
  'cloudwatch:namespace', 'dynamodb:LeadingKeys', 'ec2:Vpc', 'ec2:Subnet', 'ecs:cluster', 'ecs:service', 'ecs:task-definition', 'iam:AWSServiceName',
  'iam:PermissionsBoundary', 'iam:PolicyARN', 'kms:ViaService', 'kms:RequestAlias', 'kms:ResourceAliases', 'kms:EncryptionContext:aws:s3:arn',
  'lambda:FunctionArn', 's3:DataAccessPointArn', 'secretsmanager:Name', 'secretsmanager:SecretId', 'ses:FromAddress',
])('%s says which resources', (key) => expect(narrowed({ StringEquals: { [key]: 'a' } })).toBe(true));

test.each([
  'aws:ResourceAccount', 'aws:RequestedRegion', 'aws:ResourceTag/', 'aws:TagKeys', 'x.aws:ResourceTag/a', 'x-aws-marketplace:productid', 'aws-marketplace:productids',
  'cloudwatch:namespaces', 'dynamodb:leadingkeysx', 'ec2:vpcid', 'xec2:vpc', 'ecs:clusters', 'iam:policyarns', 'xkms:viaservice', 'kms:viaservices', 'kms:encryptioncontext:',
  'lambda:functionarns', 's3:dataaccesspointarns', 'secretsmanager:names', 'ses:fromaddresses', 'xdynamodb:leadingkeys', 'xlambda:functionarn', 'xs3:dataaccesspointarn',
  'xcloudwatch:namespace', 'xecs:cluster', 'xiam:policyarn', 'xsecretsmanager:name', 'xses:fromaddress', 's3:existingobjecttag/',
])('%s does not', (key) => expect(narrowed({ StringEquals: { [key]: 'a' } })).toBe(false));

test.each<[string, boolean]>([
  ['StringEquals', true], ['StringLike', true], ['stringequalsignorecase', true], ['ArnEquals', true], ['ArnLike', true], ['ForAnyValue:StringLike', true],
  ['StringNotEquals', false], ['StringEqualsIfExists', false], ['ForAllValues:StringEquals', false], ['Null', false], ['XStringLike', false],
])('%s holds only where the key is there: %j', (operator, holds) => expect(narrowed({ [operator]: { 'ec2:Vpc': 'arn:aws:ec2:a:1:vpc/v' } })).toBe(holds));

test.each<[string, unknown, unknown]>([
  ['no values', [], false],
  ['the star', '*', false],
  ['stars', ['a', '**'], false],
  ['a part', 'a*', true],
  ['what begins with a star', '*a', true],
  ['what may be the star', { Ref: 'Given' }, UNKNOWN],
])('%s: %j narrows: %j', (_, values, expected) => expect(narrowed({ StringLike: { 'ec2:Vpc': values } })).toEqual(expected));

test('one of several conditions is enough', () => {
  expect(narrowed({ StringEquals: { 'aws:RequestedRegion': 'a', 'ec2:Vpc': 'b' } })).toBe(true);
  expect(narrowed({})).toBe(false);
});
