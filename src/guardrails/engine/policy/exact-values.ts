import type { Condition } from './statement';

/** Operators that compare letter by letter: a star is a star to them, and nobody is called so. */
const EXACT = /^(?:ForAnyValue:)?(?:StringEquals(?:IgnoreCase)?|BinaryEquals)$/i;

/**
 * A variable of a policy that the caller brings along; what owns the resource is the same whoever calls.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
const OF_CALLER = /\$\{(?!\s*aws:resource(?:account|orgid|orgpaths)\b|[*?$]\})[^}]*\}/gi;

/** What a text of a condition is as a pattern: the caller chooses what variables stand for. */
export function withoutVariables(text: string): string {
  return text.includes('${') ? text.replace(OF_CALLER, '*') : text;
}

/**
 * The values of a condition that others may meet than those it means: for an operator that compares exactly only what holds variables,
 * since every other value is one, also one that the deployment gives.
 */
export function openValuesOf({ operator, values }: Condition): Condition['values'] {
  if (!EXACT.test(operator)) return values;
  return values.filter((value) => {
    const text = value.textWith('x');
    return text === undefined || withoutVariables(text) !== text;
  });
}
