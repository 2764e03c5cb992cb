import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-star-resource';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a table': policy({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/t' }),
    'actions that know no resources': policy({ Effect: 'Allow', Action: ['xray:PutTraceSegments', 'ec2:Describe*Interfaces', 'sts:GetCallerIdentity'], Resource: '*' }),
    'network interfaces of a function': policy({ Effect: 'Allow', Action: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'], Resource: '*' }),
    'metrics, which have no ARN': policy({ Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*' }),
    'log events, in all log groups of the account': policy({
      Effect: 'Allow', Action: ['logs:CreateLogGroup', 'Logs:PutLogEvents'], Resource: 'arn:aws:logs:eu-west-1:123456789012:*',
    }),
    'all objects of a bucket': policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }),
    'denied': policy({ Effect: 'Deny', Action: 'dynamodb:GetItem', Resource: '*' }),
  },
  nonCompliant: {
    'every table': [policy({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' }), `${AT}.0.Resource`],
    'every bucket': [policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::*'] }), `${AT}.0.Resource.1`],
    'beside an action that knows none': [policy({ Effect: 'Allow', Action: ['xray:PutTraceSegments', 'sqs:SendMessage'], Resource: '*' }), `${AT}.0.Resource`],
    'log events, everywhere': [policy({ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' }), `${AT}.0.Resource`],
    'reading log events, in all log groups': [
      policy({ Effect: 'Allow', Action: ['logs:PutLogEvents', 'logs:GetLogEvents'], Resource: 'arn:aws:logs:*:*:*' }), `${AT}.0.Resource`,
    ],
    'by a wildcard': [policy({ Effect: 'Allow', Action: 'SQS:send*', Resource: '*' }), `${AT}.0.Resource`],
    'everything but some actions': [policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), `${AT}.0.Resource`],
    'everything but some resources': [policy({ Effect: 'Allow', Action: 'sqs:SendMessage', NotResource: 'arn:aws:sqs:eu-west-1:1:q' }), `${AT}.0.NotResource`],
    'with a condition': [
      policy({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/a': 'b' } } }), `${AT}.0.Resource`,
    ],
  },
  insufficientData: {
    'an action that is newer than this library': policy({ Effect: 'Allow', Action: 'dynamodb:TakeItemElsewhere', Resource: '*' }),
    'a resource that is not known': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: { Ref: 'Given' } }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
