import { GIVEN, queue } from './situations';
import { rule } from '../../../../src/guardrails/rules/sqs/dead-letter-queue';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const QUEUE = { Type: 'AWS::SQS::Queue', Properties: {} };
const ARN = 'arn:aws:sqs:eu-west-1:111122223333:dead';
const AT = 'Properties.RedrivePolicy.deadLetterTargetArn';

function namedBy(type: string, properties: object, sections: object = {}): Situation {
  return resources({ Subject: QUEUE, Other: { Type: type, Properties: properties } }, sections);
}

const SUBJECT = { 'Fn::GetAtt': ['Subject', 'Arn'] };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a queue by its ARN': queue({ RedrivePolicy: { deadLetterTargetArn: ARN, maxReceiveCount: 5 } }),
    'a queue of the template': resources({
      Subject: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: '5' } } },
      Dead: QUEUE,
    }),
    'as text': queue({ RedrivePolicy: JSON.stringify({ deadLetterTargetArn: ARN, maxReceiveCount: 5 }) }),
    'that is a dead-letter queue too': resources({
      Subject: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: ARN } } },
      Other: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: SUBJECT } } },
    }),
    'as text with a reference': resources({
      Subject: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { 'Fn::Sub': '{"deadLetterTargetArn":"${Dead.Arn}","maxReceiveCount":5}' } } },
      Dead: QUEUE,
    }),
  },
  nonCompliant: {
    'nothing said': [queue(), AT],
    'no target': [queue({ RedrivePolicy: {} }), AT],
    'an empty target': [queue({ RedrivePolicy: { deadLetterTargetArn: '', maxReceiveCount: 5 } }), AT],
    'the target left out': [queue({ RedrivePolicy: { deadLetterTargetArn: { Ref: 'AWS::NoValue' } } }), AT],
    'every queue may use it, and none does': [queue({ RedriveAllowPolicy: { redrivePermission: 'allowAll' } }), AT],
    'another queue has one': [namedBy('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: ARN } }), AT],
  },
  insufficientData: {
    'a target that may be empty': queue({ RedrivePolicy: { deadLetterTargetArn: { Ref: 'Given' } } }, GIVEN),
    'a target that is a list': queue({ RedrivePolicy: { deadLetterTargetArn: [ARN] } }),
    'a policy by a parameter': queue({ RedrivePolicy: { Ref: 'Given' } }, GIVEN),
    'something that a parameter names has it as its own, or not': namedBy('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: { Ref: 'Given' } } }, GIVEN),
    'a bus, or not': namedBy('AWS::Events::EventBus', { DeadLetterConfig: { Arn: { Ref: 'Given' } } }, GIVEN),
  },
  notApplicable: {
    'the dead-letter queue of a queue': namedBy('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: SUBJECT } }),
    'of a function': namedBy('AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: SUBJECT } }),
    'of a function of SAM': namedBy('AWS::Serverless::Function', { DeadLetterQueue: { Type: 'SQS', TargetArn: SUBJECT } }),
    'of the asynchronous calls of a function of SAM': namedBy('AWS::Serverless::Function', {
      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: 'SQS', Destination: SUBJECT } } },
    }),
    'of a schedule of a function of SAM': namedBy('AWS::Serverless::Function', {
      Events: { Timer: { Type: 'ScheduleV2', Properties: { DeadLetterConfig: { Arn: SUBJECT } } } },
    }),
    'of a stream of a function of SAM': namedBy('AWS::Serverless::Function', {
      Events: { Stream: { Type: 'DynamoDB', Properties: { DestinationConfig: { OnFailure: { Destination: SUBJECT } } } } },
    }),
    'of an event of a state machine of SAM': namedBy('AWS::Serverless::StateMachine', {
      Events: { Event: { Type: 'EventBridgeRule', Properties: { DeadLetterConfig: { Arn: SUBJECT } } } },
    }),
    'of a rule': namedBy('AWS::Events::Rule', { Targets: [{ Arn: 'a' }, { Arn: 'b', DeadLetterConfig: { Arn: SUBJECT } }] }),
    'of a schedule': namedBy('AWS::Scheduler::Schedule', { Target: { DeadLetterConfig: { Arn: SUBJECT } } }),
    'of a subscription': namedBy('AWS::SNS::Subscription', { RedrivePolicy: { deadLetterTargetArn: SUBJECT } }),
    'of a pipe': namedBy('AWS::Pipes::Pipe', { SourceParameters: { FilterCriteria: {}, KinesisStreamParameters: { DeadLetterConfig: { Arn: SUBJECT } } } }),
    'of a bus': namedBy('AWS::Events::EventBus', { DeadLetterConfig: { Arn: SUBJECT } }),
    'of what calls a function': namedBy('AWS::Lambda::EventInvokeConfig', { DestinationConfig: { OnFailure: { Destination: SUBJECT } } }),
    'of an event source mapping': namedBy('AWS::Lambda::EventSourceMapping', { DestinationConfig: { OnFailure: { Destination: SUBJECT } } }),
    'of a queue, whoever else may use it': resources({
      Subject: { Type: 'AWS::SQS::Queue', Properties: { RedriveAllowPolicy: { Ref: 'Given' } } },
      Other: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: SUBJECT } } },
    }, GIVEN),
    'of queues of another app': queue({ RedriveAllowPolicy: { redrivePermission: 'byQueue', sourceQueueArns: [ARN] } }),
  },
};
