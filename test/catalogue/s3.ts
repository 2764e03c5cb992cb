import { at, Check, list, must, unless } from './check';
import { allowsOf, BUCKET_POLICIES, deniesPlainHttp, isNarrowed, isPublic, Statement, statementsOf } from './policies';
import type { Resource, Template } from './template';

const BUCKET = 'AWS::S3::Bucket';

function encryptionOf({ properties }: Resource): any {
  return at(properties, 'BucketEncryption.ServerSideEncryptionConfiguration')?.[0]?.ServerSideEncryptionByDefault;
}

function policiesOf(bucket: Resource, template: Template): Resource[] {
  return template.of(...BUCKET_POLICIES).filter(({ properties }) => template.target(properties.Bucket) === bucket);
}

/** Access log buckets: S3 itself writes to them. */
function isLogTarget(bucket: Resource, template: Template): boolean {
  return template.of(BUCKET).some(({ properties }) => template.target(at(properties, 'LoggingConfiguration.DestinationBucketName')) === bucket);
}

/** No bucket has such an access control list, nor a policy that lets everybody do this. */
function notPublic(key: string, acl: RegExp, actions: RegExp): Check {
  return {
    key,
    types: [BUCKET, ...BUCKET_POLICIES],
    problem: (resource) => {
      const open = allowsOf(resource).filter((statement) => isPublic(statement) && statement.actions.some((action) => actions.test(action)));
      return unless(!acl.test(resource.properties.AccessControl ?? '') && open.length === 0, 'lets everybody in');
    },
    refuses: policy({ Principal: '*', Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::bucket/*' }),
  };
}

/** An entry about each statement of every bucket policy. */
function statements(key: string, wrong: (statement: Statement) => boolean, refused: object): Check {
  return {
    key,
    types: BUCKET_POLICIES,
    problem: (resource) => {
      const found = statementsOf(resource).filter(wrong);
      return unless(found.length === 0, `${found.map(({ principals, actions }) => `${principals}: ${actions}`).join('; ')}`);
    },
    refuses: policy(refused),
  };
}

function policy(statement: object) {
  return { Policy: { Type: BUCKET_POLICIES[0], Properties: { Bucket: 'bucket', PolicyDocument: { Statement: [{ Effect: 'Allow', ...statement }] } } } };
}

function isOtherAccount(principal: string): boolean {
  return principal === '*' || principal.startsWith('AWS:');
}

const POWERS = /^s3:(\*|DeleteBucketPolicy|PutBucketAcl|PutBucketPolicy|PutEncryptionConfiguration|PutObjectAcl)$/;

export const S3_CHECKS: Check[] = [
  {
    key: 's3/bucket-block-public-access',
    types: [BUCKET],
    problem: ({ properties }) => {
      const open = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']
        .filter((name) => at(properties, `PublicAccessBlockConfiguration.${name}`) !== true);
      return unless(open.length === 0, `${open} not true`);
    },
  },
  notPublic('s3/no-public-read', /^(Public|Authenticated)Read/, /^(\*|s3:(\*|(Get|List).*))$/),
  notPublic('s3/no-public-write', /^PublicReadWrite$/, /^(\*|s3:(\*|(Put|Delete|Abort|Restore|Replicate).*))$/),
  {
    key: 's3/acl-disabled',
    types: [BUCKET],
    problem: ({ properties }) => unless(
      properties.AccessControl === undefined && list(at(properties, 'OwnershipControls.Rules')).some((rule) => rule.ObjectOwnership === 'BucketOwnerEnforced'),
      'access control lists are on',
    ),
  },
  {
    key: 's3/tls-only',
    types: [BUCKET],
    problem: (bucket, template) => unless(
      policiesOf(bucket, template).flatMap(statementsOf).some((statement) => deniesPlainHttp(statement, 's3:AnyAction')
        && statement.resources.includes(`${bucket.id}.Arn`) && statement.resources.includes(`${bucket.id}.Arn/*`)),
      'plain HTTP is not denied on the bucket and its objects',
    ),
  },
  {
    key: 's3/encryption-configured',
    types: [BUCKET],
    problem: (bucket) => unless(/^(AES256|aws:kms(:dsse)?)$/.test(encryptionOf(bucket)?.SSEAlgorithm), 'no default encryption'),
  },
  {
    key: 's3/kms-encryption',
    types: [BUCKET],
    problem: (bucket) => unless(
      /^aws:kms/.test(encryptionOf(bucket)?.SSEAlgorithm) && encryptionOf(bucket).KMSMasterKeyID !== undefined,
      `encrypted by ${encryptionOf(bucket)?.SSEAlgorithm}`,
    ),
  },
  {
    key: 's3/access-logging',
    types: [BUCKET],
    when: (bucket, template) => !isLogTarget(bucket, template),
    problem: ({ properties }) => unless(at(properties, 'LoggingConfiguration.DestinationBucketName'), 'no access logs'),
  },
  {
    key: 's3/object-lock',
    types: [BUCKET],
    problem: ({ properties }) => unless(
      properties.ObjectLockEnabled === true && at(properties, 'ObjectLockConfiguration.Rule.DefaultRetention'), 'no default lock',
    ),
  },
  {
    key: 's3/noncurrent-version-lifecycle',
    types: [BUCKET],
    when: ({ properties }) => at(properties, 'VersioningConfiguration.Status') === 'Enabled',
    problem: ({ properties }) => unless(
      list(at(properties, 'LifecycleConfiguration.Rules')).some((rule) =>
        rule.Status === 'Enabled' && (rule.NoncurrentVersionExpiration || rule.NoncurrentVersionTransitions)),
      'noncurrent versions stay for ever',
    ),
    refuses: { Bucket: { Type: BUCKET, Properties: { VersioningConfiguration: { Status: 'Enabled' } } } },
  },
  {
    key: 's3/event-notifications',
    types: [BUCKET],
    problem: ({ properties }) => unless(Object.keys(properties.NotificationConfiguration ?? {}).length > 0, 'no event is sent'),
  },
  statements('s3/policy-limits-other-accounts', ({ allows, principals, actions }) =>
    allows && principals.some(isOtherAccount) && actions.some((action) => POWERS.test(action)), {
    Principal: { AWS: '444455556666' }, Action: 's3:PutBucketPolicy',
  }),
  statements('s3/policy-no-wildcard-principal', isPublic, { Principal: '*', Action: 's3:GetObject' }),
  statements('s3/policy-no-wildcard-action', ({ allows, actions }) => allows && actions.some((action) => /^(\*|s3:\*)$/.test(action)), { Action: 's3:*' }),
  statements('s3/policy-no-allow-notaction', ({ allows, notActions }) => allows && notActions.length > 0, { NotAction: 's3:PutObject' }),
  statements('s3/policy-no-allow-notprincipal', ({ allows, notPrincipals }) => allows && notPrincipals.length > 0, { NotPrincipal: { AWS: '444455556666' } }),
  statements('s3/policy-no-lockout', (statement) => !statement.allows && statement.principals.some((principal) => /^(AWS:)?\*$/.test(principal))
    && statement.actions.some((action) => /^(\*|s3:\*)$/.test(action)) && !isNarrowed(statement) && Object.keys(statement.condition).length === 0, {
    Effect: 'Deny', Principal: '*', Action: 's3:*',
  }),
  {
    key: 's3/website-behind-cloudfront',
    types: [BUCKET],
    problem: ({ properties }) => unless(properties.WebsiteConfiguration === undefined, 'is a website of its own'),
    refuses: { Bucket: { Type: BUCKET, Properties: { WebsiteConfiguration: { IndexDocument: 'index.html' } } } },
  },
  {
    key: 's3/in-backup-plan',
    types: [BUCKET],
    problem: (bucket, template) => unless(isBackedUp(bucket, template), 'no backup plan selects it'),
  },
  {
    key: 's3/name-not-predictable',
    types: [BUCKET],
    problem: ({ properties }) => unless(
      !/^(aws-glue-assets|aws-emr-studio|sagemaker|cf-templates|aws-sam-cli|cdk-hnb659fds)-/.test(properties.BucketName ?? ''), 'another account could have taken it',
    ),
    refuses: { Bucket: { Type: BUCKET, Properties: { BucketName: 'aws-glue-assets-111122223333-eu-west-1' } } },
  },
  { ...must('cloudtrail/log-bucket-not-public', BUCKET, 'PublicAccessBlockConfiguration.RestrictPublicBuckets', true), ...ofTrails() },
];

/** Whether a backup plan of the same template names the resource. */
export function isBackedUp(resource: Resource, template: Template): boolean {
  return template.of('AWS::Backup::BackupSelection')
    .some(({ properties }) => list(at(properties, 'BackupSelection.Resources')).includes(`${resource.id}.Arn`));
}

function ofTrails(): Pick<Check, 'when' | 'refuses'> {
  return {
    when: (bucket, template) => template.of('AWS::CloudTrail::Trail').some(({ properties }) => template.target(properties.S3BucketName) === bucket),
    refuses: { Bucket: { Type: BUCKET }, Trail: { Type: 'AWS::CloudTrail::Trail', Properties: { S3BucketName: { Ref: 'Bucket' } } } },
  };
}
