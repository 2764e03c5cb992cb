import { ASKED_OF_COGNITO, SECRET_ATTRIBUTES } from '../../private/secret-detection/secret-attributes';
import { Opaque, Reference } from '../engine/resolved';
import type { TextPart } from '../engine/resolved';

/** A dynamic reference to a secret, also as the default of a parameter, or an attribute that is one. */
export function isSecret(part: TextPart): boolean {
  if (part instanceof Reference) return SECRET_ATTRIBUTES.has(`${part.resource.type}.${part.attribute}`);
  if (part instanceof Opaque && part.key.includes(`"attribute":"${ASKED_OF_COGNITO}"`)) return true;
  return /\{\{resolve:(?:secretsmanager|ssm-secure):/.test(typeof part === 'string' ? part : part.key);
}
