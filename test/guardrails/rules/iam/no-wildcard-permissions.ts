import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-wildcard-permissions';
import { given, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const BUCKET = { Type: 'AWS::S3::Bucket' };
const OBJECTS = { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] };

function onObjects(action: string): Situation {
  return resources({
    Subject: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document({ Effect: 'Allow', Action: action, Resource: OBJECTS }) } },
    Bucket: BUCKET,
  });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'nothing but exact names': policy({ Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::b' }),
    'wildcards that are justified': given({ justified: ['<Bucket.Arn>/*', 's3:GetObject*'] }, onObjects('s3:GetObject*')),
    'wildcards beside the account, a name and what is not known, which are justified': given(
      { justified: ['arn:aws:s3:::<AWS::AccountId>-logs/*', 'arn:aws:s3:::<Bucket>/*', 'arn:aws:s3:::<…>/*'] },
      resources({
        Subject: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: {
            PolicyDocument: document({
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: ['${AWS::AccountId}-logs/*', '${Bucket}/*', '${Given}/*'].map((name) => ({ 'Fn::Sub': `arn:aws:s3:::${name}` })),
            }),
          },
        },
        Bucket: BUCKET,
      }, GIVEN),
    ),
    'denied': policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }),
  },
  nonCompliant: {
    'in the action': [policy({ Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::b' }), `${AT}.0.Action`],
    'a question mark in the resource': [policy({ Effect: 'Allow', Action: 's3:ListBucket', Resource: ['arn:aws:s3:::b?'] }), `${AT}.0.Resource.0`],
    'in both': [policy({ Effect: 'Allow', Action: '*', Resource: '*' }), `${AT}.0.Action`, `${AT}.0.Resource`],
    'behind a reference': [onObjects('s3:GetObject'), `${AT}.0.Resource`],
    'another one is justified': [given({ justified: ['s3:GetObject*'] }, onObjects('s3:GetObject*')), `${AT}.0.Resource`],
    'behind what is not known': [
      carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ Effect: 'Allow', Action: 's3:GetObject', Resource: { 'Fn::Sub': 'arn:aws:s3:::${Given}/*' } }) }, GIVEN),
      `${AT}.0.Resource`,
    ],
  },
  insufficientData: {
    'a resource that is not known': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ Effect: 'Allow', Action: 's3:GetObject', Resource: { 'Fn::Sub': 'arn:aws:s3:::${Given}' } }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
