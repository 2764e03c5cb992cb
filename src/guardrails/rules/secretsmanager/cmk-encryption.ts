import { defineRule } from '../../engine/rule';
import { every } from '../../engine/violation';
import { judgeKey } from '../kms/customer-managed-key';

export const rule = defineRule({
  id: 'secretsmanager/cmk-encryption',
  title: 'Secrets encrypt with a KMS key of their owner',
  severity: 'medium',
  resourceTypes: ['AWS::SecretsManager::Secret'],
  controls: {
    pciDss4: ['8.3.2'],
    hipaa: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
    nist80053r5: ['AU-9(3)', 'CP-9(d)', 'SC-8(3)', 'SC-8(4)', 'SC-13(a)', 'SC-28(1)', 'SI-19(4)'],
    owaspServerless: ['S3'],
  },
  peers: {
    cdkNag: ['SecretsManagerUsingKMSKey'],
    guard: ['SECRETSMANAGER_USING_CMK'],
    checkov: ['CKV_AWS_149'],
    other: ['cfn_nag:W77', 'config:secretsmanager-using-cmk', 'trivy:AWS-0098'],
  },
  rationale: 'With `aws/secretsmanager`, everybody in the account whom IAM lets read the secret can decrypt it; with a key of its own that takes a '
    + 'second permission, which can be withdrawn at once.',
  whenNotToUse: 'Secrets that need no second permission, where the price of the key matters.',
  fix: 'Set `encryptionKey` on the `secretsmanager.Secret`, and on each of its `replicaRegions`.',
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
  absent: {
    means: 'The secret, or its replica, is encrypted with the key `aws/secretsmanager`.',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
  },
  outsideDefault: 'every key costs money, and Secrets Manager encrypts without one too',
  divergences: [
    {
      peer: 'cdkNag:SecretsManagerUsingKMSKey',
      how: 'It does not look at the keys of replicas, and takes `alias/aws/secretsmanager` for a key of the customer.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/secretsmanager/SecretsManagerUsingKMSKey.ts',
    },
  ],
  check: (secret) => every([
    () => judgeKey(secret.get('KmsKeyId'), 'KmsKeyId'),
    () => every(secret.get('ReplicaRegions').list(), (replica) => judgeKey(replica.get('KmsKeyId'), 'KmsKeyId of the replica')),
  ], (judge) => judge()),
  // replicas need keys of their own regions
  remediation: {
    kind: 'supplied',
    needs: 'encryptionKey',
    changes: (secret, key) => (judgeKey(secret.get('KmsKeyId'), 'KmsKeyId') === 'COMPLIANT' ? [] : [{ path: 'KmsKeyId', value: key }]),
  },
  unreachable: { NOT_APPLICABLE: 'every secret can have a key' },
});
