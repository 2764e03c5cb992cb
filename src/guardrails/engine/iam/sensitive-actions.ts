import { accessLevelOf, expandAction } from './actions';

/** Actions that are sensitive for the same reason, and where that is said. */
export interface SensitiveActions {
  readonly source: string;
  readonly actions: readonly string[];
}

/**
 * Actions whose answer holds credentials, or that make credentials usable. Names that IAM does not know are left out: cloudsplaining's
 * list has some, `sso:GetRoleCredentials` among them.
 */
export const CREDENTIAL_ACTIONS: readonly SensitiveActions[] = [
  {
    source: 'https://github.com/salesforce/cloudsplaining/blob/master/cloudsplaining/shared/constants.py',
    actions: [
      'airflow:CreateCliToken', 'airflow:CreateWebLoginToken', 'appsync:CreateApiKey', 'chime:CreateApiKey', 'cloud9:CreateEnvironmentToken',
      'codeartifact:GetAuthorizationToken', 'codepipeline:PollForJobs', 'cognito-identity:GetCredentialsForIdentity',
      'cognito-identity:GetOpenIdToken', 'cognito-identity:GetOpenIdTokenForDeveloperIdentity', 'cognito-idp:GetSigningCertificate',
      'connect:GetFederationToken', 'ec2:GetPasswordData', 'ecr-public:GetAuthorizationToken', 'ecr:GetAuthorizationToken',
      'emr-containers:GetManagedEndpointSessionCredentials', 'finspace-api:GetProgrammaticAccessCredentials', 'gamelift:GetComputeAccess',
      'gamelift:GetComputeAuthToken', 'gamelift:GetInstanceAccess', 'gamelift:RequestUploadCredentials', 'grafana:CreateWorkspaceApiKey',
      'iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential',
      'iam:UpdateAccessKey', 'license-manager:GetAccessToken', 'lightsail:CreateBucketAccessKey', 'lightsail:DownloadDefaultKeyPair',
      'lightsail:GetInstanceAccessDetails', 'lightsail:GetRelationalDatabaseMasterUserPassword', 'mediapackage:RotateChannelCredentials',
      'mediapackage:RotateIngestEndpointCredentials', 'rds-db:connect', 'redshift-serverless:GetCredentials', 'redshift:GetClusterCredentials',
      'redshift:GetClusterCredentialsWithIAM', 'sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity',
      'sts:GetFederationToken', 'sts:GetSessionToken',
    ],
  },
  { source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html', actions: ['sts:AssumeRoot'] },
  {
    source: 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_GetJobDetails.html',
    actions: ['codepipeline:GetJobDetails', 'codepipeline:GetThirdPartyJobDetails'],
  },
  {
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslakeformation.html',
    actions: ['lakeformation:GetTemporaryGluePartitionCredentials', 'lakeformation:GetTemporaryGlueTableCredentials'],
  },
  {
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html',
    actions: ['events:RetrieveConnectionCredentials'],
  },
];

/** Actions that read stored data or secrets, as cloudsplaining and checkov (CKV_AWS_108) mean data exfiltration. */
export const BULK_READ_ACTIONS: readonly SensitiveActions[] = [
  {
    source: 'https://github.com/salesforce/cloudsplaining/blob/master/cloudsplaining/shared/constants.py',
    actions: ['s3:GetObject', 'secretsmanager:GetSecretValue', 'ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
  },
  // the same reads by other names
  {
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html',
    actions: ['secretsmanager:BatchGetSecretValue'],
  },
  {
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    actions: ['s3:GetObjectVersion'],
  },
];

/** Actions that write resource policies or share resources, although AWS's reference calls them `Write` only. */
export const SHARING_ACTIONS: SensitiveActions = {
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  actions: [
    'aoss:CreateAccessPolicy', 'aoss:DeleteAccessPolicy', 'aoss:UpdateAccessPolicy', 'codeartifact:PutDomainPermissionsPolicy',
    'codeartifact:PutRepositoryPermissionsPolicy', 'dsql:DeleteClusterPolicy', 'dsql:PutClusterPolicy', 'ec2:ModifyImageAttribute',
    'eks:AssociateAccessPolicy', 'eks:DisassociateAccessPolicy', 'elemental-inference:DeleteFeedPolicy', 'elemental-inference:PutFeedPolicy',
    'iotsitewise:CreateAccessPolicy', 'iotsitewise:DeleteAccessPolicy', 'iotsitewise:UpdateAccessPolicy', 'kafka:DeleteClusterPolicy',
    'kafka:PutClusterPolicy', 'logs:PutDestinationPolicy', 'mediapackagev2:DeleteChannelPolicy', 'mediapackagev2:DeleteOriginEndpointPolicy',
    'mediapackagev2:PutChannelPolicy', 'mediapackagev2:PutOriginEndpointPolicy', 'omics:DeleteS3AccessPolicy', 'omics:PutS3AccessPolicy',
    'qbusiness:AssociatePermission', 'qbusiness:DisassociatePermission', 'rds:ModifyDBClusterSnapshotAttribute',
    'rds:ModifyDBSnapshotAttribute', 'rekognition:DeleteProjectPolicy', 'rekognition:PutProjectPolicy', 'resource-groups:DeleteGroupPolicy',
    'resource-groups:PutGroupPolicy', 'signin:DeleteResourcePermissionStatement', 'signin:PutResourcePermissionStatement',
    'ssm-contacts:PutContactPolicy',
  ],
};

/** `PutResourcePolicy` and its like: most services name the action so, and many classify it as `Write`. */
const RESOURCE_POLICY_ACTION = /^[\w-]+:(?:put|create|update|delete)resourcepolicy(?:statement)?$/;

const CREDENTIAL_NAMES = namesOf(CREDENTIAL_ACTIONS);
const BULK_READ_NAMES = namesOf(BULK_READ_ACTIONS);
const SHARING_NAMES = namesOf([SHARING_ACTIONS]);

function namesOf(groups: readonly SensitiveActions[]): ReadonlySet<string> {
  return new Set(groups.flatMap(({ actions }) => actions).map((action) => action.toLowerCase()));
}

/** Whether an action, or a known action that a pattern covers, returns credentials. */
export function returnsCredentials(pattern: string): boolean {
  return covers(pattern, (action) => CREDENTIAL_NAMES.has(action.toLowerCase()));
}

/** Whether an action, or a known action that a pattern covers, reads stored data or secrets. */
export function readsInBulk(pattern: string): boolean {
  return covers(pattern, (action) => BULK_READ_NAMES.has(action.toLowerCase()));
}

/** Whether an action, or a known action that a pattern covers, changes permissions or resource policies. */
export function changesPermissions(pattern: string): boolean {
  return covers(pattern, (action) => {
    const name = action.toLowerCase();
    const level = accessLevelOf(action);
    // what IAM calls writing only: passwords, access keys, roles, who is in a group
    return level === 'Permissions management' || (level === 'Write' && name.startsWith('iam:')) || RESOURCE_POLICY_ACTION.test(name) || SHARING_NAMES.has(name);
  });
}

/** An action that is not known is judged by its name. */
function covers(pattern: string, isSensitive: (action: string) => boolean): boolean {
  return isSensitive(pattern) || (/[*?]/.test(pattern) && expandAction(pattern).some(isSensitive));
}
