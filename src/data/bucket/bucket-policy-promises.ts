import type { Construct } from 'constructs';
import type { Protection } from '../../private/seal';
import { everyStatement } from '../../private/sealed-policy';
import { actionsOf, namesOtherAccount } from '../resource-policy';

/** What would let another account rule the bucket (https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6). */
const ADMINISTRATION = ['s3:DeleteBucketPolicy', 's3:PutBucketAcl', 's3:PutBucketPolicy', 's3:PutEncryptionConfiguration', 's3:PutObjectAcl'];

/** The promise that other accounts may use the bucket where its policy says so, and never rule it. */
export function noForeignAdministration(owner: Construct): Protection {
  return everyStatement({
    promise: 'no other account may change its policy, ACLs or encryption',
    instead: 'Allow other accounts actions on objects only, such as s3:GetObject.',
    holds: (statement) => statement.Effect !== 'Allow' || !namesOtherAccount(owner, statement)
      || !actionsOf(statement).some((pattern) => ADMINISTRATION.some((action) => matches(pattern, action))),
  });
}

function matches(pattern: string, action: string): boolean {
  const expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${expression}$`, 'i').test(action);
}
