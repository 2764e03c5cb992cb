import { GIVEN, subscription } from './situations';
import { rule } from '../../../../src/guardrails/rules/sns/subscription-dead-letter-queue';
import { resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

const ARN = 'arn:aws:sqs:eu-west-1:111122223333:dead';
const AT = 'Properties.RedrivePolicy.deadLetterTargetArn';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a queue by its ARN': subscription({ Protocol: 'lambda', RedrivePolicy: { deadLetterTargetArn: ARN } }),
    'as text': subscription({ Protocol: 'lambda', RedrivePolicy: JSON.stringify({ deadLetterTargetArn: ARN }) }),
    'a queue of the template': resources({
      Subject: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'sqs', RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } } } },
      Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
    }),
    'mail with a queue': subscription({ Protocol: 'email', RedrivePolicy: { deadLetterTargetArn: ARN } }),
  },
  nonCompliant: {
    'nothing said': [subscription({ Protocol: 'lambda' }), AT],
    'no target': [subscription({ Protocol: 'https', RedrivePolicy: {} }), AT],
    'an empty target': [subscription({ Protocol: 'sqs', RedrivePolicy: { deadLetterTargetArn: '' } }), AT],
  },
  insufficientData: {
    'a target that may be empty': subscription({ Protocol: 'sqs', RedrivePolicy: { deadLetterTargetArn: { Ref: 'Given' } } }, GIVEN),
    'a protocol by a parameter': subscription({ Protocol: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: {
    'mail to a person': subscription({ Protocol: 'email', Endpoint: 'a@example.com' }),
    'mail to a program': subscription({ Protocol: 'email-json', Endpoint: 'a@example.com' }),
    'a text message': subscription({ Protocol: 'sms' }),
  },
};
