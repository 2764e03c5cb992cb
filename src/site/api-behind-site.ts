import { Stack } from 'aws-cdk-lib';
import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { ApiOrigin } from './api-origin';
import type { SiteApiOptions } from './site-api-options';
import { VIEWER_ADDRESS_HEADER } from './site-function';
import { validateApiBehindSite } from './validate-site-api';
import type { SecureApi } from '../api/secure-api';

/** Header with the secret; CloudFront replaces what viewers send under its name. */
export const SECRET_HEADER = 'x-origin-secret';

/** An API as an origin, and the host name by which the distribution knows it. */
export interface ConnectedApi {
  readonly origin: cloudfront.IOrigin;
  readonly host: string;
  /** Path that comes before those of the routes: the stage, or the base path of the domain name. */
  readonly originPath?: string;
  /** Value of `SECRET_HEADER`, a reference, where the API asks for it. */
  readonly headerValue?: string;
  /** Certificate that CloudFront shows, where the API asks for one. */
  readonly clientCertificateArn?: string;
}

/**
 * Makes the API an origin of the site, and has it refuse whoever does not come through the site.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html
 */
export function connectApi(scope: Construct, api: SecureApi, options: SiteApiOptions): ConnectedApi {
  validateApiBehindSite(scope, api, options);
  const { secret, replicaOfSecret, previousSecret, clientCertificate } = options;
  api.firewall.requireHeader(SECRET_HEADER, secret.secretValue, ...(previousSecret ? [previousSecret.secretValue] : []));
  api.firewall._trustAddressIn(VIEWER_ADDRESS_HEADER);
  const { host, below } = addressOf(api);
  const headerValue = (replicaOfSecret ?? secret).secretValue.unsafeUnwrap(); // a reference, which CloudFormation resolves
  const clientCertificateArn = clientCertificate?.certificateArn;
  const origin = new ApiOrigin(host, { below, customHeaders: { [SECRET_HEADER]: headerValue }, clientCertificateArn });
  return { origin, host, originPath: below && `/${below}`, headerValue, clientCertificateArn };
}

function addressOf(api: SecureApi): { host: string; below?: string } {
  if (api.domain) return { host: api.domain.domainName, below: api.domain.basePath };
  const { region, urlSuffix } = Stack.of(api);
  return { host: `${api.restApi.restApiId}.execute-api.${region}.${urlSuffix}`, below: api.stage.stageName };
}
