import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as route53 from 'aws-cdk-lib/aws-route53';

/**
 * The domain name of a site. Give `hostedZone` (a DNS-validated certificate and alias records are made), `certificate` (the records are
 * yours to make), or both.
 */
export interface SiteDomain {
  /** Domain name in lower case, without a wildcard: `shop.example.com`. */
  readonly domainName: string;

  /**
   * Further names of the same site, in the same zone: `www.shop.example.com`.
   *
   * @default - none
   */
  readonly alternateNames?: string[];

  /**
   * Public hosted zone of the names: gets alias records (A and AAAA) and validates the certificate.
   *
   * @default - no records are made; `certificate` is required
   */
  readonly hostedZone?: route53.IHostedZone;

  /**
   * Certificate for all the names, in us-east-1, where CloudFront takes them from.
   *
   * @default - a certificate of our own, validated through records in `hostedZone`
   */
  readonly certificate?: acm.ICertificate;
}
