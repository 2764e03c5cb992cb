import { TABLES, isOnEverywhere, switchOnEverywhere } from './replicas';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'dynamodb/deletion-protection',
  title: 'DynamoDB tables are protected against deletion',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: TABLES,
  controls: {
    fsbp: ['DynamoDB.6'],
    nist80053r5: ['CA-9(1)', 'CM-2', 'CM-2(2)', 'CM-3', 'SC-5(2)'],
  },
  peers: {
    prowler: ['dynamodb_table_deletion_protection_enabled'],
    other: ['config:dynamodb-table-deletion-protection-enabled'],
  },
  rationale: 'One call, one wrong stack or one property whose change replaces the table deletes it with everything in it.',
  whenNotToUse: 'Tables of development and test stacks, which are made and removed with them.',
  fix: 'Set `deletionProtection: true` on the table.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-6',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
  ],
  absent: {
    means: 'Deletion protection is off.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
  },
  check: isOnEverywhere('DeletionProtectionEnabled'),
  remediation: switchOnEverywhere('DeletionProtectionEnabled'),
  unreachable: { NOT_APPLICABLE: 'every table can be protected' },
});
