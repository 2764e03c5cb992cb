/** What adds the resource that a rule of the kind `companion` asks for. */
export interface Companion {
  /** L2s whose hardened defaults bring it, for what is made after `HardenedDefaults.inject`. */
  readonly injectors?: readonly string[];
  /** The mixin that brings it, for what exists. */
  readonly mixin?: string;
  /** The prop of `Guardrails.enforce` that brings it, and for what. */
  readonly enforce?: string;
  /** Why nothing brings it in all cases: what only the author can decide. */
  readonly byHand?: string;
}

const QUEUE_TO_WATCH = 'a queue that nobody looks at hides what failed: which one it is, who may send to it and who is told is yours to decide';
const WEB_ACL = 'which requests a web ACL blocks depends on what the application takes; a wrong one turns users away';
const LOG_ROLE = 'it takes a role, and what is logged may hold personal data';
const BACKUP = 'how often, for how long and in which vault backups are kept is a plan of the organisation, and is billed by volume';
const ALARMS = 'who is told, and from which number on, is yours to decide';
const GRANTEES = 'it names who may use the resource, which no template tells';

/** By rule. A test holds that every rule of the kind is here, and that injectors, mixins and props do what is said. */
export const COMPANIONS: Readonly<Record<string, Companion>> = {
  'apigateway/rest-client-certificate': { byHand: 'the backend has to be told to ask for the certificate, else it protects nothing' },
  'apigateway/rest-waf-associated': { byHand: WEB_ACL },
  'apigateway/stage-in-usage-plan': { byHand: 'the quota and the keys of callers are yours to decide' },
  'appsync/field-level-logging': { byHand: LOG_ROLE },
  'appsync/logging-configured': { byHand: LOG_ROLE },
  'appsync/waf-associated': { byHand: WEB_ACL },
  'cloudfront/access-logging': { byHand: 'where logs go to, and for how long, is yours to decide, and the delivery has to be in us-east-1' },
  'cloudfront/lambda-url-origin-access-control': { byHand: 'use `origins.FunctionUrlOrigin.withOriginAccessControl`: the origin of a distribution cannot be exchanged from outside' },
  'cloudfront/s3-origin-access-control': { byHand: 'use `origins.S3BucketOrigin.withOriginAccessControl`: the origin of a distribution cannot be exchanged from outside' },
  'cloudtrail/cloudwatch-logs': { byHand: 'events in CloudWatch Logs are billed by volume, a second time beside those in the bucket' },
  'cloudtrail/sns-topic': { byHand: 'who is told of each log file is yours to decide' },
  'cloudwatch/cis-metric-filters-and-alarms': { byHand: ALARMS },
  'cloudwatch/dead-letter-queue-alarm': { byHand: ALARMS },
  'cloudwatch/function-error-alarms': { byHand: ALARMS },
  'cognito/waf-associated': { byHand: WEB_ACL },
  'dynamodb/in-backup-plan': { byHand: BACKUP },
  'eventbridge/custom-bus-has-policy': { byHand: GRANTEES },
  'eventbridge/global-endpoint-replication': { byHand: 'the role has to name the bus of the second region, which is in another stack' },
  'eventbridge/scheduler-target-dlq': { byHand: QUEUE_TO_WATCH },
  'eventbridge/schema-registry-policy': { byHand: GRANTEES },
  'eventbridge/target-dead-letter-queue': { byHand: QUEUE_TO_WATCH },
  'lambda/dead-letter-target': { byHand: QUEUE_TO_WATCH },
  'lambda/logging-config': {
    enforce: '`providerLogs`, for the functions that CDK brings along',
    byHand: 'functions of yours take a `logGroup`; it moves their logs, so that what reads them has to follow',
  },
  'lambda/xray-tracing': { injectors: ['lambda.Function'] },
  'pipes/dead-letter-queue': { byHand: QUEUE_TO_WATCH },
  'pipes/logging': { byHand: LOG_ROLE },
  's3/bucket-has-policy': { injectors: ['s3.Bucket'], mixin: 'TlsOnlyMixin' },
  's3/in-backup-plan': { byHand: BACKUP },
  's3/tls-only': { injectors: ['s3.Bucket'], mixin: 'TlsOnlyMixin' },
  'secretsmanager/restrictive-policy': { byHand: GRANTEES },
  'secretsmanager/rotation': { byHand: 'the function has to know how to change the credential where it is used' },
  'sns/delivery-status-logging': { byHand: LOG_ROLE },
  'sns/subscription-dead-letter-queue': { byHand: QUEUE_TO_WATCH },
  'sns/tls-only': { injectors: ['sns.Topic'], mixin: 'TlsOnlyMixin' },
  'sqs/dead-letter-queue': { byHand: QUEUE_TO_WATCH },
  'sqs/tls-only': { injectors: ['sqs.Queue'], mixin: 'TlsOnlyMixin' },
  'stepfunctions/logging': { byHand: 'which data of an execution may be in logs is yours to decide' },
  'stepfunctions/xray-tracing': { injectors: ['stepfunctions.StateMachine'] },
  'vpc/default-security-group-closed': { injectors: ['ec2.Vpc'] },
  'vpc/endpoint-for-ec2': { byHand: 'interface endpoints are billed by the hour in each zone' },
  'vpc/flow-logs': { injectors: ['ec2.Vpc'] },
  'vpc/interface-endpoints': { byHand: 'interface endpoints are billed by the hour in each zone' },
  'vpc/nacl-in-use': { byHand: 'which subnet it is meant for is yours to say; one that is not needed is to be removed' },
  'waf/logging': { byHand: 'requests in logs may hold personal data, and are billed by volume' },
};

/** What a page says of it. */
export function companionLines(adds: string, companion: Companion): string[] {
  const { injectors, mixin, enforce, byHand } = companion;
  const means = [
    ...injectors === undefined ? [] : [`- \`HardenedDefaults.inject(app)\`, for each ${injectors.map((name) => `\`${name}\``).join(', ')} that is made afterwards.`],
    ...mixin === undefined ? [] : [`- \`new ${mixin}()\`, for L2s that exist: \`construct.with(...)\`.`],
    ...enforce === undefined ? [] : [`- ${enforce} (a prop of \`Guardrails.enforce\`).`],
  ];
  return [
    `It takes another resource, ${adds}, which an Aspect may not add.${means.length === 0 ? '' : ' These do:'}`,
    ...means.length === 0 ? [] : ['', ...means],
    ...byHand === undefined ? [] : ['', `${means.length === 0 ? 'By hand' : 'The rest by hand'}: ${byHand}.`],
  ];
}
