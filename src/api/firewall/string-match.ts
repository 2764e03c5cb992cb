import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Quotas that cannot be raised: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MAX_STRING_BYTES = 200;
const MAX_REGEX_CHARACTERS = 512;

/** How a part of a request is compared. A part that the request does not have matches nothing. */
export class StringMatch {
  /** The part is exactly this string. */
  public static exactly(value: string): StringMatch {
    return new StringMatch('EXACTLY', value, false);
  }

  /** The part starts with this string. */
  public static startsWith(value: string): StringMatch {
    return new StringMatch('STARTS_WITH', value, false);
  }

  /** The part ends with this string. */
  public static endsWith(value: string): StringMatch {
    return new StringMatch('ENDS_WITH', value, false);
  }

  /** The part contains this string. */
  public static contains(value: string): StringMatch {
    return new StringMatch('CONTAINS', value, false);
  }

  /**
   * The part matches this regular expression, anywhere in it unless `^` and `$` bound it.
   *
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-regex-pattern-support.html
   */
  public static matches(regex: string): StringMatch {
    return new StringMatch('REGEX', regex, false);
  }

  /** The request has the part at all, whatever its value. */
  public static present(): StringMatch {
    return new StringMatch('PRESENT', '', false);
  }

  private constructor(private readonly kind: string, private readonly value: string, private readonly ignoresCase: boolean) {}

  /** The same comparison after the part is put in lower case (10 more capacity units). */
  public ignoringCase(): StringMatch {
    const lowered = this.kind === 'REGEX' || !isLiteral(this.value) ? this.value : this.value.toLowerCase();
    return new StringMatch(this.kind, lowered, true);
  }

  /** @internal */
  public _bind(scope: IConstruct, prop: string, fieldToMatch: CfnWebACL.FieldToMatchProperty, decode: string[]): CfnWebACL.StatementProperty {
    const types = [...decode, ...(this.ignoresCase ? ['LOWERCASE'] : [])];
    const textTransformations = (types.length > 0 ? types : ['NONE']).map((type, priority) => ({ priority, type }));
    if (this.kind === 'PRESENT') {
      // a missing part matches no statement at all, so that any size says "present"
      return { sizeConstraintStatement: { comparisonOperator: 'GE', size: 0, fieldToMatch, textTransformations: [{ priority: 0, type: 'NONE' }] } };
    }
    if (this.ignoresCase) requireLiteral(scope, prop, this.value); // in lower case it would be another token
    this.validate(scope, prop);
    return this.kind === 'REGEX'
      ? { regexMatchStatement: { regexString: this.value, fieldToMatch, textTransformations } }
      : { byteMatchStatement: { positionalConstraint: this.kind, searchString: this.value, fieldToMatch, textTransformations } };
  }

  private validate(scope: IConstruct, prop: string): void {
    if (!isLiteral(this.value)) return; // for example a dynamic reference to a secret header value
    const [size, max, unit] = this.kind === 'REGEX'
      ? [this.value.length, MAX_REGEX_CHARACTERS, 'characters']
      : [Buffer.byteLength(this.value), MAX_STRING_BYTES, 'bytes'];
    if (size < 1 || size > max) {
      fail(scope, {
        prop,
        value: this.value,
        problem: `AWS WAF compares with 1 to ${max} ${unit}, and this has ${size}`,
        instead: size < 1 ? 'Write StringMatch.present() to ask whether the part is there.' : 'Shorten it, or combine matches by RequestMatch.anyOf.',
      });
    }
  }
}
