import { Duration } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { AuthChoice } from './auth-choice';
import type { JwtAuthOptions, JwtScopes } from '../jwt/jwt-auth-options';
import type { JwtAuthorizer } from '../jwt/jwt-authorizer';
import type { JwtIssuer } from '../jwt/jwt-issuer';
import { JwtVerifier } from '../jwt/jwt-verifier';

/** Which tokens of Cognito users a route takes: access tokens with scopes, or ID tokens. */
export interface CognitoAuthOptions {
  /**
   * Scopes, one of which an access token must have: `orders/write`.
   *
   * @default - none: `acceptIdToken` must then be set
   */
  readonly scopes?: string[];

  /**
   * Takes ID tokens instead. An ID token says who somebody is, to the app that it was issued to; it carries no scopes, so every
   * signed-in user may call the route.
   *
   * @default false
   */
  readonly acceptIdToken?: boolean;

  /**
   * Header that holds the token.
   *
   * @default 'Authorization'
   */
  readonly header?: string;
}

/** How a Lambda function that checks a token is asked. */
export interface LambdaTokenAuthOptions {
  /**
   * How long API Gateway keeps an answer for the same token, at most one hour. A revoked token is good for that long. The policy
   * that the function returns holds for all routes with this authorizer meanwhile.
   *
   * @default Duration.minutes(5)
   */
  readonly cacheTtl?: Duration;

  /**
   * Header that holds the token; requests without it get 401 and never reach the function.
   *
   * @default 'Authorization'
   */
  readonly header?: string;

  /**
   * Regular expression that the token must match before the function is asked.
   *
   * @default - every token is handed to the function
   */
  readonly tokenPattern?: string;
}

/** How a Lambda function that looks at the whole request is asked. */
export interface LambdaRequestAuthOptions {
  /**
   * What identifies the caller: `apigateway.IdentitySource.header('X-Signature')`. Requests without one of them get 401 and never
   * reach the function; all of them together are the key of the cache.
   *
   * @default - none: only where `cacheTtl` is zero
   */
  readonly identitySources?: string[];

  /**
   * How long API Gateway keeps an answer for the same identity sources, at most one hour. The policy that the function returns
   * holds for all routes with this authorizer meanwhile.
   *
   * @default Duration.minutes(5)
   */
  readonly cacheTtl?: Duration;
}

/**
 * Who may call a route.
 *
 * @example
 * declare const api: SecureApi;
 * declare const fn: lambda.IFunction;
 * declare const users: cognito.IUserPool;
 * api.addRoute('GET', '/orders/{id}', fn, { auth: RouteAuth.cognito([users], { scopes: ['orders/read'] }) });
 * api.addRoute('GET', '/health', fn, { auth: RouteAuth.public('health check of the load balancer, returns no data') });
 */
export class RouteAuth {
  /** AWS identities whose IAM policy allows `execute-api:Invoke` on the route, by requests signed with Signature Version 4. */
  public static iam(): RouteAuth {
    return new RouteAuth({ kind: 'iam' });
  }

  /** Users of these Cognito user pools. */
  public static cognito(userPools: cognito.IUserPool[], options: CognitoAuthOptions): RouteAuth {
    return new RouteAuth({ kind: 'cognito', userPools, header: 'Authorization', ...definedOf(options) });
  }

  /** Whoever a Lambda function lets in by a token (an authorizer of type TOKEN). */
  public static lambdaToken(handler: lambda.IFunction, options: LambdaTokenAuthOptions = {}): RouteAuth {
    return new RouteAuth({ kind: 'token', handler, header: 'Authorization', cacheTtl: Duration.minutes(5), ...definedOf(options) });
  }

  /** Whoever a Lambda function lets in by headers, query, path and context (an authorizer of type REQUEST). */
  public static lambdaRequest(handler: lambda.IFunction, options: LambdaRequestAuthOptions = {}): RouteAuth {
    return new RouteAuth({ kind: 'request', handler, identitySources: [], cacheTtl: Duration.minutes(5), ...definedOf(options) });
  }

  /**
   * Whoever shows a valid token of this issuer. API Gateway verifies it where it can, and otherwise a function of this library, one for the
   * issuer and the API.
   */
  public static jwt(issuer: JwtIssuer, options: JwtAuthOptions): RouteAuth {
    return new RouteAuth({ kind: 'jwt', issuer, verifier: JwtVerifier.AUTOMATIC, cacheTtl: Duration.minutes(5), ...definedOf(options) });
  }

  /** Whoever shows a token that this function lets in. */
  public static jwtAuthorizer(authorizer: JwtAuthorizer, options: JwtScopes): RouteAuth {
    const { issuer } = authorizer;
    return new RouteAuth({ kind: 'jwt', issuer, authorizer, verifier: JwtVerifier.FUNCTION, cacheTtl: Duration.minutes(5), ...definedOf(options) });
  }

  /**
   * Everybody, for a reason that a reviewer will accept: it is written into the template.
   *
   * @param reason why nobody has to be known, for example `health check, returns no data`
   */
  public static public(reason: string): RouteAuth {
    return new RouteAuth({ kind: 'public', reason });
  }

  /** @internal */
  public readonly _choice: AuthChoice;

  private constructor(choice: AuthChoice) {
    this._choice = choice;
  }
}

/** Options from Python arrive with every optional one present and undefined: they must not hide a default. */
function definedOf<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
