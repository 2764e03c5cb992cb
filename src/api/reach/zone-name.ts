import type * as route53 from 'aws-cdk-lib/aws-route53';
import type { IConstruct } from 'constructs';
import { fail } from '../../private/misuse';

/** The name of a hosted zone: those that were imported by their id alone throw when asked for it. */
export function zoneNameOf(scope: IConstruct, prop: string, zone: route53.IHostedZone): string {
  try {
    return zone.zoneName;
  } catch {
    return fail(scope, {
      prop,
      value: zone.node.path,
      problem: 'the zone was imported without its name',
      instead: 'Import it by route53.HostedZone.fromHostedZoneAttributes(this, id, { hostedZoneId, zoneName }).',
    });
  }
}
