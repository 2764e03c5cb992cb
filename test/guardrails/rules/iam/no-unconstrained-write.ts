import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-unconstrained-write';
import type { Verdicts } from '../verdicts';

const WRITE = { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: '*' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a table': policy({ ...WRITE, Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/t' }),
    'a table and its indexes': policy({ ...WRITE, Resource: ['arn:aws:dynamodb:eu-west-1:123456789012:table/t', 'arn:aws:dynamodb:eu-west-1:123456789012:table/t/index/*'] }),
    'reading': policy({ ...WRITE, Action: ['dynamodb:GetItem', 's3:List*'] }),
    'traces, which know no resources': policy({ ...WRITE, Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'] }),
    'network interfaces of a function': policy({ ...WRITE, Action: 'ec2:CreateNetworkInterface', Resource: 'arn:aws:ec2:eu-west-1:123456789012:*/*' }),
    'log events, in all log groups of the account': policy({
      ...WRITE, Action: ['logs:CreateLogGroup', 'logs:PutLogEvents'], Resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:*',
    }),
    'log events, as the Lambda console grants the group': policy({ ...WRITE, Action: 'logs:CreateLogGroup', Resource: 'arn:aws:logs:eu-west-1:123456789012:*' }),
    'metrics, which have no ARN': policy({ ...WRITE, Action: 'cloudwatch:PutMetricData' }),
    'metrics of one namespace': policy({ ...WRITE, Action: 'cloudwatch:PutMetricData', Condition: { StringEquals: { 'cloudwatch:namespace': 'orders' } } }),
  },
  nonCompliant: {
    'every table': [policy(WRITE), `${AT}.0.Resource`],
    'every table of the account': [policy({ ...WRITE, Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/*' }), `${AT}.0.Resource`],
    'by a wildcard': [policy({ ...WRITE, Action: ['dynamodb:Get*', 'dynamodb:*Item'] }), `${AT}.0.Resource`],
    'log events, everywhere': [policy({ ...WRITE, Action: 'logs:PutLogEvents' }), `${AT}.0.Resource`],
    'deleting all log groups': [
      policy({ ...WRITE, Action: ['logs:PutLogEvents', 'logs:DeleteLogGroup'], Resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:*' }), `${AT}.0.Resource`,
    ],
    'deleting log groups, by an ARN of nothing but stars': [
      policy({ ...WRITE, Action: ['logs:PutLogEvents', 'logs:DeleteLogGroup'], Resource: 'arn:aws:logs:*:*:*' }), `${AT}.0.Resource`,
    ],
    'every queue, by stars': [policy({ ...WRITE, Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:*:*' }), `${AT}.0.Resource`],
    'inside a role': [role(WRITE), 'Properties.Policies.0.PolicyDocument.Statement.0.Resource'],
  },
  insufficientData: {
    'an action that is newer than this library': policy({ ...WRITE, Action: 'dynamodb:ScatterItems' }),
    'a table that a parameter names': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ ...WRITE, Resource: { Ref: 'Given' } }) }, GIVEN),
  },
  notApplicable: { 'a role without policies of its own': role() },
};
