import { createHash } from 'crypto';
import { CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct, type IConstruct } from 'constructs';
import type { JwtChoice } from './auth-choice';
import { warn } from '../../private/misuse';
import { nameOfDemands } from '../jwt/demands-name';
import { JwtAuthorizer } from '../jwt/jwt-authorizer';
import type { TokenPlace } from '../jwt/token-place';

/**
 * Authorizers that an API of any kind may have by default.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
const QUOTA = 10;

/** What is known of an authorizer of any kind of API before it is made. */
export interface AuthorizerToMake {
  /** What it is: routes whose authorizers have one key share one. */
  readonly key: string;
  /** What its name begins with; its type, where that is known. */
  readonly kind: string;
  /** The function that it asks. */
  readonly handler?: lambda.IFunction;
}

/**
 * The authorizers of an API, one for each way of being asked.
 *
 * They are L1s, because the L2s write the permission to invoke the function into the function's stack, where it refers back to the API: a
 * cycle as soon as the function lives in another stack.
 */
export abstract class ApiAuthorizers<Definition extends AuthorizerToMake> extends Construct {
  private readonly made = new Map<string, CfnResource>();

  protected constructor(scope: Construct, id: string, private readonly api: IConstruct, private readonly apiId: string) {
    super(scope, id);
  }

  /** Makes the resource, sealed. */
  protected abstract define(id: string, definition: Definition): CfnResource;

  /** The id of the authorizer; made where there is none like it. */
  protected once(definition: Definition): string {
    const { key, kind, handler } = definition;
    const existing = this.made.get(key);
    if (existing) return existing.ref;
    // by what it is, not by when it was added: routes may come and go in any order
    const authorizer = this.define(`${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`, definition);
    if (handler) this.allowInvoke(authorizer, handler);
    this.made.set(key, authorizer);
    if (this.made.size === QUOTA + 1) {
      warn(this, 'authorizers-quota', `[${this.node.path}] An API has ${QUOTA} authorizers by default, and this one asks for more: raise the quota, `
        + 'or give routes the same RouteAuth.');
    }
    return authorizer.ref;
  }

  /** The function that verifies the tokens of a route, once it knows the route: the user's, or one for the issuer, and for equal ones. */
  protected verifierOf(choice: JwtChoice, route: string, place?: TokenPlace): JwtAuthorizer {
    const verifier = choice.authorizer ?? this.ownVerifier(choice);
    verifier._addRoute(this.api, route, choice.scopes ?? [], place);
    return verifier;
  }

  private ownVerifier({ issuer }: JwtChoice): JwtAuthorizer {
    const id = `Jwt-${nameOfDemands(this, issuer._demands)}`;
    return (this.node.tryFindChild(id) as JwtAuthorizer | undefined) ?? new JwtAuthorizer(this, id, { issuer });
  }

  /** The permission stands in this API's stack, where it makes no cycle with a function's, and names this authorizer only. */
  private allowInvoke(authorizer: CfnResource, handler: lambda.IFunction): void {
    handler.addPermission(`${authorizer.node.id}Invoke`, {
      scope: this,
      principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api', resource: this.apiId, resourceName: `authorizers/${authorizer.ref}`,
      }),
    });
  }
}
