/**
 * Where a site logs its requests.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export enum SiteLogDestination {
  /** A log group of its own: searchable at once, 0.50 USD per GB (https://aws.amazon.com/cloudwatch/pricing/). */
  LOG_GROUP = 'LOG_GROUP',

  /** A `SecureBucket` of its own, with JSON files: 0.023 USD per GB and month (https://aws.amazon.com/cloudfront/pricing/). */
  BUCKET = 'BUCKET',
}
