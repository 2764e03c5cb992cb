import { GIVEN, queueMapping } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/event-source-failure-destination';
import { resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const mapping = subjectOf('AWS::Lambda::EventSourceMapping');
const KINESIS = { FunctionName: 'f', EventSourceArn: 'arn:aws:kinesis:eu-west-1:111111111111:stream/s' };
const DESTINATION = { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111111111111:q' } } };
const AT = 'Properties.DestinationConfig.OnFailure.Destination';

/** A mapping of something that is in the app. */
function reading(type: string, attribute: string): Situation {
  return resources({
    Subject: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: 'f', EventSourceArn: { 'Fn::GetAtt': ['Source', attribute] } } },
    Source: { Type: type },
  });
}

export const verdicts: Verdicts = {
  rule,
  compliant: { 'a queue for failures': mapping({ ...KINESIS, ...DESTINATION }) },
  nonCompliant: {
    'a stream of Kinesis': [mapping(KINESIS), AT],
    'an empty destination': [mapping({ ...KINESIS, DestinationConfig: { OnFailure: { Destination: '' } } }), AT],
    'a table of the app': [reading('AWS::DynamoDB::GlobalTable', 'StreamArn'), AT],
    'a stream of the app': [reading('AWS::Kinesis::Stream', 'Arn'), AT],
  },
  insufficientData: {
    'a source given at deployment': mapping({ ...KINESIS, EventSourceArn: { Ref: 'Given' } }, GIVEN),
    'a destination given at deployment': mapping({ ...KINESIS, DestinationConfig: { OnFailure: { Destination: { Ref: 'Given' } } } }, GIVEN),
  },
  notApplicable: {
    'a queue': queueMapping({}),
    'a broker': mapping({ FunctionName: 'f', EventSourceArn: 'arn:aws:mq:eu-west-1:111111111111:broker:b:b-1' }),
    'Kafka of one\'s own': mapping({ FunctionName: 'f', SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['k:9092'] } } }),
    ...Object.fromEntries([['AWS::MSK::Cluster', 'Arn'], ['AWS::AmazonMQ::Broker', 'Arn'], ['AWS::DocDB::DBCluster', 'Arn']].map(([type, attribute]) =>
      [`${type} of the app`, reading(type, attribute)])),
  },
};
