import { list } from './check';
import type { Resource } from './template';

/** A policy statement, its lists as lists. */
export interface Statement {
  readonly allows: boolean;
  readonly actions: string[];
  readonly notActions: string[];
  readonly resources: string[];
  readonly notResources: string[];
  /** `*`, `AWS:<arn>`, `Service:<name>`, ... */
  readonly principals: string[];
  readonly notPrincipals: string[];
  readonly condition: Record<string, Record<string, any>>;
}

/** The types that carry a policy for a resource, a principal or a network; all of them, not only those that we make today. */
export const IDENTITY_POLICIES = [
  'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy',
];
export const BUCKET_POLICIES = ['AWS::S3::BucketPolicy'];
export const QUEUE_POLICIES = ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'];
export const TOPIC_POLICIES = ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'];

/** Statements of the policies that a resource carries, its trust policy apart. */
export function statementsOf({ properties }: Resource): Statement[] {
  const documents = [
    properties.PolicyDocument, properties.KeyPolicy, properties.ResourcePolicy?.PolicyDocument,
    ...list(properties.Policies).map(({ PolicyDocument }) => PolicyDocument),
  ];
  return documents.flatMap(statementsIn);
}

/** Statements of a role's trust policy. */
export function trustOf({ properties }: Resource): Statement[] {
  return statementsIn(properties.AssumeRolePolicyDocument);
}

export function allowsOf(resource: Resource): Statement[] {
  return statementsOf(resource).filter(({ allows }) => allows);
}

/** Everybody, without a condition on the caller or on what it calls for. */
export function isPublic(statement: Statement): boolean {
  return statement.allows && statement.principals.some((principal) => principal === '*' || principal === 'AWS:*') && !isNarrowed(statement);
}

/** Has a condition on who calls, or from where. */
export function isNarrowed({ condition }: Statement): boolean {
  return conditionKeys(condition).some((key) =>
    /^(aws:(source|principal)(arn|account|orgid|orgpaths|owner|vpc|vpce|ip|serviceaccount)|kms:(calleraccount|viaservice))$/.test(key));
}

export function conditionKeys(condition: Statement['condition']): string[] {
  return Object.values(condition).flatMap((keys) => Object.keys(keys)).map((key) => key.toLowerCase());
}

/** Whether a statement's actions cover an action of AWS. */
export function covers({ actions }: Statement, action: string): boolean {
  return actions.some((pattern) => new RegExp(`^${pattern.replace(/[.+]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i').test(action));
}

/** Resources that name nothing: the star, or an ARN of stars of every region and account. */
export function isUnscoped({ resources }: Statement): boolean {
  return resources.some((resource) => resource === '*' || /^arn:[^:]*:[^:]*:\*?:\*?:\*+(\/\*)*$/.test(resource));
}

/** A statement that denies everybody these actions over plain HTTP. */
export function deniesPlainHttp(statement: Statement, action: string): boolean {
  return !statement.allows && statement.principals.some((principal) => principal === '*' || principal === 'AWS:*')
    && covers(statement, action) && String(statement.condition.Bool?.['aws:SecureTransport']) === 'false'
    && Object.keys(statement.condition).length === 1;
}

function statementsIn(document: any): Statement[] {
  return list(document?.Statement).map((statement) => ({
    allows: statement.Effect === 'Allow',
    actions: list(statement.Action),
    notActions: list(statement.NotAction),
    resources: list(statement.Resource).map(String),
    notResources: list(statement.NotResource),
    principals: principalsOf(statement.Principal),
    notPrincipals: principalsOf(statement.NotPrincipal),
    condition: statement.Condition ?? {},
  }));
}

function principalsOf(principal: any): string[] {
  if (principal === undefined || typeof principal === 'string') return list(principal);
  return Object.entries(principal).flatMap(([kind, values]) => list(values).map((value) => `${kind}:${value}`));
}
