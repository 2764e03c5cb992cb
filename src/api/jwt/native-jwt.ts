import { JwtAlgorithm } from './jwt-algorithm';
import { JwtVerifier } from './jwt-verifier';
import type { TokenDemands } from './token-demands';
import type { JwtChoice } from '../routes/auth-choice';

/**
 * What API Gateway's own JWT authorizer for REST APIs can check: signature by RSA or ECDSA with the keys of the issuer's OpenID
 * configuration, issuer, `aud`, times, text claims, and the scopes of the method.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-jwt-authorizer.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-authorizer-jwtconfiguration.html
 */
const ALGORITHMS: readonly JwtAlgorithm[] = [
  JwtAlgorithm.RS256, JwtAlgorithm.RS384, JwtAlgorithm.RS512, JwtAlgorithm.ES256, JwtAlgorithm.ES384, JwtAlgorithm.ES512,
];

/** Why API Gateway cannot check all that a route asks of tokens, as a clause; undefined if it can. REST and HTTP APIs can check different things. */
export type WhyNotNative = (choice: JwtChoice) => string | undefined;

/** Claims that it has options of their own for. */
const RESERVED: readonly string[] = ['iss', 'aud', 'exp', 'nbf', 'iat', 'scope', 'scp'];

/** Whether API Gateway verifies the tokens itself. */
export function verifiesNatively(choice: JwtChoice, whyNot: WhyNotNative): boolean {
  return choice.verifier === JwtVerifier.NATIVE || (choice.verifier === JwtVerifier.AUTOMATIC && whyNot(choice) === undefined);
}

/** Why a REST API cannot. */
export function whyNotNative({ issuer }: JwtChoice): string | undefined {
  const demands = issuer._demands;
  const algorithm = demands.algorithms.find((each) => !ALGORITHMS.includes(each));
  if (algorithm !== undefined) return `it does not verify ${algorithm}`;
  if (demands.keys.kind !== 'issuer') return 'it takes keys from the OpenID configuration of the issuer only';
  if (demands.audienceClaim !== 'aud') return `it looks for the audience in aud, and these tokens name it in ${demands.audienceClaim}`;
  if (demands.tokenType !== undefined) return 'it does not look at the header typ';
  if (demands.maxAge !== undefined) return 'it knows no age of tokens but their exp';
  if (demands.clockTolerance.isUnresolved() || demands.clockTolerance.toMilliseconds() !== 0) return 'its clock tolerance cannot be set';
  if (demands.contextClaims !== undefined) return 'it hands on all claims, and contextClaims asks for some';
  const claim = Object.entries(demands.claims).find(([name, value]) => RESERVED.includes(name) || typeof value !== 'string');
  if (claim !== undefined) return `it compares claims of text other than ${RESERVED.join(', ')}, and ${claim[0]} is not one`;
  return undefined;
}

/**
 * `JwtConfiguration` of an `AWS::ApiGateway::Authorizer`, which the L1 of the oldest supported aws-cdk-lib does not know yet. A claim needs its
 * `Format`.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-authorizer-jwtadditionalclaim.html
 */
export function nativeConfiguration({ issuer, audiences, algorithms, claims, tokenUse }: TokenDemands): object {
  const expected = Object.entries({ ...claims, ...tokenUse !== undefined && { token_use: tokenUse } });
  return {
    DefaultAlgorithms: algorithms,
    Issuers: [{
      Issuer: issuer,
      Audiences: audiences,
      AdditionalClaims: expected.length === 0 ? undefined : expected.map(([name, value]) => ({
        ClaimName: name, Format: 'SINGLE_STRING', Required: true, ExpectedValues: [value],
      })),
    }],
  };
}
