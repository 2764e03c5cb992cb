import { GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/stepfunctions/role-no-wildcards';
import { resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const INVOKE = { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:f' };

function trust(service: unknown = 'states.amazonaws.com'): object {
  return { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }] } };
}

function inline(...statements: readonly unknown[]): object {
  return { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statements } }] };
}

const role = subjectOf('AWS::IAM::Role');

/** A policy of its own as the subject, for a role. */
function policyOf(type: string, statement: object, naming: object, trusted: object = trust()): Situation {
  return resources({
    Subject: { Type: type, Properties: { ...naming, PolicyDocument: { Statement: [statement] } } },
    Role: { Type: 'AWS::IAM::Role', Properties: trusted },
  }, GIVEN);
}

const BY_LIST = { Roles: [{ Ref: 'Role' }] };
const AT = 'Properties.Policies.0.PolicyDocument.Statement.0';
const OWN_AT = 'Properties.PolicyDocument.Statement.0';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a function by its ARN': role({ ...trust(), ...inline(INVOKE) }),
    'the service of a region': role({ ...trust({ 'Fn::Sub': 'states.${AWS::Region}.amazonaws.com' }), ...inline(INVOKE) }),
    'log delivery': role({ ...trust(), ...inline({ Effect: 'Allow', Action: ['logs:CreateLogDelivery', 'logs:DescribeLogGroups', 'logs:PutResourcePolicy'], Resource: '*' }) }),
    'log delivery, all of it': role({
      ...trust(),
      ...inline({
        Effect: 'Allow',
        Action: [
          'logs:CreateLogDelivery', 'logs:CreateLogStream', 'logs:DeleteLogDelivery', 'logs:DescribeLogGroups', 'logs:DescribeResourcePolicies',
          'logs:GetLogDelivery', 'logs:ListLogDeliveries', 'logs:PutLogEvents', 'logs:PutResourcePolicy', 'logs:UpdateLogDelivery',
        ],
        Resource: '*',
      }),
    }),
    'actions that end so': role({ ...trust(), ...inline({ ...INVOKE, Action: 'lambda:*Function' }) }),
    'a policy of AWS for traces': role({ ...trust(), ManagedPolicyArns: ['arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess'] }),
    'traces, which know no resources': role({ ...trust(), ...inline({ Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:GetSamplingRules'], Resource: ['*'] }) }),
    'functions with a tag': role({
      ...trust(), ...inline({ ...INVOKE, Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'orders' } } }),
    }),
    'everything is denied': role({ ...trust(), ...inline(INVOKE, { Effect: 'Deny', Action: '*', Resource: '*' }) }),
    'a policy': policyOf('AWS::IAM::Policy', INVOKE, BY_LIST),
  },
  nonCompliant: {
    'functions with any tag': [role({
      ...trust(), ...inline({ ...INVOKE, Resource: '*', Condition: { StringLike: { 'aws:ResourceTag/team': '*' } } }),
    }), `${AT}.Resource`],
    'every action': [role({ ...trust(), ...inline({ ...INVOKE, Action: '*' }) }), `${AT}.Action`],
    ...Object.fromEntries(['*?', '**', '*:?*', '?*:*'].map((action) =>
      [`every action as ${action}`, [role({ ...trust(), ...inline({ ...INVOKE, Action: action }) }), `${AT}.Action`]])),
    'every action on everything': [role({ ...trust(), ...inline({ ...INVOKE, Action: ['*'], Resource: '*' }) }), `${AT}.Action.0`, `${AT}.Resource`],
    'every function': [role({ ...trust(), ...inline({ ...INVOKE, Resource: ['arn:aws:lambda:eu-west-1:111122223333:function:f', '*'] }) }), `${AT}.Resource.1`],
    'every function, by an ARN of stars': [role({ ...trust(), ...inline({ ...INVOKE, Resource: 'arn:aws:lambda:*:*:*' }) }), `${AT}.Resource`],
    'every action of the logs': [role({ ...trust(), ...inline({ Effect: 'Allow', Action: 'logs:*', Resource: '*' }) }), `${AT}.Resource`],
    'every other action': [role({ ...trust(), ...inline({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) }), `${AT}.NotAction`],
    'every other resource': [role({ ...trust(), ...inline({ Effect: 'Allow', Action: 'lambda:InvokeFunction', NotResource: 'arn:aws:lambda:::f' }) }), `${AT}.NotResource`],
    'beside another service': [role({ ...trust(['lambda.amazonaws.com', 'states.amazonaws.com']), ...inline({ ...INVOKE, Resource: '*' }) }), `${AT}.Resource`],
    'a policy': [policyOf('AWS::IAM::Policy', { ...INVOKE, Resource: '*' }, BY_LIST), `${OWN_AT}.Resource`],
    'a policy of one role': [policyOf('AWS::IAM::RolePolicy', { ...INVOKE, Resource: '*' }, { RoleName: { Ref: 'Role' } }), `${OWN_AT}.Resource`],
    'a managed policy that the role names': [
      policyOf('AWS::IAM::ManagedPolicy', { ...INVOKE, Resource: '*' }, {}, { ...trust(), ManagedPolicyArns: [{ Ref: 'Subject' }] }), `${OWN_AT}.Resource`,
    ],
    'whoever reads everything': [role({ ...trust(), ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }), 'Properties.ManagedPolicyArns.0'],
    'whoever calls every function': [
      role({ ...trust(), ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaRole'] }), 'Properties.ManagedPolicyArns.0',
    ],
    'a power user': [role({ ...trust(), ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] }), 'Properties.ManagedPolicyArns.0'],
    'a managed policy that names the role': [policyOf('AWS::IAM::ManagedPolicy', { ...INVOKE, Resource: '*' }, BY_LIST), `${OWN_AT}.Resource`],
    'an administrator': [role({ ...trust(), ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }), 'Properties.ManagedPolicyArns.0'],
  },
  insufficientData: {
    'a resource by a parameter': role({ ...trust(), ...inline({ ...INVOKE, Resource: { Ref: 'Given' } }) }, GIVEN),
    'a managed policy of another app': role({ ...trust(), ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/orders'] }),
    'a managed policy by a parameter': role({ ...trust(), ManagedPolicyArns: [{ Ref: 'Given' }] }, GIVEN),
    'an action that is not known': role({ ...trust(), ...inline({ ...INVOKE, Action: 'lambda:DoSomethingNew', Resource: '*' }) }),
    'a service by a parameter': role({ ...trust({ Ref: 'Given' }), ...inline({ ...INVOKE, Resource: '*' }) }, GIVEN),
    'a role by a parameter': policyOf('AWS::IAM::Policy', { ...INVOKE, Resource: '*' }, { Roles: [{ Ref: 'Given' }] }),
  },
  notApplicable: {
    'the role of a function': role({ ...trust('lambda.amazonaws.com'), ...inline({ ...INVOKE, Resource: '*' }) }),
    'a role that an account of that name assumes': role({
      AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { AWS: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' }] },
      ...inline({ ...INVOKE, Resource: '*' }),
    }),
    'the role of a service that ends so': role({ ...trust('estates.amazonaws.com'), ...inline({ ...INVOKE, Resource: '*' }) }),
    'the policy of such a role': policyOf('AWS::IAM::Policy', { ...INVOKE, Resource: '*' }, BY_LIST, trust('lambda.amazonaws.com')),
    'the role of another service in whatever partition': role({ ...trust({ 'Fn::Sub': 'lambda.${AWS::URLSuffix}' }), ...inline({ ...INVOKE, Resource: '*' }) }),
    'a managed policy that no role names': policyOf('AWS::IAM::ManagedPolicy', { ...INVOKE, Resource: '*' }, {}),
  },
};
