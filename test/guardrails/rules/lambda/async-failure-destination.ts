import { GIVEN, functionBeside, permission } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/async-failure-destination';
import type { Verdicts } from '../verdicts';

const BY_EVENTS = permission({ Principal: 'events.amazonaws.com' });

function config(properties: object, fn: unknown = { Ref: 'Subject' }): object {
  return { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: fn, Qualifier: '$LATEST', ...properties } };
}

function schedule(arn: unknown): object {
  const target = { Arn: arn, RoleArn: 'arn:aws:iam::111111111111:role/s' };
  return { Type: 'AWS::Scheduler::Schedule', Properties: { ScheduleExpression: 'rate(1 hour)', Target: target } };
}

const KEEPS = { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111111111111:q' } } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a failure destination': functionBeside({}, { BY_EVENTS, Config: config(KEEPS) }),
    'a dead-letter queue': functionBeside({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111111111111:q' } }, { BY_EVENTS }),
    'a failure destination, by the name of the function': functionBeside({ FunctionName: 'f' }, { BY_EVENTS, Config: config(KEEPS, 'f') }),
  },
  nonCompliant: {
    'invoked by EventBridge': [functionBeside({}, { BY_EVENTS }), 'Properties'],
    'invoked by S3 through an alias': [functionBeside({}, {
      Alias: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Subject' }, FunctionVersion: '1', Name: 'live' } },
      Permission: permission({ Principal: 's3.amazonaws.com', FunctionName: { Ref: 'Alias' } }),
    }), 'Properties'],
    'invoked by a schedule, which needs no permission': [
      functionBeside({}, { Hourly: schedule({ 'Fn::GetAtt': ['Subject', 'Arn'] }) }), 'Properties',
    ],
    'only retries': [functionBeside({}, { Config: config({ MaximumRetryAttempts: 1 }) }), 'Properties'],
    'a destination for success only': [functionBeside({}, {
      Config: config({ DestinationConfig: { OnSuccess: { Destination: 'arn:aws:sqs:eu-west-1:111111111111:q' } } }),
    }), 'Properties'],
    'the destination of another function': [functionBeside({}, { BY_EVENTS, Config: config(KEEPS, 'other') }), 'Properties'],
    'a destination that is there sometimes': [functionBeside(
      {},
      { BY_EVENTS, Config: { ...config(KEEPS), Condition: 'Production' } },
      { Parameters: { Env: { Type: 'String' } }, Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } } },
    ), 'Properties'],
    ...Object.fromEntries(['codecommit', 'codepipeline', 'config', 'iot', 'iotevents', 'logs', 's3', 'ses', 'sns'].map((service) =>
      [`invoked by ${service}`, [functionBeside({}, { Permission: permission({ Principal: `${service}.amazonaws.com` }) }), 'Properties']])),
  },
  insufficientData: {
    'a destination of a function that a parameter names': functionBeside({}, { BY_EVENTS, Config: config(KEEPS, { Ref: 'Given' }) }, GIVEN),
    'a permission for a principal that a parameter names': functionBeside({}, { Permission: permission({ Principal: { Ref: 'Given' } }) }, GIVEN),
    'a schedule of a function that a parameter names': functionBeside({}, { Hourly: schedule({ Ref: 'Given' }) }, GIVEN),
    'a permission on a function that a parameter names': functionBeside(
      {}, { Permission: permission({ Principal: 'sns.amazonaws.com', FunctionName: { Ref: 'Given' } }) }, GIVEN,
    ),
  },
  notApplicable: {
    'nobody invokes it by permission': functionBeside({}, {}),
    'a schedule of another function': functionBeside({}, { Hourly: schedule('arn:aws:lambda:eu-west-1:111111111111:function:other') }),
    'invoked by API Gateway': functionBeside({}, { Permission: permission({ Principal: 'apigateway.amazonaws.com' }) }),
  },
};
