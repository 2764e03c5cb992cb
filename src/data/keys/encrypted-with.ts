import { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import type { Protection } from '../../private/seal';

/** The promise that a property names this key: any other might be one that AWS manages, for every principal of the account. */
export function encryptedWith(owner: IConstruct, key: kms.IKey, path: string, promise: string): Protection {
  return {
    path,
    promise,
    instead: 'Pass another key as encryptionKey.',
    holds: (value) => JSON.stringify(value) === JSON.stringify(Stack.of(owner).resolve(key.keyArn)),
  };
}
