import { GIVEN, PARAMETER, resource } from './situations';
import { rule } from '../../../../src/guardrails/rules/vpc/endpoint-policy-restricted';
import { resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const endpoint = subjectOf('AWS::EC2::VPCEndpoint');
const OPEN = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const ACCOUNT = '123456789012';
const FIRST = 'Properties.PolicyDocument.Statement.0';

function allowing(...statements: readonly object[]): Situation {
  return endpoint({ ServiceName: 'com.amazonaws.eu-west-1.s3', PolicyDocument: { Version: '2012-10-17', Statement: statements } });
}

function boundBy(operator: string, key: string, value: unknown = ACCOUNT): Situation {
  return allowing({ ...OPEN, Condition: { [operator]: { [key]: value } } });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'principals of the account': boundBy('StringEquals', 'aws:PrincipalAccount'),
    'principals of the organisation': boundBy('StringEquals', 'AWS:PRINCIPALORGID', 'o-1'),
    'paths of the organisation': boundBy('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-1/*'),
    'roles of the account': boundBy('ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/*`),
    'resources of the account': boundBy('StringEquals', 'aws:ResourceAccount', { Ref: 'AWS::AccountId' }),
    'one account, in a condition with patterns': boundBy('StringLike', 'aws:PrincipalAccount'),
    'one organisation, in a condition with patterns': boundBy('StringLike', 'aws:PrincipalOrgID', 'o-1'),
    'resources of one account, in a condition with patterns': boundBy('StringLike', 'aws:ResourceAccount'),
    'resources of one organisation, in a condition with patterns': boundBy('StringLike', 'aws:ResourceOrgID', 'o-1'),
    'resources on paths of the organisation': boundBy('ForAnyValue:StringLike', 'aws:ResourceOrgPaths', 'o-1/*'),
    'strangers denied, among others': allowing(OPEN, {
      Effect: 'Deny',
      Principal: { AWS: [`arn:aws:iam::${ACCOUNT}:root`, '*'] },
      Action: ['s3:GetObject', 's3:*'],
      Resource: ['arn:aws:s3:::orders/*', '*'],
      Condition: { StringNotEqualsIfExists: { 'aws:ResourceOrgID': 'o-1' } },
    }),
    'named principals': allowing({ ...OPEN, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }),
    'named resources': allowing({ ...OPEN, Resource: ['arn:aws:s3:::orders', 'arn:aws:s3:::orders/*'] }),
    'objects of a bucket that begin so': allowing({ ...OPEN, Resource: 'arn:aws:s3:::orders/2026-*' }),
    'buckets of such names, of the account': allowing({ ...OPEN, Resource: 'arn:aws:s3:::prod-*', Condition: { StringEquals: { 'aws:ResourceAccount': ACCOUNT } } }),
    'parameters of AWS': allowing({ ...OPEN, Action: 'ssm:GetParameter', Resource: 'arn:aws:ssm:eu-west-1::parameter/aws/*' }),
    'everything of the service in one account': allowing({ ...OPEN, Action: 'execute-api:Invoke', Resource: `arn:aws:execute-api:eu-west-1:${ACCOUNT}:*` }),
    'the same in all regions': allowing({ ...OPEN, Resource: `arn:aws:sqs:*:${ACCOUNT}:*` }),
    'everything of the service in the account of the stack': allowing({
      ...OPEN, Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:*' },
    }),
    'an organisation that a parameter names': resources({
      Subject: resource('VPCEndpoint', { PolicyDocument: { Statement: [{ ...OPEN, Condition: { StringEquals: { 'aws:PrincipalOrgID': GIVEN } } }] } }),
    }, PARAMETER),
    'everything, and strangers denied': allowing(
      OPEN, { ...OPEN, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:ResourceOrgID': 'o-1' } } },
    ),
    'everything, and strangers denied all that the endpoint serves': allowing(
      OPEN, { ...OPEN, Effect: 'Deny', Action: 'S3:*', Condition: { StringNotEquals: { 'aws:ResourceOrgID': 'o-1' } } },
    ),
    'as JSON text': endpoint({ PolicyDocument: JSON.stringify({ Statement: [{ ...OPEN, Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } }] }) }),
  },
  nonCompliant: {
    'no policy': [endpoint({ ServiceName: 'com.amazonaws.eu-west-1.s3' }), 'Properties.PolicyDocument'],
    'no policy of an interface endpoint': [endpoint({ VpcEndpointType: 'Interface' }), 'Properties.PolicyDocument'],
    'the default policy': [allowing(OPEN), FIRST],
    'everybody in another form': [allowing({ ...OPEN, Principal: { AWS: ['*'] } }), FIRST],
    'everybody but somebody': [allowing({ ...OPEN, Principal: undefined, NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }), FIRST],
    'every resource in another form': [allowing({ ...OPEN, Resource: 'arn:aws:s3:::*' }), FIRST],
    'every account': [allowing({ ...OPEN, Resource: 'arn:aws:execute-api:eu-west-1:*:*' }), FIRST],
    'every account by question marks': [allowing({ ...OPEN, Resource: 'arn:aws:sqs:*:????????????:*' }), FIRST],
    'a queue of a name that anybody may give theirs': [allowing({ ...OPEN, Resource: 'arn:aws:sqs:eu-west-1:*:orders' }), FIRST],
    'queues of such names': [allowing({ ...OPEN, Resource: 'arn:aws:sqs:*:????????????:orders-*' }), FIRST],
    'buckets of names that anybody may give theirs': [allowing({ ...OPEN, Resource: 'arn:aws:s3:::prod-*' }), FIRST],
    'what is in such buckets': [allowing({ ...OPEN, Action: 's3:PutObject', Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::logs-${AWS::AccountId}-*/*' } }), FIRST],
    'a bucket, and those whose names begin like it': [allowing({ ...OPEN, Resource: ['arn:aws:s3:::orders/*', 'arn:aws:s3:::orders*'] }), FIRST],
    'half of all accounts': [allowing({ ...OPEN, Resource: 'arn:aws:sqs:*:1*:*' }), FIRST],
    'everything of one account, and of all others': [allowing({ ...OPEN, Resource: [`arn:aws:sqs:*:${ACCOUNT}:*`, 'arn:aws:sqs:*:*:*'] }), FIRST],
    'everything but what is in one account': [allowing({ ...OPEN, Resource: undefined, NotResource: `arn:aws:sqs:*:${ACCOUNT}:*` }), FIRST],
    'all parameters of AWS, which have no account': [allowing({ ...OPEN, Resource: 'arn:aws:ssm:eu-west-1::*' }), FIRST],
    'reading alone': [allowing({ ...OPEN, Action: 's3:GetObject' }), FIRST],
    'the second statement': [allowing({ ...OPEN, Resource: 'arn:aws:s3:::orders' }, OPEN), 'Properties.PolicyDocument.Statement.1'],
    'the condition holds without the key': [boundBy('StringEqualsIfExists', 'aws:PrincipalAccount'), FIRST],
    'the condition is turned round': [boundBy('StringNotEquals', 'aws:PrincipalAccount'), FIRST],
    'a star of an organisation': [boundBy('StringLike', 'aws:PrincipalOrgID', 'o-*'), FIRST],
    'one organisation or any': [boundBy('StringLike', 'aws:PrincipalOrgID', ['o-1', '*']), FIRST],
    'accounts that begin so': [boundBy('StringLike', 'aws:PrincipalAccount', '1*'), FIRST],
    'resources of accounts that begin so': [boundBy('StringLike', 'aws:ResourceAccount', '1*'), FIRST],
    'resources of organisations that begin so': [boundBy('StringLike', 'aws:ResourceOrgID', 'o-*'), FIRST],
    'resources on paths of any organisation': [boundBy('ForAnyValue:StringLike', 'aws:ResourceOrgPaths', '*/r-1/'), FIRST],
    'principals on paths of any organisation': [boundBy('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-*/r-1/'), FIRST],
    'what comes through other endpoints denied': [
      allowing(OPEN, { ...OPEN, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } }), FIRST,
    ],
    'strangers denied if all values differ, also none': [
      allowing(OPEN, { ...OPEN, Effect: 'Deny', Condition: { 'ForAllValues:StringNotEquals': { 'aws:ResourceOrgID': 'o-1' } } }), FIRST,
    ],
    'roles of any account': [boundBy('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/admin'), FIRST],
    'the endpoint itself, which every call comes through': [boundBy('StringEquals', 'aws:SourceVpce', 'vpce-1'), FIRST],
    'strangers denied what the endpoint does not serve': [allowing(
      OPEN, { ...OPEN, Effect: 'Deny', Action: 'dynamodb:*', Condition: { StringNotEquals: { 'aws:ResourceOrgID': 'o-1' } } },
    ), FIRST],
    'strangers denied some resources': [allowing(
      OPEN, { ...OPEN, Effect: 'Deny', Resource: 'arn:aws:s3:::orders/*', Condition: { StringNotEquals: { 'aws:ResourceOrgID': 'o-1' } } },
    ), FIRST],
    'strangers denied some actions': [allowing(
      OPEN, { ...OPEN, Effect: 'Deny', Action: 's3:PutObject', Condition: { StringNotEquals: { 'aws:ResourceOrgID': 'o-1' } } },
    ), FIRST],
    'some strangers denied': [allowing(OPEN, {
      ...OPEN, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:ResourceOrgID': 'o-1' }, Bool: { 'aws:SecureTransport': 'false' } },
    }), FIRST],
  },
  insufficientData: {
    'a policy that a parameter gives': resources({ Subject: resource('VPCEndpoint', { PolicyDocument: GIVEN }) }, PARAMETER),
    'a resource that a parameter names': resources(
      { Subject: resource('VPCEndpoint', { PolicyDocument: { Statement: [{ ...OPEN, Resource: GIVEN }] } }) }, PARAMETER,
    ),
    'an account that a parameter names': resources({
      Subject: resource('VPCEndpoint', { PolicyDocument: { Statement: [{ ...OPEN, Resource: { 'Fn::Join': [':', ['arn:aws:sqs:eu-west-1', GIVEN, '*']] } }] } }),
    }, PARAMETER),
    'a queue of an account that a parameter names': resources({
      Subject: resource('VPCEndpoint', { PolicyDocument: { Statement: [{ ...OPEN, Resource: { 'Fn::Join': [':', ['arn:aws:sqs:eu-west-1', GIVEN, 'orders']] } }] } }),
    }, PARAMETER),
    'a pattern that a parameter gives': resources({
      Subject: resource('VPCEndpoint', { PolicyDocument: { Statement: [{ ...OPEN, Condition: { StringLike: { 'aws:PrincipalOrgID': GIVEN } } }] } }),
    }, PARAMETER),
    'no statements': endpoint({ PolicyDocument: {} }),
  },
  notApplicable: {
    'a Gateway Load Balancer': endpoint({ VpcEndpointType: 'GatewayLoadBalancer' }),
    'a service of another account': endpoint({ VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1' }),
  },
};
