import { PART, mayBeArnOf } from './arn';
import { Opaque, mayBe, textOf } from './resolved';
import type { Composite, Reference, TextPart } from './resolved';
import type { Resource } from './resource';
import { mayBeSame } from './same-text';
import { openPart } from './value';
import type { Value } from './value';

/** The property that names a resource of a type, as other resources name it: by the name, or an ARN that ends in it. */
const NAME_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::ApiKey': 'Name',
  'AWS::CloudTrail::Trail': 'TrailName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CodeDeploy::Application': 'ApplicationName',
  'AWS::CodeDeploy::DeploymentConfig': 'DeploymentConfigName',
  'AWS::CodeDeploy::DeploymentGroup': 'DeploymentGroupName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::EventBus': 'Name',
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::EventSchemas::Registry': 'RegistryName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

/** What a template says the name of a resource is, where its type has one that others know it by. */
export function nameOf(resource: Resource): Value | undefined {
  const property = NAME_PROPERTIES[resource.type];
  return property === undefined ? undefined : resource.get(property);
}

/** Everything that a resource may be called to be meant by a text: all of it, or how it ends after a colon or slash. */
export function namesMeantBy(text: string): readonly string[] {
  if (!CUTTABLE.test(text)) return [text];
  const path = text.replace(/[:/]\*$/, '');
  const ends = (whole: string): string[] => [...whole.matchAll(/[:/]/g)].map(({ index }) => whole.slice(index + 1));
  return [text, ...ends(text), ...path === text ? [] : ends(path)];
}

/** What is more than a name. */
const CUTTABLE = /^(arn:|https:|:)/;

/**
 * Whether a text is the name, ARN or URL of this resource, as far as its template gives it a name. The text is the `key` of a value, so
 * that a name with the account's number in it is the same wherever it is written.
 */
export function isNameOf(text: string, resource: Resource): boolean {
  const name = nameOf(resource)?.key;
  if (name === undefined || name === '') return false;
  if (text === name) return true;
  if (!CUTTABLE.test(text)) return false;
  return [`:${name}`, `/${name}`, `:${name}:*`, `:${name}/*`].some((ending) => text.endsWith(ending)) && mayBeOf(text, resource);
}

/** Whether an ARN or URL may be of the service, region and account of a resource, and of its kind. */
function mayBeOf(text: string, resource: Resource): boolean {
  const known = text.replace(/<[^>]*>/g, PART); // what stands for parts that are not known may hold colons
  if (known.startsWith('arn:')) return mayBeArnOf(known, resource) && isOfKind(known, resource);
  const [, account] = /^https:\/\/[^/]*\/(\d{12})\//.exec(known) ?? [];
  const own = resource.template.root.facts.account;
  return account === undefined || own === undefined || account === own;
}

/**
 * Why a text may be the name, ARN or URL of this resource, whose template leaves its name, or a part of it, to the deployment; undefined
 * if it cannot be. Asked of texts without open parts, which `isNameOf` has not recognised.
 */
export function whyMaybeNameOf(parts: readonly TextPart[], resource: Resource): string | undefined {
  const name = nameOf(resource)?.parts();
  const open = name && (openPart(name) ?? name.find((part) => part instanceof Opaque));
  if (open === undefined) return undefined;
  // what the deployment tells of account and region may stand on one side as such, and on the other as text
  const pattern = asParts(textOf(name!.map((part) => (typeof part === 'string' ? part : new Opaque(open.why, open.key, open.nonEmpty)))));
  const text = parts.map((part) => (typeof part === 'string' ? part : PART)).join('');
  return namesIn(text, resource).some((candidate) => mayBe(pattern, candidate) && mayBeSame(name!, [candidate])) ? open.why : undefined;
}

function asParts(text: string | Reference | Opaque | Composite): readonly TextPart[] {
  return typeof text === 'object' && 'parts' in text ? text.parts : [text];
}

/** What a text may call a resource: all of it, or the ends of an ARN or URL. */
function namesIn(text: string, resource: Resource): string[] {
  const isArn = text.startsWith('arn:');
  if (!isArn && !text.startsWith('https:')) return [text];
  if (isArn && !mayBeArnOf(text, resource)) return [];
  if (isArn && !isOfKind(text, resource)) return [];
  const path = (isArn ? pathOf(text) : text).replace(/[:/]\*$/, '');
  return [path, ...[...path.matchAll(/[:/]/g)].map(({ index }) => path.slice(index + 1))];
}

function isOfKind(arn: string, { type }: Resource): boolean {
  const [kind, path] = [KINDS_IN_ARNS[type], pathOf(arn)];
  return kind === undefined || path.startsWith(kind) || path.startsWith(PART);
}

/** What follows the account. */
function pathOf(arn: string): string {
  return arn.split(':').slice(5).join(':');
}

/** How ARNs tell apart what has its name from its own service's other resources. */
const KINDS_IN_ARNS: Readonly<Record<string, string | undefined>> = {
  'AWS::CodeDeploy::Application': 'application:',
  'AWS::CodeDeploy::DeploymentConfig': 'deploymentconfig:',
  'AWS::CodeDeploy::DeploymentGroup': 'deploymentgroup:',
  'AWS::IAM::Group': 'group/',
  'AWS::IAM::ManagedPolicy': 'policy/',
  'AWS::IAM::Role': 'role/',
  'AWS::IAM::User': 'user/',
};
