import { at, inlinePolicy, policy, policyWithParameter, SEND } from './situations';
import { rule } from '../../../../src/guardrails/rules/sqs/policy-no-wildcard-action';
import type { Verdicts } from '../verdicts';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'one action': policy(SEND),
    'actions that end so': policy({ ...SEND, Action: ['sqs:*Message', 'sqs:*Queue*'] }),
    'some actions by a wildcard': policy({ ...SEND, Action: ['sqs:Send*', 'sqs:GetQueueUrl'] }),
    'every action is denied': policy({ ...SEND, Effect: 'Deny', Action: 'sqs:*' }),
    'an inline policy': inlinePolicy(SEND),
  },
  nonCompliant: {
    'a star': [policy({ ...SEND, Action: '*' }), at(0, '.Action')],
    'all actions of the service, in other letters': [policy(SEND, { ...SEND, Action: ['sqs:SendMessage', 'SQS:*'] }), at(1, '.Action.1')],
    'the same in other wildcards': [policy({ ...SEND, Action: 'sqs:?*' }), at(0, '.Action')],
    'an inline policy': [inlinePolicy({ ...SEND, Action: 'sqs:*' }), 'Properties.PolicyDocument.Statement.Action'],
  },
  insufficientData: {
    'an action by a parameter': policyWithParameter({ ...SEND, Action: { Ref: 'Given' } }),
    'an effect by a parameter': policyWithParameter({ ...SEND, Effect: { Ref: 'Given' }, Action: '*' }),
  },
};
