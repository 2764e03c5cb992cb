import type { Duration } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { JwtAuthorizer } from '../jwt/jwt-authorizer';
import type { JwtIssuer } from '../jwt/jwt-issuer';
import type { JwtVerifier } from '../jwt/jwt-verifier';

/** AWS identities. */
interface IamChoice {
  readonly kind: 'iam';
}

/** Users of user pools. */
export interface CognitoChoice {
  readonly kind: 'cognito';
  readonly userPools: cognito.IUserPool[];
  readonly header: string;
  readonly scopes?: string[];
  readonly acceptIdToken?: boolean;
}

/** A function that checks a token. */
export interface TokenChoice {
  readonly kind: 'token';
  readonly handler: lambda.IFunction;
  readonly header: string;
  readonly cacheTtl: Duration;
  readonly tokenPattern?: string;
}

/** A function that checks a request. */
export interface RequestChoice {
  readonly kind: 'request';
  readonly handler: lambda.IFunction;
  readonly identitySources: string[];
  readonly cacheTtl: Duration;
}

/** Tokens of any issuer. */
export interface JwtChoice {
  readonly kind: 'jwt';
  readonly issuer: JwtIssuer;
  /** The function that verifies them, where the user made it. */
  readonly authorizer?: JwtAuthorizer;
  readonly verifier: JwtVerifier;
  readonly scopes?: string[];
  readonly withoutScopes?: boolean;
  readonly cacheTtl: Duration;
}

/** Nobody is asked. */
interface PublicChoice {
  readonly kind: 'public';
  readonly reason: string;
}

/** What a `RouteAuth` stands for. */
export type AuthChoice = IamChoice | CognitoChoice | TokenChoice | RequestChoice | JwtChoice | PublicChoice;

/** What a `RouteAuth` stands for on an HTTP API. */
export type HttpAuthChoice = IamChoice | RequestChoice | JwtChoice | PublicChoice;
