import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { SiteDomain } from './site-domain';
import { REGION_OF_CLOUDFRONT } from '../api/firewall/region-of-cloudfront';
import { regionOfCertificate } from '../api/reach/certificate-region';
import { validateDomainName, validateZone } from '../api/reach/validate-domain-name';
import { isLiteral, requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** All names of the site, its own first. */
export function namesOf({ domainName, alternateNames }: SiteDomain): string[] {
  return [domainName, ...(alternateNames ?? [])];
}

/** Stops on names that CloudFront, ACM or the zone would refuse. */
export function validateNames(scope: Construct, domain: SiteDomain): void {
  requireLiteral(scope, 'domain.alternateNames', domain.alternateNames);
  const names = namesOf(domain);
  names.forEach((name, index) => {
    const prop = index === 0 ? 'domain.domainName' : 'domain.alternateNames';
    validateDomainName(scope, prop, name, index === 0 ? 'shop.example.com' : 'www.shop.example.com');
    validateZone(scope, { ...domain, domainName: name });
    if (names.indexOf(name) !== index) fail(scope, { prop, value: name, problem: 'the site has this name already', instead: 'Name it once.' });
  });
  if (domain.certificate) validateCertificate(scope, 'domain.certificate', domain.certificate);
}

/** CloudFront takes certificates of us-east-1, its own and those that it shows to origins. */
export function validateCertificate(scope: Construct, prop: string, certificate: acm.ICertificate): void {
  const region = regionOfCertificate(certificate);
  if (isLiteral(region) && region !== REGION_OF_CLOUDFRONT) {
    fail(scope, {
      prop,
      value: certificate.certificateArn,
      problem: `the certificate is in ${region}, and CloudFront takes those of ${REGION_OF_CLOUDFRONT} only`,
      instead: `Pass a certificate of ${REGION_OF_CLOUDFRONT}${prop === 'domain.certificate' ? ', or leave it out and set hostedZone' : ''}.`,
    });
  }
}

/** The certificate that was given, or one of our own for all the names. */
export function certificateFor(scope: Construct, domain: SiteDomain): acm.ICertificate {
  return domain.certificate ?? new acm.Certificate(scope, 'Certificate', {
    domainName: domain.domainName,
    subjectAlternativeNames: domain.alternateNames,
    validation: acm.CertificateValidation.fromDns(domain.hostedZone), // renews by itself as long as its record stays
    keyAlgorithm: acm.KeyAlgorithm.RSA_2048, // the default, written out for whoever audits the template
  });
}

/** Leads the names to the distribution, over IPv4 and IPv6. */
export function defineRecords(scope: Construct, domain: SiteDomain, distribution: cloudfront.Distribution): void {
  const { hostedZone: zone } = domain;
  if (!zone) return;
  const target = route53.RecordTarget.fromAlias(new targets.CloudFrontTarget(distribution));
  namesOf(domain).forEach((name, index) => {
    const suffix = index === 0 ? '' : `${index + 1}`;
    // the trailing dot says that the name is complete, so that CDK does not append the zone's name
    new route53.ARecord(scope, `AliasA${suffix}`, { zone, recordName: `${name}.`, target });
    new route53.AaaaRecord(scope, `AliasAaaa${suffix}`, { zone, recordName: `${name}.`, target });
  });
}
