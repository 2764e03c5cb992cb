import type { Resource } from './resource';
import { matchesWildcard } from '../../private/wildcard';

/** Stands for the parts of an ARN that are not known. */
export const PART = '\uFFFF';

/** Services in ARNs by those in resource types; nothing can be said of others. */
const SERVICES: Readonly<Record<string, readonly string[] | undefined>> = {
  ...Object.fromEntries([
    'AppSync', 'CloudFormation', 'CloudFront', 'CloudTrail', 'CloudWatch', 'CodeBuild', 'CodeDeploy', 'DynamoDB', 'EC2', 'ECR', 'ECS', 'Events', 'Glue', 'IAM',
    'KMS', 'Kinesis', 'Lambda', 'Logs', 'Pipes', 'RDS', 'S3', 'SNS', 'SQS', 'SSM', 'Scheduler', 'SecretsManager', 'WAFv2',
  ].map((name) => [name, [name.toLowerCase()]])),
  ApiGateway: ['apigateway', 'execute-api'],
  ApiGatewayV2: ['apigateway', 'execute-api'],
  CertificateManager: ['acm'],
  Cognito: ['cognito-idp', 'cognito-identity'],
  StepFunctions: ['states'],
};

/** Whether an ARN may be of the service, region and account of a resource. */
export function mayBeArnOf(arn: string, { type, template }: Resource): boolean {
  // a part that a star has cut off may be anything
  const [prefix, , service = '*', region = '*', account = '*'] = arn.split(':');
  if (prefix !== 'arn') return /[*?\uFFFF]/.test(prefix);
  const { facts } = template.root;
  return isAny(service, SERVICES[type.split('::')[1]] ?? [undefined]) && isAny(region, ['', facts.region]) && isAny(account, ['', facts.account]);
}

/** Whether the part of an ARN is one of these; undefined is anything. */
function isAny(written: string, accepted: readonly (string | undefined)[]): boolean {
  return written.includes(PART) || accepted.some((other) => other === undefined || matchesWildcard(written, other));
}
