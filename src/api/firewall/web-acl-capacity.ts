import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { fail } from '../../private/misuse';

/**
 * Capacity units that AWS WAF counts for statements, as their documentation pages state them. Units of a text transformation
 * that several rules share are counted once by AWS WAF and each time here, so that the sum is never too low.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html
 */
const UNITS = {
  ipSet: 1,
  label: 1,
  size: 1,
  regex: 3,
  rate: 2,
  /** By positional constraint: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-string-match.html */
  string: { EXACTLY: 2, STARTS_WITH: 2, ENDS_WITH: 2, CONTAINS: 10 } as Record<string, number>,
  textTransformation: 10,
};

/** The largest web ACL, a quota that only AWS can raise. */
const MAX_CAPACITY = 5_000;

/** Up to here the web ACL's price per request is the basic one: https://aws.amazon.com/waf/pricing/ */
export const BASIC_PRICE_CAPACITY = 1_500;

/** Capacity units of a statement that this library wrote; a managed group's own units come as `groupUnits`. */
export function capacityOf(statement: CfnWebACL.StatementProperty | undefined, groupUnits = 0): number {
  if (!statement) return 0;
  // what this library writes holds plain objects only, never tokens in place of statements
  const plain = statement as PlainStatement;
  if (plain.byteMatchStatement) {
    return UNITS.string[plain.byteMatchStatement.positionalConstraint] + transformations(plain.byteMatchStatement);
  }
  if (plain.regexMatchStatement) return UNITS.regex + transformations(plain.regexMatchStatement);
  if (plain.sizeConstraintStatement) return UNITS.size + transformations(plain.sizeConstraintStatement);
  if (plain.ipSetReferenceStatement) return UNITS.ipSet;
  if (plain.labelMatchStatement) return UNITS.label;
  if (plain.rateBasedStatement) return UNITS.rate + capacityOf(plain.rateBasedStatement.scopeDownStatement);
  if (plain.managedRuleGroupStatement) return groupUnits + capacityOf(plain.managedRuleGroupStatement.scopeDownStatement);
  if (plain.notStatement) return capacityOf(plain.notStatement.statement);
  const nested = plain.andStatement?.statements ?? plain.orStatement?.statements ?? [];
  return nested.reduce((sum, inner) => sum + capacityOf(inner), 0);
}

interface Transformed {
  readonly textTransformations: { readonly type: string }[];
}

interface Scoped {
  readonly scopeDownStatement?: CfnWebACL.StatementProperty;
}

interface PlainStatement {
  readonly byteMatchStatement?: Transformed & { readonly positionalConstraint: string };
  readonly regexMatchStatement?: Transformed;
  readonly sizeConstraintStatement?: Transformed;
  readonly ipSetReferenceStatement?: object;
  readonly labelMatchStatement?: object;
  readonly rateBasedStatement?: Scoped;
  readonly managedRuleGroupStatement?: Scoped;
  readonly notStatement?: { readonly statement: CfnWebACL.StatementProperty };
  readonly andStatement?: { readonly statements: CfnWebACL.StatementProperty[] };
  readonly orStatement?: { readonly statements: CfnWebACL.StatementProperty[] };
}

function transformations({ textTransformations }: Transformed): number {
  return textTransformations.filter(({ type }) => type !== 'NONE').length * UNITS.textTransformation;
}

/** Stops the synth at more rules than a web ACL holds. */
export function validateCapacity(owner: Construct, capacity: number): void {
  if (capacity > MAX_CAPACITY) {
    fail(owner, {
      prop: 'rules',
      value: `${capacity} capacity units`,
      problem: `a web ACL holds ${MAX_CAPACITY.toLocaleString('en')}`,
      instead: 'Drop a managed group, or use fewer contains-matches and text transformations (10 units each).',
    });
  }
}
