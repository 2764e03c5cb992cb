import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { ApiDomain } from './api-domain';

/** The certificate of a domain name: the user's, or one made under `scope`. */
export function certificateOf(scope: Construct, { certificate, domainName, hostedZone }: ApiDomain): acm.ICertificate {
  return certificate ?? new acm.Certificate(scope, 'Certificate', {
    domainName,
    validation: acm.CertificateValidation.fromDns(hostedZone), // renews by itself as long as its record stays
    keyAlgorithm: acm.KeyAlgorithm.RSA_2048, // the default, written out for whoever audits the template
  });
}

/** Makes the alias records of a domain name under `scope`, where its zone is known. */
export function defineRecords(scope: Construct, { domainName, hostedZone }: ApiDomain, leadsTo: route53.IAliasRecordTarget, ipv6: boolean): void {
  if (!hostedZone) return;
  // the trailing dot says that the name is complete, so that CDK does not append the zone's name
  const record = { zone: hostedZone, recordName: `${domainName}.`, target: route53.RecordTarget.fromAlias(leadsTo) };
  new route53.ARecord(scope, 'AliasA', record);
  if (ipv6) new route53.AaaaRecord(scope, 'AliasAaaa', record);
}
