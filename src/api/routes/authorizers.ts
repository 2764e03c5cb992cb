import { createHash } from 'crypto';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { AuthChoice, JwtChoice } from './auth-choice';
import { AuthorizerDefinition, cognitoDefinition, jwtFunctionDefinition, lambdaDefinition, nativeJwtDefinition } from './authorizer-definition';
import { sealAuthorizer } from './seal-authorizer';
import { warn } from '../../private/misuse';
import { nameOfDemands } from '../jwt/demands-name';
import { JwtAuthorizer } from '../jwt/jwt-authorizer';
import { verifiesNatively, whyNotNative } from '../jwt/native-jwt';

/** Authorizers that an API may have by default (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html). */
const QUOTA = 10;

/** What a method gets from the choice of its route. */
export type MethodAuth = Pick<apigateway.MethodOptions, 'authorizationType' | 'authorizer' | 'authorizationScopes'>;

/**
 * The authorizers of an API, one for each way of being asked.
 *
 * L1s, because the L2s write the permission to invoke the function into the function's stack, where it refers back to this API: a
 * cycle as soon as the function lives in another stack. They also leave an authorizer out of the deployment's hash unless a
 * feature flag is on, so that a changed authorizer would not go live.
 */
export class Authorizers extends Construct {
  private readonly made = new Map<string, apigateway.IAuthorizer>();

  constructor(scope: Construct, id: string, private readonly restApi: apigateway.RestApi) {
    super(scope, id);
  }

  /** What the method of a route needs; the route is called `GET /orders/{id}`. */
  public authOf(choice: AuthChoice, route: string): MethodAuth {
    switch (choice.kind) {
      case 'iam': return { authorizationType: apigateway.AuthorizationType.IAM };
      case 'public': return { authorizationType: apigateway.AuthorizationType.NONE };
      case 'cognito': return {
        ...this.once(cognitoDefinition(choice), apigateway.AuthorizationType.COGNITO),
        authorizationScopes: choice.scopes?.length ? choice.scopes : undefined,
      };
      case 'jwt': return verifiesNatively(choice, whyNotNative) ? this.nativeJwt(choice) : this.jwtFunction(choice, route);
      default: return this.once(lambdaDefinition(choice), apigateway.AuthorizationType.CUSTOM);
    }
  }

  private nativeJwt(choice: JwtChoice): MethodAuth {
    const definition = nativeJwtDefinition(choice, nameOfDemands(this, choice.issuer._demands));
    // what the L2 hands to the L1 as it is; its enum knows only the older types
    return { ...this.once(definition, 'JWT' as apigateway.AuthorizationType), authorizationScopes: choice.scopes?.length ? choice.scopes : undefined };
  }

  private jwtFunction(choice: JwtChoice, route: string): MethodAuth {
    const authorizer = choice.authorizer ?? this.jwtAuthorizerOf(choice);
    authorizer._addRoute(this.restApi, route, choice.scopes ?? []);
    return this.once(jwtFunctionDefinition(authorizer, choice), apigateway.AuthorizationType.CUSTOM);
  }

  /** One for an issuer, and for equal ones. */
  private jwtAuthorizerOf({ issuer }: JwtChoice): JwtAuthorizer {
    const id = `Jwt-${nameOfDemands(this, issuer._demands)}`;
    return (this.node.tryFindChild(id) as JwtAuthorizer | undefined) ?? new JwtAuthorizer(this, id, { issuer });
  }

  private once(definition: AuthorizerDefinition, authorizationType: apigateway.AuthorizationType): MethodAuth {
    const existing = this.made.get(definition.key);
    if (existing) return { authorizationType, authorizer: existing };
    const resource = this.define(definition);
    if (definition.handler) this.allowInvoke(resource, definition.handler);
    const authorizer = { authorizerId: resource.ref, authorizationType };
    this.made.set(definition.key, authorizer);
    if (this.made.size === QUOTA + 1) {
      warn(this, 'authorizers-quota', `[${this.node.path}] An API has ${QUOTA} authorizers by default, and this one asks for more: raise the quota, `
        + 'or give routes the same RouteAuth.');
    }
    return { authorizationType, authorizer };
  }

  private define(definition: AuthorizerDefinition): apigateway.CfnAuthorizer {
    const { key, kind, props, override = {} } = definition;
    // by what it is, not by when it was added: routes may come and go in any order
    const id = `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
    const authorizer = new apigateway.CfnAuthorizer(this, id, { ...props, restApiId: this.restApi.restApiId, name: id });
    // a copy, because later overrides write into what was given
    for (const [property, value] of Object.entries(override)) authorizer.addPropertyOverride(property, structuredClone(value));
    this.restApi.latestDeployment?.addToLogicalId({ authorizer: { ...props, ...override, key } });
    sealAuthorizer(this, authorizer, definition);
    return authorizer;
  }

  /** The permission stands in this API's stack, and names this authorizer only. */
  private allowInvoke(authorizer: apigateway.CfnAuthorizer, handler: lambda.IFunction): void {
    handler.addPermission(`${authorizer.node.id}Invoke`, {
      scope: this,
      principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.restApi.stack.formatArn({
        service: 'execute-api',
        resource: this.restApi.restApiId,
        resourceName: `authorizers/${authorizer.ref}`,
      }),
    });
  }
}
