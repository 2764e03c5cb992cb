import { GIVEN, functionBeside } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/dead-letter-target';
import { subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const fn = subjectOf('AWS::Lambda::Function');
const AT = 'Properties.DeadLetterConfig.TargetArn';

function to(type: string): Situation {
  return functionBeside({ DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Target', 'Arn'] } } }, { Target: { Type: type } });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a queue of the app': to('AWS::SQS::Queue'),
    'a topic of the app': to('AWS::SNS::Topic'),
    'a queue by its ARN': fn({ DeadLetterConfig: { TargetArn: { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:q' } } }),
    ...Object.fromEntries(['sqs', 'sns'].map((service) =>
      [`an ARN of ${service}`, fn({ DeadLetterConfig: { TargetArn: `arn:aws:${service}:eu-west-1:111111111111:events` } })])),
  },
  nonCompliant: {
    'nothing said': [fn(), AT],
    'an empty setting': [fn({ DeadLetterConfig: {} }), AT],
    'an empty ARN': [fn({ DeadLetterConfig: { TargetArn: '' } }), AT],
    'a function': [to('AWS::Lambda::Function'), AT],
    'the ARN of a function': [fn({ DeadLetterConfig: { TargetArn: 'arn:aws:lambda:eu-west-1:111111111111:function:f' } }), AT],
  },
  insufficientData: {
    'given at deployment': fn({ DeadLetterConfig: { TargetArn: { Ref: 'Given' } } }, GIVEN),
    'no ARN': fn({ DeadLetterConfig: { TargetArn: 'my-queue' } }),
  },
};
