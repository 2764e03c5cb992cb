import { ACCESS_LOG_FIELDS } from '../../../private/access-log-fields';
import type { PropertyChange } from '../../engine/remediation';
import type { Value } from '../../engine/value';

/** JSON of variables that REST, HTTP and WebSocket APIs have in common. */
export const JSON_FORMAT = JSON.stringify(ACCESS_LOG_FIELDS);

/** What of the settings is missing; a destination or a format that is there stays. */
export function accessLogSettings(settings: Value, path: string, logGroupArn: string): readonly PropertyChange[] {
  return Object.entries({ DestinationArn: logGroupArn, Format: JSON_FORMAT })
    .filter(([name]) => !settings.get(name).isSet)
    .map(([name, value]) => ({ path: `${path}.${name}`, value }));
}
