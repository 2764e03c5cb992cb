import { GIVEN, subscription, topic } from './situations';
import { rule } from '../../../../src/guardrails/rules/sns/subscription-https';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'over HTTPS': subscription({ Protocol: 'https', Endpoint: 'https://example.com' }),
    'a queue': subscription({ Protocol: 'sqs' }),
    'inside of a topic': topic({ Subscription: [{ Protocol: 'lambda', Endpoint: 'arn' }, { Protocol: 'https', Endpoint: 'https://example.com' }] }),
  },
  nonCompliant: {
    'over HTTP': [subscription({ Protocol: 'http', Endpoint: 'http://example.com' }), 'Properties.Protocol'],
    'with blanks around it': [subscription({ Protocol: ' http ' }), 'Properties.Protocol'],
    'in capitals': [subscription({ Protocol: 'HTTP' }), 'Properties.Protocol'],
    'inside of a topic': [topic({ Subscription: [{ Protocol: 'sqs' }, { Protocol: 'http', Endpoint: 'http://example.com' }] }), 'Properties.Subscription.1.Protocol'],
  },
  insufficientData: {
    'a parameter': subscription({ Protocol: { Ref: 'Given' } }, GIVEN),
    'no protocol': subscription(),
  },
  notApplicable: {
    'a topic without subscriptions': topic(),
  },
};
