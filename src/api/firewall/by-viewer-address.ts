import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { WebAclRule } from './web-acl-rules';

/**
 * The rule about the address that a header names instead of the one that the request came from, which is a server of CloudFront.
 *
 * Where the header names none, a rate limit refuses the request and an IP set does not hold it. Managed groups on addresses cannot be told.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-forwarded-ip-address.html
 */
export function byViewerAddress({ rule, capacity }: WebAclRule, headerName: string): WebAclRule {
  return { capacity, rule: { ...rule, statement: withHeader(rule.statement as CfnWebACL.StatementProperty, headerName) } };
}

function withHeader(statement: CfnWebACL.StatementProperty, headerName: string): CfnWebACL.StatementProperty {
  return rewritten(statement, headerName) as CfnWebACL.StatementProperty;
}

/** What this library writes holds plain objects and lists only. */
function rewritten(value: unknown, headerName: string): unknown {
  if (Array.isArray(value)) return value.map((element) => rewritten(element, headerName));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    const plain = rewritten(inner, headerName);
    if (key === 'ipSetReferenceStatement') {
      return [key, { ...(plain as object), ipSetForwardedIpConfig: { headerName, fallbackBehavior: 'NO_MATCH', position: 'FIRST' } }];
    }
    if (key === 'rateBasedStatement') {
      return [key, { ...(plain as object), aggregateKeyType: 'FORWARDED_IP', forwardedIpConfig: { headerName, fallbackBehavior: 'MATCH' } }];
    }
    return [key, plain];
  }));
}
