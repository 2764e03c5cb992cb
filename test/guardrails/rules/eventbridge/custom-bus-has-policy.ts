import { bus, GIVEN, OLD_FORM, PUT } from './situations';
import { rule } from '../../../../src/guardrails/rules/eventbridge/custom-bus-has-policy';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

function withPolicy(name: unknown, sections: object = {}): Situation {
  return resources({
    Subject: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
    Policy: { Type: 'AWS::Events::EventBusPolicy', Properties: { ...OLD_FORM, EventBusName: name } },
  }, sections);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a policy inside': bus({ Name: 'orders', Policy: { Statement: [PUT] } }),
    'a policy by reference': withPolicy({ Ref: 'Subject' }),
    'a policy by name': withPolicy('orders'),
    'a resource policy': resources({
      Subject: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
      Policy: { Type: 'AWS::EventsV2::ResourcePolicy', Properties: { EventBusArn: { 'Fn::GetAtt': ['Subject', 'Arn'] }, PolicyDocument: { Statement: [PUT] } } },
    }),
  },
  nonCompliant: {
    'no policy': [bus({ Name: 'orders' }), 'Properties.Policy'],
    'an empty policy': [bus({ Name: 'orders', Policy: {} }), 'Properties.Policy'],
    'the policy of another bus': [withPolicy('other'), 'Properties.Policy'],
    'the policy of the default bus': [withPolicy({ Ref: 'AWS::NoValue' }), 'Properties.Policy'],
  },
  insufficientData: {
    'a policy of a bus that a parameter names': withPolicy({ Ref: 'Given' }, GIVEN),
    'a resource policy of a bus that a parameter names': resources({
      Subject: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
      Policy: { Type: 'AWS::EventsV2::ResourcePolicy', Properties: { EventBusArn: { Ref: 'Given' }, PolicyDocument: { Statement: [PUT] } } },
    }, GIVEN),
  },
  notApplicable: {
    'the bus of a partner': bus({ Name: 'aws.partner/example.com/1', EventSourceName: 'aws.partner/example.com/1' }),
  },
};
