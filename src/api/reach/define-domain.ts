import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { ApiDomain } from './api-domain';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
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
  validate(scope, props);
  const mutualTls = props.mutualTls;
  const domainName = new apigateway.DomainName(scope, 'DomainName', {
    domainName: props.domainName,
    certificate: props.certificate ?? defineCertificate(scope, props),
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
  if (props.hostedZone) defineRecords(scope, domainName, props.domainName, props.hostedZone, ipv6);
  seal(scope, resource, promises(mutualTls !== undefined));
  return { domainName, url: `https://${props.domainName}/${props.basePath ? `${props.basePath}/` : ''}` };
}

function defineCertificate(scope: Construct, props: ApiDomain): acm.Certificate {
  return new acm.Certificate(scope, 'Certificate', {
    domainName: props.domainName,
    validation: acm.CertificateValidation.fromDns(props.hostedZone), // renews by itself as long as its record stays
    keyAlgorithm: acm.KeyAlgorithm.RSA_2048, // the default, written out for whoever audits the template
  });
}

function defineRecords(scope: Construct, domainName: apigateway.DomainName, recordName: string, zone: route53.IHostedZone, ipv6: boolean): void {
  const target = route53.RecordTarget.fromAlias(new targets.ApiGatewayDomain(domainName));
  // the trailing dot says that the name is complete, so that CDK does not append the zone's name
  const record = { zone, recordName: `${recordName}.`, target };
  new route53.ARecord(scope, 'AliasA', record);
  if (ipv6) new route53.AaaaRecord(scope, 'AliasAaaa', record);
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

function validate(scope: Construct, props: ApiDomain): void {
  requireLiteral(scope, 'domain.domainName', props.domainName);
  requireLiteral(scope, 'domain.basePath', props.basePath);
  validateName(scope, props.domainName);
  validateZone(scope, props);
  validateRegions(scope, props);
  if (props.basePath !== undefined && !/^[A-Za-z0-9$_.+!*'()-]{1,300}$/.test(props.basePath)) {
    fail(scope, {
      prop: 'domain.basePath',
      value: props.basePath,
      problem: 'a base path is one path segment of letters, digits and $-_.+!*\'() without slashes',
      instead: 'Write for example "v1", or leave it out.',
    });
  }
  const { key } = props.mutualTls ?? {};
  if (isLiteral(key) && (key === '' || key.startsWith('/') || key.startsWith('s3://'))) {
    fail(scope, {
      prop: 'domain.mutualTls.key',
      value: key,
      problem: 'it is no object key',
      instead: 'Write the key within the bucket, for example "truststore.pem".',
    });
  }
}

function validateName(scope: Construct, name: string): void {
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
  if (name.length > 253 || !new RegExp(`^(${label}\\.)+${label}$`).test(name)) {
    fail(scope, {
      prop: 'domain.domainName',
      value: name,
      problem: name.includes('*')
        ? 'a wildcard name answers for every name below it, also for those of other teams'
        : 'it is no domain name in lower case, at least two labels joined by dots',
      instead: 'Write for example "api.example.com".',
    });
  }
}

function validateZone(scope: Construct, props: ApiDomain): void {
  if (!props.hostedZone) {
    if (!props.certificate) {
      fail(scope, {
        prop: 'domain',
        value: props.domainName,
        problem: 'there is neither a certificate nor a hosted zone to validate one',
        instead: 'Set hostedZone (route53.HostedZone.fromHostedZoneAttributes or fromLookup), or pass a certificate.',
      });
    }
    return;
  }
  if (props.hostedZone instanceof route53.PrivateHostedZone) {
    fail(scope, {
      prop: 'domain.hostedZone',
      value: props.hostedZone.node.path,
      problem: 'in a private zone nobody validates a certificate, and the deployment would wait for it until it fails',
      instead: 'Pass the public hosted zone of the domain name.',
    });
  }
  const zoneName = nameOf(scope, props.hostedZone);
  if (isLiteral(zoneName) && props.domainName !== zoneName && !props.domainName.endsWith(`.${zoneName.replace(/\.$/, '')}`)) {
    fail(scope, {
      prop: 'domain.hostedZone',
      value: zoneName,
      problem: `${props.domainName} is no name in this zone, so its records would never be found`,
      instead: 'Pass the public hosted zone of the name\'s own domain.',
    });
  }
}

/** API Gateway takes certificates and truststores of its own region; compared where both regions are known. */
function validateRegions(scope: Construct, { certificate, mutualTls }: ApiDomain): void {
  const { region } = Stack.of(scope);
  const check = (prop: string, value: string, itsRegion: string | undefined, what: string): void => {
    if (!isLiteral(itsRegion) || !isLiteral(region) || itsRegion === region) return;
    fail(scope, {
      prop,
      value,
      problem: `the ${what} is in ${itsRegion}, and API Gateway takes one of the API's region, ${region}`,
      instead: `Pass a ${what} of ${region}${what === 'certificate' ? ', or leave it out and set hostedZone' : ''}.`,
    });
  };
  const ofCertificate = (prop: string, { certificateArn, env }: acm.ICertificate) =>
    check(prop, certificateArn, isLiteral(certificateArn) ? certificateArn.split(':')[3] : env.region, 'certificate');
  if (certificate) ofCertificate('domain.certificate', certificate);
  if (mutualTls?.ownershipCertificate) ofCertificate('domain.mutualTls.ownershipCertificate', mutualTls.ownershipCertificate);
  if (mutualTls) check('domain.mutualTls.truststore', mutualTls.truststore.bucketName, mutualTls.truststore.env.region, 'truststore bucket');
}

/** Zones imported by their id alone throw when asked for their name. */
function nameOf(scope: Construct, zone: route53.IHostedZone): string {
  try {
    return zone.zoneName;
  } catch {
    return fail(scope, {
      prop: 'domain.hostedZone',
      value: zone.node.path,
      problem: 'the zone was imported without its name',
      instead: 'Import it by route53.HostedZone.fromHostedZoneAttributes(this, id, { hostedZoneId, zoneName }).',
    });
  }
}
