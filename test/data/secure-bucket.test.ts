import { Duration, NestedStack, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { ObjectLock, Retention, SecureBucket, SecureKey } from '../../src/data';
import { Profile } from '../../src/profile';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';

/** The bucket under test, told apart from the log bucket by its logging configuration. */
function bucketOf(stack: Stack) {
  const buckets = Object.entries(templateOf(stack).findResources('AWS::S3::Bucket', { Properties: { VersioningConfiguration: {} } }));
  const [id, resource] = buckets.find(([, { Properties }]) => Properties.LoggingConfiguration)!;
  return { id, resource, properties: resource.Properties };
}

function policyOf(stack: Stack, bucketId: string): any[] {
  const policies = Object.values(templateOf(stack).findResources('AWS::S3::BucketPolicy'));
  return policies.find(({ Properties }) => Properties.Bucket.Ref === bucketId)!.Properties.PolicyDocument.Statement;
}

function statement(stack: Stack, sid: string) {
  return policyOf(stack, bucketOf(stack).id).find(({ Sid }) => Sid === sid);
}

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const objects = (id: string, keys = '*') => ({ 'Fn::Join': ['', [arn(id), `/${keys}`]] });

describe.each(FLAG_MODES)('SecureBucket %s', (_, flags) => {
  const secureStack = (props = {}) => {
    const stack = newStack(flags);
    new SecureBucket(stack, 'Uploads', props);
    return stack;
  };

  test('lets nobody in from outside, and has one owner', () => {
    const { properties } = bucketOf(secureStack());
    expect(properties.PublicAccessBlockConfiguration)
      .toEqual({ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
    expect(properties.OwnershipControls).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] });
    expect(properties).not.toHaveProperty('AccessControl');
  });

  test('encrypts with the shared key and a bucket key, and blocks SSE-C', () => {
    const stack = secureStack();
    const key = only(templateOf(stack), 'AWS::KMS::Key');
    expect(bucketOf(stack).properties.BucketEncryption).toEqual({
      ServerSideEncryptionConfiguration: [{
        BucketKeyEnabled: true,
        BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] },
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn(key.id) },
      }],
    });
  });

  test('denies plain HTTP and old TLS to everybody, on the bucket and its objects', () => {
    const stack = secureStack();
    const { id } = bucketOf(stack);
    const everything = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Resource: [arn(id), objects(id)] };
    expect(statement(stack, 'DenyPlainHttp')).toMatchObject({ ...everything, Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
    expect(statement(stack, 'DenyOldTls')).toMatchObject({ ...everything, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } });
  });

  test('denies uploads with another algorithm or key, and only uploads that name one', () => {
    const stack = secureStack();
    const { id } = bucketOf(stack);
    const key = only(templateOf(stack), 'AWS::KMS::Key');
    const uploads = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:PutObject', Resource: objects(id) };
    const [algorithm, keyId] = ['s3:x-amz-server-side-encryption', 's3:x-amz-server-side-encryption-aws-kms-key-id'];
    expect(statement(stack, 'DenyOtherAlgorithm'))
      .toMatchObject({ ...uploads, Condition: { Null: { [algorithm]: 'false' }, StringNotEquals: { [algorithm]: 'aws:kms' } } });
    expect(statement(stack, 'DenyUnnamedKey')).toMatchObject({ ...uploads, Condition: { Null: { [algorithm]: 'false', [keyId]: 'true' } } });
    expect(statement(stack, 'DenyOtherKey')).toMatchObject({
      ...uploads, Condition: { Null: { [keyId]: 'false' }, StringNotEquals: { [keyId]: [arn(key.id), { Ref: key.id }] } },
    });
  });

  test('exempts prefixes that a service writes with SSE-S3 from the algorithm, not from the key', () => {
    const stack = secureStack({ sseS3Prefixes: ['AWSLogs/*/CloudTrail-Digest/'] });
    const { id } = bucketOf(stack);
    for (const sid of ['DenyOtherAlgorithm', 'DenyUnnamedKey']) {
      expect(statement(stack, sid)).toMatchObject({ NotResource: objects(id, 'AWSLogs/*/CloudTrail-Digest/*') });
      expect(statement(stack, sid)).not.toHaveProperty('Resource');
    }
    expect(statement(stack, 'DenyOtherKey')).toMatchObject({ Resource: objects(id) });
  });

  test('keeps versions for 90 days and incomplete uploads for 7', () => {
    const { properties } = bucketOf(secureStack());
    expect(properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(properties.LifecycleConfiguration.Rules).toEqual([
      { Id: 'abort-incomplete-uploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
      {
        Id: 'expire-noncurrent-versions',
        Status: 'Enabled',
        ExpiredObjectDeleteMarker: true,
        NoncurrentVersionExpiration: { NoncurrentDays: 90 },
      },
    ]);
  });

  test('moves and expires objects by an audit retention, with one rule for each kind of action', () => {
    const { properties } = bucketOf(secureStack({ retention: Retention.audit(), noncurrentVersionDays: 10 }));
    expect(properties.LifecycleConfiguration.Rules.slice(1)).toEqual([
      { Id: 'expire-noncurrent-versions', Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 10 } },
      {
        Id: 'retention',
        Status: 'Enabled',
        ExpirationInDays: 2555,
        Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }, { StorageClass: 'GLACIER', TransitionInDays: 90 }],
      },
    ]);
  });

  test('sends events to EventBridge without a function of CDK', () => {
    const stack = secureStack();
    expect(bucketOf(stack).properties.NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
    templateOf(stack).resourceCountIs('AWS::Lambda::Function', 0);
  });

  test('sends no events when nobody wants to pay for them', () => {
    expect(bucketOf(secureStack({ eventBridgeEnabled: false })).properties).not.toHaveProperty('NotificationConfiguration');
  });

  test.each([
    ['GOVERNANCE', ObjectLock.governance(400)],
    ['COMPLIANCE', ObjectLock.compliance(400)],
  ])('locks objects in %s mode, and keeps old versions at least as long', (mode, objectLock) => {
    const { properties } = bucketOf(secureStack({ objectLock }));
    expect(properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: mode, Days: 400 } } },
    });
    expect(properties.LifecycleConfiguration.Rules[1].NoncurrentVersionExpiration).toEqual({ NoncurrentDays: 400 });
  });

  test('can be lockable without a default retention', () => {
    const { properties } = bucketOf(secureStack({ objectLock: ObjectLock.perObject() }));
    expect(properties.ObjectLockEnabled).toBe(true);
    expect(properties).not.toHaveProperty('ObjectLockConfiguration');
  });

  test('outlives its stack in production, with the policy that protects it', () => {
    const template = templateOf(secureStack());
    template.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    template.allResources('AWS::S3::BucketPolicy', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    template.resourceCountIs('Custom::S3AutoDeleteObjects', 0);
  });

  test('goes with its stack, objects and all, in an ephemeral profile', () => {
    const stack = newStack(flags);
    Profile.set(stack, Profile.EPHEMERAL);
    new SecureBucket(stack, 'Uploads');
    templateOf(stack).allResources('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
    templateOf(stack).resourceCountIs('Custom::S3AutoDeleteObjects', 2);
  });

  test('is emptied by a function that is traced, and whose logs are encrypted and go with the stack', () => {
    const stack = newStack(flags);
    Profile.set(stack, Profile.EPHEMERAL);
    new SecureBucket(stack, 'Uploads');
    new SecureBucket(stack, 'Receipts');
    const template = templateOf(stack);
    const logGroup = only(template, 'AWS::Logs::LogGroup');
    expect(logGroup.resource).toMatchObject({
      DeletionPolicy: 'Delete', Properties: { RetentionInDays: 7, KmsKeyId: arn(only(template, 'AWS::KMS::Key').id) },
    });
    expect(only(template, 'AWS::Lambda::Function').resource.Properties).toMatchObject({
      LoggingConfig: { LogGroup: { Ref: logGroup.id } }, TracingConfig: { Mode: 'Active' },
    });
    expect(only(template, 'AWS::IAM::Role').resource.Properties.Policies[0].PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' },
    ]);
  });

  test('is not replaced when the profile changes', () => {
    const replacing = ['BucketName', 'BucketNamePrefix', 'BucketNamespace', 'ObjectLockEnabled'];
    const [production, ephemeral] = [Profile.PRODUCTION, Profile.EPHEMERAL].map((profile) => {
      const stack = newStack(flags);
      Profile.set(stack, profile);
      new SecureBucket(stack, 'Uploads', { bucketName: 'acme-uploads', objectLock: ObjectLock.perObject() });
      return Object.fromEntries(Object.entries(templateOf(stack).findResources('AWS::S3::Bucket'))
        .map(([id, { Properties }]) => [id, replacing.map((name) => Properties[name])]));
    });
    expect(ephemeral).toEqual(production);
    expect(Object.keys(production)).toHaveLength(2);
  });
});

test('uses its own key, and accepts that key by ARN and by id', () => {
  const stack = newStack();
  const bucket = new SecureBucket(stack, 'Ledger', { encryptionKey: new SecureKey(stack, 'Key').key });
  expect(bucket.encryptionKey.node.path).toBe('Stack/Key/Resource');
  const key = only(templateOf(stack), 'AWS::KMS::Key'); // no shared key was made
  expect(statement(stack, 'DenyOtherKey').Condition.StringNotEquals)
    .toEqual({ 's3:x-amz-server-side-encryption-aws-kms-key-id': [arn(key.id), { Ref: key.id }] });
});

test('takes an imported key', () => {
  const stack = newStack();
  const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  new SecureBucket(stack, 'Ledger', { encryptionKey: kms.Key.fromKeyArn(stack, 'Key', keyArn) });
  expect(statement(stack, 'DenyOtherKey').Condition.StringNotEquals)
    .toEqual({ 's3:x-amz-server-side-encryption-aws-kms-key-id': [keyArn, '1234abcd-12ab-34cd-56ef-1234567890ab'] });
});

test('can be encrypted with the key of another stack', () => {
  const app = newApp();
  const keys = new Stack(app, 'Keys', { env: ENV });
  const data = new Stack(app, 'Data', { env: ENV });
  new SecureBucket(data, 'Uploads', { encryptionKey: new SecureKey(keys, 'Key').key });
  expect(() => app.synth()).not.toThrow();
  expect(data.dependencies).toEqual([keys]);
  expect(keys.dependencies).toEqual([]);
});

test('works in a nested stack, with the key and the log bucket of its parent', () => {
  const stack = newStack();
  const nested = new NestedStack(stack, 'Nested');
  const bucket = new SecureBucket(nested, 'Uploads');
  templateOf(stack).resourceCountIs('AWS::S3::Bucket', 1); // the log bucket
  expect(bucket.encryptionKey).toBe(SecureKey.of(stack).key);
});

test('tells an audit trail which objects there are to watch', () => {
  const stack = newStack();
  const [watched] = new SecureBucket(stack, 'Uploads').auditedResources;
  expect(watched.resourceType).toBe('AWS::S3::Object');
  expect(stack.resolve(watched.arn)).toEqual({ 'Fn::Join': ['', [arn(bucketOf(stack).id), '/']] });
});

test('keeps lifecycle rules that are added to it beside its own', () => {
  const stack = newStack();
  new SecureBucket(stack, 'Uploads').bucket.addLifecycleRule({ id: 'drafts', prefix: 'drafts/', expiration: Duration.days(3) });
  expect(bucketOf(stack).properties.LifecycleConfiguration.Rules.map(({ Id }: { Id: string }) => Id))
    .toEqual(['abort-incomplete-uploads', 'expire-noncurrent-versions', 'drafts']);
});
