import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

/** How a site makes itself known to an API behind it. */
export interface SiteApiOptions {
  /**
   * Secret in the region of the API, in its account or with a policy and a key that admit it. Its text, 32 to 64 letters and digits and nothing
   * else, is what the site sends in a header and the API's firewall asks for. It ends up in the distribution and the web ACL: who may read those
   * can read it. Functions behind the API, REQUEST authorizers among them, receive the header too: do not log headers, and change the secret if
   * one did.
   */
  readonly secret: secretsmanager.ISecret;

  /**
   * The same secret in us-east-1, for an API of another region: a replica.
   *
   * @default - `secret`, for an API in us-east-1
   */
  readonly replicaOfSecret?: secretsmanager.ISecret;

  /**
   * A second secret that the API takes while the value changes; the site never sends it. To change the value, deploy twice: first with the old
   * one as `secret` and the new one here, so that the API takes both before the site sends the new one; then with the two the other way round.
   *
   * @default - the API takes one
   */
  readonly previousSecret?: secretsmanager.ISecret;

  /**
   * Certificate that the site shows to the API (mutual TLS): in ACM of us-east-1, for client authentication, signed by an authority of the
   * truststore in the API's `domain.mutualTls`.
   *
   * @default - the site shows none
   */
  readonly clientCertificate?: acm.ICertificate;
}
