import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import { unknown } from '../../engine/unknown';
import { allOf, anyOf, some } from '../../engine/violation';

/** Whether access logs of a distribution are delivered by CloudWatch Logs: from a source that is the distribution, by a delivery. */
export function deliversAccessLogs(distribution: Resource, app: AppModel): boolean {
  const { resources: sources, maybeMore } = app.naming(distribution, 'AWS::Logs::DeliverySource', 'ResourceArn');
  const isDelivered = some(sources, (source) => allOf(
    () => source.get('LogType').is('ACCESS_LOGS'),
    () => some(app.ofType('AWS::Logs::Delivery'), (delivery) => delivers(delivery, source)),
  ));
  return isDelivered || (maybeMore === undefined ? false : unknown(maybeMore));
}

function delivers(delivery: Resource, source: Resource): boolean {
  const name = delivery.get('DeliverySourceName');
  return anyOf(() => name.targets().includes(source), () => name.isSameAs(source.get('Name')));
}
