import type { World } from './world';

/** One resource of a template, with the identity that a deployment would give it. */
export interface Placed {
  readonly type: string;
  readonly logicalId: string;
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  /** Properties with every intrinsic replaced by what it would resolve to. */
  readonly properties: any;
}

/** Type to the property that names it, and to its ARN; what is not here gets an ARN that no policy can mean by accident. */
const KINDS: Record<string, { name?: string; arn: (name: string, at: Placed) => string; ref?: 'arn' | 'url' }> = {
  'AWS::S3::Bucket': { name: 'BucketName', arn: (name) => `arn:aws:s3:::${name}` },
  'AWS::KMS::Key': { arn: (name, at) => `arn:aws:kms:${at.region}:${at.account}:key/${name}` },
  'AWS::DynamoDB::Table': { name: 'TableName', arn: (name, at) => `arn:aws:dynamodb:${at.region}:${at.account}:table/${name}` },
  'AWS::SQS::Queue': { name: 'QueueName', arn: (name, at) => `arn:aws:sqs:${at.region}:${at.account}:${name}`, ref: 'url' },
  'AWS::SNS::Topic': { name: 'TopicName', arn: (name, at) => `arn:aws:sns:${at.region}:${at.account}:${name}`, ref: 'arn' },
  'AWS::Lambda::Function': { name: 'FunctionName', arn: (name, at) => `arn:aws:lambda:${at.region}:${at.account}:function:${name}` },
  'AWS::Logs::LogGroup': { name: 'LogGroupName', arn: (name, at) => `arn:aws:logs:${at.region}:${at.account}:log-group:${name}:*` },
  'AWS::IAM::Role': { name: 'RoleName', arn: (name, at) => `arn:aws:iam::${at.account}:role/${name}` },
  'AWS::SecretsManager::Secret': {
    name: 'Name', arn: (name, at) => `arn:aws:secretsmanager:${at.region}:${at.account}:secret:${name}-a1B2c3`, ref: 'arn',
  },
  'AWS::CloudTrail::Trail': { name: 'TrailName', arn: (name, at) => `arn:aws:cloudtrail:${at.region}:${at.account}:trail/${name}` },
  'AWS::Events::Rule': { name: 'Name', arn: (name, at) => `arn:aws:events:${at.region}:${at.account}:rule/${name}` },
  'AWS::CloudWatch::Alarm': { name: 'AlarmName', arn: (name, at) => `arn:aws:cloudwatch:${at.region}:${at.account}:alarm:${name}` },
  'AWS::ApiGateway::Stage': { name: 'StageName', arn: (name, at) => `arn:aws:apigateway:${at.region}::/restapis/${at.properties.RestApiId}/stages/${name}` },
  'AWS::ApiGateway::RestApi': { arn: (name, at) => `arn:aws:execute-api:${at.region}:${at.account}:${name}` },
};

export function nameOf(at: Placed): string {
  const given = KINDS[at.type]?.name === undefined ? undefined : at.properties?.[KINDS[at.type].name!];
  // what CloudFormation generates: stack, logical id, noise; a bucket's is lower case
  return given ?? (at.type === 'AWS::S3::Bucket' ? `${at.stack}-${at.logicalId}`.toLowerCase() : `${at.stack}-${at.logicalId}`);
}

export function arnOf(at: Placed): string {
  const kind = KINDS[at.type];
  return kind ? kind.arn(nameOf(at), at) : `arn:aws:unmodelled:${at.region}:${at.account}:${at.type}/${at.logicalId}`;
}

export function refOf(at: Placed): string {
  const ref = KINDS[at.type]?.ref;
  if (ref === 'arn') return arnOf(at);
  if (ref === 'url') return `https://sqs.${at.region}.amazonaws.com/${at.account}/${nameOf(at)}`;
  return nameOf(at);
}

export function attributeOf(at: Placed, attribute: string): string {
  if (attribute === 'Arn' || attribute === 'TopicArn') return arnOf(at);
  if (attribute.endsWith('Name')) return nameOf(at);
  if (attribute === 'StreamArn') return `${arnOf(at)}/stream/2026-01-01T00:00:00.000`;
  return `${nameOf(at)}.${attribute}`;
}

/** The resource of a world that an ARN (of itself, of an object in it, of an index on it) means. */
export function ownerOf(world: World, arn: string): Placed | undefined {
  return world.resources.find((at) => {
    const own = arnOf(at).replace(/:\*$/, '');
    return arn === own || arn.startsWith(`${own}/`) || arn.startsWith(`${own}:`);
  });
}
