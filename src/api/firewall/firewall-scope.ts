/** What a web firewall stands in front of. */
export enum FirewallScope {
  /** Stages of REST APIs of its own region. */
  REGIONAL = 'REGIONAL',

  /** CloudFront distributions: its stack must be in us-east-1. */
  CLOUDFRONT = 'CLOUDFRONT',
}
