import { createHash } from 'crypto';
import { Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { functionDefinition, HttpAuthorizerDefinition, nativeDefinition, requestDefinition } from './http-authorizer-definition';
import { whyNotNativeHttp } from './http-native-jwt';
import { warn } from '../../private/misuse';
import { seal, type Protection } from '../../private/seal';
import { nameOfDemands } from '../jwt/demands-name';
import { JwtAuthorizer } from '../jwt/jwt-authorizer';
import { verifiesNatively } from '../jwt/native-jwt';
import type { HttpAuthChoice, JwtChoice } from '../routes/auth-choice';

/** Authorizers that an API may have (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html). */
const QUOTA = 10;

/** What a route gets from its choice. */
export type HttpRouteAuth = Pick<apigatewayv2.CfnRouteProps, 'authorizationType' | 'authorizerId' | 'authorizationScopes'>;

/**
 * The authorizers of an HTTP API, one for each way of being asked. L1s, because the L2s keep answers for all routes alike, write the permission
 * to invoke the function into the function's stack, and have no payload format of their own choice.
 */
export class HttpAuthorizers extends Construct {
  private readonly made = new Map<string, apigatewayv2.CfnAuthorizer>();

  constructor(scope: Construct, id: string, private readonly httpApi: apigatewayv2.IHttpApi) {
    super(scope, id);
  }

  /** What a route needs; it is called `GET /orders/{id}`. */
  public authOf(choice: HttpAuthChoice, route: string): HttpRouteAuth {
    switch (choice.kind) {
      case 'iam': return { authorizationType: 'AWS_IAM' };
      case 'public': return { authorizationType: 'NONE' };
      case 'request': return this.once(requestDefinition(choice), 'CUSTOM');
      case 'jwt': return verifiesNatively(choice, whyNotNativeHttp) ? this.native(choice) : this.jwtFunction(choice, route);
    }
  }

  private native(choice: JwtChoice): HttpRouteAuth {
    return {
      ...this.once(nativeDefinition(choice, nameOfDemands(this, choice.issuer._demands)), 'JWT'),
      authorizationScopes: choice.scopes?.length ? choice.scopes : undefined,
    };
  }

  private jwtFunction(choice: JwtChoice, route: string): HttpRouteAuth {
    const authorizer = choice.authorizer ?? this.jwtAuthorizerOf(choice);
    authorizer._addRoute(this.httpApi, route, choice.scopes ?? []);
    return this.once(functionDefinition(authorizer, choice), 'CUSTOM');
  }

  /** One for an issuer, and for equal ones. */
  private jwtAuthorizerOf({ issuer }: JwtChoice): JwtAuthorizer {
    const id = `Jwt-${nameOfDemands(this, issuer._demands)}`;
    return (this.node.tryFindChild(id) as JwtAuthorizer | undefined) ?? new JwtAuthorizer(this, id, { issuer });
  }

  private once(definition: HttpAuthorizerDefinition, authorizationType: string): HttpRouteAuth {
    const existing = this.made.get(definition.key);
    if (existing) return { authorizationType, authorizerId: existing.ref };
    const authorizer = this.define(definition);
    this.made.set(definition.key, authorizer);
    if (this.made.size === QUOTA + 1) {
      warn(this, 'authorizers-quota', `[${this.node.path}] An API has ${QUOTA} authorizers by default, and this one asks for more: raise the quota, `
        + 'or give routes the same RouteAuth.');
    }
    return { authorizationType, authorizerId: authorizer.ref };
  }

  private define({ key, kind, props, handler }: HttpAuthorizerDefinition): apigatewayv2.CfnAuthorizer {
    // by what it is, not by when it was added: routes may come and go in any order
    const id = `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
    const authorizer = new apigatewayv2.CfnAuthorizer(this, id, { ...props, apiId: this.httpApi.apiId, name: id });
    if (handler) this.allowInvoke(authorizer, handler);
    seal(this, authorizer, promisesOf(authorizer, props));
    return authorizer;
  }

  /** The permission stands in this API's stack, where it makes no cycle with a function's, and names this authorizer only. */
  private allowInvoke(authorizer: apigatewayv2.CfnAuthorizer, handler: lambda.IFunction): void {
    handler.addPermission(`${authorizer.node.id}Invoke`, {
      scope: this,
      principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api', resource: this.httpApi.apiId, resourceName: `authorizers/${authorizer.ref}`,
      }),
    });
  }
}

/** Another issuer, audience or function would let other people in, and what an answer is found by decides who gets whose. */
function promisesOf(authorizer: apigatewayv2.CfnAuthorizer, props: HttpAuthorizerDefinition['props']): Protection[] {
  const decided: Record<string, unknown> = {
    'AuthorizerType': props.authorizerType,
    'IdentitySource': props.identitySource,
    'AuthorizerUri': props.authorizerUri,
    'AuthorizerResultTtlInSeconds': props.authorizerResultTtlInSeconds,
    'JwtConfiguration.Issuer': (props.jwtConfiguration as apigatewayv2.CfnAuthorizer.JWTConfigurationProperty | undefined)?.issuer,
    'JwtConfiguration.Audience': (props.jwtConfiguration as apigatewayv2.CfnAuthorizer.JWTConfigurationProperty | undefined)?.audience,
  };
  return Object.entries(decided).map(([path, made]) => ({
    path,
    promise: 'routes are opened by whom their auth names',
    instead: 'Choose another auth in addRoute.',
    holds: (value) => JSON.stringify(value) === JSON.stringify(Stack.of(authorizer).resolve(made)),
  }));
}
