import type { Duration } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

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

/** Nobody is asked. */
interface PublicChoice {
  readonly kind: 'public';
  readonly reason: string;
}

/** What a `RouteAuth` stands for. */
export type AuthChoice = IamChoice | CognitoChoice | TokenChoice | RequestChoice | PublicChoice;
