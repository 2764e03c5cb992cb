import { document, functionBeside, GIVEN, lambdaRole } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/role-can-write-logs';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.Role';
const ROLE = { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } };
const WRITE = { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' };

function withRole(role: object, others: Readonly<Record<string, object>> = {}, properties: object = {}, sections: object = {}): Situation {
  return functionBeside({ ...ROLE, ...properties }, { Role: lambdaRole(role), ...others }, sections);
}

function inline(...statements: readonly object[]): object {
  return { Policies: [{ PolicyName: 'p', PolicyDocument: document(...statements) }] };
}

function managed(...arns: readonly unknown[]): object {
  return { ManagedPolicyArns: arns };
}

const BASIC = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' };
const LOGS = { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'mine' } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'by a managed policy that names the role': withRole({}, {
      Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: document(WRITE) } },
    }),
    'by a policy of the role': withRole({}, {
      Policy: { Type: 'AWS::IAM::RolePolicy', Properties: { RoleName: { Ref: 'Role' }, PolicyDocument: document(WRITE) } },
    }),
    'the policy of AWS': withRole(managed(BASIC)),
    'a statement inside': withRole(inline(WRITE)),
    'two statements, by wildcard': withRole(inline({ ...WRITE, Action: 'logs:Create*' }, { ...WRITE, Action: 'logs:PutLogEvents' })),
    'a policy of its own for the group of the function': withRole({}, {
      Logs: LOGS,
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: document({ ...WRITE, Resource: { 'Fn::GetAtt': ['Logs', 'Arn'] } }) },
      },
    }, { LoggingConfig: { LogGroup: { Ref: 'Logs' } } }),
    'the name of the function': withRole(
      inline({ ...WRITE, Resource: { 'Fn::Sub': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/f:*' } }),
      {},
      { FunctionName: 'f' },
    ),
    'all groups of Lambda': withRole(inline({ ...WRITE, Resource: 'arn:aws:logs:eu-west-1:111111111111:log-group:/aws/lambda/*' })),
    'a managed policy of the app': withRole(managed({ Ref: 'Managed' }), {
      Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document(WRITE) } },
    }),
    'its group by name, granted by reference': withRole(
      inline({ ...WRITE, Resource: { 'Fn::GetAtt': ['Logs', 'Arn'] } }), { Logs: LOGS }, { LoggingConfig: { LogGroup: 'mine' } },
    ),
    'its group by reference, granted by name': withRole(
      inline({ ...WRITE, Resource: 'arn:aws:logs:eu-west-1:111111111111:log-group:mine:log-stream:*' }), { Logs: LOGS }, { LoggingConfig: { LogGroup: { Ref: 'Logs' } } },
    ),
  },
  nonCompliant: {
    'nothing': [withRole({}), AT],
    'one of two actions': [withRole(inline({ ...WRITE, Action: 'logs:PutLogEvents' })), AT],
    'the group of another function': [
      withRole(inline({ ...WRITE, Resource: 'arn:aws:logs:eu-west-1:111111111111:log-group:/aws/lambda/g:*' }), {}, { FunctionName: 'f' }), AT,
    ],
    'another group of the app': [
      withRole(
        inline({ ...WRITE, Resource: { 'Fn::GetAtt': ['Logs', 'Arn'] } }), { Logs: LOGS }, { LoggingConfig: { LogGroup: 'other' } },
      ), AT,
    ],
    'denied': [withRole({ ...managed(BASIC), ...inline({ Effect: 'Deny', Action: 'logs:*', Resource: '*' }) }), AT],
    'a policy for another role': [withRole({}, {
      Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['other'], PolicyDocument: document(WRITE) } },
    }), AT],
    'another group of the app, neither of which has a name': [withRole(
      inline({ ...WRITE, Resource: { 'Fn::GetAtt': ['Others', 'Arn'] } }),
      { Logs: { Type: 'AWS::Logs::LogGroup' }, Others: { Type: 'AWS::Logs::LogGroup' } },
      { LoggingConfig: { LogGroup: { Ref: 'Logs' } } },
    ), AT],
    'a bucket instead of a group': [withRole(inline({ ...WRITE, Resource: { 'Fn::GetAtt': ['Bucket', 'Arn'] } }), { Bucket: { Type: 'AWS::S3::Bucket' } }), AT],
    'one of two actions is denied': [withRole({ ...managed(BASIC), ...inline({ Effect: 'Deny', Action: 'logs:PutLogEvents', Resource: '*' }) }), AT],
    'a managed policy of the app that allows something else': [withRole(managed({ Ref: 'Managed' }), {
      Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document({ ...WRITE, Action: 'sqs:SendMessage' }) } },
    }), AT],
  },
  insufficientData: {
    'by a policy of a role that a parameter names': withRole({}, {
      Policy: { Type: 'AWS::IAM::RolePolicy', Properties: { RoleName: { Ref: 'Given' }, PolicyDocument: document(WRITE) } },
    }, {}, GIVEN),
    'a role outside the app': functionBeside({}, {}),
    'a managed policy outside the app': withRole(managed('arn:aws:iam::111111111111:policy/mine')),
    'a managed policy given at deployment': withRole(managed({ Ref: 'Given' }), {}, {}, GIVEN),
    'a policy for a role that a parameter names': withRole({}, {
      Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Given' }], PolicyDocument: document(WRITE) } },
    }, {}, GIVEN),
    'a function without a name, the group of one': withRole(
      inline({ ...WRITE, Resource: 'arn:aws:logs:eu-west-1:111111111111:log-group:/aws/lambda/f:*' }),
    ),
  },
};
