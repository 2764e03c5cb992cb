import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { functionDefinition, HttpAuthorizerDefinition, nativeDefinition, requestDefinition } from './http-authorizer-definition';
import { whyNotNativeHttp } from './http-native-jwt';
import { nameOfDemands } from '../jwt/demands-name';
import { verifiesNatively } from '../jwt/native-jwt';
import { ApiAuthorizers } from '../routes/api-authorizers';
import type { HttpAuthChoice, JwtChoice } from '../routes/auth-choice';
import { sealAuthorizer } from '../routes/seal-authorizer';

/** What a route gets from its choice. */
export type HttpRouteAuth = Pick<apigatewayv2.CfnRouteProps, 'authorizationType' | 'authorizerId' | 'authorizationScopes'>;

/** The authorizers of an HTTP API. Its L2s also keep answers for all routes alike, and have no payload format of one's own choice. */
export class HttpAuthorizers extends ApiAuthorizers<HttpAuthorizerDefinition> {
  constructor(scope: Construct, id: string, private readonly httpApi: apigatewayv2.IHttpApi) {
    super(scope, id, httpApi, httpApi.apiId);
  }

  /** What a route needs; it is called `GET /orders/{id}`. */
  public authOf(choice: HttpAuthChoice, route: string): HttpRouteAuth {
    switch (choice.kind) {
      case 'iam': return { authorizationType: 'AWS_IAM' };
      case 'public': return { authorizationType: 'NONE' };
      case 'request': return this.custom(requestDefinition(choice));
      case 'jwt': return verifiesNatively(choice, whyNotNativeHttp) ? this.native(choice)
        : this.custom(functionDefinition(this.verifierOf(choice, route), choice));
    }
  }

  protected define(id: string, { props }: HttpAuthorizerDefinition): apigatewayv2.CfnAuthorizer {
    const authorizer = new apigatewayv2.CfnAuthorizer(this, id, { ...props, apiId: this.httpApi.apiId, name: id });
    const jwt = props.jwtConfiguration as apigatewayv2.CfnAuthorizer.JWTConfigurationProperty | undefined;
    sealAuthorizer(this, authorizer, {
      'AuthorizerType': props.authorizerType,
      'IdentitySource': props.identitySource,
      'AuthorizerUri': props.authorizerUri,
      'AuthorizerResultTtlInSeconds': props.authorizerResultTtlInSeconds,
      'JwtConfiguration.Issuer': jwt?.issuer,
      'JwtConfiguration.Audience': jwt?.audience,
    });
    return authorizer;
  }

  private native(choice: JwtChoice): HttpRouteAuth {
    return {
      authorizationType: 'JWT',
      authorizerId: this.once(nativeDefinition(choice, nameOfDemands(this, choice.issuer._demands))),
      authorizationScopes: choice.scopes?.length ? choice.scopes : undefined,
    };
  }

  private custom(definition: HttpAuthorizerDefinition): HttpRouteAuth {
    return { authorizationType: 'CUSTOM', authorizerId: this.once(definition) };
  }
}
