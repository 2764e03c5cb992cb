import { GIVEN, queueMapping } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/sqs-maximum-concurrency';
import { subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const mapping = subjectOf('AWS::Lambda::EventSourceMapping');
const QUEUE = { FunctionName: 'f', EventSourceArn: 'arn:aws:sqs:eu-west-1:111111111111:q' };
const AT = 'Properties.ScalingConfig.MaximumConcurrency';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a limit': mapping({ ...QUEUE, ScalingConfig: { MaximumConcurrency: 5 } }),
    'pollers of its own': mapping({ ...QUEUE, ProvisionedPollerConfig: { MinimumPollers: 2, MaximumPollers: 10 } }),
  },
  nonCompliant: {
    'nothing said': [mapping(QUEUE), AT],
    'an empty setting': [mapping({ ...QUEUE, ScalingConfig: {} }), AT],
    'a queue of the app': [queueMapping({ ProvisionedPollerConfig: {} }), AT],
    ...Object.fromEntries([1, 1001].map((limit) => [`${limit}, which Lambda does not take`, [mapping({ ...QUEUE, ScalingConfig: { MaximumConcurrency: limit } }), AT]])),
  },
  insufficientData: { 'given at deployment': mapping({ ...QUEUE, ScalingConfig: { MaximumConcurrency: { Ref: 'Given' } } }, GIVEN) },
  notApplicable: { 'a stream': mapping({ ...QUEUE, EventSourceArn: 'arn:aws:kinesis:eu-west-1:111111111111:stream/s' }) },
};
