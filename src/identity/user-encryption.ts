import { Stack } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { encryptedWith } from '../data/keys/encrypted-with';
import { allowCallersThrough, allowServiceUse } from '../data/keys/key-policy';
import { seal, stays } from '../private/seal';

/** Cognito, and the directory that it keeps users in. */
const SERVICES = { Cognito: 'cognito-idp.amazonaws.com', IdentityStore: 'identitystore.amazonaws.com' };

/** A log group or delivery of this account encrypts what Cognito exports on its way. */
const EXPORT = { CognitoExports: [SERVICES.Cognito, 'kms:Encrypt'], LogDelivery: ['delivery.logs.amazonaws.com', 'kms:Decrypt'] };

const USE = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKeyWithoutPlaintext'];
const LOOK = ['kms:DescribeKey'];

const PROMISE = 'users are encrypted with its customer-managed key';

/**
 * Encrypts users with a key of the user's own; sign-ins are encrypted with it too, on their way to their log.
 *
 * The statements are those of the page below. They name all user pools of the account, because the pool's own ARN would be a cycle.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html#data-encryption-at-rest
 */
export function encryptUsers(owner: Construct, userPool: cognito.UserPool, key: kms.IKey, exportsLogs: boolean): void {
  const { account, partition, region } = Stack.of(owner);
  const pools = `arn:${partition}:cognito-idp:${region}:${account}:userpool/*`;
  const source = { ArnLike: { 'aws:SourceArn': pools }, StringEquals: { 'aws:SourceAccount': account } };
  const ofPool = { StringLike: { 'kms:EncryptionContext:aws:cognito-idp:userpool-arn': pools } };
  for (const [name, principal] of Object.entries(SERVICES)) {
    allowServiceUse(owner, key, { sid: `${name}Users`, principal, actions: USE, conditions: { ...source, ...ofPool } });
    allowServiceUse(owner, key, { sid: `${name}Looks`, principal, actions: LOOK, conditions: source });
  }
  allowCallersThrough(owner, key, { sid: 'ThroughCognitoUsers', service: 'cognito-idp', actions: USE, conditions: ofPool });
  allowCallersThrough(owner, key, { sid: 'ThroughCognitoLooks', service: 'cognito-idp', actions: LOOK, conditions: {} });
  for (const [sid, [principal, action]] of exportsLogs ? Object.entries(EXPORT) : []) {
    const conditions = { StringLike: { 'kms:EncryptionContext:SourceArn': `arn:${partition}:logs:${region}:${account}:*` } };
    allowServiceUse(owner, key, { sid, principal, actions: ['kms:GenerateDataKey', action], conditions });
  }
  const resource = userPool.node.defaultChild as cognito.CfnUserPool;
  resource.keyConfiguration = { keyType: 'CUSTOMER_MANAGED_KEY', kmsKeyArn: key.keyArn };
  seal(owner, resource, [
    stays('KeyConfiguration.KeyType', 'CUSTOMER_MANAGED_KEY', PROMISE, 'Pass another key as userEncryptionKey.'),
    { ...encryptedWith(owner, key, 'KeyConfiguration.KmsKeyArn', PROMISE), instead: 'Pass another key as userEncryptionKey.' },
  ]);
}
