import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct, type IConstruct } from 'constructs';
import { authorizerCode } from './authorizer-code';
import { authorizerSettings, SETTINGS_VARIABLE } from './authorizer-settings';
import type { JwtAuthorizerProps } from './jwt-authorizer-props';
import type { JwtIssuer } from './jwt-issuer';
import { sealSettings } from './settings-seal';
import type { TokenPlace } from './token-place';
import { validateIssuer } from './validate-issuer';
import { SecureFunction } from '../../functions/secure-function';
import { VpcLambda } from '../../network/vpc-lambda';
import { fail } from '../../private/misuse';

/**
 * A function of this library that verifies tokens, for the routes of one API.
 *
 * `RouteAuth.jwt` makes one where API Gateway cannot verify the tokens itself; make it yourself to place it in a VPC, or to give it a key of
 * its own. Its role may read the secret that tokens are signed with, if there is one, and nothing else.
 *
 * Costs what a function costs: at 10 ms and 512 MiB about 0.27 USD for a million answers that API Gateway had not kept; nothing while idle.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 *
 * @example
 * declare const api: SecureApi;
 * declare const fn: lambda.IFunction;
 * declare const secret: secretsmanager.ISecret;
 * const partner = new JwtAuthorizer(this, 'Partner', {
 *   issuer: JwtIssuer.at('https://partner.example.com', { audiences: ['orders'], keys: JwtKeys.secret(secret) }),
 * });
 * api.addRoute('GET', '/orders', fn, { auth: RouteAuth.jwtAuthorizer(partner, { scopes: ['orders/read'] }) });
 */
export class JwtAuthorizer extends Construct {
  /** Who issues the tokens, and what they must be. */
  public readonly issuer: JwtIssuer;

  /** The hardened function. */
  public readonly secureFunction: SecureFunction;

  /** The L2 function. */
  public readonly lambdaFunction: lambda.Function;

  /** What the function reads; the routes with their scopes come later. */
  private readonly settings = Lazy.string({
    produce: () => Stack.of(this).toJsonString(
      authorizerSettings(this, this.issuer._demands, this.asksForScopes() ? Object.fromEntries(this.scopes) : {}, this.place),
    ),
  });
  private readonly scopes = new Map<string, string[]>();
  private api: IConstruct | undefined;
  private place: TokenPlace | undefined;

  /**
   * @throws when the issuer's options contradict each other, name no audience, accept algorithms that do not go with the keys, or pin keys that
   * are private or verify nothing; when the keys would have to be fetched from inside a VPC; and as `SecureFunction` does.
   */
  constructor(scope: Construct, id: string, props: JwtAuthorizerProps) {
    super(scope, id);
    validateIssuer(this, 'issuer', props.issuer);
    this.validateReach(props);
    this.issuer = props.issuer;
    this.secureFunction = this.defineFunction(props);
    this.lambdaFunction = this.secureFunction.lambdaFunction;
    const { keys } = props.issuer._demands;
    if (keys.kind === 'secret') this.secureFunction.grantSecretRead(keys.secret);
    sealSettings(this, this.settings);
  }

  /**
   * Tells which scopes a route asks for: its name is `GET /orders/{id}` for REST and HTTP APIs alike, and `$connect` for WebSocket APIs. These
   * say where the token is, too.
   *
   * @internal
   */
  public _addRoute(api: IConstruct, name: string, scopes: readonly string[], place?: TokenPlace): void {
    this.place = place;
    this.api ??= api;
    if (this.api !== api) {
      fail(this, {
        prop: 'JwtAuthorizer',
        value: api.node.path,
        problem: `it serves ${this.api.node.path} already, and one for two APIs would mix up the scopes of their routes`,
        instead: 'Make another JwtAuthorizer with the same issuer: it costs nothing while idle.',
      });
    }
    this.scopes.set(name, [...scopes]);
  }

  /** Known when all routes are: read it lazily. */
  private asksForScopes(): boolean {
    return [...this.scopes.values()].some((scopes) => scopes.length > 0);
  }

  private defineFunction({ vpc, subnets, ...props }: JwtAuthorizerProps): SecureFunction {
    const common = {
      description: 'Verifies JSON Web Tokens',
      code: authorizerCode(this.issuer._demands),
      memorySize: props.memorySize ?? 512,
      timeout: Duration.seconds(8), // the handler's own limits end before; HTTP APIs wait for 10 seconds, REST APIs longer
      environment: { [SETTINGS_VARIABLE]: this.settings },
      encryptionKey: props.encryptionKey,
      logRetention: props.logRetention,
      reservedConcurrentExecutions: props.reservedConcurrentExecutions,
    };
    return vpc ? new VpcLambda(this, 'Function', { ...common, vpc, subnets }) : new SecureFunction(this, 'Function', common);
  }

  private validateReach({ vpc, issuer }: JwtAuthorizerProps): void {
    const { keys } = issuer._demands;
    if (!vpc || keys.kind === 'pinned' || keys.kind === 'secret') return;
    fail(this, {
      prop: 'vpc',
      value: vpc.node.path,
      problem: 'inside it nothing leads to the keys of the issuer, and a way to them would be one to the whole internet',
      instead: 'Deploy the keys with the function, by keys: JwtKeys.pinned({ keys: [...] }), or leave vpc out.',
    });
  }
}
