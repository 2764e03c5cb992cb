import { bucket, GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/s3/bucket-block-public-access';
import type { Verdicts } from '../verdicts';

const ALL = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
const { RestrictPublicBuckets: _, ...THREE } = ALL;
const BLOCK = 'Properties.PublicAccessBlockConfiguration';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'all four': bucket({ PublicAccessBlockConfiguration: ALL }),
    'as text': bucket({
      PublicAccessBlockConfiguration: { BlockPublicAcls: 'true', BlockPublicPolicy: 'True', IgnorePublicAcls: 'true', RestrictPublicBuckets: 'true' },
    }),
  },
  nonCompliant: {
    'nothing said': [bucket(), BLOCK],
    'left out by NoValue': [bucket({ PublicAccessBlockConfiguration: { Ref: 'AWS::NoValue' } }), BLOCK],
    'one is false': [bucket({ PublicAccessBlockConfiguration: { ...ALL, IgnorePublicAcls: false } }), `${BLOCK}.IgnorePublicAcls`],
    'one is false as text': [bucket({ PublicAccessBlockConfiguration: { ...ALL, BlockPublicPolicy: 'false' } }), `${BLOCK}.BlockPublicPolicy`],
    'one is left out': [bucket({ PublicAccessBlockConfiguration: THREE }), `${BLOCK}.RestrictPublicBuckets`],
    'an empty block': [
      bucket({ PublicAccessBlockConfiguration: {} }), ...Object.keys(ALL).map((name) => `${BLOCK}.${name}`) as [string],
    ],
  },
  insufficientData: {
    'one is a number': bucket({ PublicAccessBlockConfiguration: { ...ALL, IgnorePublicAcls: 1 } }),
    'a parameter': bucket({ PublicAccessBlockConfiguration: { ...ALL, BlockPublicAcls: { Ref: 'Given' } } }, GIVEN),
    'the block by a parameter': bucket({ PublicAccessBlockConfiguration: { Ref: 'Given' } }, GIVEN),
    'no boolean': bucket({ PublicAccessBlockConfiguration: { ...ALL, BlockPublicAcls: 'yes' } }),
  },
};
