import { GIVEN, topic } from './situations';
import { rule } from '../../../../src/guardrails/rules/sns/delivery-status-logging';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const ROLE = 'arn:aws:iam::111122223333:role/logs';
const AT = 'Properties.DeliveryStatusLogging';

function logging(...protocols: readonly string[]): object {
  return { DeliveryStatusLogging: protocols.map((protocol) => ({ Protocol: protocol, FailureFeedbackRoleArn: ROLE, SuccessFeedbackRoleArn: ROLE })) };
}

function subscribedBy(protocol: string, properties: object, topicArn: unknown = { Ref: 'Subject' }): Situation {
  return resources({
    Subject: { Type: 'AWS::SNS::Topic', Properties: properties },
    Subscription: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: topicArn, Protocol: protocol } },
  }, GIVEN);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'some protocol, where nobody is known to subscribe': topic(logging('sqs')),
    'the protocol of its subscription': subscribedBy('https', logging('http/s', 'sqs')),
    'of one that is written in the topic': topic({ ...logging('lambda'), Subscription: [{ Protocol: 'lambda', Endpoint: 'arn' }, { Protocol: 'email' }] }),
    'every protocol, whoever subscribes': subscribedBy('sqs', logging('http/s', 'sqs', 'lambda', 'firehose', 'application'), { Ref: 'Given' }),
  },
  nonCompliant: {
    'nothing said': [topic(), AT],
    'failures only': [topic({ DeliveryStatusLogging: [{ Protocol: 'sqs', FailureFeedbackRoleArn: ROLE }] }), AT],
    'another protocol': [subscribedBy('lambda', logging('sqs')), AT],
    'one of two protocols': [topic({ ...logging('sqs'), Subscription: [{ Protocol: 'sqs' }, { Protocol: 'lambda' }] }), AT],
    'a protocol that is not logged, beside a subscription of a topic that a parameter names': [resources({
      Subject: { Type: 'AWS::SNS::Topic', Properties: { ...logging('sqs'), Subscription: [{ Protocol: 'lambda' }] } },
      Subscription: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'Given' }, Protocol: 'sqs' } },
    }, GIVEN), AT],
  },
  insufficientData: {
    'a subscription of a topic that a parameter names': subscribedBy('lambda', logging('sqs'), { Ref: 'Given' }),
    'a role that may be empty': topic({ DeliveryStatusLogging: [{ Protocol: 'sqs', FailureFeedbackRoleArn: ROLE, SuccessFeedbackRoleArn: { Ref: 'Given' } }] }, GIVEN),
    'mail, beside a subscription of a topic that a parameter names': resources({
      Subject: { Type: 'AWS::SNS::Topic', Properties: { Subscription: [{ Protocol: 'email' }] } },
      Subscription: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'Given' }, Protocol: 'sqs' } },
    }, GIVEN),
  },
  notApplicable: {
    'mail only': subscribedBy('email', {}),
  },
};
