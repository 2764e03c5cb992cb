import { NestedStack, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AccessLogBucket, Retention, SecureBucket } from '../../src/data';
import { Profile } from '../../src/profile';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';
import { statementsOf } from '../harness/readable';

const SHARED = 'CdkHardenedAccessLogs434D0529';

function policyOf(template: Template, bucketId: string): any[] {
  const found = Object.values(template.findResources('AWS::S3::BucketPolicy', { Properties: { Bucket: { Ref: bucketId } } }));
  expect(found).toHaveLength(1);
  return statementsOf(found[0]);
}

function delivery(template: Template, bucketId = SHARED) {
  return policyOf(template, bucketId).filter(({ Principal }) => Principal.Service === 'logging.s3.amazonaws.com');
}

describe.each(FLAG_MODES)('AccessLogBucket %s', (_, flags) => {
  test('is made once for all buckets of a stack, and gives each a prefix of its own', () => {
    const stack = newStack(flags);
    new SecureBucket(stack, 'Uploads');
    new SecureBucket(stack, 'Invoices');
    const template = templateOf(stack);
    template.resourceCountIs('AWS::S3::Bucket', 3);
    const logging = Object.values(template.findResources('AWS::S3::Bucket'))
      .flatMap(({ Properties }) => Properties.LoggingConfiguration ?? []);
    expect(logging.map(({ DestinationBucketName }) => DestinationBucketName)).toEqual([{ Ref: SHARED }, { Ref: SHARED }]);
    expect(new Set(logging.map(({ LogFilePrefix }) => LogFilePrefix)).size).toBe(2);
    expect(logging[0].LogFilePrefix).toMatch(/^Stack-Uploads-[0-9A-F]{8}\/$/);
  });

  test('lets S3 deliver from those buckets of this account only', () => {
    const stack = newStack(flags);
    new SecureBucket(stack, 'Uploads');
    new SecureBucket(stack, 'Invoices');
    expect(delivery(templateOf(stack))).toEqual([{
      Sid: 'AllowAccessLogs',
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${SHARED}.Arn/*`,
      Condition: {
        StringEquals: { 'aws:SourceAccount': '<account>' },
        ArnLike: { 'aws:SourceArn': ['Uploads88C64F96.Arn', expect.stringMatching(/^Invoices.*\.Arn$/)] },
      },
    }]);
  });

  test('is encrypted with SSE-S3, private, TLS only, without ACL and without lock', () => {
    const stack = newStack(flags);
    new AccessLogBucket(stack, 'Logs');
    const { id, resource } = only(templateOf(stack), 'AWS::S3::Bucket');
    expect(resource.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{
          BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] }, ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
        }],
      },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(resource.Properties).not.toHaveProperty('AccessControl');
    expect(resource.Properties).not.toHaveProperty('ObjectLockEnabled');
    expect(policyOf(templateOf(stack), id).map(({ Sid, Effect }) => `${Effect} ${Sid}`)).toEqual(['Deny DenyPlainHttp', 'Deny DenyOldTls']);
  });

  test.each([[Profile.PRODUCTION, 365, 'Retain'], [Profile.EPHEMERAL, 7, 'Delete']])('forgets by the profile: %#', (profile, days, deletion) => {
    const stack = newStack(flags);
    Profile.set(stack, profile);
    new AccessLogBucket(stack, 'Logs');
    const { resource } = only(templateOf(stack), 'AWS::S3::Bucket');
    expect(resource.DeletionPolicy).toBe(deletion);
    expect(resource.Properties.LifecycleConfiguration.Rules).toContainEqual({ Id: 'retention', Status: 'Enabled', ExpirationInDays: days });
  });

  test('takes the logs of a plain bucket too, without an ACL', () => {
    const stack = newStack(flags);
    const logs = new AccessLogBucket(stack, 'Logs', { retention: Retention.audit() });
    new s3.Bucket(stack, 'Plain', { serverAccessLogsBucket: logs.bucket });
    expect(delivery(templateOf(stack), stack.resolve(logs.bucket.bucketName).Ref)).toHaveLength(1);
  });
});

test('serves nested stacks from the outermost one', () => {
  const stack = newStack();
  const nested = new NestedStack(stack, 'Nested');
  new SecureBucket(nested, 'Uploads');
  expect(AccessLogBucket.of(nested)).toBe(AccessLogBucket.of(stack));
  const sources = delivery(templateOf(stack))[0].Condition.ArnLike['aws:SourceArn'];
  expect(sources).toEqual([expect.stringMatching(/^Nested.*Outputs\..*Arn$/)]);
});

test('in a nested stack, takes the logs of a bucket of the parent without a cycle', () => {
  const stack = newStack();
  const nested = new NestedStack(stack, 'Nested');
  const logs = new AccessLogBucket(nested, 'Logs');
  new SecureBucket(stack, 'Uploads', { accessLogBucket: logs.bucket });
  templateOf(stack); // CDK refuses cycles between resources
  expect(delivery(Template.fromStack(nested), stack.resolve(nested.resolve(logs.bucket.bucketName)).Ref)[0].Condition.ArnLike)
    .toEqual({ 'aws:SourceArn': ['arn:aws:s3:::*'] });
});

test('takes the logs of another stack by account, because naming its buckets would be a cycle of stacks', () => {
  const app = newApp();
  const platform = new Stack(app, 'Platform', { env: ENV });
  const orders = new Stack(app, 'Orders', { env: ENV });
  const logs = AccessLogBucket.of(platform);
  new SecureBucket(orders, 'Uploads', { accessLogBucket: logs.bucket });
  expect(delivery(templateOf(platform))[0].Condition)
    .toEqual({ StringEquals: { 'aws:SourceAccount': ENV.account }, ArnLike: { 'aws:SourceArn': ['arn:aws:s3:::*'] } });
  expect(orders.dependencies).toEqual([platform]);
});

test('a log bucket of the user\'s own lets S3 deliver below the prefix of the source', () => {
  const stack = newStack();
  const own = new s3.Bucket(stack, 'Own');
  new SecureBucket(stack, 'Uploads', { accessLogBucket: own });
  const [statement] = delivery(templateOf(stack), stack.resolve(own.bucketName).Ref);
  expect(statement.Resource).toMatch(/^Own.*\.Arn\/Stack-Uploads-[0-9A-F]{8}\/\*$/);
  expect(statement.Condition.ArnLike).toEqual({ 'aws:SourceArn': 'Uploads88C64F96.Arn' });
  templateOf(stack).resourceCountIs('AWS::S3::Bucket', 2); // no shared log bucket was made
});

test('an imported log bucket is a warning with the statement that it needs', () => {
  const stack = newStack();
  new SecureBucket(stack, 'Uploads', { accessLogBucket: s3.Bucket.fromBucketName(stack, 'Imported', 'acme-logs') });
  Annotations.fromStack(stack).hasWarning('/Stack/Uploads', Match.stringLikeRegexp(
    'imported bucket, whose policy CDK cannot change.*logging.s3.amazonaws.com.*acme-logs/Stack-Uploads.*cdk-hardened:imported-log-bucket-policy'));
});

test.each([Retention.keep(), Retention.tiered({ archiveAfterDays: 90 })])('refuses to keep logs for ever', (retention) => {
  expect(() => new AccessLogBucket(newStack(), 'Logs', { retention })).toThrow(
    '[Stack/Logs] retention = "kept for ever": access logs hold addresses and names of users, and grow without end. Write Retention.days(n)');
});

test('refuses a name that breaks a rule of S3', () => {
  expect(() => new AccessLogBucket(newStack(), 'Logs', { bucketName: 'Logs' })).toThrow('[Stack/Logs] bucketName = "Logs": S3 bucket names consist of');
});

test.each<[string, unknown, RegExp]>([
  ['BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm', 'aws:kms', /encrypted with SSE-S3/],
  ['AccessControl', 'LogDeliveryWrite', /it has no ACL/],
])('refuses, at synth, a change of %s', (path, value, message) => {
  const stack = newStack();
  (new AccessLogBucket(stack, 'Logs').bucket.node.defaultChild as s3.CfnBucket).addPropertyOverride(path, value);
  expect(() => templateOf(stack)).toThrow(message);
});

test('refuses, at synth, that delivery is taken out of the policy', () => {
  const stack = newStack();
  new SecureBucket(stack, 'Uploads');
  (AccessLogBucket.of(stack).bucket.policy!.node.defaultChild as s3.CfnBucketPolicy).addPropertyDeletionOverride('PolicyDocument.Statement.2');
  expect(() => templateOf(stack)).toThrow(/the statements AllowAccessLogs stay as they are/);
});
