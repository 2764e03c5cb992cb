import type { TemplateResource } from './assembly';

/** A protection as it is counted in the templates: never a claim, always "n of m resources". */
export interface ProtectionCount {
  readonly title: string;
  readonly protectedCount: number;
  readonly total: number;
}

interface ProtectionCheck {
  readonly title: string;
  readonly applies: (resource: TemplateResource) => boolean;
  /** Which of those are judged, where the others around them decide. */
  readonly among?: (resource: TemplateResource, all: TemplateResource[]) => boolean;
  readonly holds: (resource: TemplateResource, all: TemplateResource[]) => boolean;
}

const isType = (...types: string[]) => (resource: TemplateResource) => types.includes(`${resource.type}`);

/** Log targets of S3 are encrypted by S3 itself, because server access logging cannot write with a customer-managed key. */
const isAccessLogTarget = ({ properties }: TemplateResource) =>
  JSON.stringify(properties.BucketEncryption ?? {}).includes('AES256');

/** Whether the policy is added whatever the origin says, and no directive that decides on scripts lets inline ones run. */
const forbidsInlineScripts = ({ properties: { ResponseHeadersPolicyConfig } }: TemplateResource) => {
  const { ContentSecurityPolicy: policy, Override } = ResponseHeadersPolicyConfig.SecurityHeadersConfig?.ContentSecurityPolicy ?? {};
  if (typeof policy !== 'string' || Override !== true) return false;
  const directives = new Map(policy.toLowerCase().split(';').map((directive) => directive.trim().split(/\s+/)).reverse() // the first of a name counts
    .map(([name, ...sources]) => [name, sources]));
  const all = directives.get('script-src') ?? directives.get('default-src');
  const decisive = [all, directives.get('script-src-elem') ?? all, directives.get('script-src-attr') ?? all];
  return decisive.every((sources) => sources !== undefined && !sources.some((source) => /^'(?:unsafe-|nonce-|sha\d+-)/.test(source)));
};

const allowedIn = ({ properties }: TemplateResource) =>
  (properties.PolicyDocument.Statement as any[]).filter(({ Effect }) => Effect === 'Allow');

/** The origins of distributions that are this bucket. */
const originsAt = (bucket: TemplateResource, all: TemplateResource[]) => all.filter(isType('AWS::CloudFront::Distribution'))
  .flatMap(({ properties }) => properties.DistributionConfig.Origins as any[])
  .filter(({ DomainName }) => DomainName?.['Fn::GetAtt']?.[0] === bucket.id);

const isSigning = ({ properties: { OriginAccessControlConfig: config } }: TemplateResource) =>
  config.SigningBehavior === 'always' && config.SigningProtocol === 'sigv4' && config.OriginAccessControlOriginType === 's3';

const CHECKS: ProtectionCheck[] = [
  {
    title: 'encrypted with your own rotating KMS key',
    applies: (resource) => isType('AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::Logs::LogGroup',
      'AWS::CloudTrail::Trail')(resource) && !isAccessLogTarget(resource),
    holds: ({ properties }) => /"(KMSMasterKeyID|KMSMasterKeyId|KmsMasterKeyId|KmsKeyId|KMSKeyId)"/.test(JSON.stringify(properties)),
  },
  {
    title: 'buckets closed to the public',
    applies: isType('AWS::S3::Bucket'),
    holds: ({ properties }) => Object.values(properties.PublicAccessBlockConfiguration ?? {}).filter((value) => value === true).length === 4,
  },
  {
    title: 'buckets, queues and topics that refuse plain HTTP',
    applies: isType('AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'),
    holds: ({ properties }) => (properties.PolicyDocument.Statement as any[]).some((statement) =>
      statement.Effect === 'Deny' && statement.Condition?.Bool?.['aws:SecureTransport'] === 'false'),
  },
  {
    title: 'data that survives a mistake (versions, point-in-time recovery)',
    applies: (resource) => isType('AWS::S3::Bucket', 'AWS::DynamoDB::Table')(resource) && !isAccessLogTarget(resource),
    holds: ({ properties }) => properties.VersioningConfiguration?.Status === 'Enabled'
      || properties.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true,
  },
  {
    title: 'API routes behind authorization',
    applies: (resource) => resource.type === 'AWS::ApiGateway::Method' && resource.properties.HttpMethod !== 'OPTIONS',
    holds: ({ properties }) => properties.AuthorizationType !== 'NONE',
  },
  {
    title: 'API routes that validate requests',
    applies: (resource) => resource.type === 'AWS::ApiGateway::Method' && resource.properties.HttpMethod !== 'OPTIONS',
    holds: ({ properties }) => properties.RequestValidatorId !== undefined,
  },
  {
    title: 'API stages behind a web application firewall',
    applies: isType('AWS::ApiGateway::Stage'),
    holds: (_, all) => all.some(isType('AWS::WAFv2::WebACLAssociation')),
  },
  {
    title: 'sites by HTTPS and TLS 1.2 or newer only, behind a web application firewall',
    applies: isType('AWS::CloudFront::Distribution'),
    holds: ({ properties: { DistributionConfig: { DefaultCacheBehavior, CacheBehaviors = [], ViewerCertificate, WebACLId } } }) =>
      WebACLId !== undefined && /^TLSv1\.[23]_/.test(ViewerCertificate?.MinimumProtocolVersion ?? '')
      && [DefaultCacheBehavior, ...CacheBehaviors].every(({ ViewerProtocolPolicy }) => /^(https-only|redirect-to-https)$/.test(ViewerProtocolPolicy)),
  },
  {
    title: 'sites whose every behavior adds a Content-Security-Policy without inline scripts',
    applies: isType('AWS::CloudFront::Distribution'),
    holds: ({ properties: { DistributionConfig: { DefaultCacheBehavior, CacheBehaviors = [] } } }, all) => {
      const strict = all.filter(isType('AWS::CloudFront::ResponseHeadersPolicy')).filter(forbidsInlineScripts).map(({ id }) => id);
      return [DefaultCacheBehavior, ...CacheBehaviors].every(({ ResponseHeadersPolicyId }) => strict.includes(ResponseHeadersPolicyId?.Ref));
    },
  },
  {
    title: 'site buckets whose policy lets CloudFront alone in, for one distribution, by signed requests',
    applies: isType('AWS::S3::Bucket'),
    among: (bucket, all) => originsAt(bucket, all).length > 0,
    holds: (bucket, all) => {
      const controls = all.filter(isType('AWS::CloudFront::OriginAccessControl')).filter(isSigning).map(({ id }) => id);
      const allowed = all.filter(isType('AWS::S3::BucketPolicy')).filter(({ properties }) => properties.Bucket?.Ref === bucket.id).flatMap(allowedIn);
      return originsAt(bucket, all).every(({ OriginAccessControlId }) => controls.includes(OriginAccessControlId?.['Fn::GetAtt']?.[0]))
        && allowed.length > 0 && allowed.every(({ Principal, Condition }) => Principal?.Service === 'cloudfront.amazonaws.com'
          && /:distribution\/"/.test(JSON.stringify(Condition?.StringEquals ?? {})));
    },
  },
  {
    title: 'roles without AWS managed policies',
    applies: isType('AWS::IAM::Role'),
    holds: ({ properties }) => (properties.ManagedPolicyArns ?? []).length === 0,
  },
  {
    title: 'policies without wildcard actions',
    applies: isType('AWS::IAM::Policy'),
    holds: ({ properties }) => (properties.PolicyDocument.Statement as any[]).every((statement) =>
      statement.Effect === 'Deny' || [statement.Action].flat().every((action: string) => !/^\*$|:\*$/.test(action))),
  },
  {
    title: 'security groups without a way to the internet',
    applies: isType('AWS::EC2::SecurityGroup'),
    holds: ({ properties }) => !JSON.stringify(properties.SecurityGroupEgress ?? [{ CidrIp: '0.0.0.0/0' }]).includes('"0.0.0.0/0"'),
  },
  {
    title: 'functions traced, with JSON logs',
    applies: isType('AWS::Lambda::Function'),
    holds: ({ properties }) => properties.TracingConfig?.Mode === 'Active' && properties.LoggingConfig?.LogFormat === 'JSON',
  },
  {
    title: 'log groups that expire',
    applies: isType('AWS::Logs::LogGroup'),
    holds: ({ properties }) => properties.RetentionInDays > 0,
  },
  {
    title: 'alarms that reach somebody',
    applies: isType('AWS::CloudWatch::Alarm'),
    holds: ({ properties }, all) => (properties.AlarmActions ?? []).length > 0 && all.some(isType('AWS::SNS::Subscription')),
  },
  {
    title: 'trails with every management event, validated files and their own key',
    applies: isType('AWS::CloudTrail::Trail'),
    holds: ({ properties }) => properties.IsMultiRegionTrail && properties.EnableLogFileValidation && properties.KMSKeyId !== undefined,
  },
];

/** Counts the protections in these resources; a check that found nothing to judge is left out. */
export function countProtections(resources: TemplateResource[]): ProtectionCount[] {
  return CHECKS.map((check) => {
    const judged = resources.filter((resource) => check.applies(resource) && check.among?.(resource, resources) !== false);
    return { title: check.title, total: judged.length, protectedCount: judged.filter((resource) => check.holds(resource, resources)).length };
  }).filter(({ total }) => total > 0);
}
