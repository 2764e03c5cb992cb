import type { IConstruct } from 'constructs';
import { requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** What a page can ask of a device; passkeys, sharing, full screen and the clipboard stay as browsers have them. */
const REFUSED = [
  'accelerometer', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment',
  'serial', 'usb',
];

/** Neither the pages nor what they embed get at the device. */
export const STRICT_PERMISSIONS = REFUSED.map((feature) => `${feature}=()`).join(', ');

/** Stops on what browsers would ignore. */
export function validatePermissionsPolicy(scope: IConstruct, policy: string | undefined): void {
  if (policy === undefined) return;
  requireLiteral(scope, 'permissionsPolicy', policy);
  const feature = '[a-z][a-z-]*=(\\*|self|\\([^(),;\\r\\n]*\\))';
  if (!new RegExp(`^${feature}( *, *${feature})*$`).test(policy)) {
    fail(scope, {
      prop: 'permissionsPolicy',
      value: policy,
      problem: 'it is no list of features, separated by commas on one line, each with those who may use it in brackets',
      instead: 'Write for example "camera=(self), geolocation=(), microphone=()".',
    });
  }
}
