import { TABLES } from './replicas';
import { defineRule } from '../../engine/rule';
import { some, violation } from '../../engine/violation';
import { isSelected } from '../backup-selection';

export const rule = defineRule({
  id: 'dynamodb/in-backup-plan',
  title: 'DynamoDB tables are in a backup plan',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: TABLES,
  controls: {
    pciDss4: ['10.3.3'],
    hipaa: [
      '164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)', '164.310(d)(2)(iv)',
      '164.312(a)(2)(ii)',
    ],
    nist80053r5: [
      'CP-1(2)', 'CP-2(5)', 'CP-6', 'CP-6(1)', 'CP-6(2)', 'CP-6(a)', 'CP-9', 'CP-9(a)', 'CP-9(b)', 'CP-9(c)', 'CP-9(d)', 'CP-10',
      'CP-10(2)', 'SC-5(2)', 'SI-12', 'SI-13(5)',
    ],
    soc2: ['A1.2', 'CC7.4'],
  },
  peers: {
    cdkNag: ['DynamoDBInBackupPlan'],
    prowler: ['dynamodb_table_protected_by_backup_plan'],
    other: [
      'config:dynamodb-in-backup-plan', 'config:dynamodb-resources-protected-by-backup-plan', 'guard-stub:DYNAMODB_IN_BACKUP_PLAN',
      'guard-stub:DYNAMODB_RESOURCES_PROTECTED_BY_BACKUP_PLAN',
    ],
  },
  rationale: 'Point-in-time recovery reaches back 35 days at most and stays in the account; a backup in a vault has its own permissions and its own '
    + 'retention.',
  whenNotToUse: 'Tables whose items can be made again, and those that point-in-time recovery protects long enough.',
  fix: 'Add `backup.BackupResource.fromDynamoDbTable(table)` to a selection of a `backup.BackupPlan`.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/dynamodb-in-backup-plan.html',
  ],
  absent: {
    means: 'AWS Backup copies only what a selection of a plan takes in.',
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  },
  partly: 'Plans of the account or organisation outside the app, and tags that the stack adds at deployment.',
  outsideDefault: 'backups cost money, and many plans are kept outside the app that they protect',
  divergences: [
    {
      peer: 'cdkNag:DynamoDBInBackupPlan',
      how: 'It looks for the ARN in the same stack only, and knows neither tags nor wildcards nor exclusions.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/dynamodb/DynamoDBInBackupPlan.ts',
    },
  ],
  check: (table, app) => (some(app.ofType('AWS::Backup::BackupSelection'), (selection) => isSelected(table, selection))
    ? 'COMPLIANT'
    : violation('Properties', 'no backup selection of the app takes it in')),
  remediation: { kind: 'companion', adds: 'a backup selection' },
  unreachable: { NOT_APPLICABLE: 'every table can be backed up' },
});
