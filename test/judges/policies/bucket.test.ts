import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { allowed, denied } from './expectations';
import { download, multipartUpload, put, upload } from './operations';
import { administrator, anonymous, Caller, role, service, stranger, STRANGER } from './requests';
import { World } from './world';
import { SecureBucket, SecureKey } from '../../../src';
import { ENV, FLAG_MODES, newStack } from '../../harness/apps';

const account = ENV.account!;

function newRole(stack: Stack, id: string): iam.Role {
  return new iam.Role(stack, id, { assumedBy: new iam.AccountRootPrincipal() });
}

describe.each(FLAG_MODES)('the policies of a bucket, %s,', (_, flags) => {
  const stack = newStack(flags, ENV);
  const bucket = new SecureBucket(stack, 'Bucket');
  const neighbour = new SecureBucket(stack, 'Neighbour');
  const [reading, writing, deleting] = ['Reader', 'Writer', 'Deleter'].map((id) => newRole(stack, id));
  bucket.grantRead(reading, 'public/');
  bucket.grantWriteOnly(writing, 'uploads/');
  bucket.grantDelete(deleting, 'uploads/');
  const { key } = SecureKey.of(stack);
  const world = new World(stack.node.root as App);
  const admin = administrator(account);
  let reader: Caller, writer: Caller, deleter: Caller;
  beforeAll(() => {
    [reader, writer, deleter] = [reading, writing, deleting].map((construct) => role(world, construct));
  });

  describe('for who may upload,', () => {
    test('let a default upload pass', () => allowed(world, ...upload(world, writer, bucket, key, 'uploads/a')));
    test('let a multipart upload pass', () => allowed(world, ...multipartUpload(world, writer, bucket, key, 'uploads/a')));
    test('let an upload that names the key pass', () => allowed(world,
      ...upload(world, writer, bucket, key, 'uploads/a', { algorithm: 'aws:kms', keyArn: world.arn(key) })));
    test('deny an upload with another key', () => denied(world,
      put(world, writer, bucket, 'uploads/a', { algorithm: 'aws:kms', keyArn: `arn:aws:kms:eu-west-1:${STRANGER}:key/theirs` })));
    test('deny an upload with SSE-S3', () => denied(world, put(world, writer, bucket, 'uploads/a', { algorithm: 'AES256' })));
    test('deny an upload with the AWS managed key', () => denied(world, put(world, writer, bucket, 'uploads/a', { algorithm: 'aws:kms' })));
    test('deny an upload to another prefix', () => denied(world, put(world, writer, bucket, 'public/a')));
    test('deny an upload to the neighbour', () => denied(world, put(world, writer, neighbour, 'uploads/a')));
    test('deny reading what was uploaded', () => denied(world, download(world, writer, bucket, key, 'uploads/a')[0]));
    test('deny the key outside S3', () => denied(world, { as: writer, action: 'kms:Decrypt', on: world.arn(key) }));
    test.each(['s3:PutObjectAcl', 's3:PutObjectRetention', 's3:PutObjectLegalHold', 's3:DeleteObject'])('deny %s', (action) => denied(world,
      { as: writer, action, on: `${world.arn(bucket)}/uploads/a` }));
  });

  test('deny even administrators a wrong key', () => denied(world, put(world, admin, bucket, 'a', { algorithm: 'AES256' })));
  test('deny even administrators plain HTTP', () => denied(world, put(world, admin, bucket, 'a', {}, { 'aws:SecureTransport': 'false' })));
  test('deny even administrators TLS 1.1', () => denied(world, put(world, admin, bucket, 'a', {}, { 's3:TlsVersion': '1.1' })));
  test('let administrators upload otherwise', () => allowed(world, put(world, admin, bucket, 'a')));

  test('let a reader read its prefix', () => allowed(world, ...download(world, reader, bucket, key, 'public/a')));
  test('let a reader list its prefix', () => allowed(world,
    { as: reader, action: 's3:ListBucket', on: world.arn(bucket), context: { 's3:prefix': 'public/' } }));
  test('deny a reader other prefixes', () => denied(world, download(world, reader, bucket, key, 'private/a')[0]));
  test('deny a reader to list everything', () => denied(world, { as: reader, action: 's3:ListBucket', on: world.arn(bucket) }));
  test('deny a reader the neighbour', () => denied(world, download(world, reader, neighbour, key, 'public/a')[0]));
  test('deny a reader to write', () => denied(world, put(world, reader, bucket, 'public/a')));

  test('let a deleter delete below its prefix', () => allowed(world, { as: deleter, action: 's3:DeleteObject', on: `${world.arn(bucket)}/uploads/a` }));
  test('deny a deleter versions', () => denied(world, { as: deleter, action: 's3:DeleteObjectVersion', on: `${world.arn(bucket)}/uploads/a` }));
  test('deny a deleter the neighbour', () => denied(world, { as: deleter, action: 's3:DeleteObject', on: `${world.arn(neighbour)}/uploads/a` }));

  test.each(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'])('deny a stranger %s', (action) => denied(world,
    { as: stranger(), action, on: `${world.arn(bucket)}/a` }));
  test('deny an unsigned call', () => denied(world, { as: anonymous(), action: 's3:GetObject', on: `${world.arn(bucket)}/a` }));

  describe('for access logs', () => {
    const target = () => world.all('AWS::S3::Bucket').find((at) => at.logicalId === world.resource(bucket).properties.LoggingConfiguration.DestinationBucketName
      || world.resource(bucket).properties.LoggingConfiguration.DestinationBucketName.endsWith(at.logicalId.toLowerCase()))!;
    const delivery = (source: { account: string; arn: string }) => ({
      as: service('logging.s3', source),
      action: 's3:PutObject',
      on: `arn:aws:s3:::${world.resource(bucket).properties.LoggingConfiguration.DestinationBucketName}/`
        + `${world.resource(bucket).properties.LoggingConfiguration.LogFilePrefix}2026-01-01-00-00-00-0123456789ABCDEF`,
    });

    test('have a bucket of their own, which does not log itself', () => {
      expect(target().properties.LoggingConfiguration).toBeUndefined();
      expect(target().logicalId).not.toBe(world.resource(bucket).logicalId);
    });
    test('let S3 deliver those of this bucket', () => allowed(world, delivery({ account, arn: world.arn(bucket) })));
    test('deny those of another account', () => denied(world, delivery({ account: STRANGER, arn: 'arn:aws:s3:::theirs' })));
  });
});
