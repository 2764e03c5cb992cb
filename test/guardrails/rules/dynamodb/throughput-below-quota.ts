import { GIVEN, globalTable, table } from './situations';
import { rule } from '../../../../src/guardrails/rules/dynamodb/throughput-below-quota';
import { given } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

function provisioned(reads: unknown, writes: unknown): object {
  return { ProvisionedThroughput: { ReadCapacityUnits: reads, WriteCapacityUnits: writes } };
}

function replicated(reads: object, writes: number): Situation {
  return globalTable([{ Region: 'a', ReadProvisionedThroughputSettings: reads }], {
    BillingMode: 'PROVISIONED', WriteProvisionedThroughputSettings: { WriteCapacityAutoScalingSettings: { MinCapacity: 1, MaxCapacity: writes } },
  });
}

const [READS, WRITES] = ['ReadCapacityUnits', 'WriteCapacityUnits'].map((units) => `Properties.ProvisionedThroughput.${units}`);
const REPLICA = 'Properties.Replicas.0.ReadProvisionedThroughputSettings';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a little': table(provisioned(5, '5')),
    'just as much as is allowed': table({ BillingMode: 'PROVISIONED', ...provisioned(64_000, 64_000) }),
    'a raised quota': given({ readQuota: 200_000, writeQuota: 200_000 }, table(provisioned(150_000, 150_000))),
    'a global table': replicated({ ReadCapacityUnits: 5 }, 10),
  },
  nonCompliant: {
    'too many reads': [table(provisioned(64_001, 5)), READS],
    'too much of both, as text': [table(provisioned('70000', '70000')), READS, WRITES],
    'a lower share': [given({ percentage: 10 }, table(provisioned(5, 8_001))), WRITES],
    'together with an index': [
      table({ ...provisioned(40_000, 5), GlobalSecondaryIndexes: [{ IndexName: 'i', ...provisioned(30_000, 5) }] }), READS,
    ],
    'a global table': [
      replicated({ ReadCapacityAutoScalingSettings: { MinCapacity: 1, MaxCapacity: 70_000 } }, 70_000),
      'Properties.Replicas.0.ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.MaxCapacity',
      'Properties.WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MaxCapacity',
    ],
    'more reads than a quota of their own': [given({ readQuota: 100, writeQuota: 1_000 }, table(provisioned(90, 90))), READS],
    'more writes than a quota of their own': [given({ readQuota: 1_000, writeQuota: 100 }, table(provisioned(90, 90))), WRITES],
    'more reads of a global table than a quota of their own': [
      given({ readQuota: 100, writeQuota: 1_000 }, replicated({ ReadCapacityUnits: 90 }, 90)), `${REPLICA}.ReadCapacityUnits`,
    ],
    'more writes of a global table than a quota of their own': [
      given({ readQuota: 1_000, writeQuota: 100 }, replicated({ ReadCapacityUnits: 90 }, 90)),
      'Properties.WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MaxCapacity',
    ],
    'a global table together with an index': [globalTable([{
      Region: 'a',
      ReadProvisionedThroughputSettings: { ReadCapacityUnits: 40_000 },
      GlobalSecondaryIndexes: [{ IndexName: 'i', ReadProvisionedThroughputSettings: { ReadCapacityUnits: 30_000 } }],
    }], {
      BillingMode: 'PROVISIONED',
      WriteProvisionedThroughputSettings: { WriteCapacityAutoScalingSettings: { MaxCapacity: 40_000 } },
      GlobalSecondaryIndexes: [{ IndexName: 'i', WriteProvisionedThroughputSettings: { WriteCapacityAutoScalingSettings: { MaxCapacity: 30_000 } } }],
    }), `${REPLICA}.ReadCapacityUnits`, 'Properties.WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MaxCapacity'],
  },
  insufficientData: {
    'a parameter': table(provisioned({ Ref: 'Given' }, 5), GIVEN),
    'a mode by parameter': table({ BillingMode: { Ref: 'Given' }, ...provisioned(5, 5) }, GIVEN),
    'nothing said': table(),
  },
  notApplicable: {
    'on demand': table({ BillingMode: 'PAY_PER_REQUEST' }),
    'a global table on demand': globalTable([{ Region: 'a' }], { BillingMode: 'PAY_PER_REQUEST' }),
  },
};
