import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { noForeignAdministration } from './bucket-policy-promises';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { seal } from '../../private/seal';
import { neverPublic, servicesStayBound } from '../../private/sealed-policy';
import { Profile } from '../../profile';
import { outlivesStack } from '../outlives-stack';
import { keepsExactly, noBroadActions } from '../resource-policy';

const ALGORITHM = 's3:x-amz-server-side-encryption';
const KEY_ID = 's3:x-amz-server-side-encryption-aws-kms-key-id';

/**
 * No plain HTTP, and no TLS older than 1.2.
 *
 * Requests that AWS services make in their own name carry no TLS version, and are not denied by its absence.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function tlsOnly(bucket: s3.IBucket): iam.PolicyStatement[] {
  const deny = (sid: string, conditions: Record<string, Record<string, string>>) => new iam.PolicyStatement({
    sid,
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:*'],
    resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    conditions,
  });
  return [
    deny('DenyPlainHttp', { Bool: { 'aws:SecureTransport': 'false' } }),
    deny('DenyOldTls', { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
  ];
}

/**
 * Uploads are encrypted with the bucket's key, or not accepted.
 *
 * An upload that says nothing of encryption gets the bucket's default, which is right: a negated operator alone would deny it
 * too, because a missing key matches, so every statement here asks first whether the header is present. An upload with
 * `aws:kms` and no key would be encrypted with the AWS managed key. Uploaders may name the key by its ARN or id; an alias could
 * mean a key of their own account.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
export function uploadsWithKeyOnly(bucket: s3.IBucket, key: kms.IKey, sseS3Prefixes: string[] = []): iam.PolicyStatement[] {
  const everywhere = { resources: [bucket.arnForObjects('*')] };
  const butForSseS3 = sseS3Prefixes.length === 0
    ? everywhere
    : { notResources: sseS3Prefixes.map((prefix) => bucket.arnForObjects(`${prefix}*`)) };
  const deny = (sid: string, where: iam.PolicyStatementProps, conditions: Record<string, Record<string, unknown>>) =>
    new iam.PolicyStatement({
      sid,
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:PutObject'],
      conditions,
      ...where,
    });
  return [
    deny('DenyOtherAlgorithm', butForSseS3, { Null: { [ALGORITHM]: 'false' }, StringNotEquals: { [ALGORITHM]: 'aws:kms' } }),
    deny('DenyUnnamedKey', butForSseS3, { Null: { [ALGORITHM]: 'false', [KEY_ID]: 'true' } }),
    deny('DenyOtherKey', everywhere, { Null: { [KEY_ID]: 'false' }, StringNotEquals: { [KEY_ID]: [key.keyArn, key.keyId] } }),
  ];
}

/** A prefix of nothing would exempt every object, and a slash in front none. */
export function validateSseS3Prefix(scope: Construct, prefix: string): void {
  requireLiteral(scope, 'sseS3Prefixes', [prefix]); // a list that is a token; one prefix may be one
  if (isLiteral(prefix) && /^[/*?]*$|^\/|^\*/.test(prefix)) {
    fail(scope, {
      prop: 'sseS3Prefixes',
      value: prefix,
      problem: 'it would exempt all objects from encryption with the key, or none',
      instead: 'Write the folder that the AWS service writes to, such as "AWSLogs/111122223333/CloudTrail-Digest/".',
    });
  }
}

/**
 * The bucket as `aws:SourceArn`: itself where the target is deployed after it, in its own stack or one that this nests in.
 * Elsewhere a reference back would be a cycle of stacks, and the account has to do.
 */
export function logSourceArn(target: s3.IBucket, source: s3.IBucket): string {
  for (let stack: Stack | undefined = Stack.of(source); stack; stack = stack.nestedStackParent) {
    if (stack === Stack.of(target)) return source.bucketArn;
  }
  return Stack.of(target).formatArn({ service: 's3', region: '', account: '', resource: '*' });
}

/** Lets S3 deliver access logs of these buckets. */
export function accessLogDelivery(bucket: s3.IBucket, keyPattern: string, sourceArns: unknown): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'AllowAccessLogs',
    principals: [new iam.ServicePrincipal('logging.s3.amazonaws.com')],
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects(keyPattern)],
    conditions: {
      StringEquals: { 'aws:SourceAccount': Stack.of(bucket).account },
      ArnLike: { 'aws:SourceArn': sourceArns },
    },
  });
}

/** Writes the statements into the bucket's policy and keeps them there; the policy is deleted no earlier than the bucket. */
export function keepBucketPolicy(owner: Construct, bucket: s3.Bucket, statements: iam.PolicyStatement[]): void {
  statements.forEach((statement) => bucket.addToResourcePolicy(statement));
  bucket.policy!.applyRemovalPolicy(Profile.of(owner).removalPolicy);
  seal(owner, bucket.policy!.node.defaultChild as s3.CfnBucketPolicy, [
    keepsExactly(owner, statements),
    neverPublic(),
    servicesStayBound(),
    noBroadActions('s3:GetObject'),
    noForeignAdministration(owner),
    ...outlivesStack(owner),
  ]);
}
