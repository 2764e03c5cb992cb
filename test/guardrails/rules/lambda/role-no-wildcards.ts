import { document, GIVEN, lambdaRole } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/role-no-wildcards';
import { judging, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const TABLE = 'arn:aws:dynamodb:eu-west-1:111111111111:table/t';

function allow(action: unknown, resource: unknown = '*', more: object = {}): object {
  return { Effect: 'Allow', Action: action, Resource: resource, ...more };
}

/** A role with one statement inside. */
function inside(statement: object, sections: object = {}): Situation {
  return resources({ Subject: lambdaRole({ Policies: [{ PolicyName: 'p', PolicyDocument: document(statement) }] }) }, sections);
}

/** A policy of its own with one statement, attached to a role. */
function attached(statement: object, role: object = lambdaRole(), type = 'AWS::IAM::Policy', by: object = { Roles: [{ Ref: 'Role' }] }): Situation {
  return resources({ Subject: { Type: type, Properties: { ...by, PolicyDocument: document(statement) } }, Role: role });
}

/** A managed policy of AWS, as CDK refers to it. */
function ofAws(name: string): object {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` };
}

const AT = 'Properties.Policies.0.PolicyDocument.Statement.0';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'exact': inside(allow('dynamodb:GetItem', TABLE)),
    'actions that know no resources': inside(allow(['xray:PutTraceSegments', 'cloudwatch:PutMetricData', 'ec2:DescribeSubnets'])),
    'network interfaces of Lambda': inside(allow(['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'])),
    'resources with a tag': inside(allow('dynamodb:GetItem', '*', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } })),
    'the rows of one tenant': inside(
      allow('dynamodb:GetItem', '*', { Condition: { 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': '${aws:PrincipalTag/tenant}' } } }),
    ),
    'a team that a parameter names': inside(allow('dynamodb:GetItem', '*', { Condition: { StringEquals: { 'aws:ResourceTag/team': { Ref: 'Given' } } } }), GIVEN),
    'actions that know no resources, on one given at deployment': inside(allow('xray:PutTraceSegments', { Ref: 'Given' }), GIVEN),
    'log events, as the Lambda console grants the group': inside(allow(['logs:CreateLogGroup'], { 'Fn::Sub': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:*' })),
    'denied': inside({ Effect: 'Deny', Action: '*', Resource: '*' }),
    'no policies': resources({ Subject: lambdaRole() }),
    'a managed policy of AWS': resources({
      Subject: lambdaRole({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'] }),
    }),
    'managed policies of AWS for functions, in whatever partition': resources({
      Subject: lambdaRole({ ManagedPolicyArns: ['service-role/AWSLambdaVPCAccessExecutionRole', 'AWSXRayDaemonWriteAccess'].map(ofAws) }),
    }),
    'a managed policy of the app': judging('Role', attached(
      allow('dynamodb:GetItem', TABLE), lambdaRole({ ManagedPolicyArns: [{ Ref: 'Subject' }] }), 'AWS::IAM::ManagedPolicy', {},
    )),
    'an exact policy of its own': attached(allow('dynamodb:GetItem', TABLE)),
    'every other resource, for actions that know none': inside({ Effect: 'Allow', Action: 'xray:PutTraceSegments', NotResource: TABLE }),
  },
  nonCompliant: {
    ...Object.fromEntries(['*:*', 'arn:*', 'arn:aws:*:*:*:*', '?*', 'arn:aws:dynamodb:*:*:*'].map((resource) =>
      [`every resource as ${resource}`, [inside(allow('dynamodb:GetItem', resource)), `${AT}.Resource`]])),
    ...Object.fromEntries(['*?', '?*', '*:?*'].map((action) => [`every action as ${action}`, [inside(allow(action, TABLE)), `${AT}.Action`]])),
    'log events, everywhere': [inside(allow('logs:PutLogEvents')), `${AT}.Resource`],
    'reading log events, in all log groups': [inside(allow(['logs:PutLogEvents', 'logs:GetLogEvents'], 'arn:aws:logs:*:*:*')), `${AT}.Resource`],
    'every action': [inside(allow(['*'], TABLE)), `${AT}.Action.0`],
    'every action of every service': [inside(allow('*:*', TABLE)), `${AT}.Action`],
    'every action on everything': [inside(allow('*')), `${AT}.Action`, `${AT}.Resource`],
    'every other action': [inside({ Effect: 'Allow', NotAction: 'iam:*', Resource: TABLE }), `${AT}.NotAction`],
    'every resource': [inside(allow(['dynamodb:GetItem', 'xray:PutTraceSegments'])), `${AT}.Resource`],
    'every resource for a wildcard of actions': [inside(allow('s3:Get*')), `${AT}.Resource`],
    'every other resource': [inside({ Effect: 'Allow', Action: 'dynamodb:GetItem', NotResource: TABLE }), `${AT}.NotResource`],
    'administrators': [
      resources({ Subject: lambdaRole({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }) }), 'Properties.ManagedPolicyArns.0',
    ],
    'one that is known beside one that is not': [
      inside(allow([{ Ref: 'Given' }, '*'], TABLE), GIVEN), `${AT}.Action.1`,
    ],
    'a star beside a resource that is not known': [inside(allow('dynamodb:GetItem', [{ Ref: 'Given' }, '*']), GIVEN), `${AT}.Resource.1`],
    'resources with any value of a tag': [
      inside(allow('dynamodb:GetItem', '*', { Condition: { StringLike: { 'aws:ResourceTag/team': '*' } } })), `${AT}.Resource`,
    ],
    'all of the account': [
      inside(allow('dynamodb:GetItem', '*', { Condition: { StringEquals: { 'aws:ResourceAccount': '123456789012' } } })), `${AT}.Resource`,
    ],
    'a tag, where there is one': [
      inside(allow('dynamodb:GetItem', '*', { Condition: { StringEqualsIfExists: { 'aws:ResourceTag/team': 'a' } } })), `${AT}.Resource`,
    ],
    'a policy of its own': [attached(allow('dynamodb:GetItem')), 'Properties.PolicyDocument.Statement.0.Resource'],
    'a role of Lambda@Edge': [
      attached(allow('dynamodb:GetItem'), lambdaRole({}, ['edgelambda.amazonaws.com'])), 'Properties.PolicyDocument.Statement.0.Resource',
    ],
    'full access to a service': [resources({ Subject: lambdaRole({ ManagedPolicyArns: [ofAws('AmazonDynamoDBFullAccess')] }) }), 'Properties.ManagedPolicyArns.0'],
    'every action but some': [resources({ Subject: lambdaRole({ ManagedPolicyArns: [ofAws('PowerUserAccess')] }) }), 'Properties.ManagedPolicyArns.0'],
    'a managed policy of AWS that reads everything': [
      resources({ Subject: lambdaRole({ ManagedPolicyArns: [ofAws('AWSXRayDaemonWriteAccess'), ofAws('AmazonS3ReadOnlyAccess')] }) }),
      'Properties.ManagedPolicyArns.1',
    ],
    'a policy of the role': [
      attached(allow('*', TABLE), lambdaRole(), 'AWS::IAM::RolePolicy', { RoleName: { Ref: 'Role' } }),
      'Properties.PolicyDocument.Statement.0.Action',
    ],
    'a managed policy that names the role': [
      attached(allow('*', TABLE), lambdaRole(), 'AWS::IAM::ManagedPolicy'), 'Properties.PolicyDocument.Statement.0.Action',
    ],
    'a managed policy that the role names': [
      attached(allow('*', TABLE), lambdaRole({ ManagedPolicyArns: [{ Ref: 'Subject' }] }), 'AWS::IAM::ManagedPolicy', {}),
      'Properties.PolicyDocument.Statement.0.Action',
    ],
    'a role of Lambda in whatever partition': [
      resources({ Subject: lambdaRole({ Policies: [{ PolicyName: 'p', PolicyDocument: document(allow('*', TABLE)) }] }, { 'Fn::Sub': 'lambda.${AWS::URLSuffix}' }) }),
      `${AT}.Action`,
    ],
    'administrators, beside a managed policy of the app that is called so': [resources({
      Subject: lambdaRole({ ManagedPolicyArns: [ofAws('AdministratorAccess')] }),
      Own: { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: 'AdministratorAccess', PolicyDocument: document(allow('dynamodb:GetItem', TABLE)) } },
    }), 'Properties.ManagedPolicyArns.0'],
  },
  insufficientData: {
    'a managed policy of the account by a name given at deployment': resources({
      Subject: lambdaRole({ ManagedPolicyArns: [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/${Given}' }] }),
    }, GIVEN),
    'a managed policy of an account given at deployment': resources({
      Subject: lambdaRole({ ManagedPolicyArns: [{ 'Fn::Sub': 'arn:aws:iam::${Given}:policy/PowerUserAccess' }] }),
    }, GIVEN),
    'a managed policy of another app': resources({ Subject: lambdaRole({ ManagedPolicyArns: ['arn:aws:iam::111111111111:policy/mine'] }) }),
    'a managed policy of AWS that is not known': resources({ Subject: lambdaRole({ ManagedPolicyArns: [ofAws('AmazonRekognitionReadOnlyAccess')] }) }),
    'a tag by a pattern given at deployment': inside(allow('dynamodb:GetItem', '*', { Condition: { StringLike: { 'aws:ResourceTag/team': { Ref: 'Given' } } } }), GIVEN),
    'an action given at deployment': inside(allow({ Ref: 'Given' }, TABLE), GIVEN),
    'an action that is not known': inside(allow('newservice:DoIt')),
    'a managed policy given at deployment': resources({ Subject: lambdaRole({ ManagedPolicyArns: [{ Ref: 'Given' }] }) }, GIVEN),
    'a managed policy of AWS by a name given at deployment': resources({
      Subject: lambdaRole({ ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/${Given}' }] }),
    }, GIVEN),
    'a policy for a role outside the app': attached(allow('*'), lambdaRole(), 'AWS::IAM::Policy', { Roles: ['elsewhere'] }),
  },
  notApplicable: {
    'a role of another service': resources({
      Subject: lambdaRole({ Policies: [{ PolicyName: 'p', PolicyDocument: document(allow('*')) }] }, 'ec2.amazonaws.com'),
    }),
    'a policy of a role of another service': attached(allow('*'), lambdaRole({}, 'ec2.amazonaws.com')),
    'a policy of users': attached(allow('*'), lambdaRole(), 'AWS::IAM::Policy', { Users: ['u'] }),
    'the role beside its policy': judging('Role', attached(allow('*'), lambdaRole({}, 'states.amazonaws.com'))),
    'a role of another service in whatever partition': attached(allow('*'), lambdaRole({}, { 'Fn::Sub': 'states.${AWS::URLSuffix}' })),
    'a role of a service that ends so': attached(allow('*'), lambdaRole({}, 'notlambda.amazonaws.com')),
    'a role that an account of that name assumes': attached(allow('*'), {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: 'lambda.amazonaws.com' } }] } },
    }),
    'a managed policy that no role names': attached(allow('*'), lambdaRole(), 'AWS::IAM::ManagedPolicy', {}),
  },
};
