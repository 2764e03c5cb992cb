import { GIVEN, globalTable, table } from './situations';
import { rule } from '../../../../src/guardrails/rules/dynamodb/deletion-protection';
import type { Verdicts } from '../verdicts';

const WHERE = 'Properties.DeletionProtectionEnabled';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'on': table({ DeletionProtectionEnabled: true }),
    'on, as text': table({ DeletionProtectionEnabled: 'true' }),
    'every replica of a global table': globalTable([{ Region: 'a', DeletionProtectionEnabled: true }, { Region: 'b', DeletionProtectionEnabled: true }]),
  },
  nonCompliant: {
    'nothing said': [table(), WHERE],
    'off': [table({ DeletionProtectionEnabled: false }), WHERE],
    'left out by NoValue': [table({ DeletionProtectionEnabled: { Ref: 'AWS::NoValue' } }), WHERE],
    'one replica of a global table': [
      globalTable([{ Region: 'a', DeletionProtectionEnabled: true }, { Region: 'b' }]), 'Properties.Replicas.1.DeletionProtectionEnabled',
    ],
    'a global table that says it in the wrong place': [
      globalTable([{ Region: 'a' }], { DeletionProtectionEnabled: true }), 'Properties.Replicas.0.DeletionProtectionEnabled',
    ],
  },
  insufficientData: {
    'a number': table({ DeletionProtectionEnabled: 1 }),
    'a word': table({ DeletionProtectionEnabled: 'yes' }),
    'a parameter': table({ DeletionProtectionEnabled: { Ref: 'Given' } }, GIVEN),
    'a global table without replicas': globalTable([]),
  },
};
