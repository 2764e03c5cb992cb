import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { ObjectLock } from './object-lock';
import { isEqual, type Protection, stays, staysAbsent, staysSet } from '../../private/seal';
import { outlivesStack } from '../outlives-stack';

/** What every bucket of ours keeps: nobody from outside, one owner, versions, a lifecycle, and life beyond its stack. */
export function bucketProtections(owner: Construct): Protection[] {
  const keepPrivate = 'For public files, put CloudFront with origin access control in front.';
  return [
    ...['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map((setting) =>
      stays(`PublicAccessBlockConfiguration.${setting}`, true, 'public access is blocked', keepPrivate)),
    staysAbsent('AccessControl', 'it has no ACL', 'Grant access by grantRead, grantWriteOnly or the bucket policy.'),
    staysAbsent('WebsiteConfiguration', 'it is no website: website endpoints speak plain HTTP', keepPrivate),
    stays('VersioningConfiguration.Status', 'Enabled', 'overwritten objects can be restored', 'Shorten noncurrentVersionDays to save storage.'),
    {
      path: 'OwnershipControls',
      promise: 'its objects belong to its owner, and ACLs are off',
      instead: 'Grant access by grantRead, grantWriteOnly or the bucket policy.',
      holds: (value) => listAt(value, 'Rules').length > 0
        && listAt(value, 'Rules').every((rule) => rule.ObjectOwnership === 'BucketOwnerEnforced'),
    },
    {
      path: 'LifecycleConfiguration',
      promise: 'old versions and incomplete uploads expire',
      instead: 'Add your rules by bucket.addLifecycleRule(...), and leave the others in place.',
      holds: (value) => ['AbortIncompleteMultipartUpload', 'NoncurrentVersionExpiration'].every((action) =>
        listAt(value, 'Rules').some((rule) => rule.Status === 'Enabled' && rule[action] !== undefined && rule.Prefix === undefined
          && rule.TagFilters === undefined)),
    },
    ...outlivesStack(owner),
  ];
}

/** Encryption of a log target: S3 delivers to SSE-S3 only. */
export function encryptedByS3(): Protection {
  return encrypted('it is encrypted with SSE-S3, the only encryption to which S3 delivers access logs',
    'Leave the encryption of a log bucket as it is.', (byDefault) => byDefault.SSEAlgorithm === 'AES256');
}

/** Encryption with a customer-managed key, and S3 asking KMS once per bucket and caller instead of once per object. */
export function encryptedByKey(owner: Construct, key: kms.IKey): Protection {
  return encrypted('its objects are encrypted with its customer-managed key, with a bucket key and without SSE-C',
    'Pass another key as encryptionKey.', (byDefault, rule) => byDefault.SSEAlgorithm === 'aws:kms' && rule.BucketKeyEnabled === true
      && isEqual(owner, byDefault.KMSMasterKeyID, key.keyArn));
}

/** Objects stay locked for as long as was asked. */
export function staysLocked(lock: ObjectLock): Protection[] {
  const instead = 'Set objectLock to what you need; once deployed, S3 does not switch it off.';
  const on = stays('ObjectLockEnabled', true, 'objects can be locked', instead);
  if (lock.days === undefined) return [on];
  const retention = 'ObjectLockConfiguration.Rule.DefaultRetention';
  return [
    on,
    stays(`${retention}.Mode`, lock.mode!, 'objects are locked', instead),
    stays(`${retention}.Days`, lock.days, 'objects are locked', instead),
  ];
}

/** Access logs and events keep flowing. */
export function staysObserved(eventBridgeEnabled: boolean): Protection[] {
  const logged = staysSet('LoggingConfiguration.DestinationBucketName', 'access to it is logged', 'Pass another bucket as accessLogBucket.');
  return eventBridgeEnabled
    ? [logged, stays('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', true, 'changes of objects reach EventBridge',
      'Set eventBridgeEnabled to false if nobody listens.')]
    : [logged];
}

type Json = Record<string, unknown>;

function encrypted(promise: string, instead: string, suits: (byDefault: Json, rule: Json) => boolean): Protection {
  return {
    path: 'BucketEncryption',
    promise,
    instead,
    holds: (value) => {
      const rules = listAt(value, 'ServerSideEncryptionConfiguration');
      return rules.length > 0 && rules.every((rule) => listAt(rule.BlockedEncryptionTypes, 'EncryptionType').some((type) => type as unknown === 'SSE-C')
        && suits((rule.ServerSideEncryptionByDefault ?? {}) as Json, rule));
    },
  };
}

function listAt(value: unknown, key: string): Json[] {
  const list = (value as Json | undefined)?.[key];
  return Array.isArray(list) ? list : [];
}
