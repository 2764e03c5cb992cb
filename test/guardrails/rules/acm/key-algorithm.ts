import { rule } from '../../../../src/guardrails/rules/acm/key-algorithm';
import { subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const certificate = subjectOf('AWS::CertificateManager::Certificate');

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'nothing said': certificate({ DomainName: 'example.com' }),
    ...Object.fromEntries(['RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'].map((algorithm) =>
      [algorithm, certificate({ KeyAlgorithm: algorithm })])),
  },
  nonCompliant: {
    'RSA of 1024 bits': [certificate({ KeyAlgorithm: 'RSA_1024' }), 'Properties.KeyAlgorithm'],
    'something else': [certificate({ KeyAlgorithm: 'DSA' }), 'Properties.KeyAlgorithm'],
    'weak for one of the allowed values, and by default': [
      certificate({ KeyAlgorithm: { Ref: 'Key' } }, { Parameters: { Key: { Type: 'String', Default: 'RSA_1024', AllowedValues: ['RSA_1024', 'RSA_2048'] } } }),
      'Properties.KeyAlgorithm',
    ],
  },
  insufficientData: {
    'a parameter': certificate({ KeyAlgorithm: { Ref: 'Key' } }, { Parameters: { Key: { Type: 'String' } } }),
  },
};
