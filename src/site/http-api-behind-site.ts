import type { Construct } from 'constructs';
import type { ConnectedApi } from './api-behind-site';
import { ApiOrigin } from './api-origin';
import type { SiteHttpApiOptions } from './site-http-api-options';
import { validateCertificate } from './site-names';
import type { SecureHttpApi } from '../api/http/secure-http-api';
import { fail } from '../private/misuse';

/**
 * Makes an HTTP API an origin of the site. It has no firewall that could ask for a secret; it asks for the site's certificate instead.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html
 */
export function connectHttpApi(scope: Construct, api: SecureHttpApi, { clientCertificate }: SiteHttpApiOptions): ConnectedApi {
  const { domain } = api;
  if (domain?.mutualTls === undefined) {
    return fail(scope, {
      prop: 'addHttpApi(api)',
      value: api.node.path,
      problem: 'AWS WAF takes no HTTP APIs, so that only mutual TLS keeps those out who go around the site, and the API asks for no certificate',
      instead: 'Write new SecureHttpApi(this, id, { domain: { domainName, hostedZone, mutualTls: { truststore, key } } }).',
    });
  }
  validateCertificate(scope, 'addHttpApi clientCertificate', clientCertificate);
  const { domainName: host, basePath: below } = domain;
  const { certificateArn: clientCertificateArn } = clientCertificate;
  const origin = new ApiOrigin(host, { below, clientCertificateArn });
  return { origin, host, originPath: below && `/${below}`, clientCertificateArn };
}
