/** Where a construct does not meet an entry, by AWS's own reason or by its cost. */
export interface Exception {
  readonly key: string;
  /** Public classes whose resources it is about. */
  readonly constructs: string[];
  readonly reason: string;
  /** Words of the page's section on exceptions that name the subject. */
  readonly onPage: string;
  /** The app in which a prop of the construct meets the entry after all. */
  readonly metIn?: string;
}

const FUNCTIONS = ['SecureFunction', 'VpcLambda'];

export const EXCEPTIONS: Exception[] = [
  {
    key: 'apigateway/domain-recommended-security-policy',
    constructs: ['SecureApi'],
    reason: 'API Gateway refuses mutual TLS together with an enhanced policy: a domain that asks for client certificates has TLS_1_2.',
    onPage: 'an enhanced TLS policy where the domain asks for client certificates',
    metIn: 'secure-api with a domain',
  },
  {
    key: 'apigateway/rest-client-certificate',
    constructs: ['SecureApi'],
    reason: 'API Gateway presents it to HTTP endpoints; functions are invoked through Lambda, by a permission for the one API.',
    onPage: 'a client certificate of the stage',
  },
  {
    key: 'cloudtrail/s3-data-events',
    constructs: ['AuditTrail'],
    reason: 'All buckets would include the trail\'s own, whose deliveries it would log, and the price follows traffic that is not the app\'s.',
    onPage: 'Data events are logged for what is watched',
  },
  {
    key: 'cloudwatch/function-error-alarms',
    constructs: FUNCTIONS,
    reason: 'Each alarm costs 0.10 USD a month, two for every function, and what is worth waking somebody depends on the function.',
    onPage: 'No alarms on errors and throttles',
  },
  {
    key: 'dynamodb/in-backup-plan',
    constructs: ['SecureTable'],
    reason: 'Point-in-time recovery covers 35 days; AWS Backup costs 0.10 USD per GB and month on top, and a plan is the account\'s.',
    onPage: 'in no AWS Backup plan',
  },
  {
    key: 'iam/no-wildcard-permissions',
    constructs: ['ApiGatewayAccount'],
    reason: 'The setting is the account\'s: log groups of other stacks\' APIs have names that nobody knows here.',
    onPage: 'no wildcard in the CloudWatch role',
  },
  {
    key: 'iam/no-wildcard-permissions',
    constructs: ['AuditTrail'],
    reason: 'CloudTrail chooses the end of the name of its log stream, as its documentation shows the policy.',
    onPage: 'the end of the name of its log stream',
  },
  {
    key: 'iam/no-wildcard-permissions',
    constructs: FUNCTIONS,
    reason: 'The actions of X-Ray have no resources, those that list network interfaces neither, and Lambda refuses roles without them.',
    onPage: 'X-Ray actions are allowed on `*`',
  },
  {
    key: 'lambda/code-signing',
    constructs: FUNCTIONS,
    reason: 'Lambda refuses unsigned code then: it needs a signing profile and a pipeline that signs, which only the account has.',
    onPage: 'No code signing by default',
    metIn: 'secure-function signed and bounded',
  },
  {
    key: 'lambda/dead-letter-target',
    constructs: FUNCTIONS,
    reason: 'Lambda uses it for asynchronous invocations only; asyncInvoke wants a failure destination, which tells more than a dead letter.',
    onPage: 'No failure destination without `asyncInvoke`',
  },
  {
    key: 'lambda/reserved-concurrency',
    constructs: FUNCTIONS,
    reason: 'Lambda refuses it in accounts whose limit leaves too little unreserved, as new ones do.',
    onPage: 'No reserved concurrency by default',
    metIn: 'secure-function signed and bounded',
  },
  {
    key: 'logs/kms-encryption',
    constructs: ['SecureUserPool'],
    reason: 'Cognito delivers the log of sign-ins to log groups without a customer-managed key only.',
    onPage: 'no customer-managed key',
  },
  {
    key: 's3/event-notifications',
    constructs: ['AccessLogBucket'],
    reason: 'An event for each log file costs 1 USD per million, and nobody waits for them.',
    onPage: 'No events',
  },
  {
    key: 's3/in-backup-plan',
    constructs: ['SecureBucket'],
    reason: 'AWS Backup costs 0.05 USD per GB and month, and versions already undo mistakes.',
    onPage: 'No AWS Backup plan selects it',
  },
  {
    key: 's3/in-backup-plan',
    constructs: ['AccessLogBucket'],
    reason: 'AWS Backup costs 0.05 USD per GB and month, for logs that expire.',
    onPage: 'No AWS Backup plan: logs expire',
  },
  {
    key: 's3/object-lock',
    constructs: ['SecureBucket'],
    reason: 'A lock cannot be undone, and overwriting would keep and bill each version until it ends.',
    onPage: 'Object lock is not on by default',
    metIn: 'secure-bucket with a lock',
  },
  {
    key: 's3/object-lock',
    constructs: ['AccessLogBucket'],
    reason: 'S3 delivers server access logs only to buckets without a default lock.',
    onPage: 'no object lock',
  },
  {
    key: 'vpc/endpoint-for-ec2',
    constructs: ['SecureVpc'],
    reason: 'An interface endpoint costs 7.30 USD a month in each zone: one is made when code calls its service.',
    onPage: 'No endpoints for EC2, ECR, Systems Manager',
  },
  {
    key: 'vpc/interface-endpoints',
    constructs: ['SecureVpc'],
    reason: 'An interface endpoint costs 7.30 USD a month in each zone: one is made when code calls its service.',
    onPage: 'No endpoints for EC2, ECR, Systems Manager',
  },
  {
    key: 'vpc/no-default-route-to-igw',
    constructs: ['SecureVpc'],
    reason: 'A NAT gateway works only in a subnet with a default route to the internet gateway; there is one only with natGateways.',
    onPage: 'public subnets have a default route to the internet gateway',
  },
];

/** What the rule of an entry cannot know of a construct, since no template tells. */
export const NOT_KNOWN: { readonly key: string; readonly constructs: readonly string[]; readonly why: string }[] = [
  { key: 'lambda/no-secrets-in-code', constructs: FUNCTIONS, why: 'Code in packages is searched where somebody asks for it; the constructs search it themselves.' },
  { key: 'vpc/sg-no-open-egress', constructs: ['VpcLambda'], why: 'Only AWS knows the addresses of its prefix lists for S3 and DynamoDB.' },
];

/** The page of a construct, where it is not its name with dashes. */
export const PAGES: Record<string, string> = { AccessLogBucket: 'secure-bucket.md', ApiGatewayAccount: 'secure-api.md' };
