import type { IDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';

/**
 * Where a firewall logs its requests.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html
 */
export class FirewallLogDestination {
  /** A log group of its own: searchable at once. Costs 0.50 USD per GB (https://aws.amazon.com/cloudwatch/pricing/). */
  public static logGroup(): FirewallLogDestination {
    return new FirewallLogDestination('logGroup');
  }

  /**
   * A `SecureBucket` of its own, with files every five minutes: for much traffic, and queries by Amazon Athena. Costs 0.25 USD per GB for
   * the delivery, and 0.023 USD per GB and month for what is kept (https://aws.amazon.com/cloudwatch/pricing/).
   */
  public static bucket(): FirewallLogDestination {
    return new FirewallLogDestination('bucket');
  }

  /**
   * A Firehose stream that you made, such as the one to your SIEM: of the firewall's account and region, with a name that starts with
   * `aws-waf-logs-`, encrypted, and written to directly. How long logs are kept is up to where it leads.
   */
  public static stream(stream: IDeliveryStream): FirewallLogDestination {
    return new FirewallLogDestination('stream', stream);
  }

  private constructor(
    /** `logGroup`, `bucket` or `stream`. */
    public readonly kind: string,
    /** The stream, for `stream`. */
    public readonly deliveryStream?: IDeliveryStream,
  ) {}
}
