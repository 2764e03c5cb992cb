import { Aws, Fn, Stack, Token } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ObjectLock, Retention, SecureBucket, SecureBucketProps, SecureKey } from '../../src/data';
import { Profile } from '../../src/profile';
import { ENV, inBothFlagModes, newApp, newStack, templateOf } from '../harness/apps';

function build(props: SecureBucketProps, stack = newStack()) {
  return () => new SecureBucket(stack, 'Uploads', props);
}

inBothFlagModes(() => {
  test.each([
    ['ab', 'S3 bucket names have 3 to 63 characters'],
    ['a'.repeat(64), 'S3 bucket names have 3 to 63 characters'],
    ['192.168.5.4', 'S3 bucket names must not be formatted as an IP address'],
    ['acme.uploads', 'a dot in the name breaks TLS'],
    ['Acme-Uploads', 'S3 bucket names consist of lowercase letters, digits and hyphens'],
    ['acme_uploads', 'S3 bucket names consist of lowercase letters, digits and hyphens'],
    ['-acme', 'S3 bucket names begin and end with a letter or digit'],
    ['acme-', 'S3 bucket names begin and end with a letter or digit'],
    ['xn--acme', 'S3 reserves the prefixes'],
    ['sthree-acme', 'S3 reserves the prefixes'],
    ['amzn-s3-demo-acme', 'S3 reserves the prefixes'],
    ['acme-s3alias', 'S3 reserves the suffixes'],
    ['acme--ol-s3', 'S3 reserves the suffixes'],
    ['acme--x-s3', 'S3 reserves the suffixes'],
    ['acme--table-s3', 'S3 reserves the suffixes'],
    ['acme-111122223333-eu-west-1-an', 'S3 reserves the suffixes'],
    ['aws-glue-assets-111122223333-eu-west-1', 'AWS tools look for buckets of such predictable names'],
    ['cdk-hnb659fds-assets-111122223333-eu-west-1', 'AWS tools look for buckets of such predictable names'],
  ])('refuses the name %s with the rule that it breaks', (bucketName, problem) => {
    expect(build({ bucketName })).toThrow(`[Stack/Uploads] bucketName = ${JSON.stringify(bucketName)}: ${problem}`);
    expect(build({ bucketName })).toThrow('Leave bucketName out');
  });

  test.each(['acme-uploads', 'a1b', '123', 'acme-plan', `x${'-y'.repeat(31)}`])('takes the name %s', (bucketName) => {
    const stack = newStack();
    build({ bucketName }, stack)();
    templateOf(stack).hasResourceProperties('AWS::S3::Bucket', { BucketName: bucketName });
  });

  test('takes a name that is a token, which cannot be judged', () => {
    expect(build({ bucketName: `uploads-${Aws.ACCOUNT_ID}` })).not.toThrow();
  });

  describe('keys', () => {
    test('of another region', () => {
      const stack = new Stack(newApp(), 'Stack', { env: ENV });
      const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
      expect(build({ encryptionKey }, stack)).toThrow(/\[Stack\/Uploads\] encryptionKey = .*the key is in us-east-1, and this stack is deployed to eu-west-1/);
    });

    test.each<[string, (stack: Stack) => kms.IKey]>([
      ['an imported alias', (stack) => kms.Alias.fromAliasName(stack, 'Alias', 'alias/orders')],
      ['the ARN of an alias', (stack) => kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:alias/orders')],
      ['an alias of a key of ours', (stack) => new SecureKey(stack, 'Key').alias],
    ])('given as %s', (_, aliasIn) => {
      const stack = newStack();
      expect(build({ encryptionKey: aliasIn(stack) }, stack))
        .toThrow(/\[Stack\/Uploads\] encryptionKey = .*resolve it in the account of the caller.*Pass the key itself/);
    });
  });

  describe('days', () => {
    test.each<[string, SecureBucketProps, string]>([
      ['no day', { retention: Retention.days(0) }, 'retention.expireAfterDays = 0: S3 takes a whole number of days here, at least 1. Write 1 or more.'],
      ['half a day', { retention: Retention.days(1.5) }, 'retention.expireAfterDays = 1.5: S3 takes a whole number'],
      ['Standard-IA before 30 days', { retention: Retention.tiered({ infrequentAccessAfterDays: 29 }) },
        'retention.infrequentAccessAfterDays = 29: S3 takes a whole number of days here, at least 30'],
      ['Glacier less than 30 days after Standard-IA', { retention: Retention.tiered({ infrequentAccessAfterDays: 30, archiveAfterDays: 59 }) },
        'retention.archiveAfterDays = 59: S3 takes a whole number of days here, at least 60'],
      ['expiry before the last move', { retention: Retention.tiered({ archiveAfterDays: 90, expireAfterDays: 90 }) },
        'retention.expireAfterDays = 90: S3 takes a whole number of days here, at least 91'],
      ['no day for old versions', { noncurrentVersionDays: 0 }, 'noncurrentVersionDays = 0: S3 takes a whole number'],
      ['no day of lock', { objectLock: ObjectLock.governance(0) }, 'objectLock.days = 0: S3 takes a whole number'],
      ['more than 100 years of lock', { objectLock: ObjectLock.compliance(36501) }, 'objectLock.days = 36501: S3 locks for at most 36500 days'],
      ['expiry before the lock ends', { objectLock: ObjectLock.governance(365), retention: Retention.days(364) },
        'retention = "364 days": objects are locked for 365 days, so S3 would not delete them after 364. Keep objects for at least 365 days'],
      ['old versions that go before the lock ends', { objectLock: ObjectLock.governance(365), noncurrentVersionDays: 30 },
        'noncurrentVersionDays = "30 days": objects are locked for 365 days'],
    ])('%s', (_, props, message) => {
      expect(build(props)).toThrow(`[Stack/Uploads] ${message}`);
    });

    test.each<[string, SecureBucketProps]>([
      ['retention.expireAfterDays', { retention: Retention.days(Token.asNumber(Fn.ref('Days'))) }],
      ['noncurrentVersionDays', { noncurrentVersionDays: Token.asNumber(Fn.ref('Days')) }],
      ['objectLock.days', { objectLock: ObjectLock.governance(Token.asNumber(Fn.ref('Days'))) }],
    ])('%s given as a token', (prop, props) => {
      expect(build(props)).toThrow(new RegExp(`\\[Stack/Uploads\\] ${prop} = <token .*must be known at synth`));
    });

    test('expiry on the day the lock ends is fine', () => {
      expect(build({ objectLock: ObjectLock.governance(365), retention: Retention.days(365) })).not.toThrow();
    });
  });

  test.each([ObjectLock.governance(1), ObjectLock.compliance(1)])('refuses lock days in an ephemeral profile, whose objects are deleted', (objectLock) => {
    const stack = newStack();
    Profile.set(stack, Profile.EPHEMERAL);
    expect(build({ objectLock }, stack)).toThrow(
      `[Stack/Uploads] objectLock = "${objectLock.mode}, 1 days": an ephemeral profile deletes objects with their stack, which the lock would refuse. `
    + 'Write ObjectLock.perObject()');
  });

  test.each(['', '/', '*', '*/digests/', '/AWSLogs/'])('refuses %p as a prefix for SSE-S3', (prefix) => {
    expect(build({ sseS3Prefixes: [prefix] })).toThrow(`[Stack/Uploads] sseS3Prefixes = ${JSON.stringify(prefix)}: it would exempt all objects`);
  });

  describe('access log targets', () => {
    test.each<[string, (stack: Stack) => s3.IBucket, RegExp]>([
      ['a SecureBucket', (stack) => new SecureBucket(stack, 'Other').bucket, /it is encrypted with a KMS key/],
      ['an import with a key', (stack) => s3.Bucket.fromBucketAttributes(stack, 'Other', {
        bucketName: 'logs', encryptionKey: new SecureKey(stack, 'Key').key,
      }), /it is encrypted with a KMS key/],
      ['a bucket with the AWS managed key', (stack) => new s3.Bucket(stack, 'Other', { encryption: s3.BucketEncryption.KMS_MANAGED }),
        /it is encrypted with KMS/],
      ['a locked bucket', (stack) => new s3.Bucket(stack, 'Other', { objectLockEnabled: true }), /it has object lock/],
      ['a bucket of another region', (stack) => s3.Bucket.fromBucketAttributes(stack, 'Other', { bucketName: 'logs', region: 'us-east-1' }),
        /it is in region us-east-1, and S3 delivers access logs within eu-west-1 only/],
      ['a bucket of another account', (stack) => s3.Bucket.fromBucketAttributes(stack, 'Other', { bucketName: 'logs', account: '999988887777' }),
        /it is in account 999988887777, and S3 delivers access logs within 111122223333 only/],
    ])('%s', (_, targetIn, problem) => {
      const stack = new Stack(newApp(), 'Stack', { env: ENV });
      const synth = () => {
        build({ accessLogBucket: targetIn(stack) }, stack)();
        templateOf(stack);
      };
      expect(synth).toThrow(problem);
    });

    test('the error says what to write instead', () => {
      const stack = newStack();
      expect(build({ accessLogBucket: new SecureBucket(stack, 'Other').bucket }, stack)).toThrow(
        '[Stack/Uploads] accessLogBucket = "Stack/Other/Resource": it is encrypted with a KMS key, and S3 delivers access logs to buckets with SSE-S3 only. '
      + 'Pass a bucket with SSE-S3 and without object lock, or leave accessLogBucket out');
    });
  });
});
