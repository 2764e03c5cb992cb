import { CfnResource, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AccessLogBucket, ObjectLock, SecureBucket } from '../../src/data';
import { Profile } from '../../src/profile';
import { FLAG_MODES, newStack, templateOf } from '../harness/apps';

function resourceOf(bucket: s3.Bucket): CfnResource {
  return bucket.node.defaultChild as CfnResource;
}

function policyOf(bucket: s3.Bucket): CfnResource {
  return bucket.policy!.node.defaultChild as CfnResource;
}

function world(flags?: Record<string, unknown>, props = {}) {
  const stack = newStack(flags);
  return { stack, secure: new SecureBucket(stack, 'Uploads', props) };
}

const RULE = 'BucketEncryption.ServerSideEncryptionConfiguration.0';

describe('a later change of the bucket is an error at synth', () => {
  test.each<[string, unknown, RegExp]>([
    ['PublicAccessBlockConfiguration.BlockPublicPolicy', false, /PublicAccessBlockConfiguration\.BlockPublicPolicy = false.*public access is blocked/],
    ['PublicAccessBlockConfiguration', undefined, /RestrictPublicBuckets = "absent".*public access is blocked/],
    ['AccessControl', 'PublicRead', /AccessControl = "PublicRead".*it has no ACL/],
    ['WebsiteConfiguration', { IndexDocument: 'index.html' }, /WebsiteConfiguration.*it is no website/],
    ['OwnershipControls.Rules.0.ObjectOwnership', 'ObjectWriter', /OwnershipControls.*ACLs are off/],
    ['OwnershipControls', undefined, /OwnershipControls.*ACLs are off/],
    ['VersioningConfiguration.Status', 'Suspended', /VersioningConfiguration\.Status = "Suspended".*overwritten objects can be restored/],
    ['LifecycleConfiguration', undefined, /LifecycleConfiguration.*old versions and incomplete uploads expire/],
    ['LifecycleConfiguration.Rules.1.Status', 'Disabled', /LifecycleConfiguration.*old versions and incomplete uploads expire/],
    ['LoggingConfiguration', undefined, /LoggingConfiguration.*access to it is logged/],
    ['NotificationConfiguration', undefined, /EventBridgeEnabled = "absent".*changes of objects reach EventBridge/],
    [`${RULE}.ServerSideEncryptionByDefault.SSEAlgorithm`, 'AES256', /BucketEncryption.*customer-managed key/],
    [`${RULE}.ServerSideEncryptionByDefault.KMSMasterKeyID`, 'alias/aws/s3', /BucketEncryption.*customer-managed key/],
    [`${RULE}.BucketKeyEnabled`, false, /BucketEncryption.*with a bucket key/],
    [`${RULE}.BlockedEncryptionTypes`, undefined, /BucketEncryption.*without SSE-C/],
    ['ObjectLockConfiguration.Rule.DefaultRetention.Days', 1, /DefaultRetention\.Days = 1: .*objects are locked/],
  ])('%s = %p', (path, value, message) => {
    const { stack, secure } = world({}, { objectLock: ObjectLock.governance(7) });
    resourceOf(secure.bucket).addPropertyOverride(path, value);
    expect(() => templateOf(stack)).toThrow(message);
    expect(() => templateOf(stack)).toThrow('[Stack/Uploads] AWS::S3::Bucket ');
  });

  test('a removal policy that deletes production data', () => {
    const { stack, secure } = world();
    secure.bucket.applyRemovalPolicy(RemovalPolicy.DESTROY);
    expect(() => templateOf(stack)).toThrow(/AWS::S3::Bucket DeletionPolicy = "Delete".*outlives its stack.*Profile\.EPHEMERAL/);
  });

  test('CDK\'s mixin that empties the bucket', () => {
    const { stack, secure } = world();
    secure.bucket.applyRemovalPolicy(RemovalPolicy.DESTROY);
    secure.bucket.with(new s3.mixins.BucketAutoDeleteObjects());
    expect(() => templateOf(stack)).toThrow(/Custom::S3AutoDeleteObjects = .*it deletes all objects with the stack/);
  });
});

describe.each(FLAG_MODES)('a later change of the bucket policy is an error at synth, %s', (_, flags) => {
  const everybody = { principals: [new iam.AnyPrincipal()], actions: ['s3:GetObject'] };

  test('letting in everybody', () => {
    const { stack, secure } = world(flags);
    secure.bucket.addToResourcePolicy(new iam.PolicyStatement({ ...everybody, resources: [secure.bucket.arnForObjects('*')] }));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Uploads\] AWS::S3::BucketPolicy PolicyDocument.*allows everybody/);
  });

  test('the error shows the statement at fault, not the whole policy', () => {
    const { stack, secure } = world(flags);
    secure.bucket.addToResourcePolicy(new iam.PolicyStatement({ ...everybody, sid: 'Open', resources: [secure.bucket.arnForObjects('*')] }));
    expect(() => templateOf(stack)).toThrow(/PolicyDocument = \[\{"Action":"s3:GetObject",.{1,200}"Sid":"Open"\}\]: the construct/);
  });

  test('grantPublicAccess is refused by the bucket or at synth', () => {
    const { stack, secure } = world(flags);
    expect(() => {
      secure.bucket.grantPublicAccess();
      templateOf(stack);
    }).toThrow(/public/i);
  });

  test('letting in everybody of an organisation passes', () => {
    const { stack, secure } = world(flags);
    secure.bucket.addToResourcePolicy(new iam.PolicyStatement({
      ...everybody, resources: [secure.bucket.arnForObjects('*')], conditions: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
    }));
    expect(() => templateOf(stack)).not.toThrow();
  });

  test.each(['s3:*', '*'])('allowing somebody %s', (action) => {
    const { stack, secure } = world(flags);
    secure.bucket.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.AccountPrincipal('999988887777')], actions: [action], resources: [secure.bucket.bucketArn],
    }));
    expect(() => templateOf(stack)).toThrow(/no statement of its policy allows all actions.*Write the actions out/);
  });

  test.each(['s3:PutBucketPolicy', 's3:Put*', 's3:DeleteBucketPol*'])('letting another account rule the bucket by %s', (action) => {
    const { stack, secure } = world(flags);
    secure.bucket.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.AccountPrincipal('999988887777')], actions: ['s3:GetObject', action], resources: [secure.bucket.bucketArn],
    }));
    expect(() => templateOf(stack)).toThrow(/no other account may change its policy, ACLs or encryption.*s3:GetObject/);
  });

  test('letting another account read passes', () => {
    const { stack, secure } = world(flags);
    secure.bucket.grantRead(new iam.AccountPrincipal('999988887777'));
    expect(() => templateOf(stack)).not.toThrow();
  });

  test('a service that is bound to nobody', () => {
    const { stack, secure } = world(flags);
    secure.bucket.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')], actions: ['s3:PutObject'], resources: [secure.bucket.arnForObjects('*')],
    }));
    expect(() => templateOf(stack)).toThrow(/every service in its resource policy acts for a known source only/);
  });

  test.each<[string, (policy: CfnResource) => void]>([
    ['another effect', (policy) => policy.addPropertyOverride('PolicyDocument.Statement.0.Effect', 'Allow')],
    ['a weaker condition', (policy) => policy.addPropertyOverride('PolicyDocument.Statement.1.Condition.NumericLessThan.s3:TlsVersion', '1.0')],
    ['an empty policy', (policy) => policy.addPropertyOverride('PolicyDocument.Statement', [])],
  ])('%s', (_name, change) => {
    const { stack, secure } = world(flags);
    change(policyOf(secure.bucket));
    expect(() => templateOf(stack)).toThrow(/the statements DenyPlainHttp, DenyOldTls, .* stay as they are/);
  });
});

test('a deletion of the policy with its production stack is an error at synth', () => {
  const { stack, secure } = world();
  secure.bucket.policy!.applyRemovalPolicy(RemovalPolicy.DESTROY);
  expect(() => templateOf(stack)).toThrow(/AWS::S3::BucketPolicy DeletionPolicy = "Delete".*outlives its stack/);
});

describe('a resource that configures the bucket from outside is an error at synth', () => {
  test('a second policy', () => {
    const { stack, secure } = world();
    new s3.CfnBucketPolicy(stack, 'Other', { bucket: secure.bucketName, policyDocument: { Statement: [] } });
    expect(() => templateOf(stack)).toThrow(/AWS::S3::BucketPolicy = "Stack\/Other": a bucket has one policy.*addToResourcePolicy/);
  });

  test('a second policy that names the bucket by its literal name', () => {
    const { stack } = world({}, { bucketName: 'acme-uploads' });
    new s3.CfnBucketPolicy(stack, 'Other', { bucket: 'acme-uploads', policyDocument: { Statement: [] } });
    expect(() => templateOf(stack)).toThrow(/AWS::S3::BucketPolicy = "Stack\/Other"/);
  });

  test.each<[string, (bucket: s3.Bucket, stack: Stack) => void]>([
    ['addEventNotification', (bucket, stack) =>
      bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.SqsDestination(new sqs.Queue(stack, 'Queue')))],
    ['enableEventBridgeNotification', (bucket) => bucket.enableEventBridgeNotification()],
  ])('%s', (_, notify) => {
    const { stack, secure } = world();
    notify(secure.bucket, stack);
    expect(() => templateOf(stack)).toThrow(
      /\[Stack\/Uploads\] Custom::S3BucketNotifications = .*overwrites the delivery of events.*new events\.Rule/);
  });

  test('access logs of another bucket, which S3 would not deliver', () => {
    const { stack, secure } = world();
    new s3.CfnBucket(stack, 'Other', { loggingConfiguration: { destinationBucketName: secure.bucketName } });
    expect(() => templateOf(stack)).toThrow(/AWS::S3::Bucket = "Stack\/Other": S3 delivers access logs to buckets with SSE-S3 only.*AccessLogBucket/);
  });

  test('but a bucket with the same logical id in a nested stack is another bucket', () => {
    const { stack } = world();
    new SecureBucket(new NestedStack(stack, 'Nested'), 'Uploads');
    expect(() => templateOf(stack)).not.toThrow();
  });

  test('but what configures another bucket is none of its business', () => {
    const { stack } = world();
    const other = new s3.Bucket(stack, 'Other', { serverAccessLogsBucket: AccessLogBucket.of(stack).bucket });
    new s3.CfnBucketPolicy(stack, 'OtherPolicy', { bucket: other.bucketName, policyDocument: { Statement: [] } });
    expect(() => templateOf(stack)).not.toThrow();
  });
});

test('in an ephemeral profile data may be deleted', () => {
  const stack = newStack();
  Profile.set(stack, Profile.EPHEMERAL);
  new SecureBucket(stack, 'Uploads').bucket.applyRemovalPolicy(RemovalPolicy.DESTROY);
  expect(() => templateOf(stack)).not.toThrow();
});
