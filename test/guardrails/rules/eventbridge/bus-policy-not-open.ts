import { bus, busPolicy, GIVEN, OLD_FORM, ORGANIZATION, PUBLIC, PUT } from './situations';
import { rule } from '../../../../src/guardrails/rules/eventbridge/bus-policy-not-open';
import { subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'the own account in the old form': busPolicy({ ...OLD_FORM, Principal: { Ref: 'AWS::AccountId' } }),
    'an account': busPolicy({ StatementId: 's', Statement: PUT }),
    'everybody of an organization': busPolicy({ StatementId: 's', Statement: { ...PUBLIC, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } } }),
    'an account in the old form': busPolicy(OLD_FORM),
    'an organization in the old form': busPolicy({ ...OLD_FORM, Principal: '*', Condition: ORGANIZATION }),
    'a policy inside of the bus': bus({ Name: 'b', Policy: { Statement: [PUT] } }),
    'everybody is denied': busPolicy({ StatementId: 's', Statement: { ...PUBLIC, Effect: 'Deny' } }),
  },
  nonCompliant: {
    'everybody': [busPolicy({ StatementId: 's', Statement: PUBLIC }), 'Properties.Statement'],
    'everybody as an account': [busPolicy({ StatementId: 's', Statement: { ...PUT, Principal: { AWS: ['*'] } } }), 'Properties.Statement'],
    'a condition on the source of the event': [
      busPolicy({ StatementId: 's', Statement: { ...PUBLIC, Condition: { StringEquals: { 'events:source': 'com.example' } } } }), 'Properties.Statement',
    ],
    'everybody in the old form': [busPolicy({ ...OLD_FORM, Principal: '*' }), 'Properties.Principal'],
    'an empty organization in the old form': [busPolicy({ ...OLD_FORM, Principal: '*', Condition: { ...ORGANIZATION, Value: '' } }), 'Properties.Principal'],
    'another condition in the old form': [busPolicy({ ...OLD_FORM, Principal: '*', Condition: { ...ORGANIZATION, Key: 'events:source' } }), 'Properties.Principal'],
    'everybody inside of the bus': [bus({ Name: 'b', Policy: { Statement: [PUT, PUBLIC] } }), 'Properties.Policy.Statement.1'],
    'a policy as text': [bus({ Name: 'b', Policy: JSON.stringify({ Statement: PUBLIC }) }), 'Properties.Policy.Statement'],
    'a resource policy': [subjectOf('AWS::EventsV2::ResourcePolicy')({ EventBusArn: 'a', PolicyDocument: { Statement: [PUBLIC] } }), 'Properties.PolicyDocument.Statement.0'],
    'any organization in the old form': [busPolicy({ ...OLD_FORM, Principal: '*', Condition: { ...ORGANIZATION, Value: '*' } }), 'Properties.Principal'],
  },
  insufficientData: {
    'a principal by a parameter': busPolicy({ ...OLD_FORM, Principal: { Ref: 'Given' } }, GIVEN),
    'a statement by a parameter': busPolicy({ StatementId: 's', Statement: { Ref: 'Given' } }, GIVEN),
    'neither form': busPolicy({ StatementId: 's' }),
  },
  notApplicable: {
    'a bus without a policy': bus({ Name: 'b' }),
  },
};
