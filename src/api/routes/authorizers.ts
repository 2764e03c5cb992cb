import { createHash } from 'crypto';
import { Arn, ArnFormat } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { AuthChoice, CognitoChoice, RequestChoice, TokenChoice } from './auth-choice';
import { warn } from '../../private/misuse';

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

  /** What the method of a route with this choice needs. */
  public authOf(choice: AuthChoice): MethodAuth {
    switch (choice.kind) {
      case 'iam': return { authorizationType: apigateway.AuthorizationType.IAM };
      case 'public': return { authorizationType: apigateway.AuthorizationType.NONE };
      case 'cognito': return {
        authorizationType: apigateway.AuthorizationType.COGNITO,
        authorizer: this.once(choice, apigateway.AuthorizationType.COGNITO),
        authorizationScopes: choice.scopes?.length ? choice.scopes : undefined,
      };
      default: return {
        authorizationType: apigateway.AuthorizationType.CUSTOM,
        authorizer: this.once(choice, apigateway.AuthorizationType.CUSTOM),
      };
    }
  }

  private once(choice: CognitoChoice | TokenChoice | RequestChoice, authorizationType: apigateway.AuthorizationType): apigateway.IAuthorizer {
    const [key, props] = choice.kind === 'cognito' ? cognitoProps(choice) : lambdaProps(choice);
    const existing = this.made.get(key);
    if (existing) return existing;
    const authorizer = this.define(key, props);
    if (choice.kind !== 'cognito') this.allowInvoke(authorizer, choice.handler);
    const made = { authorizerId: authorizer.ref, authorizationType };
    this.made.set(key, made);
    if (this.made.size === QUOTA + 1) {
      warn(this, 'authorizers-quota', `[${this.node.path}] An API has ${QUOTA} authorizers by default, and this one asks for more: raise the quota, `
        + 'or give routes the same RouteAuth.');
    }
    return made;
  }

  private define(key: string, props: Omit<apigateway.CfnAuthorizerProps, 'restApiId' | 'name'>): apigateway.CfnAuthorizer {
    // by what it is, not by when it was added: routes may come and go in any order
    const id = `${props.type}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
    const authorizer = new apigateway.CfnAuthorizer(this, id, { ...props, restApiId: this.restApi.restApiId, name: id });
    this.restApi.latestDeployment?.addToLogicalId({ authorizer: { ...props, key } });
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

type Definition = [key: string, props: Omit<apigateway.CfnAuthorizerProps, 'restApiId' | 'name'>];

function cognitoProps({ userPools, header }: CognitoChoice): Definition {
  const props = {
    type: 'COGNITO_USER_POOLS',
    identitySource: apigateway.IdentitySource.header(header),
    providerArns: userPools.map((pool) => pool.userPoolArn),
  };
  return [JSON.stringify(['cognito', userPools.map((pool) => pool.node.path), header]), props];
}

function lambdaProps(choice: TokenChoice | RequestChoice): Definition {
  const { handler, cacheTtl } = choice;
  const { partition, region } = Arn.split(handler.functionArn, ArnFormat.COLON_RESOURCE_NAME);
  const identity = choice.kind === 'token'
    ? { identitySource: apigateway.IdentitySource.header(choice.header), identityValidationExpression: choice.tokenPattern }
    : { identitySource: choice.identitySources.join(',') || undefined };
  return [JSON.stringify([choice.kind, handler.node.path, identity, cacheTtl.toString()]), {
    type: choice.kind === 'token' ? 'TOKEN' : 'REQUEST',
    authorizerUri: `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${handler.functionArn}/invocations`,
    authorizerResultTtlInSeconds: cacheTtl.toSeconds(),
    ...identity,
  }];
}
