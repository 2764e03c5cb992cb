import { Stack } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { ApiDomain } from './api-domain';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Stops the synth at a domain name that could not be deployed, or would answer for others. */
export function validateDomain(scope: Construct, props: ApiDomain): void {
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
