import { GIVEN, GIVEN_LIST, attached, awsPolicy, carrier } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-administrator-access-attached';
import { resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'nothing': attached({ Ref: 'AWS::NoValue' }),
    'another policy of AWS': attached([awsPolicy('service-role/AWSLambdaBasicExecutionRole')]),
    'a policy of the account by the same name': attached(['arn:aws:iam::123456789012:policy/AdministratorAccess', { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/AdministratorAccess' }]),
    'a policy of the account that a parameter names': attached(
      [{ 'Fn::Sub': 'arn:aws:iam::123456789012:policy/${Given}' }, { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/${Given}' }], 'AWS::IAM::Role', GIVEN,
    ),
    'a policy of the app': resources({
      Subject: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: [{ Ref: 'Policy' }] } }, Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: {} },
    }),
  },
  nonCompliant: {
    'a role, as CDK writes it': [attached([awsPolicy('service-role/AWSLambdaBasicExecutionRole'), awsPolicy('AdministratorAccess')]), 'Properties.ManagedPolicyArns.1'],
    'a user': [attached(['arn:aws:iam::aws:policy/AdministratorAccess'], 'AWS::IAM::User'), 'Properties.ManagedPolicyArns.0'],
    'a group, in China': [attached(['arn:aws-cn:iam::aws:policy/AdministratorAccess'], 'AWS::IAM::Group'), 'Properties.ManagedPolicyArns.0'],
    'a permission set': [carrier('AWS::SSO::PermissionSet', { ManagedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'] }), 'Properties.ManagedPolicies.0'],
    'a function of SAM, by its name': [carrier('AWS::Serverless::Function', { Policies: ['AdministratorAccess', { Statement: [] }] }), 'Properties.Policies.0'],
    'a state machine of SAM': [carrier('AWS::Serverless::StateMachine', { Policies: ['AdministratorAccess'] }), 'Properties.Policies.0'],
    'beside one that is not known': [attached([{ Ref: 'Given' }, 'arn:aws:iam::aws:policy/AdministratorAccess'], 'AWS::IAM::Role', GIVEN), 'Properties.ManagedPolicyArns.1'],
  },
  insufficientData: {
    'a policy that a parameter names': attached([{ Ref: 'Given' }], 'AWS::IAM::Role', GIVEN),
    'a policy of AWS that a parameter names': attached([{ 'Fn::Sub': 'arn:aws:iam::aws:policy/${Given}' }], 'AWS::IAM::Role', GIVEN),
    'a policy of an account that a parameter names': attached([{ 'Fn::Sub': 'arn:aws:iam::${Given}:policy/AdministratorAccess' }], 'AWS::IAM::Role', GIVEN),
    'policies that a parameter lists': attached({ Ref: 'Given' }, 'AWS::IAM::Role', GIVEN_LIST),
  },
};
