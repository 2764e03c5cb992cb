import { FUNCTION, GIVEN, queueMapping } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/sqs-visibility-timeout';
import { app, resources, subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const mapping = subjectOf('AWS::Lambda::EventSourceMapping');
const AT = 'Properties.EventSourceArn';
const QUEUE = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q', VisibilityTimeout: 59 } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'six times': queueMapping({}, { VisibilityTimeout: 60 }, { Timeout: 10 }),
    'both by default': queueMapping({}),
    'the queue by default': queueMapping({}, {}, { Timeout: '5' }),
  },
  nonCompliant: {
    'less': [queueMapping({}, { VisibilityTimeout: 59 }, { Timeout: 10 }), AT],
    'not at all': [queueMapping({}, { VisibilityTimeout: 0 }), AT],
    'the queue by default, the function longer': [queueMapping({}, {}, { Timeout: 6 }), AT],
    'through an alias': [resources({
      Subject: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: { Ref: 'Alias' } },
      },
      Queue: QUEUE,
      Alias: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' } },
      Fn: { ...FUNCTION, Properties: { ...FUNCTION.Properties, Timeout: 10 } },
    }), AT],
    'by names, in other stacks': [app(
      { file: 'a.json', body: { Resources: { Queue: QUEUE } } },
      { file: 'b.json', body: { Resources: { Fn: { ...FUNCTION, Properties: { ...FUNCTION.Properties, FunctionName: 'f', Timeout: 10 } } } } },
      {
        file: 'c.json',
        body: {
          Resources: {
            Subject: {
              Type: 'AWS::Lambda::EventSourceMapping',
              Properties: { EventSourceArn: { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q' }, FunctionName: 'f' },
            },
          },
        },
      },
    ), AT],
    'through a version': [resources({
      Subject: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: { Ref: 'Version' } },
      },
      Queue: QUEUE,
      Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn' } } },
      Fn: { ...FUNCTION, Properties: { ...FUNCTION.Properties, Timeout: 10 } },
    }), AT],
  },
  insufficientData: {
    'a timeout given at deployment': queueMapping({}, {}, { Timeout: { Ref: 'Given' } }, GIVEN),
    'a function given at deployment': queueMapping({ FunctionName: { Ref: 'Given' } }, {}, {}, GIVEN),
    'a queue outside the app': queueMapping({ EventSourceArn: 'arn:aws:sqs:eu-west-1:111111111111:elsewhere' }),
    'a function outside the app': queueMapping({ FunctionName: 'elsewhere' }),
  },
  notApplicable: { 'a stream': mapping({ FunctionName: 'f', EventSourceArn: 'arn:aws:kinesis:eu-west-1:111111111111:stream/s' }) },
};
