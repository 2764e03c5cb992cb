import { GIVEN, alarmOn } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudwatch/dead-letter-queue-alarm';
import { app, resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const QUEUE = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } };
const ARN = { 'Fn::GetAtt': ['Subject', 'Arn'] };
const NAME = { 'Fn::GetAtt': ['Subject', 'QueueName'] };
const VISIBLE = 'ApproximateNumberOfMessagesVisible';
const SOURCE = { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: ARN, maxReceiveCount: 3 } } };

/** A dead-letter queue with what else there is. */
function dead(others: Readonly<Record<string, object>>): Situation {
  return resources({ Subject: QUEUE, Source: SOURCE, ...others }, GIVEN);
}

/** A queue that some resource names as its dead-letter queue, without an alarm. */
function namedBy(type: string, properties: object): Situation {
  return resources({ Subject: QUEUE, Other: { Type: type, Properties: properties } }, GIVEN);
}

function computed(...queries: readonly object[]): object {
  return { Type: 'AWS::CloudWatch::Alarm', Properties: { Metrics: queries } };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'an alarm': dead({ Alarm: alarmOn('AWS/SQS', VISIBLE, 'QueueName', NAME) }),
    'an alarm by name': dead({ Alarm: alarmOn('AWS/SQS', VISIBLE, 'QueueName', 'dead') }),
    'an alarm that computes': dead({
      Alarm: computed(
        { Id: 'e', Expression: 'a + b' },
        { Id: 'a', MetricStat: { Metric: { Namespace: 'AWS/SQS', MetricName: VISIBLE, Dimensions: [{ Name: 'QueueName', Value: NAME }] } } },
      ),
    }),
    'an alarm on all queues': dead({ Alarm: computed({ Id: 'q', Expression: `SELECT MAX(${VISIBLE}) FROM SCHEMA("AWS/SQS", QueueName)` }) }),
    'an alarm in another stack': app(
      { file: 'a.json', body: { Resources: { Subject: QUEUE, Source: SOURCE }, Outputs: { Name: { Value: NAME, Export: { Name: 'queue' } } } } },
      { file: 'b.json', body: { Resources: { Alarm: alarmOn('AWS/SQS', VISIBLE, 'QueueName', { 'Fn::ImportValue': 'queue' }) } } },
    ),
  },
  nonCompliant: {
    'no alarm': [dead({}), 'Properties'],
    'an alarm on another metric': [dead({ Alarm: alarmOn('AWS/SQS', 'NumberOfMessagesSent', 'QueueName', NAME) }), 'Properties'],
    'an alarm on another queue': [dead({ Alarm: alarmOn('AWS/SQS', VISIBLE, 'QueueName', 'other') }), 'Properties'],
    'an alarm on a metric of the same name': [dead({ Alarm: alarmOn('Mine', VISIBLE, 'QueueName', NAME) }), 'Properties'],
    'an alarm that computes with another metric': [dead({ Alarm: computed({ Id: 'e', Expression: `MAX(METRICS("${VISIBLE} AWS/SQS"))` }) }), 'Properties'],
    'an alarm on another metric of all queues': [
      dead({ Alarm: computed({ Id: 'q', Expression: 'SELECT SUM(NumberOfMessagesSent) FROM SCHEMA("AWS/SQS", QueueName)' }) }), 'Properties',
    ],
    'an alarm on a metric of the same name of everything else': [
      dead({ Alarm: computed({ Id: 'q', Expression: `SELECT MAX(${VISIBLE}) FROM SCHEMA("Mine", QueueName)` }) }), 'Properties',
    ],
    'an alarm without a queue': [dead({ Alarm: alarmOn('AWS/SQS', VISIBLE) }), 'Properties'],
    'an alarm that exists sometimes': [resources(
      { Subject: QUEUE, Source: SOURCE, Alarm: { ...alarmOn('AWS/SQS', VISIBLE, 'QueueName', NAME), Condition: 'Production' } },
      { ...GIVEN, Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Given' }, 'production'] } } },
    ), 'Properties'],
    'of a function': [namedBy('AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: ARN } }), 'Properties'],
    'of a subscription': [namedBy('AWS::SNS::Subscription', { RedrivePolicy: { deadLetterTargetArn: ARN } }), 'Properties'],
    'of a rule': [namedBy('AWS::Events::Rule', { Targets: [{ Id: 'a' }, { Id: 'b', DeadLetterConfig: { Arn: ARN } }] }), 'Properties'],
    'of an event source, by name': [
      namedBy('AWS::Lambda::EventSourceMapping', { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-central-1:111122223333:dead' } } }), 'Properties',
    ],
    'of a pipe': [namedBy('AWS::Pipes::Pipe', { SourceParameters: { DynamoDBStreamParameters: { DeadLetterConfig: { Arn: ARN } } } }), 'Properties'],
    'of a schedule': [namedBy('AWS::Scheduler::Schedule', { Target: { DeadLetterConfig: { Arn: ARN } } }), 'Properties'],
  },
  insufficientData: {
    'a queue that may be a dead-letter queue': namedBy('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: { Ref: 'Given' } } }),
    'an alarm that may be on another queue': dead({ Alarm: alarmOn('AWS/SQS', VISIBLE, 'QueueName', { Ref: 'Given' }) }),
    'an alarm on some queues': dead({ Alarm: computed({ Id: 'q', Expression: `SELECT MAX(${VISIBLE}) FROM "AWS/SQS" WHERE QueueName != 'a'` }) }),
  },
  notApplicable: {
    'an ordinary queue': subjectOf('AWS::SQS::Queue')({ QueueName: 'a' }),
    'a queue with a dead-letter queue': resources({ Subject: { ...SOURCE, Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } } } }, Dead: QUEUE }),
  },
};
