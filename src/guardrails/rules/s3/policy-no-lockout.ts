import { coversByAny, eachStatement } from './policy-statements';
import { isEveryone } from '../../engine/policy/statement';
import type { Statement } from '../../engine/policy/statement';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { allOf, some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/policy-no-lockout',
  title: 'S3 bucket policies lock nobody out for good',
  severity: 'medium',
  resourceTypes: ['AWS::S3::BucketPolicy'],
  controls: {},
  peers: {
    other: ['checkov-tf:CKV_AWS_93'],
  },
  rationale: 'A statement that denies everything to everybody holds for administrators and for CloudFormation too: only the root user can then '
    + 'remove it.',
  whenNotToUse: 'Never: to close a bucket, deny with a condition that leaves one role out.',
  fix: 'Add a condition to the `iam.PolicyStatement` that denies, such as `ArnNotEquals` on `aws:PrincipalArn`, or name fewer actions.',
  sources: [
    'https://repost.aws/knowledge-center/s3-accidentally-denied-access',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
  ],
  divergences: [
    {
      peer: 'checkov-tf:CKV_AWS_93',
      how: 'It also reports a statement about the objects only, which leaves the policy in reach, and not one that denies just the actions on '
        + 'the policy.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/terraform/checks/resource/aws/S3ProtectAgainstPolicyLockout.py',
    },
  ],
  check: eachStatement((statement) => (locksOut(statement) ? violation(statement.value, 'it denies everything to everybody') : 'COMPLIANT')),
});

/** Nobody but the root user can change or delete the policy. */
function locksOut(statement: Statement): boolean {
  return allOf(
    () => !statement.allows,
    () => !some(statement.value.at('Condition').entries(), ([, keys]) => keys.isSet),
    () => some(statement.principals, isEveryone),
    () => coversByAny(statement, 's3:PutBucketPolicy'),
    () => coversByAny(statement, 's3:DeleteBucketPolicy'),
    () => coversBucket(statement),
  );
}

/** The bucket as such, not just what is in it: a policy can only speak of its own bucket. */
function coversBucket(statement: Statement): boolean {
  return statement.hasNotResource ? !some(statement.notResources, namesBucket) : some(statement.resources, namesBucket);
}

function namesBucket(resource: Value): boolean {
  const text = resource.textWith('x');
  const open = openPart(resource.parts() ?? []);
  if (text === undefined || (open !== undefined && !/^(arn:|\*)/.test(text))) {
    return unknown(open?.why ?? 'an ARN is expected here', resource.location);
  }
  return !text.includes('/'); // names of buckets have no slash
}
