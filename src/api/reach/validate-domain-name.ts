import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { IConstruct } from 'constructs';
import { zoneNameOf } from './zone-name';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** A custom domain name, and where its records and certificate come from. */
interface NamedInZone {
  readonly domainName: string;
  readonly hostedZone?: route53.IHostedZone;
  readonly certificate?: acm.ICertificate;
}

/** Stops on what is no host name, or one for many hosts. */
export function validateDomainName(scope: IConstruct, prop: string, name: string, example: string): void {
  requireLiteral(scope, prop, name);
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
  if (name.length > 253 || !new RegExp(`^(${label}\\.)+${label}$`).test(name)) {
    fail(scope, {
      prop,
      value: name,
      problem: name.includes('*')
        ? 'a wildcard name answers for every name below it, also for those of other teams'
        : 'it is no domain name in lower case, at least two labels joined by dots',
      instead: `Write for example "${example}".`,
    });
  }
}

/** Stops on a zone in which the name would never be found, or nobody could validate its certificate. */
export function validateZone(scope: IConstruct, props: NamedInZone): void {
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
  const zoneName = zoneNameOf(scope, 'domain.hostedZone', props.hostedZone);
  if (isLiteral(zoneName) && props.domainName !== zoneName && !props.domainName.endsWith(`.${zoneName.replace(/\.$/, '')}`)) {
    fail(scope, {
      prop: 'domain.hostedZone',
      value: zoneName,
      problem: `${props.domainName} is no name in this zone, so its records would never be found`,
      instead: 'Pass the public hosted zone of the name\'s own domain.',
    });
  }
}
