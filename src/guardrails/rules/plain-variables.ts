import { noEchoParameterIn } from './cloudformation/no-echo-parameters';
import { isCutFromHarmless } from './cut-text';
import { isSecret } from './secret-attributes';
import { REFERENCE } from '../../private/literal-text';
import { secretInVariable } from '../../private/secret-detection/detect';
import type { TextPart } from '../engine/resolved';
import type { Outcome } from '../engine/rule';
import type { Template } from '../engine/template';
import { unknown } from '../engine/unknown';
import { openPart } from '../engine/value';
import type { Value } from '../engine/value';
import { every, violation } from '../engine/violation';

/** Judges variables that everybody reads who may describe the resource. */
export function judgePlainVariables(variables: Value, template: Template): Outcome {
  return every(variables.entries(), ([name, value]) => judge(name, value, variables.raw(name), template));
}

function judge(name: string, value: Value, written: unknown, template: Template): Outcome {
  const parts = value.parts();
  if (parts === undefined) return unknown('text is expected here', value.location);
  const text = parts.map((part) => (typeof part === 'string' ? part : REFERENCE)).join('');
  const holds = secretReferredTo(parts, written, template) ?? secretInVariable(name, text)?.kind;
  // the location alone: what is written there belongs in no report
  if (holds !== undefined) return violation(value.location, `the variable holds ${holds}`);
  const open = openPart(parts);
  return open === undefined || isCutFromHarmless(name, written, template) ? 'COMPLIANT' : unknown(open.why, value.location);
}

/** The secret that a text refers to: by what it comes to, or as it is written. */
export function secretReferredTo(parts: readonly TextPart[], written: unknown, template: Template): string | undefined {
  if (parts.some(isSecret)) return 'the value of a secret, which CloudFormation writes there in clear text';
  const parameter = noEchoParameterIn(written, template);
  return parameter && `the parameter ${parameter}, which is not to be echoed`;
}
