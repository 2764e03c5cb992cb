import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { Protection, seal, stays, staysSet } from '../../private/seal';
import type { ApiDomain } from '../reach/api-domain';
import { certificateOf, defineRecords } from '../reach/domain-records';
import { validateDomain } from '../reach/validate-domain';

/** The custom domain name of an HTTP or WebSocket API, made. */
export interface DefinedHttpDomain {
  /** The L2 domain name. */
  readonly domainName: apigatewayv2.DomainName;
  /** Host and path where the API starts, with a slash at the end: `api.example.com/v1/`. */
  readonly address: string;
}

/**
 * Makes the custom domain name of an API under `scope`: certificate, domain name, mapping and alias records. These APIs take no enhanced TLS
 * policy; `TLS_1_2` accepts TLS 1.2 and 1.3.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
 */
export function defineHttpDomain(scope: Construct, api: apigatewayv2.IApi, stage: apigatewayv2.IStage, props: ApiDomain): DefinedHttpDomain {
  validateDomain(scope, props);
  const { mutualTls, basePath } = props;
  const domainName = new apigatewayv2.DomainName(scope, 'DomainName', {
    domainName: props.domainName,
    certificate: certificateOf(scope, props),
    endpointType: apigatewayv2.EndpointType.REGIONAL,
    securityPolicy: apigatewayv2.SecurityPolicy.TLS_1_2,
    ipAddressType: apigatewayv2.IpAddressType.DUAL_STACK, // else the AAAA record leads nowhere
    mtls: mutualTls && { bucket: mutualTls.truststore, key: mutualTls.key, version: mutualTls.version },
    ownershipCertificate: mutualTls?.ownershipCertificate,
  });
  const mapping = new apigatewayv2.ApiMapping(scope, 'Mapping', { api, domainName, stage, apiMappingKey: basePath });
  mapping.node.addDependency(stage);
  defineRecords(scope, props, new targets.ApiGatewayv2DomainProperties(domainName.regionalDomainName, domainName.regionalHostedZoneId), true);
  seal(scope, domainName.node.defaultChild as apigatewayv2.CfnDomainName, promises(mutualTls !== undefined));
  return { domainName, address: `${props.domainName}/${basePath ? `${basePath}/` : ''}` };
}

function promises(hasMutualTls: boolean): Protection[] {
  const tls = stays('DomainNameConfigurations.0.SecurityPolicy', apigatewayv2.SecurityPolicy.TLS_1_2, 'the domain name takes TLS 1.2 and later only',
    'Leave the TLS policy to the construct.');
  if (!hasMutualTls) return [tls];
  return [tls, staysSet('MutualTlsAuthentication.TruststoreUri', 'clients must present a certificate', 'Drop mutualTls from domain.')];
}
