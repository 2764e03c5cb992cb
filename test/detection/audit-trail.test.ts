import { Aspects, Aws, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { trailStack, warningsOf } from './trail-stack';
import { AuditTrail, AuditTrailProps, ObjectLock, Profile, Retention, SecureBucket, SecureKey, SecureTopic } from '../../src';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

const ACCOUNT = ENV.account!;
const TRAIL_NAME = 'Stack-Trail-1626bdc1';
const TRAIL_ARN = `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/${TRAIL_NAME}`;

function trailTemplate(props: AuditTrailProps = {}, flags?: Record<string, unknown>): Template {
  const stack = trailStack(flags);
  new AuditTrail(stack, 'Trail', props);
  return templateOf(stack);
}

/** Statements of the trail's own bucket policy or key policy, by Sid. */
function bySid(statements: any[]): Record<string, any> {
  return Object.fromEntries(statements.map((statement) => [statement.Sid ?? '', statement]));
}

function trailBucket(template: Template): { id: string; resource: any } {
  const [id, resource] = Object.entries(template.findResources('AWS::S3::Bucket')).find(([key]) => key.startsWith('TrailBucket'))!;
  return { id, resource };
}

function bucketStatements(template: Template): Record<string, any> {
  const policy = Object.values(template.findResources('AWS::S3::BucketPolicy')).find(({ Properties }) =>
    Properties.Bucket.Ref === trailBucket(template).id)!;
  return bySid(statementsOf(policy));
}

function keyStatements(template: Template): any[] {
  const [, key] = Object.entries(template.findResources('AWS::KMS::Key')).find(([id]) => id.startsWith('TrailKey'))!;
  return statementsOf(key);
}

describe.each(FLAG_MODES)('AuditTrail %s', (_, flags) => {
  const template = trailTemplate({}, flags);
  const trail = only(template, 'AWS::CloudTrail::Trail').resource;

  test('logs all management events of all regions, with validated and encrypted log files', () => {
    expect(trail.Properties).toMatchObject({
      TrailName: TRAIL_NAME,
      IsLogging: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }],
    });
    expect(trail.Properties.EventSelectors).toBeUndefined();
    expect(trail.Properties.KMSKeyId['Fn::GetAtt'][0]).toMatch(/^TrailKey/);
  });

  test('measures call and error rates', () => {
    expect(trail.Properties.InsightSelectors).toEqual([{ InsightType: 'ApiCallRateInsight' }, { InsightType: 'ApiErrorRateInsight' }]);
  });

  test('waits for the bucket policy, because CloudTrail writes a test file at once', () => {
    const policy = Object.entries(template.findResources('AWS::S3::BucketPolicy')).find(([id]) => id.startsWith('TrailBucket'))![0];
    expect([trail.DependsOn].flat()).toContain(policy);
  });

  test('lets this trail alone write to the bucket, below its account', () => {
    const statements = bucketStatements(template);
    expect(statements.CloudTrailAclCheck).toMatchObject({
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:GetBucketAcl',
      Condition: { StringEquals: { 'aws:SourceArn': TRAIL_ARN } },
    });
    expect(statements.CloudTrailWrite).toMatchObject({
      Action: 's3:PutObject',
      Resource: `${trailBucket(template).id}.Arn/AWSLogs/${ACCOUNT}/*`,
      Condition: { StringEquals: { 'aws:SourceArn': TRAIL_ARN, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    });
  });

  test('lets this trail alone use the key, as CloudTrail documents it', () => {
    const ofCloudTrail = keyStatements(template).filter(({ Principal }) => Principal.Service === 'cloudtrail.amazonaws.com');
    expect(ofCloudTrail.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      ['kms:GenerateDataKey*', {
        StringEquals: { 'aws:SourceArn': TRAIL_ARN },
        StringLike: {
          'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:*:${ACCOUNT}:trail/*`,
        },
      }],
      ['kms:Decrypt', { StringEquals: { 'aws:SourceArn': TRAIL_ARN } }], // the bucket has an S3 Bucket Key
      ['kms:DescribeKey', { StringEquals: { 'aws:SourceArn': TRAIL_ARN } }],
    ]);
  });

  test('has a key of its own, which knows the trail by name only', () => {
    expect(JSON.stringify(keyStatements(template))).not.toMatch(/\.Arn|TrailBucket/);
    expect(trailBucket(template).resource.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault
      .KMSMasterKeyID['Fn::GetAtt'][0]).toMatch(/^TrailKey/);
  });

  test('locks log files for a year and keeps them for seven, in cheaper storage', () => {
    const { resource } = trailBucket(template);
    expect(resource.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } } },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(resource.Properties.LoggingConfiguration).toBeDefined();
    expect(JSON.stringify(resource.Properties.LifecycleConfiguration)).toMatch(/"StorageClass":"STANDARD_IA","TransitionInDays":30/);
    expect(JSON.stringify(resource.Properties.LifecycleConfiguration)).toMatch(/"StorageClass":"GLACIER","TransitionInDays":90/);
    expect(JSON.stringify(resource.Properties.LifecycleConfiguration)).toContain('"ExpirationInDays":2555');
    expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test('denies everybody to delete log files, and denies CloudFormation nothing that it does', () => {
    const statement = bucketStatements(template).DenyDeletionOfLogs;
    expect(statement).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion'],
    });
    expect(statement.Condition).toBeUndefined();
    const denied = Object.values(bucketStatements(template)).filter(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined)
      .flatMap(({ Action }) => Action);
    expect(denied).toEqual(statement.Action); // policy, lifecycle and the bucket itself stay changeable
  });

  test('lets digest files in, which CloudTrail may write with SSE-S3', () => {
    const exempt = Object.values(bucketStatements(template)).filter(({ Effect, NotResource }) => Effect === 'Deny' && NotResource);
    expect(exempt.length).toBeGreaterThan(0);
    exempt.forEach(({ NotResource }) => expect(JSON.stringify(NotResource)).toContain(`/AWSLogs/${ACCOUNT}/CloudTrail-Digest/`));
  });

  test('delivers to an encrypted log group with a role that can write its own streams only', () => {
    const { id } = only(template, 'AWS::Logs::LogGroup');
    expect(trail.Properties.CloudWatchLogsLogGroupArn).toEqual({ 'Fn::GetAtt': [id, 'Arn'] });
    expect(only(template, 'AWS::Logs::LogGroup').resource.Properties).toMatchObject({
      RetentionInDays: 365, KmsKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^TrailKey/), 'Arn'] },
    });
    const role = only(template, 'AWS::IAM::Role').resource.Properties;
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([
      { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' } },
    ]);
    expect(readable(role.Policies[0].PolicyDocument.Statement)).toEqual([{
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:${id}:log-stream:${ACCOUNT}_CloudTrail_eu-west-1*`,
    }]);
    expect(role.ManagedPolicyArns).toBeUndefined();
  });
});

describe('choices', () => {
  test('a named role may delete log files', () => {
    const stack = trailStack();
    const deletionRole = iam.Role.fromRoleArn(stack, 'Legal', `arn:aws:iam::${ACCOUNT}:role/legal`);
    new AuditTrail(stack, 'Trail', { deletionRole });
    expect(bucketStatements(templateOf(stack)).DenyDeletionOfLogs.Condition)
      .toEqual({ ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/legal` } });
  });

  test('a compliance lock, other days and another retention', () => {
    const template = trailTemplate({ objectLock: ObjectLock.compliance(100), retention: Retention.days(200) });
    expect(trailBucket(template).resource.Properties.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({ Mode: 'COMPLIANCE', Days: 100 });
    expect(JSON.stringify(trailBucket(template).resource.Properties.LifecycleConfiguration)).not.toContain('GLACIER');
  });

  test('an organisation trail writes, streams and validates below the organisation too', () => {
    const template = trailTemplate({ organizationId: 'o-abcdef1234' });
    expect(only(template, 'AWS::CloudTrail::Trail').resource.Properties.IsOrganizationTrail).toBe(true);
    const paths = JSON.stringify(bucketStatements(template).CloudTrailWrite.Resource);
    expect(paths).toContain(`/AWSLogs/${ACCOUNT}/*`);
    expect(paths).toContain('/AWSLogs/o-abcdef1234/*');
    expect(JSON.stringify(bucketStatements(template))).toContain('/AWSLogs/o-abcdef1234/*/CloudTrail-Digest/');
    expect(JSON.stringify(only(template, 'AWS::IAM::Role').resource.Properties.Policies)).toContain(':log-stream:o-abcdef1234_*');
  });

  test('another key, log retention and name', () => {
    const stack = trailStack();
    const { key } = new SecureKey(stack, 'Central');
    new AuditTrail(stack, 'Trail', { encryptionKey: key, logRetention: logs.RetentionDays.TWO_YEARS, trailName: 'central-audit' });
    const template = templateOf(stack);
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 731 });
    expect(only(template, 'AWS::CloudTrail::Trail').resource.Properties).toMatchObject({
      TrailName: 'central-audit', KMSKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^Central/), 'Arn'] },
    });
  });

  test('two trails may share a key, each by its own statements', () => {
    const stack = trailStack();
    const { key } = new SecureKey(stack, 'Central');
    const first = new AuditTrail(stack, 'Trail', { encryptionKey: key });
    const second = new AuditTrail(stack, 'Data', { encryptionKey: key, managementEventsLoggedBy: first });
    second.watch(new SecureBucket(stack, 'Watched'));
    const central = Object.entries(templateOf(stack).findResources('AWS::KMS::Key')).find(([id]) => id.startsWith('Central'))![1];
    const sources = JSON.stringify(statementsOf(central));
    expect(sources).toContain(`trail/${first.trailName}"`);
    expect(sources).toContain(`trail/${second.trailName}"`);
  });

  test('deploys environment-agnostic', () => {
    const stack = newStack();
    new AuditTrail(stack, 'Trail', { alarmTopic: new SecureTopic(stack, 'Topic').topic });
    const paths = JSON.stringify(bucketStatements(templateOf(stack)).CloudTrailWrite.Resource);
    expect(paths).toContain('/AWSLogs/<account>/*"');
  });

  test('deploys in a nested stack, with alarms and access logs of the outermost', () => {
    const stack = trailStack();
    const nested = new NestedStack(stack, 'Nested');
    const trail = new AuditTrail(nested, 'Trail');
    trail.watch(new SecureBucket(nested, 'Inner'), new SecureBucket(stack, 'Outer'));
    const template = Template.fromStack(nested); // which refuses cycles
    expect(trail.trailName).toMatch(/^Stack-Trail-\w{8}$/);
    template.resourceCountIs('AWS::SNS::Topic', 0);
    expect(JSON.stringify(keyStatements(template))).toContain(':log-group:Stack-*');
    Template.fromStack(stack).resourceCountIs('AWS::SNS::Topic', 1);
  });

  test('deploys beside the stacks whose data it watches and whose alarms it shares', () => {
    const app = newApp();
    const data = new Stack(app, 'Data', { env: ENV });
    const audit = new Stack(app, 'Audit', { env: ENV });
    SecureTopic.alarmsOf(data).subscribeEmail('security@example.com');
    const trail = new AuditTrail(audit, 'Trail', { alarmTopic: SecureTopic.alarmsOf(data).topic, encryptionKey: SecureKey.of(data).key });
    trail.watch(new SecureBucket(data, 'Uploads'));
    templateOf(audit).resourceCountIs('AWS::CloudTrail::Trail', 1);
    expect(audit.dependencies).toEqual([data]);
    expect(data.dependencies).toEqual([]);
  });

  test('shortens long stack names to a name that CloudTrail takes', () => {
    const stack = new Stack(newApp(), `A${'-very'.repeat(25)}`, { env: ENV });
    const { trailName } = new AuditTrail(stack, 'Trail');
    expect(trailName.length).toBeLessThanOrEqual(128);
    expect(trailName).toMatch(/^[a-zA-Z0-9]([._-]?[a-zA-Z0-9])+$/);
  });
});

describe('an ephemeral profile', () => {
  const stack = new Stack(newApp(), 'Stack', { env: ENV });
  Profile.set(stack, Profile.EPHEMERAL);
  new AuditTrail(stack, 'Trail');
  const template = templateOf(stack);

  test('keeps object lock switched on, so that the bucket is never replaced, without locking files', () => {
    expect(trailBucket(template).resource.Properties).toMatchObject({ ObjectLockEnabled: true });
    expect(JSON.stringify(trailBucket(template).resource.Properties.ObjectLockConfiguration ?? {})).not.toContain('DefaultRetention');
  });

  test('denies no deletion, which would keep the files from going with their stack', () => {
    expect(bucketStatements(template).DenyDeletionOfLogs).toBeUndefined();
    expect(trailBucket(template).resource.DeletionPolicy).toBe('Delete');
  });

  test('refuses a lock', () => {
    const other = new Stack(newApp(), 'Stack', { env: ENV });
    Profile.set(other, Profile.EPHEMERAL);
    expect(() => new AuditTrail(other, 'Trail', { objectLock: ObjectLock.governance(30) }))
      .toThrow(/\[Stack\/Trail\/Bucket\] objectLock = "GOVERNANCE, 30 days": an ephemeral profile/);
  });
});

describe('bad input', () => {
  test.each(['ab', 'orders--audit', '-orders', '10.0.0.1', 'a'.repeat(129), 'orders audit'])('the name %s', (trailName) => {
    expect(() => new AuditTrail(trailStack(), 'Trail', { trailName }))
      .toThrow(/\[Stack\/Trail\] trailName = ".*": a trail has 3 to 128 letters.*Write for example "orders-audit"/);
  });

  test('a name that is a token', () => {
    expect(() => new AuditTrail(trailStack(), 'Trail', { trailName: `${Aws.STACK_NAME}-audit` }))
      .toThrow(/trailName decides what is built, so it must be known at synth/);
  });

  test('an id that is no organisation', () => {
    expect(() => new AuditTrail(trailStack(), 'Trail', { organizationId: 'ou-abcd-12345678' }))
      .toThrow('[Stack/Trail] organizationId = "ou-abcd-12345678": this is not the id of an organisation. Write "o-"');
  });

  test('a key of another region', () => {
    const stack = trailStack();
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', `arn:aws:kms:us-east-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`);
    expect(() => new AuditTrail(stack, 'Trail', { encryptionKey })).toThrow(/\[Stack\/Trail\] encryptionKey = .*: the key is in us-east-1/);
  });

  test('files that expire before their lock ends', () => {
    expect(() => new AuditTrail(trailStack(), 'Trail', { retention: Retention.days(200) })).toThrow(/retention = "200 days": objects are locked/);
  });
});

describe('one trail in an account', () => {
  const IMPORTED = `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/central`;

  test('a second one with management events is refused', () => {
    const app = newApp();
    new AuditTrail(new Stack(app, 'One', { env: ENV }), 'Trail');
    expect(() => new AuditTrail(new Stack(new Stage(app, 'Other'), 'Two', { env: { ...ENV, region: 'us-east-1' } }), 'Trail'))
      .toThrow(/\[Other\/Two\/Trail\] managementEventsLoggedBy: "One\/Trail" logs the management events of this account already/);
  });

  test('a second one in the same environment-agnostic stage is refused', () => {
    const app = newApp();
    new AuditTrail(new Stack(app, 'One'), 'Trail');
    expect(() => new AuditTrail(new Stack(app, 'Two'), 'Trail')).toThrow(/\[Two\/Trail\] managementEventsLoggedBy/);
  });

  test('accounts may have one each', () => {
    const app = newApp();
    new AuditTrail(new Stack(app, 'One', { env: ENV }), 'Trail');
    const two = new Stack(app, 'Two', { env: { account: '444455556666', region: 'eu-west-1' } });
    new AuditTrail(two, 'Trail');
    templateOf(two).resourceCountIs('AWS::CloudTrail::Trail', 1);
  });

  test('where the account is not known, the second is an acknowledgeable warning', () => {
    const app = newApp();
    new AuditTrail(new Stack(new Stage(app, 'One'), 'Stack'), 'Trail');
    const stack = new Stack(new Stage(app, 'Two'), 'Stack');
    new AuditTrail(stack, 'Trail');
    expect(warningsOf(stack)).toContainEqual(expect.stringMatching(/"One\/Stack\/Trail" also logs management events.*cdk-hardened:second-trail/s));
  });

  test('an existing one takes its place', () => {
    const stack = trailStack();
    AuditTrail.fromTrailArn(stack, 'Central', IMPORTED);
    expect(() => new AuditTrail(stack, 'Trail')).toThrow(/"Stack\/Central" logs the management events of this account already/);
  });

  test('an existing one may be named by several stacks', () => {
    const app = newApp();
    const [one, two] = ['One', 'Two'].map((id) => AuditTrail.fromTrailArn(new Stack(app, id, { env: ENV }), 'Central', IMPORTED));
    expect([one.trailName, two.trailArn]).toEqual(['central', IMPORTED]);
  });

  test('a malformed ARN of an existing one is refused', () => {
    expect(() => AuditTrail.fromTrailArn(trailStack(), 'Central', 'central'))
      .toThrow('[Stack/Central] trailArn = "central": this is not the ARN of a trail. Write "arn:aws:cloudtrail:');
  });

  test('beside an existing one, data events alone are logged', () => {
    const stack = trailStack();
    const trail = new AuditTrail(stack, 'Trail', { managementEventsLoggedBy: AuditTrail.fromTrailArn(stack, 'Central', IMPORTED) });
    trail.watch(new SecureBucket(stack, 'Watched'));
    const { AdvancedEventSelectors, InsightSelectors } = only(templateOf(stack), 'AWS::CloudTrail::Trail').resource.Properties;
    expect(AdvancedEventSelectors.map(({ FieldSelectors }: any) => FieldSelectors[0].Equals)).toEqual([['Data']]);
    expect(InsightSelectors).toBeUndefined();
  });

  test('a trail that logs nothing at all is refused', () => {
    const stack = trailStack();
    new AuditTrail(stack, 'Trail', { managementEventsLoggedBy: AuditTrail.fromTrailArn(stack, 'Central', IMPORTED) });
    expect(() => templateOf(stack)).toThrow(/AdvancedEventSelectors = \[\].*logs data events.*Call watch/s);
  });
});

describe('what is changed later', () => {
  test.each([
    ['IsLogging', false, /IsLogging = false.*the trail is logging/],
    ['IsMultiRegionTrail', false, /IsMultiRegionTrail = false.*all regions/],
    ['IncludeGlobalServiceEvents', false, /IncludeGlobalServiceEvents = false/],
    ['EnableLogFileValidation', false, /EnableLogFileValidation = false.*can be proved/],
    ['IsOrganizationTrail', true, /IsOrganizationTrail = true.*the accounts that it was made for/],
    ['KMSKeyId', undefined, /KMSKeyId = "absent"/],
    ['KMSKeyId', 'alias/aws/s3', /KMSKeyId = "alias\/aws\/s3".*its customer-managed key/],
    ['S3BucketName', 'elsewhere', /S3BucketName = "elsewhere".*its locked bucket/],
    ['CloudWatchLogsRoleArn', 'arn:aws:iam::111122223333:role/other', /CloudWatchLogsRoleArn = .*searched/],
    ['CloudWatchLogsLogGroupArn', '', /CloudWatchLogsLogGroupArn = "".*searched/],
    ['InsightSelectors', [{ InsightType: 'ApiCallRateInsight' }], /InsightSelectors.1 = "absent".*unusual rates/],
    ['AdvancedEventSelectors', [], /AdvancedEventSelectors = \[\].*all management events/],
    ['AdvancedEventSelectors.0.FieldSelectors.1', { Field: 'readOnly', Equals: ['false'] }, /AdvancedEventSelectors = .*all management events/],
  ])('to %s %j is refused', (path, value, message) => {
    const stack = trailStack();
    new AuditTrail(stack, 'Trail').trail.addPropertyOverride(path, value);
    expect(() => templateOf(stack)).toThrow(message);
  });

  test.each([
    ['AdvancedEventSelectors.1', undefined],
    ['AdvancedEventSelectors.1.FieldSelectors.2.StartsWith', ['arn:aws:s3:::other/']],
    ['AdvancedEventSelectors.1.FieldSelectors.3', { Field: 'readOnly', Equals: ['false'] }],
  ])('to what is watched is refused: %s %j', (path, value) => {
    const stack = trailStack();
    const audit = new AuditTrail(stack, 'Trail');
    audit.watch(new SecureBucket(stack, 'Watched'));
    audit.trail.addPropertyOverride(path, value);
    expect(() => templateOf(stack)).toThrow(/AdvancedEventSelectors = .*who reads and changes the watched data is logged/);
  });

  test('by an Aspect is refused too', () => {
    const stack = trailStack();
    new AuditTrail(stack, 'Trail');
    Aspects.of(stack).add({ visit: (node) => { if (node instanceof cloudtrail.CfnTrail) node.isLogging = false; } });
    expect(() => templateOf(stack)).toThrow(/IsLogging = false/);
  });

  test('a removed deletion guard is refused', () => {
    const stack = trailStack();
    const { secureBucket } = new AuditTrail(stack, 'Trail');
    (secureBucket.bucket.policy!.node.defaultChild as s3.CfnBucketPolicy).addPropertyOverride('PolicyDocument.Statement', []);
    expect(() => templateOf(stack)).toThrow(/the statements CloudTrailAclCheck, CloudTrailWrite, DenyDeletionOfLogs stay as they are/);
  });
});

describe.each(FLAG_MODES)('the delivery role %s', (_, flags) => {
  test.each<[string, (role: iam.Role) => void, RegExp]>([
    ['trusted by another principal', (role) => role.assumeRolePolicy!.addStatements(new iam.PolicyStatement({
      principals: [new iam.AnyPrincipal()], actions: ['sts:AssumeRole'],
    })), /AssumeRolePolicyDocument\.Statement = .*CloudTrail alone assumes the delivery role/],
    ['given a managed policy', (role) => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')),
      /ManagedPolicyArns = .*may write its log streams and nothing else/],
  ])('is refused at synth when %s', (_case, weaken, message) => {
    const stack = newStack(flags, ENV);
    weaken(new AuditTrail(stack, 'Trail').deliveryRole);
    expect(() => templateOf(stack)).toThrow(message);
  });
});
