import { AT, GIVEN, TRUST, attached, awsPolicy, boundary, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-privilege-escalation';
import { app, judging, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const ROLE = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'subject', AssumeRolePolicyDocument: document(TRUST) } };
const PASS = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' };
const CREATE = { Effect: 'Allow', Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:orders-*' };
const WRITE_POLICY = { Effect: 'Allow', Action: 'iam:PutRolePolicy', Resource: '*' };
const READ = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/t' };
const INLINE = 'Properties.Policies.0.PolicyDocument.Statement.0';

/** A role and policies of their own on it. */
function onRole(policies: Readonly<Record<string, object>>, properties: object = {}, sections: object = {}): Situation {
  return resources({ Subject: { ...ROLE, Properties: { ...ROLE.Properties, ...properties } }, ...policies }, sections);
}

function policyOf(type: string, attachment: object, ...statements: readonly object[]): object {
  return { Type: type, Properties: { ...attachment, PolicyDocument: document(...statements) } };
}

const ON_SUBJECT = { Roles: [{ Ref: 'Subject' }] };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'reading a table': role(READ),
    'passing one role': role(CREATE, { ...PASS, Resource: 'arn:aws:iam::123456789012:role/orders-task' }),
    'the code of one function': role({ Effect: 'Allow', Action: 'lambda:UpdateFunctionCode', Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' }),
    'passing any role, but nothing to pass it to': role(PASS),
    'policies of one role': policy({ ...WRITE_POLICY, Resource: 'arn:aws:iam::123456789012:role/orders-task' }),
    'one policy only': role({ Effect: 'Allow', Action: 'iam:AttachRolePolicy', Resource: '*', Condition: { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::123456789012:policy/p' } } }),
    'denied in another policy': onRole({
      One: policyOf('AWS::IAM::Policy', ON_SUBJECT, WRITE_POLICY),
      Two: policyOf('AWS::IAM::ManagedPolicy', ON_SUBJECT, { Effect: 'Deny', Action: 'iam:*', Resource: '*' }),
    }),
    'outside its boundary': onRole({
      One: policyOf('AWS::IAM::Policy', ON_SUBJECT, WRITE_POLICY),
      Boundary: policyOf('AWS::IAM::ManagedPolicy', {}, READ, { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
    }, { PermissionsBoundary: { Ref: 'Boundary' } }),
    'denied by its boundary': onRole({
      One: policyOf('AWS::IAM::Policy', ON_SUBJECT, WRITE_POLICY),
      Boundary: policyOf('AWS::IAM::ManagedPolicy', {}, { Effect: 'Allow', Action: '*', Resource: '*' }, { Effect: 'Deny', Action: 'iam:*', Resource: '*' }),
    }, { PermissionsBoundary: { Ref: 'Boundary' } }),
    'what CDK attaches to functions': attached([awsPolicy('service-role/AWSLambdaBasicExecutionRole')]),
    'what SAM takes by its name': carrier('AWS::Serverless::Function', { Policies: 'AWSLambdaBasicExecutionRole' }),
    'what SAM takes by its ARN': carrier('AWS::Serverless::StateMachine', { Policies: [awsPolicy('service-role/AWSLambdaBasicExecutionRole'), document(READ)] }),
    'everything but the services that lead to roles': carrier('AWS::IAM::User', { Policies: [{ PolicyDocument: document({ Effect: 'Allow', NotAction: ['iam:*', 'sts:*', 'sso:*', 'lambda:*', 'ec2*:*', 'ssm:*', 'cloudformation:*', 'code*:*', 'batch:*', 'ecs:*', 'glue:*', 'sagemaker:*', 'apprunner:*', 'bedrock*:*', 'states:*'], Resource: '*' }) }] }),
  },
  nonCompliant: {
    'policies of every role': [policy(WRITE_POLICY), `${AT}.0`],
    'everything': [role({ Effect: 'Allow', Action: '*', Resource: '*' }), INLINE],
    'the code of every function, which needs no role to pass': [role({ Effect: 'Allow', Action: 'lambda:UpdateFunctionCode', Resource: '*' }), INLINE],
    'every function of the account': [
      role({ Effect: 'Allow', Action: 'lambda:Update*', Resource: 'arn:aws:lambda:*:123456789012:function:*' }), INLINE,
    ],
    'by two statements, each for itself': [
      policy(WRITE_POLICY, { Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: '*' }), `${AT}.0`, `${AT}.1`,
    ],
    'across inline policies': [role(PASS, CREATE), INLINE],
    'across policies of their own, on one role': [onRole({
      One: policyOf('AWS::IAM::Policy', ON_SUBJECT, PASS), Two: policyOf('AWS::IAM::ManagedPolicy', ON_SUBJECT, CREATE),
    }), 'Properties'],
    'across an inline policy, a managed one by its ARN and one of the role': [onRole({
      One: policyOf('AWS::IAM::ManagedPolicy', {}, PASS), Two: policyOf('AWS::IAM::RolePolicy', { RoleName: 'subject' }, { ...CREATE, Action: 'lambda:CreateFunction' }),
    }, {
      ManagedPolicyArns: [{ Ref: 'One' }], Policies: [{ PolicyName: 'p', PolicyDocument: document({ ...CREATE, Action: 'lambda:InvokeFunction' }) }],
    }), 'Properties'],
    'across stacks': [app(
      { file: 'a.json', body: { Resources: { Subject: { ...ROLE, Properties: { ...ROLE.Properties, Policies: [{ PolicyDocument: document(PASS) }] } } }, Outputs: { Role: { Value: { Ref: 'Subject' }, Export: { Name: 'role' } } } } },
      { file: 'b.json', body: { Resources: { More: policyOf('AWS::IAM::Policy', { Roles: [{ 'Fn::ImportValue': 'role' }] }, CREATE) } } },
    ), INLINE],
    'across a document and a managed policy, by SAM': [resources({
      One: policyOf('AWS::IAM::ManagedPolicy', {}, CREATE), Subject: { Type: 'AWS::Serverless::Function', Properties: { Policies: [document(PASS), { Ref: 'One' }] } },
    }), 'Properties.Policies.0.Statement.0'],
    'everything, by the name that SAM takes': [carrier('AWS::Serverless::Function', { Policies: ['AdministratorAccess'] }), 'Properties.Policies.0'],
    'its own policies': [onRole({
      One: policyOf('AWS::IAM::Policy', ON_SUBJECT, { ...WRITE_POLICY, Resource: { 'Fn::GetAtt': ['Subject', 'Arn'] } }),
    }), 'Properties'],
    'an AWS managed policy': [attached([awsPolicy('service-role/AWSLambdaBasicExecutionRole'), awsPolicy('IAMFullAccess')]), 'Properties.ManagedPolicyArns.1'],
    'a user through a group': [resources({
      Subject: { Type: 'AWS::IAM::User', Properties: { Groups: [{ Ref: 'Group' }], Policies: [{ PolicyDocument: document(CREATE) }] } },
      Group: { Type: 'AWS::IAM::Group', Properties: { Policies: [{ PolicyDocument: document(PASS) }] } },
    }), 'Properties'],
    'a user who is added to a group': [resources({
      Subject: { Type: 'AWS::IAM::User', Properties: {} },
      Addition: { Type: 'AWS::IAM::UserToGroupAddition', Properties: { GroupName: { Ref: 'Group' }, Users: [{ Ref: 'Subject' }] } },
      Group: { Type: 'AWS::IAM::Group', Properties: {} },
      Grant: policyOf('AWS::IAM::GroupPolicy', { GroupName: { Ref: 'Group' } }, WRITE_POLICY),
    }), 'Properties'],
    'inside its boundary': [onRole({
      One: policyOf('AWS::IAM::Policy', ON_SUBJECT, WRITE_POLICY),
      Boundary: policyOf('AWS::IAM::ManagedPolicy', {}, { Effect: 'Allow', Action: '*', Resource: '*' }),
    }, { PermissionsBoundary: { Ref: 'Boundary' } }), 'Properties'],
    'a deny with a condition': [role(WRITE_POLICY, { ...WRITE_POLICY, Effect: 'Deny', Condition: { Bool: { 'aws:ViaAWSService': 'true' } } }), INLINE],
    'a managed policy of nobody': [carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document(PASS, CREATE) }), `${AT}.0`],
    'a permission set': [carrier('AWS::SSO::PermissionSet', { InlinePolicy: document(WRITE_POLICY) }), 'Properties.InlinePolicy.Statement.0'],
    'beside a policy that is not known': [attached([{ Ref: 'Given' }, awsPolicy('AdministratorAccess')], 'AWS::IAM::Role', GIVEN), 'Properties.ManagedPolicyArns.1'],
    'passing any role to one service': [
      role({ ...PASS, Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }, CREATE), INLINE,
    ],
  },
  insufficientData: {
    'a policy that a parameter names': attached([{ Ref: 'Given' }], 'AWS::IAM::Role', GIVEN),
    'a policy of AWS that this library does not know': attached([awsPolicy('AmazonRekognitionReadOnlyAccess')]),
    'a boundary outside the app': carrier('AWS::IAM::Role', {
      PermissionsBoundary: 'arn:aws:iam::123456789012:policy/boundary', Policies: [{ PolicyDocument: document(WRITE_POLICY) }],
    }),
    'a group outside the app': carrier('AWS::IAM::User', { Groups: ['readers'], Policies: [{ PolicyDocument: document(READ) }] }),
    'an action that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...PASS, Action: { Ref: 'Given' } }) }, GIVEN),
    'a policy of some role': onRole({ One: policyOf('AWS::IAM::Policy', { Roles: [{ Ref: 'Given' }] }, READ) }, {}, GIVEN),
  },
  notApplicable: {
    'a role without policies': role(),
    'a policy of a role of the app, which is judged there': judging('One', onRole({ One: policyOf('AWS::IAM::Policy', ON_SUBJECT, WRITE_POLICY) })),
    'a policy of a role of the app by its name': judging('One', onRole({ One: policyOf('AWS::IAM::Policy', { Roles: ['subject'] }, WRITE_POLICY) })),
    'a managed policy that a role of the app names': judging('One', onRole({ One: policyOf('AWS::IAM::ManagedPolicy', {}, WRITE_POLICY) }, { ManagedPolicyArns: [{ Ref: 'One' }] })),
    'a policy that only limits': boundary({ Effect: 'Allow', Action: '*', Resource: '*' }),
  },
};
