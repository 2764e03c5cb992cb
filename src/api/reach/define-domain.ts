import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { ApiDomain } from './api-domain';
import { certificateOf, defineRecords } from './domain-records';
import { validateDomain } from './validate-domain';
import { seal, stays, staysSet, type Protection } from '../../private/seal';
import { ApiTlsPolicy } from '../api-tls-policy';

/** The custom domain name of an API, made. */
export interface DefinedDomain {
  /** The L2 domain name. */
  readonly domainName: apigateway.DomainName;
  /** Where routes start: `https://api.example.com/v1/`. */
  readonly url: string;
}

/** What the API says about its domain name. */
export interface DomainOptions {
  /** The API's own TLS policy. */
  readonly tlsPolicy?: ApiTlsPolicy;
  /** Whether the API admits callers with IPv6 addresses at all; who does not must not be led to it by IPv6. */
  readonly ipv6?: boolean;
}

/**
 * Policy where mutual TLS is on: API Gateway refuses mutual TLS together with an enhanced policy.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
 */
const MUTUAL_TLS_POLICY = apigateway.SecurityPolicy.TLS_1_2;

/** Makes the custom domain name of an API under `scope`: certificate, domain name, mapping and alias records. */
export function defineDomain(
  scope: Construct, api: apigateway.RestApi, stage: apigateway.Stage, props: ApiDomain, options: DomainOptions = {},
): DefinedDomain {
  validateDomain(scope, props);
  const mutualTls = props.mutualTls;
  const domainName = new apigateway.DomainName(scope, 'DomainName', {
    domainName: props.domainName,
    certificate: certificateOf(scope, props),
    endpointType: apigateway.EndpointType.REGIONAL,
    securityPolicy: mutualTls ? MUTUAL_TLS_POLICY : (options.tlsPolicy ?? ApiTlsPolicy.TLS_1_2_OR_NEWER) as string as apigateway.SecurityPolicy,
    endpointAccessMode: mutualTls ? undefined : apigateway.EndpointAccessMode.STRICT,
    mtls: mutualTls && { bucket: mutualTls.truststore, key: mutualTls.key, version: mutualTls.version },
  });
  const resource = domainName.node.defaultChild as apigateway.CfnDomainName;
  const ipv6 = options.ipv6 ?? true;
  // the L2 has no prop for it; without it the AAAA record leads nowhere
  resource.addPropertyOverride('EndpointConfiguration.IpAddressType', ipv6 ? 'dualstack' : 'ipv4');
  // with its own endpoint off, the API's IP versions may limit those of its domain name:
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-custom-domain-ip-address-type.html
  if (ipv6) (api.node.defaultChild as apigateway.CfnRestApi).addPropertyOverride('EndpointConfiguration.IpAddressType', 'dualstack');
  resource.ownershipVerificationCertificateArn = mutualTls?.ownershipCertificate?.certificateArn;
  domainName.addBasePathMapping(api, { basePath: props.basePath, stage });
  defineRecords(scope, props, new targets.ApiGatewayDomain(domainName), ipv6);
  seal(scope, resource, promises(mutualTls !== undefined));
  return { domainName, url: `https://${props.domainName}/${props.basePath ? `${props.basePath}/` : ''}` };
}

function promises(hasMutualTls: boolean): Protection[] {
  const instead = 'Leave the TLS policy to the construct.';
  const accepted: string[] = hasMutualTls ? [MUTUAL_TLS_POLICY] : Object.values(ApiTlsPolicy);
  const protections: Protection[] = [{
    path: 'SecurityPolicy', promise: 'the domain name takes TLS 1.2 and later only', instead, holds: (value) => accepted.includes(value as string),
  }];
  if (hasMutualTls) {
    protections.push(staysSet('MutualTlsAuthentication.TruststoreUri', 'clients must present a certificate', 'Drop mutualTls from domain.'));
  } else {
    protections.push(stays('EndpointAccessMode', 'STRICT', 'requests must come by the host name they name', instead));
  }
  return protections;
}
