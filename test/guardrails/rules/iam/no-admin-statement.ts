import { AT, GIVEN, GIVEN_LIST, boundary, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-admin-statement';
import { resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

const ADMIN = { Effect: 'Allow', Action: '*', Resource: '*' };
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'exact actions': policy(READ),
    'everything is denied': policy({ ...ADMIN, Effect: 'Deny' }),
    'one service': policy({ ...ADMIN, Action: 's3:*' }),
    'every action on one table': policy({ ...ADMIN, Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/t' }),
    'some of everything, which is another rule': policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    'another table, whatever the action': policy({ Effect: 'Allow', Action: { Ref: 'AWS::NoValue' }, NotAction: 's3:*', Resource: 'arn:aws:sqs:eu-west-1:1:q' }),
  },
  nonCompliant: {
    'star on star': [policy(ADMIN), `${AT}.0`],
    'in lists, behind a harmless statement': [policy(READ, { ...ADMIN, Action: ['s3:GetObject', '*'], Resource: ['arn:aws:s3:::b', '*'] }), `${AT}.1`],
    'written in two parts': [policy({ ...ADMIN, Action: '*:*' }), `${AT}.0`],
    'with a condition': [policy({ ...ADMIN, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }), `${AT}.0`],
    'an ARN cut short': [policy({ Effect: 'Allow', Action: '*', Resource: 'arn*' }), `${AT}.0`],
    'any ARN of any partition': [policy({ Effect: 'Allow', Action: '*', Resource: '*:*' }), `${AT}.0`],
    'everything but a bucket': [policy({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::b' }), `${AT}.0`],
    'one statement, no list': [carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: { Version: '2012-10-17', Statement: ADMIN } }), AT],
    'inside a role, beside a document that is not known': [
      carrier('AWS::IAM::Role', { Policies: [{ PolicyName: 'a', PolicyDocument: { Ref: 'Given' } }, { PolicyName: 'b', PolicyDocument: document(ADMIN) }] }, GIVEN),
      'Properties.Policies.1.PolicyDocument.Statement.0',
    ],
    'the only policy of a role, without a list': [
      carrier('AWS::IAM::Role', { Policies: { PolicyName: 'a', PolicyDocument: document(ADMIN) } }), 'Properties.Policies.PolicyDocument.Statement.0',
    ],
    'the only document of a function of SAM': [carrier('AWS::Serverless::Function', { Policies: document(ADMIN) }), 'Properties.Policies.Statement.0'],
    'inside a user': [carrier('AWS::IAM::User', { Policies: [{ PolicyDocument: document(ADMIN) }] }), 'Properties.Policies.0.PolicyDocument.Statement.0'],
    'inside a group': [carrier('AWS::IAM::Group', { Policies: [{ PolicyDocument: document(ADMIN) }] }), 'Properties.Policies.0.PolicyDocument.Statement.0'],
    'a policy of a role': [carrier('AWS::IAM::RolePolicy', { RoleName: 'r', PolicyName: 'p', PolicyDocument: document(ADMIN) }), `${AT}.0`],
    'a policy of a user': [carrier('AWS::IAM::UserPolicy', { UserName: 'u', PolicyName: 'p', PolicyDocument: document(ADMIN) }), `${AT}.0`],
    'a policy of a group': [carrier('AWS::IAM::GroupPolicy', { GroupName: 'g', PolicyName: 'p', PolicyDocument: document(ADMIN) }), `${AT}.0`],
    'a permission set, as text': [
      carrier('AWS::SSO::PermissionSet', { Name: 's', InstanceArn: 'i', InlinePolicy: JSON.stringify(document(ADMIN)) }), 'Properties.InlinePolicy.Statement.0',
    ],
    'a function of SAM, beside names of policies': [
      carrier('AWS::Serverless::Function', { Policies: ['AWSLambdaBasicExecutionRole', document(ADMIN)] }), 'Properties.Policies.1.Statement.0',
    ],
    'a boundary that SAM attaches too': [
      resources({
        Subject: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document(ADMIN) } },
        Function: { Type: 'AWS::Serverless::Function', Properties: { Policies: [{ Ref: 'Subject' }], PermissionsBoundary: { Ref: 'Subject' } } },
      }),
      `${AT}.0`,
    ],
    'a boundary that is attached too': [
      {
        ...boundary(ADMIN),
        templates: [{
          file: 'template.json',
          body: {
            Resources: {
              Subject: { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: ['other'], PolicyDocument: document(ADMIN) } },
              Role: { Type: 'AWS::IAM::Role', Properties: { PermissionsBoundary: { Ref: 'Subject' } } },
            },
          },
        }],
      },
      `${AT}.0`,
    ],
  },
  insufficientData: {
    'a resource that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...ADMIN, Resource: { Ref: 'Given' } }) }, GIVEN),
    'an effect that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...ADMIN, Effect: { Ref: 'Given' } }) }, GIVEN),
    'policies that a parameter lists': carrier('AWS::IAM::Role', { Policies: { Ref: 'Given' } }, GIVEN_LIST),
    'a statement without resources': policy({ Effect: 'Allow', Action: '*' }),
  },
  notApplicable: {
    'a role without policies of its own': role(),
    'a policy that only limits': boundary(ADMIN),
    'a function of SAM with names of policies': carrier('AWS::Serverless::Function', { Policies: ['AmazonS3FullAccess'] }),
  },
};
