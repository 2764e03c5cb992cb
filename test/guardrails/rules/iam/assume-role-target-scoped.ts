import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/assume-role-target-scoped';
import type { Verdicts } from '../verdicts';

const ASSUME = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::123456789012:role/reader' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'on buckets, where it means nothing': policy({ ...ASSUME, Resource: 'arn:aws:s3:::*' }),
    'a role': policy(ASSUME),
    'the roles of the CDK bootstrap, by their tag': policy({
      ...ASSUME, Resource: 'arn:aws:iam::123456789012:role/*', Condition: { 'ForAnyValue:StringEquals': { 'iam:ResourceTag/aws-cdk:bootstrap-role': ['deploy', 'lookup'] } },
    }),
    'another way to become somebody': policy({ ...ASSUME, Action: 'sts:GetCallerIdentity', Resource: '*' }),
  },
  nonCompliant: {
    'every resource': [policy({ ...ASSUME, Resource: '*' }), `${AT}.0.Resource`],
    'every role of every account': [policy({ ...ASSUME, Resource: 'arn:aws:iam::*:role/*' }), `${AT}.0.Resource`],
    'every role with a path': [policy({ ...ASSUME, Resource: 'arn:aws:iam::123456789012:role/*/*' }), `${AT}.0.Resource`],
    'every action of STS': [policy({ ...ASSUME, Action: 'sts:*', Resource: '*' }), `${AT}.0.Resource`],
    'a condition that holds without the tag': [
      policy({ ...ASSUME, Resource: '*', Condition: { StringEqualsIfExists: { 'aws:ResourceTag/team': 'orders' } } }), `${AT}.0.Resource`,
    ],
    'a condition on the caller': [policy({ ...ASSUME, Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }), `${AT}.0.Resource`],
    'any tag': [policy({ ...ASSUME, Resource: '*', Condition: { StringLike: { 'aws:ResourceTag/team': '*' } } }), `${AT}.0.Resource`],
    'a permission set': [
      carrier('AWS::SSO::PermissionSet', { InlinePolicy: document({ ...ASSUME, Resource: '*' }) }), 'Properties.InlinePolicy.Statement.0.Resource',
    ],
  },
  insufficientData: {
    'a role that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...ASSUME, Resource: { Ref: 'Given' } }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
