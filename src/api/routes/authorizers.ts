import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { ApiAuthorizers } from './api-authorizers';
import type { AuthChoice, JwtChoice } from './auth-choice';
import { AuthorizerDefinition, cognitoDefinition, jwtFunctionDefinition, lambdaDefinition, nativeJwtDefinition } from './authorizer-definition';
import { sealAuthorizer } from './seal-authorizer';
import { nameOfDemands } from '../jwt/demands-name';
import { verifiesNatively, whyNotNative } from '../jwt/native-jwt';

/** What a method gets from the choice of its route. */
export type MethodAuth = Pick<apigateway.MethodOptions, 'authorizationType' | 'authorizer' | 'authorizationScopes'>;

/**
 * The authorizers of a REST API. Its L2s also leave an authorizer out of the deployment's hash unless a feature flag is on, so that a changed
 * authorizer would not go live.
 */
export class Authorizers extends ApiAuthorizers<AuthorizerDefinition> {
  constructor(scope: Construct, id: string, private readonly restApi: apigateway.RestApi) {
    super(scope, id, restApi, restApi.restApiId);
  }

  /** What the method of a route needs; the route is called `GET /orders/{id}`. */
  public authOf(choice: AuthChoice, route: string): MethodAuth {
    switch (choice.kind) {
      case 'iam': return { authorizationType: apigateway.AuthorizationType.IAM };
      case 'public': return { authorizationType: apigateway.AuthorizationType.NONE };
      case 'cognito': return {
        ...this.authBy(cognitoDefinition(choice), apigateway.AuthorizationType.COGNITO),
        authorizationScopes: choice.scopes?.length ? choice.scopes : undefined,
      };
      case 'jwt': return verifiesNatively(choice, whyNotNative) ? this.nativeJwt(choice)
        : this.authBy(jwtFunctionDefinition(this.verifierOf(choice, route), choice), apigateway.AuthorizationType.CUSTOM);
      default: return this.authBy(lambdaDefinition(choice), apigateway.AuthorizationType.CUSTOM);
    }
  }

  protected define(id: string, { key, props, override = {} }: AuthorizerDefinition): apigateway.CfnAuthorizer {
    const authorizer = new apigateway.CfnAuthorizer(this, id, { ...props, restApiId: this.restApi.restApiId, name: id });
    // a copy, because later overrides write into what was given
    for (const [property, value] of Object.entries(override)) authorizer.addPropertyOverride(property, structuredClone(value));
    this.restApi.latestDeployment?.addToLogicalId({ authorizer: { ...props, ...override, key } });
    sealAuthorizer(this, authorizer, {
      Type: props.type,
      AuthorizerUri: props.authorizerUri,
      AuthorizerResultTtlInSeconds: props.authorizerResultTtlInSeconds,
      IdentitySource: props.identitySource,
      IdentityValidationExpression: props.identityValidationExpression,
      ProviderARNs: props.providerArns,
      ...override,
    });
    return authorizer;
  }

  private nativeJwt(choice: JwtChoice): MethodAuth {
    const definition = nativeJwtDefinition(choice, nameOfDemands(this, choice.issuer._demands));
    // what the L2 hands to the L1 as it is; its enum knows only the older types
    return { ...this.authBy(definition, 'JWT' as apigateway.AuthorizationType), authorizationScopes: choice.scopes?.length ? choice.scopes : undefined };
  }

  private authBy(definition: AuthorizerDefinition, authorizationType: apigateway.AuthorizationType): MethodAuth {
    return { authorizationType, authorizer: { authorizerId: this.once(definition), authorizationType } };
  }
}
