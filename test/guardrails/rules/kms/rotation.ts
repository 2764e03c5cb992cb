import { GIVEN, key } from './situations';
import { rule } from '../../../../src/guardrails/rules/kms/rotation';
import type { Verdicts } from '../verdicts';

const AT = 'Properties.EnableKeyRotation';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'rotated': key({ EnableKeyRotation: true }),
    'in text': key({ EnableKeyRotation: 'true', KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Origin: 'AWS_KMS' }),
  },
  nonCompliant: {
    'nothing said': [key(), AT],
    'turned off': [key({ EnableKeyRotation: false }), AT],
    'symmetric by its own words': [key({ KeySpec: 'SYMMETRIC_DEFAULT' }), AT],
    'left out by NoValue': [key({ EnableKeyRotation: { Ref: 'AWS::NoValue' } }), AT],
  },
  insufficientData: {
    'a parameter': key({ EnableKeyRotation: { Ref: 'Given' } }, GIVEN),
    'a kind of key by a parameter': key({ KeySpec: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: {
    'a key pair': key({ KeySpec: 'RSA_4096', KeyUsage: 'SIGN_VERIFY' }),
    'an HMAC key': key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    'a symmetric spec for another use': key({ KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    'imported material': key({ Origin: 'EXTERNAL' }),
    'a key pair whose usage a parameter gives': key({ KeySpec: 'RSA_4096', KeyUsage: { Ref: 'Given' } }, GIVEN),
  },
};
