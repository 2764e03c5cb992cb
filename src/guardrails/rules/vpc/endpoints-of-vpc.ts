import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { allOf, some, violation } from '../../engine/violation';

/** The VPC has an interface endpoint for each of these services (`ec2`, `ecr.api`). */
export function hasInterfaceEndpoints(vpc: Resource, app: AppModel, services: readonly string[]): Outcome {
  const { resources: endpoints, maybeMore } = app.naming(vpc, 'AWS::EC2::VPCEndpoint', 'VpcId');
  const missing = services.filter((service) => !some(endpoints, (endpoint) => allOf(
    () => endpoint.get('VpcEndpointType').is('Interface'),
    () => isFor(endpoint, service),
  )));
  if (missing.length === 0) return 'COMPLIANT';
  return maybeMore === undefined ? violation('Properties', `it has no interface endpoint for ${missing.join(', ')}`, missing) : unknown(maybeMore);
}

/** `com.amazonaws.<region>.<service>`, the region known or not. */
function isFor(endpoint: Resource, service: string): boolean {
  const name = endpoint.get('ServiceName');
  const text = name.textWith('?') ?? '';
  if (text.endsWith('?')) return unknown(name.whyUnknown ?? 'the name of a service is expected here', name.location);
  return /^(cn\.)?com\.amazonaws\.[^.]+\.(.+)$/.exec(text)?.[2] === service;
}
