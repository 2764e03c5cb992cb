import type { IConstruct } from 'constructs';
import { JwtVerifier } from './jwt-verifier';
import type { WhyNotNative } from './native-jwt';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import type { JwtChoice } from '../routes/auth-choice';

/** Stops the synth at a route that does not say which tokens open it, or asks API Gateway for more than it can check. */
export function validateJwtRoute(scope: IConstruct, prop: string, choice: JwtChoice, whyNotNative: WhyNotNative): void {
  const { scopes, withoutScopes, verifier } = choice;
  requireLiteral(scope, `${prop}.scopes`, scopes);
  const hasScopes = (scopes ?? []).length > 0;
  if (hasScopes === (withoutScopes ?? false)) {
    fail(scope, {
      prop: `${prop}.scopes`,
      value: scopes ?? 'absent',
      problem: hasScopes
        ? 'withoutScopes contradicts the scopes'
        : 'without scopes every token that the issuer gave out for this audience opens the route, which is seldom meant',
      instead: hasScopes ? 'Keep one of the two.' : 'Write scopes: ["orders/read"], or withoutScopes: true if every such token may.',
    });
  }
  const malformed = scopes?.find((each) => isLiteral(each) && !/^[\x21\x23-\x5B\x5D-\x7E]+$/.test(each));
  if (malformed !== undefined) {
    fail(scope, {
      prop: `${prop}.scopes`,
      value: malformed,
      problem: 'a scope is one word of printable ASCII without quotes and backslashes (RFC 6749, section 3.3)',
      instead: 'Write each scope as an entry of its own: ["orders/read", "orders/write"]; one of them is enough.',
    });
  }
  const why = verifier === JwtVerifier.NATIVE ? whyNotNative(choice) : undefined;
  if (why !== undefined) {
    fail(scope, {
      prop: `${prop}.verifier`,
      value: verifier,
      problem: `API Gateway cannot check all that is asked of the tokens: ${why}`,
      instead: 'Leave the verifier out, so that a function checks it, or ask for less.',
    });
  }
}
