import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { isLiteral } from '../../private/literal';
import type { JwtAuthorizer } from '../jwt/jwt-authorizer';
import type { AuthorizerToMake } from '../routes/api-authorizers';
import type { JwtChoice, RequestChoice } from '../routes/auth-choice';
import { invocationUri } from '../routes/authorizer-definition';

/** What is known of an authorizer before it is made. */
export interface HttpAuthorizerDefinition extends AuthorizerToMake {
  readonly props: Omit<apigatewayv2.CfnAuthorizerProps, 'apiId' | 'name'>;
}

/**
 * The route as part of what a kept answer is found by. A simple answer says yes or no and names no route: without this, API Gateway takes
 * the yes for one route as the yes for all.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
const ROUTE = '$context.routeKey';

/** API Gateway's own JWT authorizer. */
export function nativeDefinition({ issuer }: JwtChoice, name: string): HttpAuthorizerDefinition {
  const demands = issuer._demands;
  return {
    key: JSON.stringify(['jwt', name]),
    kind: 'JWT',
    props: {
      authorizerType: 'JWT',
      identitySource: [`$request.header.${demands.header}`],
      jwtConfiguration: { issuer: demands.issuer, audience: demands.audiences },
    },
  };
}

/** A function of the user's. */
export function requestDefinition({ handler, identitySources, cacheTtl }: RequestChoice): HttpAuthorizerDefinition {
  const own = identitySources.map(httpIdentitySource);
  const isKept = cacheTtl.isUnresolved() || cacheTtl.toMilliseconds() !== 0;
  return {
    key: JSON.stringify(['request', handler.node.path, own, cacheTtl.toString()]),
    kind: 'REQUEST',
    props: {
      ...asked(handler, cacheTtl.toSeconds()),
      identitySource: isKept ? [...new Set([...own, ROUTE])] : own.length > 0 ? own : undefined,
    },
    handler,
  };
}

/** The function of a `JwtAuthorizer`. For routes without scopes its answer is for all of them, and may be kept by the token alone. */
export function functionDefinition(authorizer: JwtAuthorizer, { cacheTtl, scopes = [] }: JwtChoice): HttpAuthorizerDefinition {
  const token = `$request.header.${authorizer.issuer._demands.header}`;
  return {
    key: JSON.stringify(['jwt-function', authorizer.node.path, cacheTtl.toString(), ...scopes.length > 0 ? ['by route'] : []]),
    kind: 'JWT-FUNCTION',
    props: {
      ...asked(authorizer.lambdaFunction, cacheTtl.toSeconds()),
      identitySource: scopes.length > 0 ? [token, ROUTE] : [token],
    },
    handler: authorizer.lambdaFunction,
  };
}

/** `$request.header.X-Signature`, as `apigateway.IdentitySource.header('X-Signature')` is written for HTTP APIs. */
function httpIdentitySource(source: string): string {
  return isLiteral(source) ? `$${source.replace(/^method\./, '')}` : source;
}

function asked(handler: lambda.IFunction, authorizerResultTtlInSeconds: number) {
  return {
    authorizerType: 'REQUEST',
    authorizerUri: invocationUri(handler),
    authorizerPayloadFormatVersion: '2.0',
    enableSimpleResponses: true,
    authorizerResultTtlInSeconds,
  };
}
