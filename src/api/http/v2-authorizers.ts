import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { HttpAuthorizerDefinition } from './http-authorizer-definition';
import { ApiAuthorizers } from '../routes/api-authorizers';
import { sealAuthorizer } from '../routes/seal-authorizer';

/** What a route gets from its choice. */
export type V2RouteAuth = Pick<apigatewayv2.CfnRouteProps, 'authorizationType' | 'authorizerId' | 'authorizationScopes'>;

/**
 * The authorizers of an HTTP or WebSocket API. Their L2s also keep answers for all routes alike, and have no payload format of one's own
 * choice.
 */
export abstract class V2Authorizers extends ApiAuthorizers<HttpAuthorizerDefinition> {
  constructor(scope: Construct, id: string, private readonly v2Api: apigatewayv2.IApi) {
    super(scope, id, v2Api, v2Api.apiId);
  }

  protected define(id: string, { props }: HttpAuthorizerDefinition): apigatewayv2.CfnAuthorizer {
    const authorizer = new apigatewayv2.CfnAuthorizer(this, id, { ...props, apiId: this.v2Api.apiId, name: id });
    const jwt = props.jwtConfiguration as apigatewayv2.CfnAuthorizer.JWTConfigurationProperty | undefined;
    sealAuthorizer(this, authorizer, {
      'AuthorizerType': props.authorizerType,
      'IdentitySource': props.identitySource,
      'AuthorizerUri': props.authorizerUri,
      'AuthorizerResultTtlInSeconds': props.authorizerResultTtlInSeconds,
      'AuthorizerPayloadFormatVersion': props.authorizerPayloadFormatVersion,
      'EnableSimpleResponses': props.enableSimpleResponses,
      'AuthorizerCredentialsArn': props.authorizerCredentialsArn,
      'JwtConfiguration.Issuer': jwt?.issuer,
      'JwtConfiguration.Audience': jwt?.audience,
    });
    return authorizer;
  }

  protected custom(definition: HttpAuthorizerDefinition): V2RouteAuth {
    return { authorizationType: 'CUSTOM', authorizerId: this.once(definition) };
  }
}
