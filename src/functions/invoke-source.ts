import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';

/** Who may invoke a function from outside its own account's identities; always bound to one source. */
export class InvokeSource {
  /** A REST API of this account: all its stages, methods and paths, which its own route authorization guards. */
  public static api(api: apigateway.IRestApi): InvokeSource {
    return new InvokeSource('api', api.arnForExecuteApi(), api);
  }

  /** Identities of another account that their own policies let invoke the function. */
  public static account(accountId: string): InvokeSource {
    return new InvokeSource('account', accountId);
  }

  /** Identities of any account of an AWS Organizations organization: `o-` and 10 to 32 lower-case letters or digits. */
  public static organization(organizationId: string): InvokeSource {
    return new InvokeSource('organization', organizationId);
  }

  /**
   * Callers of this account that come through an interface endpoint for Lambda, and nobody else: every other invocation,
   * also by administrators and AWS services, is denied.
   */
  public static vpcEndpoint(endpoint: ec2.IInterfaceVpcEndpoint): InvokeSource {
    return new InvokeSource('vpcEndpoint', endpoint.vpcEndpointId);
  }

  /** The same as `vpcEndpoint`, by the endpoint's id: `vpce-0123456789abcdef0`. */
  public static vpcEndpointId(vpcEndpointId: string): InvokeSource {
    return new InvokeSource('vpcEndpoint', vpcEndpointId);
  }

  private constructor(
    /** `api`, `account`, `organization` or `vpcEndpoint`. */
    public readonly kind: string,
    /** What the permission is bound to: the API's ARN, an account id, an organization id or an endpoint id. */
    public readonly binding: string,
    /**
     * The source itself, where it is part of the app: what refers to both belongs to its stack, else two stacks would depend on
     * each other.
     *
     * @internal
     */
    public readonly _construct?: IConstruct,
  ) {}
}
