import { App } from 'aws-cdk-lib';
import { allowed, denied } from './expectations';
import { put } from './operations';
import { administrator, role, service, stranger, STRANGER } from './requests';
import { World } from './world';
import { AuditTrail, SecureBucket } from '../../../src';
import { ENV, FLAG_MODES, newStack } from '../../harness/apps';

const account = ENV.account!;

describe.each(FLAG_MODES)('the policies of an audit trail, %s,', (_, flags) => {
  const stack = newStack(flags, ENV);
  const trail = new AuditTrail(stack, 'Trail');
  trail.watch(new SecureBucket(stack, 'Bucket'));
  const world = new World(stack.node.root as App);
  const bucket = trail.secureBucket;
  const trailArn = world.arn(trail.trail);
  const cloudTrail = service('cloudtrail', { account, arn: trailArn });
  const owned = { 's3:x-amz-acl': 'bucket-owner-full-control' };
  const logFile = `AWSLogs/${account}/CloudTrail/eu-west-1/2026/01/01/file.json.gz`;
  const digest = `AWSLogs/${account}/CloudTrail-Digest/eu-west-1/2026/01/01/file.json.gz`;

  test('let CloudTrail check the bucket', () => allowed(world, { as: cloudTrail, action: 's3:GetBucketAcl', on: world.arn(bucket) }));
  test('let CloudTrail write log files under its key', () => allowed(world,
    put(world, cloudTrail, bucket, logFile, { algorithm: 'aws:kms', keyArn: world.arn(trail.encryptionKey) }, owned)));
  test('let CloudTrail use the key for its trail', () => allowed(world, {
    as: cloudTrail, action: 'kms:GenerateDataKey', on: world.arn(trail.encryptionKey), context: { 'kms:EncryptionContext:aws:cloudtrail:arn': trailArn },
  }, { as: cloudTrail, action: 'kms:DescribeKey', on: world.arn(trail.encryptionKey) }));
  test('let CloudTrail write digest files with SSE-S3', () => allowed(world, put(world, cloudTrail, bucket, digest, { algorithm: 'AES256' }, owned)));
  test('deny CloudTrail log files with SSE-S3', () => denied(world, put(world, cloudTrail, bucket, logFile, { algorithm: 'AES256' }, owned)));
  test('deny the trail of another account', () => denied(world, put(world,
    service('cloudtrail', { account: STRANGER, arn: `arn:aws:cloudtrail:eu-west-1:${STRANGER}:trail/theirs` }), bucket, logFile, {}, owned)));
  test('deny another trail of this account', () => denied(world, put(world,
    service('cloudtrail', { account, arn: `arn:aws:cloudtrail:eu-west-1:${account}:trail/another` }), bucket, logFile, {}, owned)));
  test('let CloudTrail write to its log stream', () => allowed(world, ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ({
    as: role(world, trail.deliveryRole),
    action,
    on: `${world.arn(trail.logGroup).replace(/:\*$/, '')}:log-stream:${account}_CloudTrail_eu-west-1`,
  }))));
  test('deny it other log groups', () => denied(world, {
    as: role(world, trail.deliveryRole), action: 'logs:PutLogEvents', on: `arn:aws:logs:eu-west-1:${account}:log-group:other:log-stream:x`,
  }));
  test.each(['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'])('deny even administrators %s', (action) => denied(world,
    { as: administrator(account), action, on: `${world.arn(bucket)}/${logFile}` }));
  test.each(['s3:PutBucketPolicy', 's3:PutLifecycleConfiguration', 's3:DeleteBucket'])('leave CloudFormation its %s', (action) => allowed(world,
    { as: administrator(account), action, on: world.arn(bucket) }));
  test('deny a stranger to read', () => denied(world, { as: stranger(), action: 's3:GetObject', on: `${world.arn(bucket)}/${logFile}` }));
});
