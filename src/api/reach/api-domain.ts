import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type * as s3 from 'aws-cdk-lib/aws-s3';

/** Mutual TLS: clients must present a certificate that a certificate authority of the truststore has signed. */
export interface ApiMutualTls {
  /**
   * Bucket of the truststore, in the API's region. Keep it versioned: who can write to it decides who can call the API.
   */
  readonly truststore: s3.IBucket;

  /** Object key of the truststore, a file of PEM certificates: `truststore.pem`. */
  readonly key: string;

  /**
   * Version of the object. API Gateway copies the truststore when the domain name is created or updated: give the new version
   * to have a changed file take effect.
   *
   * @default - the version that is current when CloudFormation creates or next updates the domain name
   */
  readonly version?: string;

  /**
   * Certificate that ACM issued for the domain name, which proves that it is yours: needed where `certificate` was imported to
   * ACM or comes from a private certificate authority.
   *
   * @default - none
   */
  readonly ownershipCertificate?: acm.ICertificate;
}

/**
 * A custom domain name of an API. The API's `execute-api` endpoint is switched off, so that nobody goes around it.
 *
 * Give `hostedZone` (a DNS-validated certificate and alias records are made), `certificate` (the records are yours to make), or
 * both.
 */
export interface ApiDomain {
  /** Domain name in lower case, without a wildcard: `api.example.com`. */
  readonly domainName: string;

  /**
   * Public hosted zone of the domain name: gets alias records (A and AAAA) and validates the certificate.
   *
   * @default - no records are made; `certificate` is required
   */
  readonly hostedZone?: route53.IHostedZone;

  /**
   * Certificate for the domain name, in the API's region.
   *
   * @default - a certificate of our own, validated through records in `hostedZone`
   */
  readonly certificate?: acm.ICertificate;

  /**
   * Path in front of the API's own: with `v1`, `https://api.example.com/v1/orders` reaches the route `/orders`.
   *
   * @default - none: routes start at the root
   */
  readonly basePath?: string;

  /**
   * Client certificates. API Gateway has no enhanced TLS policy together with mutual TLS, nor for HTTP and WebSocket APIs: the domain
   * name then accepts TLS 1.2 and 1.3 under the policy `TLS_1_2`. WebSocket APIs have no mutual TLS. Decide on it before the first
   * deployment: API Gateway refuses to change the policy of a domain name with mutual TLS in place.
   *
   * @default - clients present no certificate; TLS 1.2 and 1.3, for REST APIs with forward secrecy and post-quantum key exchange
   */
  readonly mutualTls?: ApiMutualTls;
}
