import { JwtAlgorithm } from '../jwt/jwt-algorithm';
import type { JwtChoice } from '../routes/auth-choice';

/** API Gateway's own JWT authorizer for HTTP APIs verifies RSA signatures only, and takes each of these whichever is asked for. */
const ALGORITHMS: readonly JwtAlgorithm[] = [JwtAlgorithm.RS256, JwtAlgorithm.RS384, JwtAlgorithm.RS512];

/** What it takes (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html); neither can be raised. */
const [MOST_AUDIENCES, MOST_SCOPES] = [50, 10];

/**
 * Why the JWT authorizer of an HTTP API cannot check all that a route asks of tokens, as a clause; undefined if it can. It checks the
 * signature with the keys of the issuer's OpenID configuration, `iss`, the times, `aud` or where a token has none `client_id`, and the
 * scopes of the route. That it looks at `client_id` cannot be helped; whoever minds takes the function.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function whyNotNativeHttp({ issuer, scopes }: JwtChoice): string | undefined {
  const demands = issuer._demands;
  const algorithm = demands.algorithms.find((each) => !ALGORITHMS.includes(each));
  if (algorithm !== undefined) return `that of an HTTP API does not verify ${algorithm}`;
  if (issuer._namesAlgorithms && new Set(demands.algorithms).size < ALGORITHMS.length) {
    return `that of an HTTP API takes ${ALGORITHMS.join(', ')} alike, and algorithms names some`;
  }
  if (demands.keys.kind !== 'issuer') return 'it takes keys from the OpenID configuration of the issuer only';
  if (demands.tokenType !== undefined) return 'it does not look at the header typ';
  if (demands.maxAge !== undefined) return 'it knows no age of tokens but their exp';
  if (demands.clockTolerance.isUnresolved() || demands.clockTolerance.toMilliseconds() !== 0) return 'its clock tolerance cannot be set';
  if (demands.contextClaims !== undefined) return 'it hands on all claims, and contextClaims asks for some';
  if (demands.audiences.length > MOST_AUDIENCES) {
    return `that of an HTTP API takes ${MOST_AUDIENCES} audiences at most, and these are ${demands.audiences.length}`;
  }
  if ((scopes ?? []).length > MOST_SCOPES) return `a route of an HTTP API has ${MOST_SCOPES} scopes at most, and these are ${scopes!.length}`;
  const [claim] = Object.keys(demands.claims);
  if (claim !== undefined) return `that of an HTTP API does not compare claims, and ${claim} is asked for`;
  // a scope is what ID tokens of Cognito have none of
  if (demands.tokenUse === 'access' && demands.audienceClaim === 'client_id' && (scopes ?? []).length > 0) return undefined;
  if (demands.tokenUse !== undefined) return 'that of an HTTP API does not look at token_use, and only scopes tell access tokens from others';
  return undefined;
}
