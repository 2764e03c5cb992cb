import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { type Protection, staysEqual } from '../../private/seal';

/** The promise that a property names this key: any other might be one that AWS manages, for every principal of the account. */
export function encryptedWith(owner: IConstruct, key: kms.IKey, path: string, promise: string): Protection {
  return staysEqual(owner, path, key.keyArn, promise, 'Pass another key as encryptionKey.');
}
