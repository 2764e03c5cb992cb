import { NestedStack, Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { ObjectLock, Retention, SecureBucket, SecureBucketProps, SecureKey } from '../../src/data';
import { Profile } from '../../src/profile';
import { ENV, FLAG_MODES, newApp, newStack, templateOf } from '../harness/apps';

/** What a user may write: everything that is not refused by an error of its own. */
interface Choice {
  readonly flags: Record<string, unknown>;
  readonly profile: Profile;
  readonly located: boolean;
  readonly ownKey: boolean;
  readonly props: SecureBucketProps;
}

const days = fc.integer({ min: 1, max: 4000 });

const retention = fc.oneof(
  fc.constant(undefined),
  fc.constant(Retention.keep()),
  fc.constant(Retention.audit()),
  days.map((n) => Retention.days(n)),
  fc.tuple(fc.integer({ min: 30, max: 400 }), fc.integer({ min: 30, max: 400 }), days).map(([access, more, rest]) =>
    Retention.tiered({ infrequentAccessAfterDays: access, archiveAfterDays: access + more, expireAfterDays: access + more + rest })),
);

const objectLock = fc.oneof(
  fc.constant(undefined),
  fc.constant(ObjectLock.perObject()),
  days.map((n) => ObjectLock.governance(n)),
  days.map((n) => ObjectLock.compliance(n)),
);

const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,40}[a-z0-9]$/).filter((text) => !/^(xn--|sthree-|amzn-|aws-|cf-|sagemaker-|cdk-)|(-an|s3)$/.test(text));

const choices: fc.Arbitrary<Choice> = fc.record({
  flags: fc.constantFrom(...FLAG_MODES.map(([, flags]) => flags)),
  profile: fc.constantFrom(Profile.PRODUCTION, Profile.EPHEMERAL),
  located: fc.boolean(),
  ownKey: fc.boolean(),
  props: fc.record({
    bucketName: fc.option(name, { nil: undefined }),
    retention,
    objectLock,
    noncurrentVersionDays: fc.option(days, { nil: undefined }),
    eventBridgeEnabled: fc.option(fc.boolean(), { nil: undefined }),
    sseS3Prefixes: fc.option(fc.array(fc.stringMatching(/^[a-z]{1,8}\/([a-z]{1,8}\/)?$/), { maxLength: 2 }), { nil: undefined }),
  }),
}).filter(({ profile, props: { objectLock: lock, retention: kept, noncurrentVersionDays } }) => lock?.days === undefined
  || (profile === Profile.PRODUCTION && lock.days <= (kept?.expireAfterDays ?? Infinity) && lock.days <= (noncurrentVersionDays ?? Infinity)));

test('whatever valid props are given, the bucket and its log bucket keep the promises', () => {
  fc.assert(fc.property(choices, (choice) => {
    const stack = newStack(choice.flags, choice.located ? ENV : undefined);
    Profile.set(stack, choice.profile);
    const encryptionKey = choice.ownKey ? new SecureKey(stack, 'Key').key : undefined;
    new SecureBucket(stack, 'Uploads', { ...choice.props, encryptionKey });
    const template = templateOf(stack); // the seals are checked here, too
    const buckets = Object.entries(template.findResources('AWS::S3::Bucket'));
    expect(buckets).toHaveLength(2);
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    for (const [id, bucket] of buckets) {
      keepsPromises(bucket, choice);
      const own = policies.filter(({ Properties }) => Properties.Bucket.Ref === id);
      expect(own).toHaveLength(1);
      deniesInsecureRequests(own[0].Properties.PolicyDocument.Statement);
    }
    template.resourceCountIs('AWS::KMS::Key', 1);
  }), { numRuns: 60 });
});

function keepsPromises(bucket: any, { profile, props }: Choice): void {
  const { Properties: properties } = bucket;
  expect(Object.values(properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  expect(properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  expect(properties.VersioningConfiguration.Status).toBe('Enabled');
  expect(properties.AccessControl).toBeUndefined();
  const [encryption] = properties.BucketEncryption.ServerSideEncryptionConfiguration;
  expect(encryption.BlockedEncryptionTypes.EncryptionType).toEqual(['SSE-C']);
  // one of the two is the log target, which can have neither a KMS key nor logs of its own
  const isTarget = properties.LoggingConfiguration === undefined;
  expect(encryption.ServerSideEncryptionByDefault.SSEAlgorithm).toBe(isTarget ? 'AES256' : 'aws:kms');
  expect(encryption.BucketKeyEnabled).toBe(isTarget ? undefined : true);
  expect(bucket.DeletionPolicy).toBe(profile === Profile.PRODUCTION ? 'Retain' : 'Delete');
  canBeDeployed(properties.LifecycleConfiguration.Rules);
  if (isTarget) return;
  expect(properties.ObjectLockConfiguration?.Rule.DefaultRetention.Days).toBe(props.objectLock?.days);
  const noncurrent = properties.LifecycleConfiguration.Rules.find((rule: any) => rule.NoncurrentVersionExpiration);
  expect(noncurrent.NoncurrentVersionExpiration.NoncurrentDays).toBeGreaterThanOrEqual(props.objectLock?.days ?? 1);
}

/** What S3 asks of a lifecycle: ids once, one rule for each kind of action, moves in order and before the end. */
function canBeDeployed(rules: any[]): void {
  expect(new Set(rules.map(({ Id }) => Id)).size).toBe(rules.length);
  const ends = rules.filter((rule) => rule.ExpirationInDays !== undefined || rule.ExpiredObjectDeleteMarker !== undefined);
  expect(ends.length).toBeLessThanOrEqual(1);
  for (const { Transitions, ExpirationInDays } of rules) {
    const steps = [...(Transitions ?? []).map((move: any) => move.TransitionInDays), ExpirationInDays ?? Infinity];
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(steps.length);
  }
  expect(rules.some((rule) => rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation === 7 && rule.Status === 'Enabled')).toBe(true);
}

function deniesInsecureRequests(statements: any[]): void {
  for (const condition of [{ Bool: { 'aws:SecureTransport': 'false' } }, { NumericLessThan: { 's3:TlsVersion': '1.2' } }]) {
    expect(statements).toContainEqual(expect.objectContaining({
      Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Condition: condition, Resource: [expect.anything(), expect.anything()],
    }));
  }
  for (const { Effect, Action, Condition } of statements) {
    // an unconditional denial of everything would lock everybody out but root
    if (Effect === 'Deny') expect(Condition).toBeDefined();
    if (Effect === 'Allow') expect([Action].flat()).not.toContain('s3:*');
  }
}

test('and so do the buckets of a nested stack', () => {
  const parent = new Stack(newApp(), 'Parent');
  const nested = new NestedStack(parent, 'Nested');
  new SecureBucket(nested, 'Uploads');
  for (const template of [templateOf(parent), templateOf(nested)]) {
    Object.values(template.findResources('AWS::S3::Bucket')).forEach((bucket) => keepsPromises(bucket, {
      flags: {}, profile: Profile.PRODUCTION, located: false, ownKey: false, props: {},
    }));
  }
});
