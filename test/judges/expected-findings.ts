import type { Mode } from './nag';

/** Findings that a hardened app keeps, and why: each id at each place must occur, in both modes unless `mode` says so, and no other may. */
export interface ExpectedFindings {
  /** What a security engineer reads. */
  readonly reason: string;
  /** Exact ids: every one of them is expected at every resource below. */
  readonly ids: string[];
  /** App name to construct paths. */
  readonly at: Record<string, string[]>;
  /** Only where the judge sees it in one mode alone. */
  readonly mode?: Mode;
}

/** The exact ids of one rule in the packs that hold it. */
function ids(rule: string, ...packs: string[]): string[] {
  return packs.map((pack) => `${pack}-${rule}`);
}

export const EXPECTED_FINDINGS: ExpectedFindings[] = [
  {
    reason: 'Every grant is a policy of the one role it belongs to: nobody can attach it elsewhere, it goes with its role, and no managed policy is shared between functions. AWS advises managed policies for reuse, and here nothing is reused.',
    ids: ids('IAMNoInlinePolicy', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/Reader/Role/DefaultPolicy/Resource'],
      'secure-table': ['Stack/Writer/Role/DefaultPolicy/Resource'],
      'secure-queue': ['Stack/Consumer/Role/DefaultPolicy/Resource'],
      'secure-function': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource', 'Stack/Vpc/FlowLogRole/Resource'],
      'vpc-lambda': [
        'Stack/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource',
        'Stack/CdkHardenedPrefixLists/Function/Role/DefaultPolicy/Resource',
        'Stack/Function/NetworkInterfaces/Resource',
        'Stack/Function/Role/DefaultPolicy/Resource',
        'Stack/Vpc/FlowLogRole/Resource',
      ],
      'secure-api': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource', 'Stack/Function/Role/DefaultPolicy/Resource'],
      'audit-trail': ['Stack/Trail/DeliveryRole/Resource'],
      'orders': [
        'Production/Orders/CdkHardenedApiGatewayAccount/Role/Resource',
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource',
        'Production/Orders/CdkHardenedPrefixLists/Function/Role/DefaultPolicy/Resource',
        'Production/Orders/OrdersFunction/NetworkInterfaces/Resource',
        'Production/Orders/OrdersFunction/Role/DefaultPolicy/Resource',
        'Production/Orders/Trail/DeliveryRole/Resource',
        'Production/Orders/Vpc/FlowLogRole/Resource',
        'Production/Orders/WorkerFunction/NetworkInterfaces/Resource',
        'Production/Orders/WorkerFunction/Role/DefaultPolicy/Resource',
      ],
    },
  },
  {
    reason: 'ec2:DescribeNetworkInterfaces and ec2:DescribeSubnets have no resource types (Service Authorization Reference), Lambda needs them to put the function into its VPC, and the same policy denies them to the code of the function.',
    ids: ids('IAM5[Resource::*]', 'AwsSolutions'),
    at: {
      'vpc-lambda': ['Stack/Function/NetworkInterfaces/Resource'],
      'orders': ['Production/Orders/OrdersFunction/NetworkInterfaces/Resource', 'Production/Orders/WorkerFunction/NetworkInterfaces/Resource'],
    },
  },
  {
    reason: 'Lambda checks that the role may manage network interfaces under this pattern before it puts a function into a VPC; their ids do not exist before. The same policy denies these actions to the code of the function.',
    ids: ids('IAM5[Resource::arn:aws:ec2:eu-west-1:111122223333:*/*]', 'AwsSolutions'),
    at: {
      'vpc-lambda': ['Stack/Function/NetworkInterfaces/Resource'],
      'orders': ['Production/Orders/OrdersFunction/NetworkInterfaces/Resource', 'Production/Orders/WorkerFunction/NetworkInterfaces/Resource'],
    },
  },
  {
    reason: 'ec2:DescribeManagedPrefixLists and the X-Ray actions have no resource types (Service Authorization Reference); they read public facts and write traces.',
    ids: ids('IAM5[Resource::*]', 'AwsSolutions'),
    at: {
      'vpc-lambda': ['Stack/CdkHardenedPrefixLists/Function/Role/DefaultPolicy/Resource'],
      'orders': ['Production/Orders/CdkHardenedPrefixLists/Function/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: 'xray:PutTraceSegments and xray:PutTelemetryRecords have no resource types (Service Authorization Reference): they write traces and read nothing.',
    ids: ids('IAM5[Resource::*]', 'AwsSolutions'),
    at: {
      'secure-bucket': ['Stack/Reader/Role/DefaultPolicy/Resource'],
      'secure-table': ['Stack/Writer/Role/DefaultPolicy/Resource'],
      'secure-queue': ['Stack/Consumer/Role/DefaultPolicy/Resource'],
      'secure-function': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource'],
      'vpc-lambda': ['Stack/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource', 'Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-api': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'orders': [
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource',
        'Production/Orders/OrdersFunction/Role/DefaultPolicy/Resource',
        'Production/Orders/WorkerFunction/Role/DefaultPolicy/Resource',
      ],
    },
  },
  {
    reason: 'The star is the objects below the one folder of the one bucket that was granted.',
    ids: [
      ...ids('IAM5[Resource::<BucketE75EA64C.Arn>/in/*]', 'AwsSolutions'),
      ...ids('IAM5[Resource::<BucketE75EA64C.Arn>/out/*]', 'AwsSolutions'),
    ],
    at: {
      'secure-bucket': ['Stack/Reader/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: 'The star is the objects below the one folder of the one bucket that was granted.',
    ids: ids('IAM5[Resource::<Uploads88C64F96.Arn>/attachments/*]', 'AwsSolutions'),
    at: {
      orders: ['Production/Orders/OrdersFunction/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: 'The star is the objects below the one folder of the one bucket that was granted.',
    ids: ids('IAM5[Resource::<Uploads88C64F96.Arn>/receipts/*]', 'AwsSolutions'),
    at: {
      orders: ['Production/Orders/WorkerFunction/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: 'API Gateway writes the logs of all APIs of the account and region with this one role, and checks when it is set that it may create log groups; names of later APIs are not known.',
    ids: ids('IAM5[Resource::arn:aws:logs:eu-west-1:111122223333:log-group:*]', 'AwsSolutions'),
    at: {
      'secure-api': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource'],
      'orders': ['Production/Orders/CdkHardenedApiGatewayAccount/Role/Resource'],
    },
  },
  {
    reason: 'CloudTrail chooses the end of the name of its log stream; this is the pattern of its documentation, within the one log group of the trail.',
    ids: ids('IAM5[Resource::arn:aws:logs:eu-west-1:111122223333:log-group:<TrailLogs10372FF6>:log-stream:111122223333_CloudTrail_eu-west-1*]', 'AwsSolutions'),
    at: {
      'audit-trail': ['Stack/Trail/DeliveryRole/Resource'],
      'orders': ['Production/Orders/Trail/DeliveryRole/Resource'],
    },
  },
  {
    reason: 'The route is authorized by IAM, which is a choice of the caller; a Cognito user pool is not the only authorization.',
    ids: ids('COG4', 'AwsSolutions'),
    at: {
      'secure-api': ['Stack/Api/Resource/Default/orders/{id}/GET/Resource'],
    },
  },
  {
    reason: 'Access logs are evidence of one region. Replication doubles their cost, and what must survive a region is the audit trail.',
    ids: ids('S3BucketReplicationEnabled', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'audit-trail': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'orders': ['Production/Orders/CdkHardenedAccessLogs/Resource/Resource'],
    },
  },
  {
    reason: 'A replica needs a second region, a bucket and a key there, and doubles the cost of storage: a decision on recovery that only the owner of the data can take. Versioning and retention guard against deletion.',
    ids: ids('S3BucketReplicationEnabled', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/Bucket/Resource/Resource'],
      'audit-trail': ['Stack/Bucket/Resource/Resource', 'Stack/Trail/Bucket/Resource/Resource'],
      'orders': ['Production/Orders/Trail/Bucket/Resource/Resource', 'Production/Orders/Uploads/Resource/Resource'],
    },
  },
  {
    reason: 'S3 delivers server access logs only to buckets with SSE-S3 (AmazonS3 user guide, enabling server access logging).',
    ids: ids('S3DefaultEncryptionKMS', 'HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'audit-trail': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'orders': ['Production/Orders/CdkHardenedAccessLogs/Resource/Resource'],
    },
  },
  {
    reason: 'S3 delivers no server access logs to a bucket with a default object lock (AmazonS3 user guide, enabling server access logging).',
    ids: ids('S3BucketDefaultLockEnabled', 'NIST.800.53.R4'),
    at: {
      'secure-bucket': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'audit-trail': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'orders': ['Production/Orders/CdkHardenedAccessLogs/Resource/Resource'],
    },
  },
  {
    reason: 'Locked objects cannot be deleted by anybody, which most applications need to do: object lock is a prop. The bucket of the audit trail has it.',
    ids: ids('S3BucketDefaultLockEnabled', 'NIST.800.53.R4'),
    at: {
      'secure-bucket': ['Stack/Bucket/Resource/Resource'],
      'audit-trail': ['Stack/Bucket/Resource/Resource'],
      'orders': ['Production/Orders/Uploads/Resource/Resource'],
    },
  },
  {
    reason: 'The function calls the EC2 API once per deployment, when the network that it would need is being made. It holds no data and takes events from CloudFormation only.',
    ids: ids('LambdaInsideVPC', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource'],
      'vpc-lambda': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource', 'Stack/CdkHardenedPrefixLists/Function/Resource/Resource'],
      'orders': [
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Resource/Resource',
        'Production/Orders/CdkHardenedPrefixLists/Function/Resource/Resource',
      ],
    },
  },
  {
    reason: 'The function calls AWS APIs only, which authorize every request; a VPC adds cost and no protection until there is something private to reach. VpcLambda is the same function in a VPC.',
    ids: ids('LambdaInsideVPC', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/Reader/Resource/Resource'],
      'secure-table': ['Stack/Writer/Resource/Resource'],
      'secure-queue': ['Stack/Consumer/Resource/Resource'],
      'secure-function': ['Stack/Function/Resource/Resource'],
      'secure-api': ['Stack/Function/Resource/Resource'],
    },
  },
  {
    reason: 'Reserved concurrency is taken from the account, and a new account has none to reserve: a default would fail to deploy. It is a prop.',
    ids: ids('LambdaConcurrency', 'HIPAA.Security', 'NIST.800.53.R5'),
    at: {
      'secure-bucket': ['Stack/Reader/Resource/Resource'],
      'secure-table': ['Stack/Writer/Resource/Resource'],
      'secure-queue': ['Stack/Consumer/Resource/Resource'],
      'secure-function': ['Stack/Function/Resource/Resource'],
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource'],
      'vpc-lambda': [
        'Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource',
        'Stack/CdkHardenedPrefixLists/Function/Resource/Resource',
        'Stack/Function/Resource/Resource',
      ],
      'secure-api': ['Stack/Function/Resource/Resource'],
      'orders': [
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Resource/Resource',
        'Production/Orders/CdkHardenedPrefixLists/Function/Resource/Resource',
        'Production/Orders/OrdersFunction/Resource/Resource',
        'Production/Orders/WorkerFunction/Resource/Resource',
      ],
    },
  },
  {
    reason: 'CloudFormation waits for the answer of a custom resource and rolls back when none comes: a failure is seen at once, and a dead letter would only repeat it.',
    ids: ids('LambdaDLQ', 'HIPAA.Security', 'NIST.800.53.R5', 'Serverless'),
    at: {
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource'],
      'vpc-lambda': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource', 'Stack/CdkHardenedPrefixLists/Function/Resource/Resource'],
      'orders': [
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Resource/Resource',
        'Production/Orders/CdkHardenedPrefixLists/Function/Resource/Resource',
      ],
    },
  },
  {
    reason: 'The function is not invoked asynchronously: its caller gets the error, or its queue keeps the message and has a dead-letter queue. Where it is, asyncInvoke wants a destination.',
    ids: ids('LambdaDLQ', 'HIPAA.Security', 'NIST.800.53.R5', 'Serverless'),
    at: {
      'secure-bucket': ['Stack/Reader/Resource/Resource'],
      'secure-table': ['Stack/Writer/Resource/Resource'],
      'secure-queue': ['Stack/Consumer/Resource/Resource'],
      'secure-function': ['Stack/Function/Resource/Resource'],
      'vpc-lambda': ['Stack/Function/Resource/Resource'],
      'secure-api': ['Stack/Function/Resource/Resource'],
      'orders': ['Production/Orders/OrdersFunction/Resource/Resource', 'Production/Orders/WorkerFunction/Resource/Resource'],
    },
  },
  {
    reason: 'Point-in-time recovery restores the table to any second of the last 35 days. A backup plan for longer is one per account, chosen by tag, and not a part of a table.',
    ids: ids('DynamoDBInBackupPlan', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5'),
    at: {
      'secure-table': ['Stack/Table/Resource/Resource'],
      'vpc-lambda': ['Stack/Table/Resource/Resource'],
      'orders': ['Production/Orders/Orders/Resource/Resource'],
    },
  },
  {
    reason: 'The rule flags every VPC, because a template cannot hold the default security group. A custom resource removes all of its rules.',
    ids: ids('VPCDefaultSecurityGroupClosed', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-vpc': ['Stack/Vpc/Resource/Resource'],
      'vpc-lambda': ['Stack/Vpc/Resource/Resource'],
      'orders': ['Production/Orders/Vpc/Resource/Resource'],
    },
  },
  {
    reason: 'A cache answers from stored responses, one caller with what another was told where the key is incomplete, and costs from 14 USD a month: an API is not cached unless that is wanted.',
    ids: ids('APIGWCacheEnabledAndEncrypted', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-api': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
      'orders': ['Production/Orders/Api/Resource/DeploymentStage.live/Resource'],
    },
  },
  {
    reason: 'A client certificate is for HTTP backends, which verify it. These integrations are Lambda functions, which API Gateway invokes with its own signature.',
    ids: ids('APIGWSSLEnabled', 'HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-api': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
      'orders': ['Production/Orders/Api/Resource/DeploymentStage.live/Resource'],
    },
  },
  {
    reason: 'The subscriber is a mailbox, and SNS retries mail for hours. A dead-letter queue would hold copies of alarms that nobody watches; the alarm itself stays visible in CloudWatch.',
    ids: ids('SNSRedrivePolicy', 'Serverless'),
    at: {
      'secure-queue': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'vpc-lambda': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-api': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'audit-trail': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'orders': ['Production/Orders/CdkHardenedAlarms/Resource/security@example.com/Resource'],
    },
  },
  {
    reason: 'This is the dead-letter queue: it ends here, and an alarm says so.',
    ids: ids('SQSRedrivePolicy', 'Serverless'),
    at: {
      'secure-queue': ['Stack/Queue/DeadLetterQueue/Resource'],
      'vpc-lambda': ['Stack/Queue/DeadLetterQueue/Resource'],
      'audit-trail': ['Stack/Trail/TamperAlert/Undelivered/Resource'],
      'orders': ['Production/Orders/Placed/DeadLetterQueue/Resource', 'Production/Orders/Trail/TamperAlert/Undelivered/Resource'],
    },
  },
  {
    reason: 'This is a dead-letter queue: it ends here, and an alarm says so.',
    ids: ids('SQS3', 'AwsSolutions'),
    at: {
      'audit-trail': ['Stack/Trail/TamperAlert/Undelivered/Resource'],
      'orders': ['Production/Orders/Trail/TamperAlert/Undelivered/Resource'],
    },
  },
  {
    reason: 'Event source mappings of SQS have no failure destination: the queue itself moves a message to its dead-letter queue.',
    ids: ids('LambdaEventSourceMappingDestination', 'Serverless'),
    at: {
      'secure-queue': ['Stack/Consumer/Resource/QueueStackQueue1DEA7C94/Resource'],
      'orders': ['Production/Orders/WorkerFunction/Resource/QueueProductionOrdersPlacedC446F158/Resource'],
    },
  },
];
