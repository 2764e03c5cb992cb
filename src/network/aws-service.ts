import { Arn, ArnFormat, Aws, Fn } from 'aws-cdk-lib';

/** A part of an endpoint policy that a service needs beyond its own account's principals and resources. */
interface Exemption {
  readonly sid: string;
  readonly actions: string[];
  readonly resources: () => string[];
  /** Whether the callers are still principals of the own account or organization. */
  readonly ownPrincipals: boolean;
}

/** What an AwsService is made of. */
interface Definition {
  readonly gateway?: boolean;
  /** Every call names a resource, so that a call without `aws:ResourceAccount` can be refused. */
  readonly resourceInEveryCall?: boolean;
  readonly exemption?: Exemption;
}

/**
 * CloudFormation takes the answers of custom resources and wait conditions in buckets of its own.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-vpce-bucketnames.html
 */
const CLOUDFORMATION_RESPONSES: Exemption = {
  sid: 'CloudFormationResponses',
  actions: ['s3:PutObject'],
  resources: () => [
    `arn:${Aws.PARTITION}:s3:::cloudformation-custom-resource-response-${Fn.join('', Fn.split('-', Aws.REGION))}/*`,
    `arn:${Aws.PARTITION}:s3:::cloudformation-waitcondition-${Aws.REGION}/*`,
  ],
  ownPrincipals: false,
};

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html */
const PUBLIC_PARAMETERS: Exemption = {
  sid: 'PublicParameters',
  actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
  resources: () => [`arn:${Aws.PARTITION}:ssm:${Aws.REGION}::parameter/aws/*`],
  ownPrincipals: true,
};

/** Callers of a private API sign only where a route asks for IAM; the API's own authorization decides. */
const UNSIGNED_CALLS_OF_OWN_APIS: Exemption = {
  sid: 'UnsignedCallsOfOwnApis',
  actions: ['execute-api:Invoke'],
  resources: () => [Arn.format({
    partition: Aws.PARTITION, service: 'execute-api', region: Aws.REGION, account: Aws.ACCOUNT_ID, resource: '*', arnFormat: ArnFormat.NO_RESOURCE_NAME,
  })],
  ownPrincipals: false,
};

/**
 * An AWS service that code inside a VPC calls, and so the VPC endpoint that it needs.
 *
 * Gateway endpoints (S3, DynamoDB) are free; an interface endpoint costs about 7.30 USD a month in each availability zone
 * and 0.01 USD per GB (https://aws.amazon.com/privatelink/pricing/).
 *
 * @example
 * declare const fn: VpcLambda;
 * fn.connectTo(AwsService.SSM, AwsService.of('bedrock-runtime', 'bedrock'));
 */
export class AwsService {
  /** Amazon S3, by a gateway endpoint. */
  public static readonly S3 = new AwsService('s3', 's3', { gateway: true, resourceInEveryCall: true, exemption: CLOUDFORMATION_RESPONSES });

  /** Amazon DynamoDB, by a gateway endpoint. */
  public static readonly DYNAMODB = new AwsService('dynamodb', 'dynamodb', { gateway: true, resourceInEveryCall: true });

  /** Amazon SQS. */
  public static readonly SQS = new AwsService('sqs', 'sqs', { resourceInEveryCall: true });

  /** Amazon SNS. */
  public static readonly SNS = new AwsService('sns', 'sns', { resourceInEveryCall: true });

  /** AWS Secrets Manager. */
  public static readonly SECRETS_MANAGER = new AwsService('secretsmanager', 'secretsmanager', { resourceInEveryCall: true });

  /** AWS Systems Manager with its Parameter Store, public parameters included. */
  public static readonly SSM = new AwsService('ssm', 'ssm', { resourceInEveryCall: true, exemption: PUBLIC_PARAMETERS });

  /** AWS KMS, for code that calls it itself; encrypted buckets, tables and queues need no endpoint for it. */
  public static readonly KMS = new AwsService('kms', 'kms', { resourceInEveryCall: true });

  /** AWS Lambda, to invoke other functions. */
  public static readonly LAMBDA = new AwsService('lambda', 'lambda', { resourceInEveryCall: true });

  /** Amazon EventBridge event buses. */
  public static readonly EVENTBRIDGE = new AwsService('events', 'events', { resourceInEveryCall: true });

  /** Amazon EventBridge Scheduler. */
  public static readonly SCHEDULER = new AwsService('scheduler', 'scheduler', {});

  /** AWS Step Functions. */
  public static readonly STEP_FUNCTIONS = new AwsService('states', 'states', {});

  /** AWS STS. */
  public static readonly STS = new AwsService('sts', 'sts', {});

  /** Amazon CloudWatch metrics, for code that calls it; metrics in the function's own log output need no endpoint. */
  public static readonly CLOUDWATCH = new AwsService('monitoring', 'cloudwatch', {});

  /** Amazon CloudWatch Logs, for code that calls it; the function's own log output needs no endpoint. */
  public static readonly CLOUDWATCH_LOGS = new AwsService('logs', 'logs', {});

  /** Amazon Kinesis Data Streams. */
  public static readonly KINESIS = new AwsService('kinesis-streams', 'kinesis', {});

  /** Private REST APIs of this account in Amazon API Gateway. */
  public static readonly EXECUTE_API = new AwsService('execute-api', 'execute-api', { exemption: UNSIGNED_CALLS_OF_OWN_APIS });

  /**
   * Any other service whose interface endpoint takes a policy; calls that are not signed by an identity do not pass it.
   *
   * @param endpointName the part after `com.amazonaws.<region>.` of its endpoint service, such as `bedrock-runtime`
   * (https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html)
   * @param actionPrefix the part before the colon of its IAM actions, such as `bedrock`
   */
  public static of(endpointName: string, actionPrefix: string): AwsService {
    return AwsService._byEndpointName(endpointName) ?? new AwsService(endpointName, actionPrefix, {});
  }

  /** @internal */
  public static _byEndpointName(endpointName: string): AwsService | undefined {
    return Object.values(AwsService).find((value) => value instanceof AwsService && value.endpointName === endpointName);
  }

  private constructor(
    /** The part after `com.amazonaws.<region>.` of the endpoint service's name. */
    public readonly endpointName: string,
    /** The part before the colon of the service's IAM actions. */
    public readonly actionPrefix: string,
    private readonly definition: Definition,
  ) {}

  /** Whether the endpoint is a gateway, which routes reach and which costs nothing. */
  public get isGateway(): boolean {
    return this.definition.gateway ?? false;
  }

  /**
   * For ids of constructs: `kinesis-streams` -> `KinesisStreams`.
   *
   * @internal
   */
  public get _id(): string {
    return this.endpointName.replace(/(^|[^a-z0-9]+)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  }

  /** @internal */
  public get _resourceInEveryCall(): boolean {
    return this.definition.resourceInEveryCall ?? false;
  }

  /** @internal */
  public get _exemption(): Exemption | undefined {
    return this.definition.exemption;
  }
}
