import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Protection } from '../../private/seal';
import { everyStatement, type Statement, statementsOf } from '../../private/sealed-policy';

/** What would let another account rule the bucket (https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6). */
const ADMINISTRATION = ['s3:DeleteBucketPolicy', 's3:PutBucketAcl', 's3:PutBucketPolicy', 's3:PutEncryptionConfiguration', 's3:PutObjectAcl'];

/** The promise that these statements are emitted as they were written: an escape hatch may change more than their Sid. */
export function keepsExactly(owner: Construct, statements: iam.PolicyStatement[]): Protection {
  return {
    path: 'PolicyDocument',
    promise: `the statements ${statements.map((statement) => statement.sid).join(', ')} stay as they are`,
    instead: 'Leave these statements in place and add yours beside them.',
    holds: (document) => {
      const expected = Stack.of(owner).resolve(new iam.PolicyDocument({ statements: statements.map((statement) => statement.copy()) }));
      const emitted = new Set(statementsOf(document).map((statement) => JSON.stringify(statement)));
      return statementsOf(expected).every((statement) => emitted.has(JSON.stringify(statement)));
    },
    shows: (document) => statementsOf(document).filter((statement) => statements.some(({ sid }) => sid === statement.Sid)),
  };
}

/** The promise that nobody is allowed every action on the bucket. */
export function noBroadActions(): Protection {
  return everyStatement({
    promise: 'no statement of its policy allows all actions',
    instead: 'Write the actions out, such as s3:GetObject.',
    holds: (statement) => statement.Effect !== 'Allow'
      || (statement.NotAction === undefined && !actionsOf(statement).some((action) => action === '*' || action === 's3:*')),
  });
}

/** The promise that other accounts may use the bucket where its policy says so, and never rule it. */
export function noForeignAdministration(owner: Construct): Protection {
  return everyStatement({
    promise: 'no other account may change its policy, ACLs or encryption',
    instead: 'Allow other accounts actions on objects only, such as s3:GetObject.',
    holds: (statement) => statement.Effect !== 'Allow' || !namesOtherAccount(statement.Principal, Stack.of(owner).account)
      || !actionsOf(statement).some((pattern) => ADMINISTRATION.some((action) => matches(pattern, action))),
  });
}

function actionsOf(statement: Statement): string[] {
  return [statement.Action ?? []].flat().filter((action) => typeof action === 'string');
}

/** An account number in the principal that is not ours; in an environment-agnostic stack, ours is a reference. */
function namesOtherAccount(principal: unknown, account: string): boolean {
  return (JSON.stringify(principal ?? '').match(/\b\d{12}\b/g) ?? []).some((number) => number !== account);
}

function matches(pattern: string, action: string): boolean {
  const expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${expression}$`, 'i').test(action);
}
