import { GLOBAL_TABLE, isOnEverywhere, switchOnEverywhere } from './replicas';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'dynamodb/global-table-pitr',
  title: 'Every replica of a DynamoDB global table can be restored to any point in time',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: [GLOBAL_TABLE],
  controls: {},
  peers: {
    checkov: ['CKV_AWS_165'],
  },
  rationale: 'A wrong write or deletion goes to all replicas within a second: only a backup brings the old items back.',
  whenNotToUse: 'Tables whose items can be made again, such as caches and sessions.',
  fix: 'Set `pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true }` on the `TableV2`, which all replicas inherit.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-replicaspecification.html',
  ],
  absent: {
    means: 'Point-in-time recovery is disabled for the replica.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-replicaspecification.html',
  },
  outsideDefault: 'dynamodb/point-in-time-recovery asks the same of every table, global tables among them',
  check: isOnEverywhere('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
  remediation: switchOnEverywhere('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
  unreachable: { NOT_APPLICABLE: 'every replica can be restored' },
});
