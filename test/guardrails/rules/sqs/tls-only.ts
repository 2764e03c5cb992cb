import { GIVEN, policyProperties } from './situations';
import { rule } from '../../../../src/guardrails/rules/sqs/tls-only';
import { app, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const ARN = { 'Fn::GetAtt': ['Subject', 'Arn'] };
const DENY = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sqs:*', Resource: ARN, Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
const QUEUE = { Type: 'AWS::SQS::Queue', Properties: {} };

function policyOf(statements: readonly unknown[], queues: unknown = [{ Ref: 'Subject' }]): object {
  return { Type: 'AWS::SQS::QueuePolicy', Properties: policyProperties(statements, queues) };
}

function withPolicy(statement: unknown, queues?: unknown, sections: object = {}): Situation {
  return resources({ Subject: QUEUE, Policy: policyOf([statement], queues) }, sections);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'everything but another queue': withPolicy({ ...DENY, Resource: undefined, NotResource: 'arn:aws:sqs:eu-west-1:111122223333:other' }),
    'everybody is denied': withPolicy(DENY),
    'beside other statements': resources({ Subject: QUEUE, Policy: policyOf([{ ...DENY, Effect: 'Allow', Condition: undefined, Principal: { AWS: '111122223333' } }, DENY]) }),
    'another way of writing it': withPolicy({ ...DENY, Principal: '*', Action: ['*'], Resource: '*', Condition: { bool: { 'AWS:SECURETRANSPORT': [false] } } }),
    'all that is done with a queue': withPolicy({ ...DENY, Action: undefined, NotAction: 'sqs:ListQueues' }),
    'by an operator that asks whether the key is there': withPolicy({ ...DENY, Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } }),
    'no action may be done without TLS': withPolicy({ ...DENY, Action: undefined, NotAction: 'iam:*' }),
    'the queue by its name': resources({
      Subject: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } },
      Policy: policyOf([{ ...DENY, Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' }], ['https://sqs.eu-west-1.amazonaws.com/111122223333/orders']),
    }),
    'an inline policy': resources({
      Subject: QUEUE,
      Policy: { Type: 'AWS::SQS::QueueInlinePolicy', Properties: { Queue: { Ref: 'Subject' }, PolicyDocument: { Statement: [DENY] } } },
    }),
    'the policy in another stack': app(
      {
        file: 'a.json',
        body: {
          Resources: { Subject: QUEUE },
          Outputs: { Url: { Value: { Ref: 'Subject' }, Export: { Name: 'url' } }, Arn: { Value: ARN, Export: { Name: 'arn' } } },
        },
      },
      { file: 'b.json', body: { Resources: { Policy: policyOf([{ ...DENY, Resource: { 'Fn::ImportValue': 'arn' } }], [{ 'Fn::ImportValue': 'url' }]) } } },
    ),
  },
  nonCompliant: {
    'everything but the queue': [withPolicy({ ...DENY, Resource: undefined, NotResource: ['arn:aws:sqs:eu-west-1:111122223333:other', ARN] }), 'Properties'],
    'everything but everything': [withPolicy({ ...DENY, Resource: undefined, NotResource: '*' }), 'Properties'],
    'no policy': [resources({ Subject: QUEUE }), 'Properties'],
    'allowed': [withPolicy({ ...DENY, Effect: 'Allow' }), 'Properties'],
    'one account only': [withPolicy({ ...DENY, Principal: { AWS: '111122223333' } }), 'Properties'],
    'sending only': [withPolicy({ ...DENY, Action: 'sqs:SendMessage' }), 'Properties'],
    'another queue': [withPolicy({ ...DENY, Resource: 'arn:aws:sqs:eu-west-1:111122223333:other' }), 'Properties'],
    'requests with TLS': [withPolicy({ ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }), 'Properties'],
    'a second condition': [
      withPolicy({ ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'false' }, StringEquals: { 'aws:SourceAccount': '111122223333' } } }), 'Properties',
    ],
    'a condition that is about something else': [withPolicy({ ...DENY, Condition: { Bool: { 'aws:ViaAWSService': 'false' } } }), 'Properties'],
    'with and without TLS': [withPolicy({ ...DENY, Condition: { Bool: { 'aws:SecureTransport': ['false', 'true'] } } }), 'Properties'],
    'neither': [withPolicy({ ...DENY, Condition: { Bool: { 'aws:SecureTransport': [] } } }), 'Properties'],
    'an operator of other values': [withPolicy({ ...DENY, Condition: { 'ForAllValues:Bool': { 'aws:SecureTransport': 'false' } } }), 'Properties'],
    'an operator that is none': [withPolicy({ ...DENY, Condition: { BoolIfExistsNot: { 'aws:SecureTransport': 'false' } } }), 'Properties'],
    'two policies, neither of which denies': [
      resources({ Subject: QUEUE, Policy: policyOf([{ ...DENY, Effect: 'Allow' }]), Other: policyOf([{ ...DENY, Action: 'sqs:SendMessage' }]) }), 'Properties',
    ],
    'no condition': [withPolicy({ ...DENY, Condition: {} }), 'Properties'],
    'the policy of another queue': [withPolicy(DENY, ['https://sqs.eu-west-1.amazonaws.com/111122223333/other']), 'Properties'],
    'a policy that exists sometimes': [resources(
      { Subject: QUEUE, Policy: { ...policyOf([DENY]), Condition: 'Production' } },
      { Parameters: { Env: { Type: 'String' } }, Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } } },
    ), 'Properties'],
  },
  insufficientData: {
    'everything but what begins so': withPolicy({ ...DENY, Resource: undefined, NotResource: 'arn:aws:sqs:eu-west-1:111122223333:other-*' }),
    'a policy of a queue that a parameter names': withPolicy(DENY, [{ Ref: 'Given' }], GIVEN),
    'an inline policy of a queue that a parameter names': resources({
      Subject: QUEUE,
      Policy: { Type: 'AWS::SQS::QueueInlinePolicy', Properties: { Queue: { Ref: 'Given' }, PolicyDocument: { Statement: [DENY] } } },
    }, GIVEN),
    'an action that a parameter names': withPolicy({ ...DENY, Action: { Ref: 'Given' } }, undefined, GIVEN),
    'a second policy that overwrites it, or not': resources({ Subject: QUEUE, Policy: policyOf([DENY]), Other: policyOf([{ ...DENY, Action: 'sqs:SendMessage' }]) }),
  },
};
