/** A statement of an AWS managed policy; every statement of those below allows. */
export interface ManagedStatement {
  readonly actions?: readonly string[];
  /** Everything but these. */
  readonly notActions?: readonly string[];
  readonly resources: readonly string[];
}

/** What AWS publishes of one of its managed policies. */
export interface ManagedPolicy {
  readonly name: string;
  /** As in the ARN, after `policy/`: `/` or `/service-role/`. */
  readonly path: string;
  /** Whether the statements are all that the policy has; if not, it allows more than they say. */
  readonly complete: boolean;
  readonly statements: readonly ManagedStatement[];
}

const ANY: readonly string[] = ['*'];
const WRITE_LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
const WRITE_TRACES = [
  'xray:GetSamplingRules', 'xray:GetSamplingStatisticSummaries', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments',
];

/** Each as of https://docs.aws.amazon.com/aws-managed-policy/latest/reference/<name>.html; AWS may add to them. */
const POLICIES: readonly ManagedPolicy[] = [
  complete('/', 'AdministratorAccess', { actions: ['*'], resources: ANY }),
  complete('/', 'PowerUserAccess', { notActions: ['iam:*', 'organizations:*', 'account:*'], resources: ANY }, {
    actions: [
      'account:GetAccountInformation', 'account:GetGovCloudAccountInformation', 'account:GetPrimaryEmail', 'account:ListRegions',
      'iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:ListRoles', 'organizations:DescribeEffectivePolicy',
      'organizations:DescribeOrganization',
    ],
    resources: ANY,
  }),
  complete('/', 'IAMFullAccess', {
    actions: [
      'iam:*', 'organizations:DescribeAccount', 'organizations:DescribeOrganization', 'organizations:DescribeOrganizationalUnit',
      'organizations:DescribePolicy', 'organizations:ListChildren', 'organizations:ListParents', 'organizations:ListPolicies',
      'organizations:ListPoliciesForTarget', 'organizations:ListRoots', 'organizations:ListTargetsForPolicy',
    ],
    resources: ANY,
  }),
  complete('/', 'AWSCloudShellFullAccess', { actions: ['cloudshell:*'], resources: ANY }),
  {
    // more than a thousand patterns; these (of version 87) read what an app of functions stores or is made of
    name: 'ReadOnlyAccess',
    path: '/',
    complete: false,
    statements: [{
      actions: [
        'iam:Get*', 'iam:List*', 'kinesis:Get*', 'kms:Describe*', 'kms:Get*', 'kms:List*', 'lambda:Get*', 'lambda:List*', 's3:Get*', 's3:List*',
        'secretsmanager:Describe*', 'secretsmanager:GetResourcePolicy', 'secretsmanager:List*', 'sns:Get*', 'sns:List*', 'sqs:Get*', 'sqs:List*',
        'sqs:Receive*', 'ssm:Describe*', 'ssm:Get*', 'ssm:List*', 'states:Describe*', 'states:GetExecutionHistory', 'states:List*',
      ],
      resources: ANY,
    }],
  },
  complete('/service-role/', 'AWSLambdaBasicExecutionRole', { actions: WRITE_LOGS, resources: ANY }),
  complete('/service-role/', 'AWSLambdaVPCAccessExecutionRole', {
    actions: [
      ...WRITE_LOGS, 'ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets', 'ec2:UnassignPrivateIpAddresses',
    ],
    resources: ANY,
  }),
  complete('/service-role/', 'AWSLambdaSQSQueueExecutionRole', {
    actions: [...WRITE_LOGS, 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    resources: ANY,
  }),
  complete('/service-role/', 'AWSLambdaDynamoDBExecutionRole', {
    actions: [...WRITE_LOGS, 'dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    resources: ANY,
  }),
  complete('/service-role/', 'AWSLambdaKinesisExecutionRole', {
    actions: [
      ...WRITE_LOGS, 'kinesis:DescribeStream', 'kinesis:DescribeStreamSummary', 'kinesis:GetRecords', 'kinesis:GetShardIterator',
      'kinesis:ListShards', 'kinesis:ListStreams', 'kinesis:SubscribeToShard',
    ],
    resources: ANY,
  }),
  complete('/service-role/', 'AmazonAPIGatewayPushToCloudWatchLogs', {
    actions: [...WRITE_LOGS, 'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:FilterLogEvents', 'logs:GetLogEvents'],
    resources: ANY,
  }),
  complete('/service-role/', 'AWSAppSyncPushToCloudWatchLogs', { actions: WRITE_LOGS, resources: ANY }),
  complete('/', 'AWSXRayDaemonWriteAccess', { actions: WRITE_TRACES, resources: ANY }),
  complete('/', 'AWSXrayWriteOnlyAccess', { actions: WRITE_TRACES, resources: ANY }),
  complete(
    '/', 'AWSLambdaExecute',
    { actions: ['logs:*'], resources: ['arn:aws:logs:*:*:*'] },
    { actions: ['s3:GetObject', 's3:PutObject'], resources: ['arn:aws:s3:::*'] },
  ),
  complete('/service-role/', 'AWSLambdaRole', { actions: ['lambda:InvokeFunction'], resources: ANY }),
  complete('/service-role/', 'AmazonECSTaskExecutionRolePolicy', {
    actions: [
      'ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer', 'logs:CreateLogStream',
      'logs:PutLogEvents',
    ],
    resources: ANY,
  }),
  complete('/', 'AmazonS3ReadOnlyAccess', {
    actions: ['s3:Describe*', 's3:Get*', 's3:List*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
    resources: ANY,
  }),
  complete('/', 'AmazonSQSFullAccess', { actions: ['sqs:*'], resources: ANY }),
  complete('/', 'AmazonSSMReadOnlyAccess', { actions: ['ssm:Describe*', 'ssm:Get*', 'ssm:List*'], resources: ANY }),
  complete('/', 'AmazonSSMManagedInstanceCore', {
    actions: [
      'ec2messages:AcknowledgeMessage', 'ec2messages:DeleteMessage', 'ec2messages:FailMessage', 'ec2messages:GetEndpoint',
      'ec2messages:GetMessages', 'ec2messages:SendReply', 'ssm:DescribeAssociation', 'ssm:DescribeDocument',
      'ssm:GetDeployablePatchSnapshotForInstance', 'ssm:GetDocument', 'ssm:GetManifest', 'ssm:GetParameter', 'ssm:GetParameters',
      'ssm:ListAssociations', 'ssm:ListInstanceAssociations', 'ssm:PutComplianceItems', 'ssm:PutConfigurePackageResult', 'ssm:PutInventory',
      'ssm:UpdateAssociationStatus', 'ssm:UpdateInstanceAssociationStatus', 'ssm:UpdateInstanceInformation', 'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel',
    ],
    resources: ANY,
  }),
  complete('/', 'CloudWatchAgentServerPolicy', {
    actions: [
      ...WRITE_LOGS, ...WRITE_TRACES, 'cloudwatch:PutMetricData', 'ec2:DescribeTags', 'ec2:DescribeVolumes', 'logs:DescribeLogGroups',
      'logs:DescribeLogStreams', 'logs:PutRetentionPolicy',
    ],
    resources: ANY,
  }, { actions: ['ssm:GetParameter'], resources: ['arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*'] }),
  complete('/', 'CloudWatchLambdaInsightsExecutionRolePolicy', { actions: ['logs:CreateLogGroup'], resources: ANY }, {
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: ['arn:aws:logs:*:*:log-group:/aws/lambda-insights:*'],
  }),
];

function complete(path: string, name: string, ...statements: readonly ManagedStatement[]): ManagedPolicy {
  return { name, path, complete: true, statements };
}

const BY_NAME = new Map(POLICIES.map((policy) => [policy.name, policy]));

/**
 * Names that say that a policy lets its holder do everything, with a service or with all of them: `AmazonS3FullAccess`,
 * `AWSLambda_FullAccess`, `PowerUserAccess`, `AmazonEC2ContainerRegistryPowerUser`, `AdministratorAccess-Amplify`,
 * `job-function/DatabaseAdministrator`.
 */
const ELEVATED_NAME = /FullAccess|PowerUser|Administrator|Admin(?:$|[-_A-Z])/;

/** `arn:aws:iam::aws:policy/service-role/Name` in any partition, or a path and name. */
const MANAGED_ARN = /^arn:aws[\w-]*:iam::aws:policy\/(.+)$/;

/** Facts about an AWS managed policy; undefined if they are not known here, or if the ARN is of a customer's policy. */
export function managedPolicy(arnOrName: string): ManagedPolicy | undefined {
  const reference = awsReference(arnOrName);
  const policy = BY_NAME.get(nameOf(reference));
  const isBareName = reference === arnOrName && !reference.includes('/');
  return policy && (isBareName || `/${reference}` === `${policy.path}${policy.name}`) ? policy : undefined;
}

/**
 * Whether the name of an AWS managed policy says that it gives administrators' permissions or full access. False says nothing of
 * what the policy allows, and a customer's policy is never elevated by its name.
 */
export function isElevated(arnOrName: string): boolean {
  return ELEVATED_NAME.test(nameOf(awsReference(arnOrName)));
}

/** Path and name of an AWS managed policy; empty for other ARNs. */
function awsReference(arnOrName: string): string {
  return arnOrName.startsWith('arn:') ? MANAGED_ARN.exec(arnOrName)?.[1] ?? '' : arnOrName;
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
