import { Duration } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import { JwtAlgorithm } from './jwt-algorithm';
import type { JwtChecks, JwtIssuerOptions, JwtUserPoolOptions } from './jwt-issuer-options';
import type { TokenDemands } from './token-demands';

/**
 * Who issues tokens, and what they must be.
 *
 * @example
 * declare const api: SecureApi;
 * declare const fn: lambda.IFunction;
 * const login = JwtIssuer.at('https://login.example.com/', { audiences: ['orders'] });
 * api.addRoute('GET', '/orders', fn, { auth: RouteAuth.jwt(login, { scopes: ['orders/read'] }) });
 */
export class JwtIssuer {
  /**
   * An issuer by its URL.
   *
   * @param url what the claim `iss` of its tokens is, to the letter: `https://login.example.com/` is another issuer than without the slash
   */
  public static at(url: string, options: JwtIssuerOptions): JwtIssuer {
    const keys = options.keys?._choice ?? { kind: 'issuer' };
    return new JwtIssuer({
      ...checksOf(options),
      issuer: url,
      audiences: options.audiences,
      audienceClaim: 'aud',
      algorithms: options.algorithms ?? [keys.kind === 'secret' ? JwtAlgorithm.HS256 : JwtAlgorithm.RS256],
      keys,
      tokenUse: options.tokenUse,
    }, options.algorithms !== undefined);
  }

  /**
   * A Cognito user pool: access tokens of its app clients, which name the client in `client_id`, signed with RS256.
   *
   * For REST APIs `RouteAuth.cognito` costs nothing and does the same but for the clients, which only this can tell apart.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
   */
  public static userPool(pool: cognito.IUserPool, options: JwtUserPoolOptions): JwtIssuer {
    return new JwtIssuer({
      ...checksOf(options),
      issuer: `https://${pool.userPoolProviderName}`,
      audiences: options.clients.map((client) => client.userPoolClientId),
      audienceClaim: options.acceptIdToken ? 'aud' : 'client_id',
      algorithms: [JwtAlgorithm.RS256],
      keys: options.keys?._choice ?? { kind: 'issuer' },
      tokenUse: options.acceptIdToken ? 'id' : 'access',
    });
  }

  /** @internal */
  public readonly _demands: TokenDemands;

  /**
   * Whether the user has named the algorithms.
   *
   * @internal
   */
  public readonly _namesAlgorithms: boolean;

  private constructor(demands: TokenDemands, namesAlgorithms = false) {
    this._demands = demands;
    this._namesAlgorithms = namesAlgorithms;
  }
}

function checksOf(checks: JwtChecks): Pick<TokenDemands, 'tokenType' | 'clockTolerance' | 'maxAge' | 'claims' | 'contextClaims' | 'header'> {
  return {
    tokenType: checks.tokenType,
    clockTolerance: checks.clockTolerance ?? Duration.seconds(0),
    maxAge: checks.maxAge,
    claims: checks.claims ?? {},
    contextClaims: checks.contextClaims,
    header: checks.header ?? 'Authorization',
  };
}

