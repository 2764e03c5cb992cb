import type * as acm from 'aws-cdk-lib/aws-certificatemanager';

/** How a site makes itself known to an HTTP API behind it. */
export interface SiteHttpApiOptions {
  /**
   * Certificate that the site shows to the API (mutual TLS): in ACM of us-east-1, for client authentication, signed by an authority of the
   * truststore in the API's `domain.mutualTls`. Use an authority for this alone: whoever holds another of its certificates goes around the site.
   */
  readonly clientCertificate: acm.ICertificate;
}
