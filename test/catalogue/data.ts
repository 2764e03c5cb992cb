import { at, Check, list, must, unless } from './check';
import { isCustomerKey } from './messaging';
import { allowsOf, isPublic } from './policies';
import { isBackedUp } from './s3';
import type { Resource } from './template';

const KEY = 'AWS::KMS::Key';
/** Both kinds of table; the properties of a global table are those of its replicas. */
const TABLES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

/** The table itself, or each copy of a global table. */
function copiesOf({ type, properties }: Resource): any[] {
  return type === TABLES[0] ? [properties] : list(properties.Replicas);
}

function everyCopy(key: string, holds: (copy: any) => boolean, problem: string, types = TABLES): Check {
  return {
    key,
    types,
    problem: (table) => unless(copiesOf(table).length > 0 && copiesOf(table).every(holds), problem),
  };
}

const isRecoverable = (copy: any) => at(copy, 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled') === true;

export const DATA_CHECKS: Check[] = [
  everyCopy('dynamodb/point-in-time-recovery', isRecoverable, 'cannot be restored to a point in time'),
  everyCopy('dynamodb/global-table-pitr', isRecoverable, 'a copy cannot be restored to a point in time', [TABLES[1]]),
  everyCopy('dynamodb/deletion-protection', (copy) => copy.DeletionProtectionEnabled === true, 'can be deleted'),
  {
    key: 'dynamodb/cmk-encryption',
    types: TABLES,
    problem: (table, template) => unless(
      at(table.properties, 'SSESpecification.SSEEnabled') === true && at(table.properties, 'SSESpecification.SSEType') === 'KMS'
      && copiesOf(table).every((copy) => isCustomerKey(at(copy, 'SSESpecification.KMSMasterKeyId'), template)),
      'not encrypted with a customer-managed key',
    ),
  },
  {
    key: 'dynamodb/sse-specified',
    types: TABLES,
    problem: ({ properties }) => unless(at(properties, 'SSESpecification.SSEEnabled') === true, 'encryption is not specified'),
  },
  {
    key: 'dynamodb/capacity-scales',
    types: TABLES,
    problem: ({ properties }) => unless(properties.BillingMode === 'PAY_PER_REQUEST', 'not on demand'),
  },
  {
    key: 'dynamodb/in-backup-plan',
    types: TABLES,
    problem: (table, template) => unless(isBackedUp(table, template), 'no backup plan selects it'),
  },
  {
    key: 'dynamodb/resource-policy-no-cross-account',
    types: TABLES,
    problem: (table) => unless(
      !copiesOf(table).some((copy) => allowsOf({ ...table, properties: copy }).some((statement) =>
        isPublic(statement) || statement.principals.some((principal) => /^AWS:.*\d{12}/.test(principal)))),
      'lets another account in',
    ),
    refuses: {
      Table: {
        Type: TABLES[0],
        Properties: { ResourcePolicy: { PolicyDocument: { Statement: { Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'dynamodb:GetItem' } } } },
      },
    },
  },
  must('kms/rotation', KEY, 'EnableKeyRotation', true),
  {
    key: 'kms/policy-no-wildcard-principal',
    types: [KEY, 'AWS::KMS::ReplicaKey'],
    problem: (key) => unless(!allowsOf(key).some(isPublic), 'everybody may use the key'),
    refuses: { Key: { Type: KEY, Properties: { KeyPolicy: { Statement: { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Resource: '*' } } } } },
  },
  {
    key: 'kms/not-scheduled-for-deletion',
    types: [KEY],
    problem: ({ properties, deletionPolicy, updateReplacePolicy }) => unless(
      deletionPolicy === 'Retain' && updateReplacePolicy === 'Retain' && properties.PendingWindowInDays === 30, 'goes with its stack, or too soon',
    ),
  },
  {
    key: 'kms/single-region',
    types: [KEY],
    problem: ({ properties }) => unless(properties.MultiRegion !== true, 'is used in other regions too'),
    refuses: { Key: { Type: KEY, Properties: { MultiRegion: true } } },
  },
];
