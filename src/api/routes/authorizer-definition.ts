import { Arn, ArnFormat } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { AuthorizerToMake } from './api-authorizers';
import type { CognitoChoice, JwtChoice, RequestChoice, TokenChoice } from './auth-choice';
import type { JwtAuthorizer } from '../jwt/jwt-authorizer';
import { nativeConfiguration } from '../jwt/native-jwt';

/** What is known of an authorizer before it is made. */
export interface AuthorizerDefinition extends AuthorizerToMake {
  readonly props: Omit<apigateway.CfnAuthorizerProps, 'restApiId' | 'name'>;
  /** What the L1 has no property for, by the template's names. */
  readonly override?: { readonly [property: string]: unknown };
}

/** Users of user pools. */
export function cognitoDefinition({ userPools, header }: CognitoChoice): AuthorizerDefinition {
  return {
    key: JSON.stringify(['cognito', userPools.map((pool) => pool.node.path), header]),
    kind: 'COGNITO_USER_POOLS',
    props: {
      type: 'COGNITO_USER_POOLS',
      identitySource: apigateway.IdentitySource.header(header),
      providerArns: userPools.map((pool) => pool.userPoolArn),
    },
  };
}

/** A function of the user's. */
export function lambdaDefinition(choice: TokenChoice | RequestChoice): AuthorizerDefinition {
  const { handler, cacheTtl } = choice;
  const identity = choice.kind === 'token'
    ? { identitySource: apigateway.IdentitySource.header(choice.header), identityValidationExpression: choice.tokenPattern }
    : { identitySource: choice.identitySources.join(',') || undefined };
  const type = choice.kind === 'token' ? 'TOKEN' : 'REQUEST';
  return {
    key: JSON.stringify([choice.kind, handler.node.path, identity, cacheTtl.toString()]),
    kind: type,
    props: { type, authorizerUri: invocationUri(handler), authorizerResultTtlInSeconds: cacheTtl.toSeconds(), ...identity },
    handler,
  };
}

/** Three parts of base64url behind the word Bearer: what else stands in the header costs no invocation. */
const BEARER_TOKEN = '^[Bb][Ee][Aa][Rr][Ee][Rr] +[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+ *$';

/**
 * The function of a `JwtAuthorizer`. For routes without scopes its answer is for all of them, and API Gateway may keep it by the token alone. With
 * scopes it is for one route, which the key of what is kept must name. Two authorizers: one that changed its type with the first scope would
 * shut the routes that are live until the next deployment is.
 */
export function jwtFunctionDefinition(authorizer: JwtAuthorizer, { cacheTtl, scopes = [] }: JwtChoice): AuthorizerDefinition {
  const token = apigateway.IdentitySource.header(authorizer.issuer._demands.header);
  const route = [apigateway.IdentitySource.context('resourcePath'), apigateway.IdentitySource.context('httpMethod')];
  const asked = scopes.length > 0
    ? { type: 'REQUEST', identitySource: [token, ...route].join(',') }
    : { type: 'TOKEN', identitySource: token, identityValidationExpression: BEARER_TOKEN };
  return {
    key: JSON.stringify(['jwt', authorizer.node.path, cacheTtl.toString(), ...scopes.length > 0 ? ['by route'] : []]),
    kind: 'JWT-FUNCTION',
    props: { ...asked, authorizerUri: invocationUri(authorizer.lambdaFunction), authorizerResultTtlInSeconds: cacheTtl.toSeconds() },
    handler: authorizer.lambdaFunction,
  };
}

/** API Gateway's own JWT authorizer. */
export function nativeJwtDefinition(choice: JwtChoice, name: string): AuthorizerDefinition {
  const demands = choice.issuer._demands;
  return {
    key: JSON.stringify(['native-jwt', name]),
    kind: 'JWT',
    props: { type: 'JWT', identitySource: apigateway.IdentitySource.header(demands.header) },
    override: { JwtConfiguration: nativeConfiguration(demands) },
  };
}

/** What API Gateway calls a function by, as an authorizer. */
export function invocationUri(handler: lambda.IFunction): string {
  const { partition, region } = Arn.split(handler.functionArn, ArnFormat.COLON_RESOURCE_NAME);
  return `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${handler.functionArn}/invocations`;
}
