import { isSecret } from './secret-attributes';
import { secretInVariable } from '../../private/secret-detection/detect';
import { isIntrinsic } from '../engine/intrinsics';
import type { TextPart } from '../engine/resolved';
import type { Template } from '../engine/template';
import { Value, openPart } from '../engine/value';

/** Functions of CloudFormation that cut text or put it together, and add nothing to it. */
const CUTS = ['Fn::Select', 'Fn::Split', 'Fn::Join'];

/**
 * Whether a text, as it is written, is cut from what is known to hold no credential. The name of a secret, which CDK cuts from its ARN,
 * is not known, but that it comes from the ARN is.
 */
export function isCutFromHarmless(name: string, json: unknown, template: Template, delimiters: readonly string[] = []): boolean {
  if (Array.isArray(json)) return json.every((item) => isCutFromHarmless(name, item, template, delimiters));
  if (isIntrinsic(json) && Array.isArray(json['Fn::If']) && json['Fn::If'].length === 3) {
    return isCutFromHarmless(name, json['Fn::If'].slice(1), template, delimiters);
  }
  const cut = isIntrinsic(json) ? CUTS.find((each) => each in json) : undefined;
  if (cut !== undefined) {
    const argument = (json as Record<string, unknown>)[cut];
    const [delimiter] = cut === 'Fn::Split' && Array.isArray(argument) ? argument as unknown[] : [];
    return isCutFromHarmless(name, argument, template, typeof delimiter === 'string' ? [...delimiters, delimiter] : delimiters);
  }
  const parts = new Value(template, json, '').parts();
  return parts !== undefined && openPart(parts) === undefined && !parts.some((part) => isCredential(name, part, delimiters));
}

function isCredential(name: string, part: TextPart, delimiters: readonly string[]): boolean {
  if (typeof part !== 'string' || isSecret(part)) return isSecret(part);
  const pieces = delimiters.reduce((all, delimiter) => all.flatMap((piece) => piece.split(delimiter)), [part]);
  return [part, ...pieces].some((piece) => secretInVariable(name, piece) !== undefined);
}
