import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { fail } from '../../private/misuse';
import { openNetworkPath } from '../../private/network-path';
import { isToken } from '../../private/token';
import { grantToPrincipal } from '../grant-to-principal';
import { grantKeyUse } from '../keys/key-grants';

/** A bucket and what encrypts it. */
export interface EncryptedBucket extends IConstruct {
  readonly bucket: s3.IBucket;
  readonly encryptionKey: kms.IKey;
}

/** Reads current objects, and lists keys below the prefix; without the latter a missing object would be a 403. */
export function grantObjectRead(target: EncryptedBucket, grantee: iam.IGrantable, prefix?: string): iam.Grant {
  const keys = keysBelow(target, prefix);
  const list = grantToPrincipal(target, {
    grantee,
    actions: ['s3:ListBucket'],
    resourceArns: [target.bucket.bucketArn],
    conditions: prefix === undefined ? undefined : { StringLike: { 's3:prefix': keys } },
  });
  return grantObjects(target, grantee, keys, ['s3:GetObject'], ['kms:Decrypt']).combine(list);
}

/**
 * Writes objects, in parts too, and reads none. KMS asks for `kms:Decrypt` in a multipart upload, to read the key of the
 * parts (https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html); without `s3:GetObject` it opens nothing.
 */
export function grantObjectWrite(target: EncryptedBucket, grantee: iam.IGrantable, prefix?: string): iam.Grant {
  const actions = ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'];
  return grantObjects(target, grantee, keysBelow(target, prefix), actions, ['kms:GenerateDataKey', 'kms:Decrypt']);
}

/** Deletes current objects; their versions stay until the lifecycle ends them. */
export function grantObjectDelete(target: EncryptedBucket, grantee: iam.IGrantable, prefix?: string): iam.Grant {
  return grantObjects(target, grantee, keysBelow(target, prefix), ['s3:DeleteObject'], []);
}

function grantObjects(
  target: EncryptedBucket, grantee: iam.IGrantable, keys: string, actions: string[], keyActions: string[],
): iam.Grant {
  openNetworkPath(grantee, 's3');
  const grant = grantToPrincipal(target, { grantee, actions, resourceArns: [target.bucket.arnForObjects(keys)] });
  return keyActions.length === 0 ? grant : grant.combine(grantKeyUse(target, grantee, target.encryptionKey, { via: 's3', actions: keyActions }));
}

/** A prefix is a folder: `uploads` means `uploads/`, so that it never reaches `uploads-private/`. */
function keysBelow(scope: IConstruct, prefix: string | undefined): string {
  if (prefix === undefined) return '*';
  validatePrefix(scope, prefix);
  return prefix.endsWith('/') ? `${prefix}*` : `${prefix}/*`;
}

function validatePrefix(scope: IConstruct, prefix: string): void {
  if (isToken(prefix)) {
    if (prefix.endsWith('/')) return;
    fail(scope, {
      prop: 'prefix',
      value: prefix,
      problem: 'this is a token, so whether it ends in a slash, and means a folder, is not known at synth',
      instead: 'Write the slash: `${prefix}/`.',
    });
  }
  const problem = prefix === '' ? 'an empty prefix would mean the whole bucket'
    : prefix.startsWith('/') ? 'S3 keys do not start with a slash, so this matches nothing'
      : /[*?]|\$\{/.test(prefix) ? 'wildcards and policy variables would reach more than the folder that is named'
        : undefined;
  if (problem) {
    fail(scope, { prop: 'prefix', value: prefix, problem, instead: 'Write a folder such as "uploads/", or leave prefix out for all objects.' });
  }
}
