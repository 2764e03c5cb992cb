import { bucket, GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/s3/event-notifications';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const PLACE = 'Properties.NotificationConfiguration';
const TO_TOPIC = { Event: 's3:ObjectCreated:*', Topic: 'arn:aws:sns:eu-west-1:111122223333:t' };

/** As the L2 does it: a function of CDK configures the bucket. */
function byHandler(configuration: object, name: unknown = { Ref: 'Subject' }): Situation {
  return resources({
    Subject: { Type: 'AWS::S3::Bucket', Properties: {} },
    Handler: { Type: 'Custom::S3BucketNotifications', Properties: { BucketName: name, NotificationConfiguration: configuration } },
  }, GIVEN);
}

/** A function of SAM that an event calls. */
function calledBy(event: object): Situation {
  return resources({
    Subject: { Type: 'AWS::S3::Bucket', Properties: {} },
    Function: { Type: 'AWS::Serverless::Function', Properties: { Events: { Timer: { Type: 'Schedule', Properties: { Schedule: 'rate(1 day)' } }, Event: event } } },
  }, GIVEN);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a topic': bucket({ NotificationConfiguration: { TopicConfigurations: [TO_TOPIC] } }),
    'a queue': bucket({ NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:*', Queue: 'arn:aws:sqs:eu-west-1:111122223333:q' }] } }),
    'a function': bucket({ NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:*', Function: 'arn:aws:lambda:eu-west-1:1:function:f' }] } }),
    'EventBridge': bucket({ NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: 'true' } } }),
    'a function, by CDK': byHandler({ LambdaFunctionConfigurations: [{ Events: ['s3:ObjectCreated:*'], LambdaFunctionArn: 'f' }] }),
    'EventBridge, by CDK': byHandler({ EventBridgeConfiguration: {} }),
    'a function, by SAM': calledBy({ Type: 'S3', Properties: { Bucket: { Ref: 'Subject' }, Events: 's3:ObjectCreated:*' } }),
  },
  nonCompliant: {
    'nothing said': [bucket(), PLACE],
    'an empty list': [bucket({ NotificationConfiguration: { TopicConfigurations: [] } }), PLACE],
    'EventBridge is off': [bucket({ NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: false } } }), PLACE],
    'nothing, by CDK': [byHandler({ TopicConfigurations: [] }), PLACE],
    'another bucket, by SAM': [calledBy({ Type: 'S3', Properties: { Bucket: 'other', Events: 's3:*' } }), PLACE],
    'another bucket, by CDK': [byHandler({ EventBridgeConfiguration: {} }, 'other'), PLACE],
  },
  insufficientData: {
    'a parameter': bucket({ NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: { Ref: 'Given' } } } }, GIVEN),
    'a bucket that a parameter names, by SAM': calledBy({ Type: 'S3', Properties: { Bucket: { Ref: 'Given' }, Events: 's3:*' } }),
    'a bucket that a parameter names, by CDK': byHandler({ EventBridgeConfiguration: {} }, { Ref: 'Given' }),
  },
};
