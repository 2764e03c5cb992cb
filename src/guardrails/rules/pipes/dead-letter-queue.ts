import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { judgeDeadLetterArn } from '../dead-letter-queues';

export const rule = defineRule({
  id: 'pipes/dead-letter-queue',
  catalogueKey: 'pipes/logging-encryption-and-dlq',
  title: 'EventBridge pipes keep the stream records that they give up on',
  severity: 'medium',
  resourceTypes: ['AWS::Pipes::Pipe'],
  controls: {},
  peers: {},
  rationale: 'A record that the target cannot handle blocks its shard until it expires, and is then gone without a trace.',
  whenNotToUse: 'Streams whose records can be read again from elsewhere.',
  fix: 'Set `sourceParameters.kinesisStreamParameters.deadLetterConfig.arn`, or that of `dynamoDbStreamParameters`, on the `CfnPipe`, let its role send '
    + 'to the queue (`queue.grantSendMessages(role)`), and limit `maximumRetryAttempts` or `maximumRecordAgeInSeconds`.',
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-pipes-pipe-pipesourceparameters.html',
  ],
  absent: {
    means: 'Records that are given up on are discarded.',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html',
  },
  check: (pipe) => {
    const parameters = streamParametersOf(pipe);
    return parameters === undefined ? 'NOT_APPLICABLE' : judgeDeadLetterArn(pipe.get('SourceParameters').get(parameters).get('DeadLetterConfig.Arn'));
  },
  remediation: { kind: 'companion', adds: 'a dead-letter queue, and the permission to send to it' },
});

const KINESIS = 'KinesisStreamParameters';
const DYNAMODB = 'DynamoDBStreamParameters';

/** Where a pipe that reads a stream has its settings; undefined for other sources, which keep their messages themselves. */
function streamParametersOf(pipe: Resource): string | undefined {
  const given = [KINESIS, DYNAMODB].find((name) => !pipe.get('SourceParameters').get(name).isAbsent);
  if (given !== undefined) return given; // CloudFormation asks for them, and refuses those of another source
  const source = pipe.get('Source');
  const text = source.textWith('…') ?? '';
  if (text.startsWith('smk:')) return undefined; // Kafka of one's own
  const named = source.target()?.type ?? /^arn:[^:]*:([a-z0-9-]+):/.exec(text)?.[1];
  if (named === undefined) return unknown(source.whyUnknown ?? 'the ARN of a source is expected here', source.location);
  if (/^AWS::Kinesis::|^kinesis$/.test(named)) return KINESIS;
  return /^AWS::DynamoDB::|^dynamodb$/.test(named) ? DYNAMODB : undefined;
}
