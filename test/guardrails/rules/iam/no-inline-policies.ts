import { GIVEN_LIST, TRUST, attached, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-inline-policies';
import type { Verdicts } from '../verdicts';

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'managed policies': attached(['arn:aws:iam::123456789012:policy/orders']),
    'an empty list': carrier('AWS::IAM::User', { Policies: [] }),
  },
  nonCompliant: {
    'in a role': [role(READ, READ), 'Properties.Policies.0', 'Properties.Policies.1'],
    'in a group': [carrier('AWS::IAM::Group', { Policies: [{ PolicyName: 'p', PolicyDocument: document(READ) }] }), 'Properties.Policies.0'],
    'of its own': [policy(READ), 'Properties'],
    'of a user': [carrier('AWS::IAM::UserPolicy', { UserName: 'u', PolicyName: 'p', PolicyDocument: document(READ) }), 'Properties'],
    'of a group': [carrier('AWS::IAM::GroupPolicy', { GroupName: 'g', PolicyName: 'p', PolicyDocument: document(READ) }), 'Properties'],
    'of a role': [carrier('AWS::IAM::RolePolicy', { RoleName: 'r', PolicyName: 'p', PolicyDocument: document(READ) }), 'Properties'],
  },
  insufficientData: {
    'policies that a parameter lists': carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: document(TRUST), Policies: { Ref: 'Given' } }, GIVEN_LIST),
  },
};
