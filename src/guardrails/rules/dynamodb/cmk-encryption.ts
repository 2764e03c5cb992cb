import { GLOBAL_TABLE, TABLES, replicasOf } from './replicas';
import { shown } from '../../engine/checks';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { openPart } from '../../engine/value';
import { every, violation } from '../../engine/violation';
import { isCustomerKey } from '../customer-key';

export const rule = defineRule({
  id: 'dynamodb/cmk-encryption',
  title: 'DynamoDB tables are encrypted with a KMS key of their owner',
  severity: 'medium',
  resourceTypes: TABLES,
  controls: {
    pciDss4: ['3.5.1', '8.3.2'],
    hipaa: ['164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
    nist80053r5: ['AU-9(3)', 'CP-9(d)', 'SC-8(3)', 'SC-8(4)', 'SC-13(a)', 'SC-28(1)', 'SI-19(4)'],
    soc2: ['PI1.5'],
    gdpr: ['Article 32'],
    wellArchitected: ['SEC08-BP02'],
    owaspServerless: ['S3'],
  },
  peers: {
    guard: ['DYNAMODB_TABLE_ENCRYPTED_KMS'],
    checkov: ['CKV_AWS_119'],
    prowler: ['dynamodb_tables_kms_cmk_encryption_enabled'],
    other: ['cfn_nag:W74', 'checkov-tf:CKV_AWS_271', 'config:dynamodb-table-encrypted-kms', 'trivy:AWS-0025'],
  },
  rationale: 'With a key of its own, reading the table needs a second permission, every use of the key is recorded, and disabling it closes the data '
    + 'at once.',
  whenNotToUse: 'Tables without sensitive data, and where the price of the key matters.',
  fix: 'Set `encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED` and `encryptionKey` on a `Table`, or `encryption: '
    + 'dynamodb.TableEncryptionV2.customerManagedKey(key, replicaKeyArns)` on a `TableV2`, whose stack must then have a region in `env`. Whoever uses '
    + 'the table needs the key too: `table.grantReadData(role)` and the like see to it.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-ssespecification.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
  ],
  absent: {
    means: 'DynamoDB encrypts with a key that it owns; where only the key is missing, with the one that AWS manages in the account.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-ssespecification.html',
  },
  outsideDefault: 'every key costs money, and DynamoDB encrypts without one too',
  divergences: [
    {
      peer: 'guard:DYNAMODB_TABLE_ENCRYPTED_KMS',
      how: 'It takes the key that AWS manages: here dynamodb/sse-specified.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws/dynamodb',
    },
  ],
  check: judge,
  remediation: {
    kind: 'supplied',
    needs: 'encryptionKey',
    // a key is of one region, the replicas of a global table are of several
    changes: (table, key) => (table.type === GLOBAL_TABLE ? [] : [
      { path: 'SSESpecification.SSEEnabled', value: true },
      { path: 'SSESpecification.SSEType', value: 'KMS' },
      ...hasOwnKey(table) ? [] : [{ path: 'SSESpecification.KMSMasterKeyId', value: key }],
    ]),
  },
  unreachable: { NOT_APPLICABLE: 'every table can have a key of its own' },
});

/** A key that the author chose stays, also one that is only known at deployment. */
function hasOwnKey(table: Resource): boolean {
  const own = table.get('SSESpecification.KMSMasterKeyId');
  return openPart(own.parts() ?? []) !== undefined || isCustomerKey(own) === 'COMPLIANT';
}

function judge(table: Resource): Outcome {
  const enabled = table.get('SSESpecification.SSEEnabled');
  if (enabled.isAbsent || !enabled.is(true)) return violation(enabled, 'it is encrypted with a key that DynamoDB owns');
  const type = table.get('SSESpecification.SSEType');
  if (!type.isAbsent && !type.is('KMS')) return violation(type, `SSEType is ${shown(type)}`);
  const owners = table.type === GLOBAL_TABLE ? replicasOf(table) : [table.properties];
  return every(owners, (owner) => isCustomerKey(owner.get('SSESpecification.KMSMasterKeyId')));
}
