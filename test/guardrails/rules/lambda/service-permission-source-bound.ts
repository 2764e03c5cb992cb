import { GIVEN, resourcePolicy } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/service-permission-source-bound';
import { resources, subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const subject = subjectOf('AWS::Lambda::Permission');
const policy = subjectOf('AWS::Lambda::ResourcePolicy');
const BASE = { Action: 'lambda:InvokeFunction', FunctionName: 'f' };
const SNS = { ...BASE, Principal: 'sns.amazonaws.com' };
const S3 = { ...BASE, Principal: 's3.amazonaws.com' };
const STATEMENT = { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'lambda:InvokeFunction', Resource: '*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a topic': subject({ ...SNS, SourceArn: 'arn:aws:sns:eu-west-1:111111111111:topic' }),
    'a topic of the app': resources({
      Subject: { Type: 'AWS::Lambda::Permission', Properties: { ...SNS, SourceArn: { Ref: 'Topic' } } }, Topic: { Type: 'AWS::SNS::Topic' },
    }),
    'the account': subject({ ...SNS, SourceAccount: { Ref: 'AWS::AccountId' } }),
    'an organization': subject({ ...SNS, PrincipalOrgID: 'o-1234567890' }),
    'a bucket and its account': subject({ ...S3, SourceArn: 'arn:aws:s3:::b', SourceAccount: '111111111111' }),
    'a skill of Alexa': subject({ ...BASE, Principal: 'alexa-appkit.amazon.com', EventSourceToken: 'amzn1.ask.skill.x' }),
    'a policy': policy(resourcePolicy({ ...STATEMENT, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111111111111:topic' } } })),
    'a policy for S3 that names the account': policy(resourcePolicy(
      { ...STATEMENT, Principal: { Service: 's3.amazonaws.com' }, Condition: { StringEquals: { 'AWS:SourceAccount': '111111111111' } } },
    )),
  },
  nonCompliant: {
    'no source': [subject(SNS), 'Properties'],
    'the principal by the suffix of the region': [subject({ ...BASE, Principal: { 'Fn::Sub': 'sns.${AWS::URLSuffix}' } }), 'Properties'],
    'a regional principal': [subject({ ...BASE, Principal: 'logs.eu-west-1.amazonaws.com' }), 'Properties'],
    'an empty account': [subject({ ...SNS, SourceAccount: '' }), 'Properties'],
    'topics of every account': [subject({ ...SNS, SourceArn: 'arn:aws:sns:*:*:*' }), 'Properties.SourceArn'],
    'a bucket without its account': [subject({ ...S3, SourceArn: 'arn:aws:s3:::b' }), 'Properties.SourceArn'],
    'a policy without conditions': [policy(resourcePolicy(STATEMENT)), 'Properties.PolicyDocument.Statement.0'],
    'a policy for S3 that names the bucket only': [policy(resourcePolicy(
      { ...STATEMENT, Principal: { Service: ['s3.amazonaws.com'] }, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } } },
    )), 'Properties.PolicyDocument.Statement.0'],
    'a token, which no other service sends': [subject({ ...SNS, EventSourceToken: 'token' }), 'Properties'],
    'every skill of Alexa': [subject({ ...BASE, Principal: 'alexa-appkit.amazon.com' }), 'Properties'],
  },
  insufficientData: {
    'a principal given at deployment': subject({ ...BASE, Principal: { Ref: 'Given' } }, GIVEN),
    'a source given at deployment': subject({ ...SNS, SourceArn: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: {
    'an account': subject({ ...BASE, Principal: '222222222222' }),
    'its own account': subject({ ...BASE, Principal: { Ref: 'AWS::AccountId' } }),
    'a role': subject({ ...BASE, Principal: 'arn:aws:iam::222222222222:role/r' }),
    'everybody': subject({ ...BASE, Principal: '*' }),
    'a policy for a role': policy(resourcePolicy({ ...STATEMENT, Principal: { AWS: 'arn:aws:iam::222222222222:role/r' } })),
    'a policy that denies': policy(resourcePolicy({ ...STATEMENT, Effect: 'Deny' })),
    'a role whose name is given at deployment': subject({ ...BASE, Principal: { 'Fn::Sub': 'arn:aws:iam::222222222222:role/${Given}' } }, GIVEN),
  },
};
