import type { Origin } from './origins';
import { shown } from '../../engine/checks';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';

/** An origin access control for origins of this type signs the requests to an origin. */
export function judgeAccessControl({ value, isLegacy }: Origin, type: 's3' | 'lambda'): Outcome {
  const id = value.get('OriginAccessControlId');
  if (isLegacy || !id.isSet) return violation(id, 'it has no origin access control');
  const control = id.target();
  return control?.type === 'AWS::CloudFront::OriginAccessControl' ? judgeControl(control, id, type) : 'COMPLIANT';
}

function judgeControl(control: Resource, id: Value, type: string): Outcome {
  const config = control.get('OriginAccessControlConfig');
  return every([
    () => (config.get('SigningBehavior').is('never') ? violation(id, 'its origin access control signs no requests') : 'COMPLIANT'),
    () => {
      const made = config.get('OriginAccessControlOriginType');
      // CloudFormation refuses one without a type
      return made.isAbsent || made.is(type) ? 'COMPLIANT' : violation(id, `its origin access control is for origins of the type ${shown(made)}, not ${type}`);
    },
  ], (part) => part());
}
