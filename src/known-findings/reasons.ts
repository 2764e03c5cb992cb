/** Why a finding is no weakness; the one place where it is written. */
export const REASONS = {
  inlinePolicy: 'Every grant is a policy of the one role it belongs to: nobody can attach it elsewhere, it goes with its role, and no managed policy is shared between functions. AWS advises managed policies for reuse, and here nothing is reused.',
  listInterfaces: 'ec2:DescribeNetworkInterfaces and ec2:DescribeSubnets have no resource types (Service Authorization Reference), Lambda needs them to put the function into its VPC, and the same policy denies them to the code of the function.',
  manageInterfaces: 'Lambda checks that the role may manage network interfaces under this pattern before it puts a function into a VPC; their ids do not exist before. The same policy denies these actions to the code of the function.',
  prefixListsAndTraces: 'ec2:DescribeManagedPrefixLists and the X-Ray actions have no resource types (Service Authorization Reference); they read public facts and write traces.',
  traces: 'xray:PutTraceSegments and xray:PutTelemetryRecords have no resource types (Service Authorization Reference): they write traces and read nothing.',
  folderGrant: 'The star is the objects below the one folder of the one bucket that was granted.',
  bucketGrant: 'The star is the objects of the one bucket that was granted as a whole, with single verbs; a prefix in the grant would narrow it to a folder.',
  routeGrant: 'The star is the path parameter of the one route of the one API that was granted.',
  accountLogs: 'API Gateway writes the logs of all APIs of the account and region with this one role, and checks when it is set that it may create log groups; names of later APIs are not known.',
  trailStreams: 'CloudTrail chooses the end of the name of its log stream; this is the pattern of its documentation, within the one log group of the trail.',
  iamRoute: 'The route is authorized by IAM, which is a choice of the caller; a Cognito user pool is not the only authorization.',
  lambdaAuthorizer: 'The route is authorized by a Lambda function, for tokens that API Gateway cannot check itself; a Cognito user pool is not the only authorization.',
  accessLogReplication: 'Access logs are evidence of one region. Replication doubles their cost, and what must survive a region is the audit trail.',
  replication: 'A replica needs a second region, a bucket and a key there, and doubles the cost of storage: a decision on recovery that only the owner of the data can take. Versioning and retention guard against deletion.',
  accessLogEncryption: 'S3 delivers server access logs only to buckets with SSE-S3 (AmazonS3 user guide, enabling server access logging).',
  accessLogLock: 'S3 delivers no server access logs to a bucket with a default object lock (AmazonS3 user guide, enabling server access logging).',
  objectLock: 'Locked objects cannot be deleted by anybody, which most applications need to do: object lock is a prop. The bucket of the audit trail has it.',
  customResourceOutsideVpc: 'The function calls the EC2 API once per deployment, when the network that it would need is being made. It holds no data and takes events from CloudFormation only.',
  functionOutsideVpc: 'The function calls AWS APIs only, which authorize every request; a VPC adds cost and no protection until there is something private to reach. VpcLambda is the same function in a VPC.',
  concurrency: 'Reserved concurrency is taken from the account, and a new account has none to reserve: a default would fail to deploy. It is a prop.',
  customResourceFailure: 'CloudFormation waits for the answer of a custom resource and rolls back when none comes: a failure is seen at once, and a dead letter would only repeat it.',
  synchronous: 'The function is not invoked asynchronously: its caller gets the error, or its queue keeps the message and has a dead-letter queue. Where it is, asyncInvoke wants a destination.',
  failureDestination: 'Events that the function fails on go to the failure destination of asyncInvoke, with the error and the event. AWS advises destinations over dead-letter queues, which hold the event alone.',
  pointInTimeRecovery: 'Point-in-time recovery restores the table to any second of the last 35 days. A backup plan for longer is one per account, chosen by tag, and not a part of a table.',
  defaultSecurityGroup: 'The rule flags every VPC, because a template cannot hold the default security group. A custom resource removes all of its rules.',
  natRoute: 'The route is that of a public subnet, made for the NAT gateways that natGateways asks for. Functions run in other subnets, and nothing in this one gets a public address by itself.',
  cache: 'A cache answers from stored responses, one caller with what another was told where the key is incomplete, and costs from 14 USD a month: an API is not cached unless that is wanted.',
  clientCertificate: 'A client certificate is for HTTP backends, which verify it. These integrations are Lambda functions, which API Gateway invokes with its own signature.',
  everyCountry: 'Which countries are served is a matter of business: geoRestriction is a prop. Addresses are easily moved to another country, so it keeps no attacker out.',
  deliveredLogs: 'Requests are logged by standard logs v2, which CloudWatch Logs delivers to an encrypted log group or bucket. The rule knows only the older way, into a bucket with ACLs.',
  mailbox: 'The subscriber is a mailbox, and SNS retries mail for hours. A dead-letter queue would hold copies of alarms that nobody watches; the alarm itself stays visible in CloudWatch.',
  deadLetterQueue: 'This is the dead-letter queue: it ends here, and an alarm says so.',
  signInLog: 'Cognito delivers the log of sign-ins to log groups without a customer-managed key only (CloudWatchLogsConfigurationType, Amazon Cognito API reference). CloudWatch Logs encrypts it with a key of its own.',
  textMessages: 'Text messages go to numbers, which have no ARN. Topics, which have one, are denied by the same policy.',
  queueMapping: 'Event source mappings of SQS have no failure destination: the queue itself moves a message to its dead-letter queue.',
};

/** Of a route that everybody may call, in the words of who made it so. */
export function publicRoute(reason: string): string {
  return `The route is public on purpose, by RouteAuth.public: ${reason}`;
}
