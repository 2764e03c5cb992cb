import { Check, list, unless } from './check';
import { allowsOf, conditionKeys, covers, IDENTITY_POLICIES, isUnscoped, Statement, trustOf } from './policies';
import type { Resource, Template } from './template';

/** Actions for which AWS knows no resource, so that they can only be allowed on a star; each by the Service Authorization Reference. */
const WITHOUT_RESOURCES = [
  'ec2:DescribeManagedPrefixLists', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments',
];

/** Wildcards that are left, and why: a bucket's folder is what was granted, the others are patterns of AWS's own documentation. */
const JUSTIFIED_WILDCARDS: { actions: RegExp; resources: RegExp; reason: string }[] = [
  { actions: /^s3:/, resources: /^\w+\.Arn\/.+\/\*$/, reason: 'objects below the one folder that was granted' },
  {
    actions: /^ec2:((Un)?[Aa]ssignPrivateIpAddresses|CreateNetworkInterface|DeleteNetworkInterface)$/,
    resources: /^arn:aws:ec2:[^:*]+:[^:*]+:\*\/\*$/,
    reason: 'Lambda refuses a role with less; ids of network interfaces do not exist before, and the code is denied all of it',
  },
  {
    actions: /^logs:(CreateLogStream|PutLogEvents)$/,
    resources: /:log-stream:[^:*]+_CloudTrail_[^:*]+\*$/,
    reason: 'CloudTrail chooses the end of the name of its log stream',
  },
  {
    actions: /^logs:(Create|Describe|Put|Get|Filter)Log\w+$/,
    resources: /^arn:aws:logs:[^:*]+:[^:*]+:log-group:\*$/,
    reason: 'the role of the account, which API Gateway tries out before any log group exists',
  },
];

/** Actions by which somebody gets more than they were given (cloudsplaining's and Rhino Security's lists, where no PassRole is needed). */
const ESCALATION = [
  'iam:AddUserToGroup', 'iam:AttachGroupPolicy', 'iam:AttachRolePolicy', 'iam:AttachUserPolicy', 'iam:CreateAccessKey',
  'iam:CreateLoginProfile', 'iam:CreatePolicyVersion', 'iam:PutGroupPolicy', 'iam:PutRolePolicy', 'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion', 'iam:UpdateAssumeRolePolicy', 'iam:UpdateLoginProfile', 'lambda:UpdateFunctionCode',
];
const CREDENTIALS = [
  'chime:CreateApiKey', 'codeartifact:GetAuthorizationToken', 'cognito-identity:GetCredentialsForIdentity', 'ecr:GetAuthorizationToken',
  'iam:CreateAccessKey', 'iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential', 'redshift:GetClusterCredentials',
  'sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity', 'sts:GetFederationToken', 'sts:GetSessionToken',
];
const BULK_READS = [
  'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan', 'kms:Decrypt', 's3:GetObject', 'secretsmanager:GetSecretValue', 'sqs:ReceiveMessage',
  'ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath',
];
const PERMISSIONS_MANAGEMENT = [
  ...ESCALATION, 'iam:CreateRole', 'iam:DeleteRolePermissionsBoundary', 'iam:PassRole', 'kms:CreateGrant', 'kms:PutKeyPolicy',
  'lambda:AddPermission', 's3:PutBucketAcl', 's3:PutBucketPolicy', 's3:PutObjectAcl', 's3:PutBucketPublicAccessBlock',
  'secretsmanager:PutResourcePolicy', 'sns:AddPermission', 'sqs:AddPermission', 'sqs:SetQueueAttributes',
];

/** An entry about each allowing statement of every policy of a principal. */
function allowed(key: string, wrong: (statement: Statement) => boolean, refused: object): Check {
  return {
    key,
    types: IDENTITY_POLICIES,
    when: (resource) => allowsOf(resource).length > 0,
    problem: (resource) => {
      const found = allowsOf(resource).filter(wrong);
      return unless(found.length === 0, found.map(({ actions, notActions, resources }) => `${[...actions, ...notActions]} on ${resources}`).join('; '));
    },
    refuses: { Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', ...refused }] } } } },
  };
}

/** None of these actions on a resource that names nothing. */
function scoped(key: string, actions: string[]): Check {
  return allowed(key, (statement) => isUnscoped(statement) && actions.some((action) => covers(statement, action)), {
    Action: actions[0], Resource: '*',
  });
}

/** An entry about each allowing statement of every role's trust policy. */
function trust(key: string, wrong: (statement: Statement) => boolean, refused: object): Check {
  return {
    key,
    types: ['AWS::IAM::Role'],
    problem: (role) => {
      const found = trustOf(role).filter((statement) => statement.allows && wrong(statement));
      return unless(found.length === 0, `trusts ${found.map(({ principals, actions }) => `${principals} by ${actions}`).join('; ')}`);
    },
    refuses: {
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', ...refused } } } },
    },
  };
}

/** No managed policy of such a name. */
function unattached(key: string, name: RegExp, example: string): Check {
  return {
    key,
    types: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
    problem: ({ properties }) => {
      const found = list(properties.ManagedPolicyArns).filter((arn) => name.test(String(arn)));
      return unless(found.length === 0, `has ${found}`);
    },
    refuses: { Role: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: [`arn:aws:iam::aws:policy/${example}`] } } },
  };
}

const isAwsAccount = (principal: string) => /^AWS:(\d{12}|<account>|arn:aws:iam::[^:]+:root)$/.test(principal);
const isWild = (text: string) => /[*?]/.test(text);
const hasKey = (statement: Statement, pattern: RegExp) => conditionKeys(statement.condition).some((key) => pattern.test(key));

function isJustified({ actions, resources }: Statement): boolean {
  if (actions.some(isWild)) return false;
  const isPlain = (resource: string) => !isWild(resource);
  return resources.every((resource) => isPlain(resource)
    || (resource === '*' && actions.every((action) => WITHOUT_RESOURCES.includes(action)))
    || JUSTIFIED_WILDCARDS.some((known) => known.resources.test(resource) && actions.every((action) => known.actions.test(action))));
}

/** Whether one of the roles that a policy belongs to is assumed by a service. */
export function isAssumedBy(resource: Resource, template: Template, service: string): boolean {
  const roles = resource.type === 'AWS::IAM::Role' ? [resource] : list(resource.properties.Roles).map((role) => template.target(role));
  return roles.some((role) => role !== undefined && trustOf(role).some(({ principals }) => principals.includes(`Service:${service}`)));
}

export const IAM_CHECKS: Check[] = [
  allowed('iam/no-admin-statement', ({ actions, resources }) => actions.includes('*') && resources.includes('*'), { Action: '*', Resource: '*' }),
  allowed('iam/no-star-action', ({ actions }) => actions.includes('*'), { Action: '*', Resource: 'arn:aws:s3:::bucket' }),
  allowed('iam/no-wildcard-permissions', (statement) => [...statement.actions, ...statement.resources].some(isWild) && !isJustified(statement), {
    Action: 's3:Get*', Resource: 'arn:aws:s3:::bucket/*',
  }),
  allowed('iam/no-star-resource', ({ actions, resources }) =>
    resources.includes('*') && !actions.every((action) => WITHOUT_RESOURCES.includes(action)), { Action: 'dynamodb:GetItem', Resource: '*' }),
  allowed('iam/no-allow-notaction', ({ notActions }) => notActions.length > 0, { NotAction: 'iam:*', Resource: '*' }),
  allowed('iam/no-allow-notresource', ({ notResources }) => notResources.length > 0, { Action: 's3:GetObject', NotResource: 'arn:aws:s3:::bucket/*' }),
  scoped('iam/passrole-scoped', ['iam:PassRole']),
  scoped('iam/no-privilege-escalation', ESCALATION),
  scoped('iam/no-credentials-exposure', CREDENTIALS),
  scoped('iam/no-data-exfiltration', BULK_READS),
  scoped('iam/no-unconstrained-permissions-management', PERMISSIONS_MANAGEMENT),
  allowed('iam/no-unconstrained-write', (statement) => isUnscoped(statement) && statement.actions.some((action) =>
    !WITHOUT_RESOURCES.includes(action) && !/^\w[\w-]*:(Get|List|Describe)[A-Z]\w*$/.test(action)), { Action: 'sqs:SendMessage', Resource: '*' }),
  unattached('iam/no-administrator-access-attached', /AdministratorAccess$/, 'AdministratorAccess'),
  unattached('iam/no-elevated-managed-policies', /FullAccess|PowerUser/, 'IAMFullAccess'),
  unattached('iam/no-cloudshell-full-access', /AWSCloudShellFullAccess/, 'AWSCloudShellFullAccess'),
  unattached('iam/no-cross-account-readonly', /ReadOnlyAccess$/, 'ReadOnlyAccess'),
  trust('iam/trust-no-wildcard-principal', ({ principals }) => principals.some((principal) => /^(\*|AWS:\*)$/.test(principal)), { Principal: { AWS: '*' } }),
  trust('iam/trust-no-whole-account', (statement) => statement.principals.some(isAwsAccount) && conditionKeys(statement.condition).length === 0, {
    Principal: { AWS: '444455556666' },
  }),
  trust('iam/trust-no-wildcard-action', ({ actions }) => actions.some(isWild), { Action: 'sts:*', Principal: { Service: 'ec2.amazonaws.com' } }),
  trust('iam/trust-no-notaction', ({ notActions }) => notActions.length > 0, { Action: undefined, NotAction: 'sts:AssumeRole' }),
  trust('iam/trust-no-notprincipal', ({ notPrincipals }) => notPrincipals.length > 0, { NotPrincipal: { AWS: '444455556666' } }),
  allowed('iam/assume-role-target-scoped', (statement) =>
    covers(statement, 'sts:AssumeRole') && statement.resources.some(isWild), { Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::444455556666:role/*' }),
  trust('iam/service-trust-confused-deputy', (statement) => statement.principals.some((principal) => principal.startsWith('Service:'))
    && !hasKey(statement, /^aws:source(arn|account|orgid|orgpaths)$/), { Principal: { Service: 'lambda.amazonaws.com' } }),
  trust('iam/github-oidc-trust-scoped', (statement) =>
    statement.principals.some((principal) => principal.includes('token.actions.githubusercontent.com')) && !isRepository(statement), {
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
    Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': '*' } },
  }),
  trust('cognito/identity-pool-role-trust', (statement) => statement.principals.includes('Federated:cognito-identity.amazonaws.com')
    && !(hasKey(statement, /cognito-identity\.amazonaws\.com:aud$/) && hasKey(statement, /cognito-identity\.amazonaws\.com:amr$/)), {
    Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: 'cognito-identity.amazonaws.com' },
  }),
  scoped('iam/no-full-access-to-cloudtrail', ['cloudtrail:StopLogging']),
  scoped('iam/no-full-access-to-kms', ['kms:ScheduleKeyDeletion']),
  scoped('iam/no-decrypt-on-all-keys', ['kms:Decrypt', 'kms:ReEncryptFrom']),
  scoped('iam/no-wildcard-marketplace-subscribe', ['aws-marketplace:Subscribe']),
];

function isRepository({ condition }: Statement): boolean {
  const subjects = Object.values(condition).flatMap((keys) => list(keys['token.actions.githubusercontent.com:sub']));
  return subjects.length > 0 && subjects.every((subject) => /^repo:[^*/]+\/[^*:]+:/.test(subject));
}
