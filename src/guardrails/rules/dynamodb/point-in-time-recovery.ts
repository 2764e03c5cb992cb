import { TABLES, isOnEverywhere, switchOnEverywhere } from './replicas';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'dynamodb/point-in-time-recovery',
  title: 'DynamoDB tables can be restored to any point in time',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: TABLES,
  controls: {
    fsbp: ['DynamoDB.2'],
    pciDss4: ['3.2.1', '3.3.1.1', '3.3.1.3', '3.3.2', '3.3.3', '10.3.3', '10.5.1'],
    hipaa: [
      '164.308(a)(1)(ii)(B)', '164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)',
      '164.310(d)(2)(iv)', '164.312(a)(2)(ii)',
    ],
    nist80053r5: [
      'CP-1(2)', 'CP-2(5)', 'CP-6(2)', 'CP-9', 'CP-9(a)', 'CP-9(b)', 'CP-9(c)', 'CP-10', 'CP-10(2)', 'SC-5(2)', 'SI-12', 'SI-13(5)',
    ],
    soc2: ['A1.2', 'CC7.4'],
    wellArchitected: ['REL09-BP03'],
  },
  peers: {
    cdkNag: ['DynamoDBPITREnabled'],
    guard: ['DYNAMODB_PITR_ENABLED'],
    checkov: ['CKV_AWS_28'],
    prowler: ['dynamodb_tables_pitr_enabled'],
    other: ['cfn_nag:W78', 'config:dynamodb-pitr-enabled', 'trivy:AWS-0024'],
  },
  rationale: 'A bug or an attacker with write access overwrites items for good: without continuous backups there is no yesterday to go back to.',
  whenNotToUse: 'Tables whose items can be made again, such as caches and sessions.',
  fix: 'Set `pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true }` on the table.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-2',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-replicaspecification.html',
  ],
  absent: {
    means: 'Point-in-time recovery is off.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
  },
  check: isOnEverywhere('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
  remediation: switchOnEverywhere('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
  unreachable: { NOT_APPLICABLE: 'every table can be restored' },
});
