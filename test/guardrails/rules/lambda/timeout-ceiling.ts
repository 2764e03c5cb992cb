import { GIVEN, functionBeside, permission } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/timeout-ceiling';
import { given, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const fn = subjectOf('AWS::Lambda::Function');
const BY_API = { Permission: permission({ Principal: 'apigateway.amazonaws.com' }) };
const AT = 'Properties.Timeout';

/** No function may take longer than five minutes. */
function within(situation: Situation, more: object = {}): Situation {
  return given({ maximumSeconds: 300, ...more }, situation);
}

function reading(queue: object, arn: unknown = { 'Fn::GetAtt': ['Queue', 'Arn'] }): Record<string, object> {
  return {
    Queue: { Type: 'AWS::SQS::Queue', Properties: queue },
    Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: { Ref: 'Subject' }, EventSourceArn: arn } },
  };
}

const MAPPED = { FunctionName: 'f', EventSourceArn: 'arn:aws:sqs:eu-west-1:111111111111:q' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'by default': within(fn()),
    'below the ceiling': within(fn({ Timeout: 300 })),
    'behind an API': within(functionBeside({ Timeout: 29 }, BY_API)),
    'behind an API that waits longer': within(functionBeside({ Timeout: 60 }, BY_API), { behindApiSeconds: 60 }),
    'behind a queue': within(functionBeside({ Timeout: 60 }, reading({ VisibilityTimeout: 360 }))),
    'behind a stream': within(functionBeside({ Timeout: 60 }, reading({}, 'arn:aws:kinesis:eu-west-1:111111111111:stream/s'))),
    'invoked by something else than an API': within(functionBeside({ Timeout: 60 }, { Permission: permission({ Principal: 'sns.amazonaws.com' }) })),
    'as long as its queue hides messages': within(functionBeside({ Timeout: 30 }, reading({}))),
  },
  nonCompliant: {
    'above the ceiling': [within(fn({ Timeout: 301 })), AT],
    'as text': [within(fn({ Timeout: '900' })), AT],
    'behind an API': [within(functionBeside({ Timeout: 30 }, BY_API)), AT],
    'behind an API, without a ceiling': [functionBeside({ Timeout: 30 }, BY_API), AT],
    'behind a queue': [within(functionBeside({ Timeout: 31 }, reading({}))), AT],
    'behind a queue, beside a mapping of a function that a parameter names': [
      within(functionBeside({ Timeout: 31 }, { ...reading({}), Other: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { ...MAPPED, FunctionName: { Ref: 'Given' } } } }, GIVEN)), AT,
    ],
  },
  insufficientData: {
    'no ceiling given': fn({ Timeout: 10 }),
    'given at deployment': within(fn({ Timeout: { Ref: 'Given' } }, GIVEN)),
    'behind a queue outside the app': within(functionBeside({ Timeout: 60 }, reading({}, 'arn:aws:sqs:eu-west-1:111111111111:q'))),
    'a permission on a function that a parameter names': within(functionBeside(
      { Timeout: 60 }, { Permission: permission({ Principal: 'apigateway.amazonaws.com', FunctionName: { Ref: 'Given' } }) }, GIVEN,
    )),
    'a mapping of a function that a parameter names': within(functionBeside(
      { Timeout: 10 }, { Other: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { ...MAPPED, FunctionName: { Ref: 'Given' } } } }, GIVEN,
    )),
  },
};
