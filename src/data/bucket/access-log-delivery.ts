import { CfnResource, Names, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AccessLogBucket } from './access-log-bucket';
import { accessLogDelivery, logSourceArn } from './bucket-policy';
import { isLiteral } from '../../private/literal';
import { describeMisuse, fail, warn } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';

const INSTEAD = 'Pass a bucket with SSE-S3 and without object lock, or leave accessLogBucket out to use the stack\'s shared one.';

/**
 * Sends the access logs of a bucket to its target, under a prefix of its own.
 *
 * Set on the L1: the L2 prop would, without a feature flag, give the target an ACL.
 */
export function deliverAccessLogs(owner: Construct, bucket: s3.Bucket, given: s3.IBucket | undefined): void {
  if (given) validateTarget(owner, given);
  const target = given ?? AccessLogBucket.of(owner).bucket;
  const logFilePrefix = `${Names.uniqueResourceName(owner, { maxLength: 100, separator: '-' })}/`;
  allowDelivery(owner, bucket, target, logFilePrefix);
  (bucket.node.defaultChild as s3.CfnBucket).loggingConfiguration = { destinationBucketName: target.bucketName, logFilePrefix };
}

function allowDelivery(owner: Construct, bucket: s3.Bucket, target: s3.IBucket, logFilePrefix: string): void {
  const ours = target.node.scope;
  if (ours instanceof AccessLogBucket) return ours._allowDeliveryFrom(bucket);
  const statement = accessLogDelivery(target, `${logFilePrefix}*`, logSourceArn(target, bucket));
  if (!target.addToResourcePolicy(statement).statementAdded) {
    const json = JSON.stringify(Stack.of(owner).resolve(statement.toStatementJson()));
    warn(owner, 'imported-log-bucket-policy', `[${owner.node.path}] sends access logs to an imported bucket, whose policy CDK cannot change. `
      + `Without this statement in it, S3 delivers no logs: ${json}`);
  }
}

/** Where S3 would accept a target but never deliver to it, or deliver only for a while. */
function validateTarget(owner: Construct, target: s3.IBucket): void {
  if (target.encryptionKey) refuse(owner, target, 'it is encrypted with a KMS key, and S3 delivers access logs to buckets with SSE-S3 only');
  const here = Stack.of(owner);
  for (const place of ['region', 'account'] as const) {
    const [there, expected] = [target.env[place], here[place]];
    if (isLiteral(there) && isLiteral(expected) && there !== expected) {
      refuse(owner, target, `it is in ${place} ${there}, and S3 delivers access logs within ${expected} only`);
    }
  }
  const resource = target.node.defaultChild;
  if (!(resource instanceof s3.CfnBucket)) return; // an import: its encryption and lock cannot be seen
  owner.node.addValidation({ validate: () => problemsOf(resource).map((problem) => describeMisuse(owner, misuse(target, problem))) });
}

function problemsOf(resource: CfnResource): string[] {
  const properties = resolveResource(resource).Properties ?? {};
  const problems: string[] = [];
  if (/"SSEAlgorithm":"aws:kms/.test(JSON.stringify(properties.BucketEncryption ?? {}))) {
    problems.push('it is encrypted with KMS, and S3 delivers access logs to buckets with SSE-S3 only');
  }
  if (properties.ObjectLockEnabled || properties.ObjectLockConfiguration) {
    problems.push('it has object lock, and S3 delivers no access logs to such buckets');
  }
  return problems;
}

function refuse(owner: Construct, target: s3.IBucket, problem: string): never {
  return fail(owner, misuse(target, problem));
}

function misuse(target: s3.IBucket, problem: string) {
  return { prop: 'accessLogBucket', value: target.node.path, problem, instead: INSTEAD };
}
