import { GIVEN, resourcePolicy } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/no-public-invoke-permission';
import { subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const permission = subjectOf('AWS::Lambda::Permission');
const layerPermission = subjectOf('AWS::Lambda::LayerVersionPermission');
const policy = subjectOf('AWS::Lambda::ResourcePolicy');
const PUBLIC = { Action: 'lambda:InvokeFunction', FunctionName: 'f', Principal: '*' };
const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunction', Resource: '*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a service': permission({ ...PUBLIC, Principal: 'events.amazonaws.com' }),
    'another account': permission({ ...PUBLIC, Principal: '222222222222' }),
    'its own account': permission({ ...PUBLIC, Principal: { Ref: 'AWS::AccountId' } }),
    'an organization': permission({ ...PUBLIC, PrincipalOrgID: 'o-1234567890' }),
    'the source of one account': permission({ ...PUBLIC, SourceAccount: { Ref: 'AWS::AccountId' } }),
    'the ARN of a rule': permission({ ...PUBLIC, SourceArn: { 'Fn::Sub': 'arn:${AWS::Partition}:events:*:${AWS::AccountId}:rule/*' } }),
    'one bucket': permission({ ...PUBLIC, SourceArn: 'arn:aws:s3:::bucket' }),
    'a layer for an organization': layerPermission({ Action: 'lambda:GetLayerVersion', Principal: '*', OrganizationId: 'o-1234567890' }),
    'a policy for everybody in an organization': policy(resourcePolicy(
      { ...EVERYBODY, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } },
    )),
    'a policy that denies everybody': policy(resourcePolicy({ ...EVERYBODY, Effect: 'Deny' })),
  },
  nonCompliant: {
    'everybody': [permission(PUBLIC), 'Properties.Principal'],
    'a public function URL': [permission({ ...PUBLIC, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }), 'Properties.Principal'],
    'any AWS account by the function URL': [
      permission({ ...PUBLIC, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'AWS_IAM' }), 'Properties.Principal',
    ],
    'every source': [permission({ ...PUBLIC, SourceArn: '*' }), 'Properties.Principal'],
    'sources of every account': [permission({ ...PUBLIC, SourceArn: 'arn:aws:sns:eu-west-1:*:topic' }), 'Properties.Principal'],
    'every bucket': [permission({ ...PUBLIC, SourceArn: 'arn:aws:s3:::*' }), 'Properties.Principal'],
    'an empty organization': [permission({ ...PUBLIC, PrincipalOrgID: '' }), 'Properties.Principal'],
    'a layer': [layerPermission({ Action: 'lambda:GetLayerVersion', Principal: '*' }), 'Properties.Principal'],
    'a policy': [policy(resourcePolicy({ ...EVERYBODY, Principal: { AWS: ['*'] } })), 'Properties.PolicyDocument.Statement.0'],
    'a policy that only names how URLs authenticate': [
      policy(resourcePolicy({ ...EVERYBODY, Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } } })),
      'Properties.PolicyDocument.Statement.0',
    ],
  },
  insufficientData: {
    'a principal given at deployment': permission({ ...PUBLIC, Principal: { Ref: 'Given' } }, GIVEN),
    'a source given at deployment': permission({ ...PUBLIC, SourceArn: { Ref: 'Given' } }, GIVEN),
    'the account of the source given at deployment': permission(
      { ...PUBLIC, SourceArn: { 'Fn::Sub': 'arn:aws:sns:eu-west-1:${Given}:topic' } }, GIVEN,
    ),
    'no principal': permission({ Action: 'lambda:InvokeFunction', FunctionName: 'f' }),
  },
};
